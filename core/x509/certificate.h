#pragma once
// Certificate (RFC 5280 4.1): one owner of the DER, every field a view into it. Parsing judges nothing but the
// encoding: a certificate that breaks a rule still loads, and what was found on the way stays with it.

#include <memory>
#include <optional>

#include "asn1/values.h"
#include "crypto/algorithm_identifier.h"
#include "crypto/public_key.h"
#include "x509/known_extensions.h"
#include "x509/name.h"
#include "x509/time_field.h"

namespace pki::x509 {

class Certificate;
using CertificatePtr = std::shared_ptr<const Certificate>;

class Certificate {
 public:
  /// Reads a certificate that fills `der`. Fails only where the outline cannot be read (asn1.* fatal rules): a
  /// malformed extension, a bad time or a key of an unknown kind is kept as a finding. Never throws, never recurses;
  /// linear in the size of `der`.
  static Result<CertificatePtr> parse(ByteVector der);

  Certificate(const Certificate&) = delete;
  Certificate& operator=(const Certificate&) = delete;

  Bytes der() const { return der_; }
  Bytes tbs() const { return tbs_; }  // the whole tbsCertificate element: what is signed
  /// 1, 2 or 3 (v3); another value as written plus one; 0 where it could not be read.
  std::uint64_t version() const { return version_; }
  const asn1::Integer& serial() const { return serial_; }
  /// Empty, and with a finding, where the name could not be read.
  const Name& issuer() const { return issuer_; }
  const Name& subject() const { return subject_; }
  /// Nothing where the time could not be read.
  const std::optional<TimeField>& not_before() const { return not_before_; }
  const std::optional<TimeField>& not_after() const { return not_after_; }
  const crypto::PublicKey& public_key() const { return public_key_; }
  const std::optional<asn1::BitString>& issuer_unique_id() const { return issuer_unique_id_; }
  const std::optional<asn1::BitString>& subject_unique_id() const { return subject_unique_id_; }
  const KnownExtensions& extensions() const { return extensions_; }

  /// `signature` inside the tbsCertificate, and `signatureAlgorithm` outside: they must be equal (4.1.1.2).
  const crypto::AlgorithmIdentifier& inner_algorithm() const { return inner_algorithm_; }
  const crypto::AlgorithmIdentifier& outer_algorithm() const { return outer_algorithm_; }
  const crypto::SignatureAlgorithm& signature_algorithm() const { return signature_algorithm_; }
  const asn1::BitString& signature() const { return signature_; }

  /// What the parser noted: ranges count from the first octet of der().
  const Findings& findings() const { return findings_; }

  /// Subject and issuer match by RFC 5280 7.1 ("self-issued", 6.1).
  bool self_issued() const { return self_issued_; }
  /// Octets [offset, offset + length) of `part` in der(). `part` must be a view that came from this object.
  ByteRange range(Bytes part) const;
  /// SHA-256 of der(), 32 octets: equal for equal certificates.
  Bytes fingerprint() const { return fingerprint_; }
  /// comparison_key() of subject and issuer, computed once; for a name that could not be read, a key that no name has.
  const std::string& subject_key() const { return subject_key_; }
  const std::string& issuer_key() const { return issuer_key_; }

 private:
  explicit Certificate(ByteVector der) : der_(std::move(der)) {}
  struct Parser;

  ByteVector der_;
  Bytes tbs_;
  std::uint64_t version_ = 1;
  asn1::Integer serial_;
  crypto::AlgorithmIdentifier inner_algorithm_;
  crypto::AlgorithmIdentifier outer_algorithm_;
  crypto::SignatureAlgorithm signature_algorithm_;
  Name issuer_;
  Name subject_;
  std::optional<TimeField> not_before_;
  std::optional<TimeField> not_after_;
  crypto::PublicKey public_key_;
  std::optional<asn1::BitString> issuer_unique_id_;
  std::optional<asn1::BitString> subject_unique_id_;
  KnownExtensions extensions_;
  asn1::BitString signature_;
  Findings findings_;
  bool self_issued_ = false;
  ByteVector fingerprint_;
  std::string subject_key_;
  std::string issuer_key_;
};

/// Checks the certificate's signature with `issuer_key`. Rules: crypto.signature.*.
Status verify_signed_by(const Certificate& certificate, const crypto::PublicKey& issuer_key);

/// True if the certificate is self-issued and its signature fits its own key ("self-signed", RFC 5280 3.2).
bool is_self_signed(const Certificate& certificate);

}  // namespace pki::x509
