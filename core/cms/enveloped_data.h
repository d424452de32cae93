#pragma once
// EnvelopedData (RFC 5652 6): one owner of the octets, every field a view into them. Reading judges nothing and opens
// nothing; cms/envelope.h does.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cms/certificate_id.h"
#include "cms/content_info.h"
#include "crypto/block_cipher.h"
#include "crypto/key_transport.h"

namespace pki::cms {

/// RFC 5652 6.2. Only the first can be opened here.
enum class RecipientKind : std::uint8_t { KeyTransport, KeyAgreement, KeyEncryptionKey, Password, Other };
/// "key transport", "key agreement", "a shared key", "a password", "another way".
std::string_view recipient_kind_name(RecipientKind kind);

/// One recipient. Of kinds other than KeyTransport only `whole` is set. Views alias the message.
struct Recipient {
  RecipientKind kind = RecipientKind::Other;
  Bytes whole;
  std::uint64_t version = 0;
  CertificateId recipient;
  crypto::AlgorithmIdentifier algorithm;
  crypto::KeyTransport transport;
  Bytes encrypted_key;
};

class EnvelopedData;
using EnvelopedDataPtr = std::shared_ptr<const EnvelopedData>;

class EnvelopedData {
 public:
  /// Reads a ContentInfo of EnvelopedData that fills `message`, DER or BER. Fails only where the outline cannot be
  /// read; a recipient that is malformed is a finding and left out. Rules: cms.message.*, asn1.*; noted:
  /// cms.message.ber, crypto.algorithm.parameters.
  static Result<EnvelopedDataPtr> parse(ByteVector message);

  EnvelopedData(const EnvelopedData&) = delete;
  EnvelopedData& operator=(const EnvelopedData&) = delete;

  /// The message, as DER.
  Bytes der() const { return der_; }
  /// True where it was BER and had to be converted.
  bool converted() const { return converted_; }
  std::uint64_t version() const { return version_; }
  Bytes version_whole() const { return version_whole_; }
  const std::vector<Recipient>& recipients() const { return recipients_; }
  /// encryptedContentInfo: what the content is said to be, and how it is encrypted.
  asn1::Oid content_type() const { return content_type_; }
  Bytes content_type_whole() const { return content_type_whole_; }
  const crypto::AlgorithmIdentifier& cipher_algorithm() const { return cipher_algorithm_; }
  /// Nothing where the cipher is not known.
  const std::optional<crypto::BlockCipher>& cipher() const { return cipher_; }
  /// The initialisation vector; empty where the parameters are not one.
  Bytes iv() const { return iv_; }
  /// The ciphertext; nothing where it is absent. Its place in der() is `encrypted_content_whole`, which may hold it in
  /// parts.
  const std::optional<Bytes>& encrypted_content() const { return encrypted_content_; }
  Bytes encrypted_content_whole() const { return encrypted_content_whole_; }
  const Findings& findings() const { return findings_; }
  /// Octets of `part` in der(); nothing where it is no view into it.
  std::optional<ByteRange> range(Bytes part) const { return range_within(der_, part); }

 private:
  EnvelopedData() = default;
  Status read(asn1::Reader reader);
  Status read_recipients(const asn1::Element& set, asn1::Context& context);
  Status read_content(asn1::Reader reader);

  ByteVector der_;
  bool converted_ = false;
  std::uint64_t version_ = 0;
  Bytes version_whole_;
  std::vector<Recipient> recipients_;
  asn1::Oid content_type_;
  Bytes content_type_whole_;
  crypto::AlgorithmIdentifier cipher_algorithm_;
  std::optional<crypto::BlockCipher> cipher_;
  Bytes iv_;
  std::optional<Bytes> encrypted_content_;
  Bytes encrypted_content_whole_;
  ByteVector joined_content_;
  Findings findings_;
};

}  // namespace pki::cms
