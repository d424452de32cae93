#pragma once
// SignedData (RFC 5652 5): one owner of the octets, every field a view into them, so that the place of each is known.
// Reading judges nothing; cms/signature.h checks the signatures.

#include <memory>
#include <optional>
#include <vector>

#include "cms/certificate_id.h"
#include "cms/content_info.h"
#include "crypto/algorithm_identifier.h"
#include "x509/request_attributes.h"

namespace pki::cms {

/// An attribute: the same syntax as in a request (RFC 5652 5.3, RFC 2986 4.1).
using Attribute = x509::RequestAttribute;

/// The parts of a SignedData, its signers not yet looked into. Views alias the octets that they were read from.
struct SignedDataOutline {
  std::uint64_t version = 0;
  Bytes version_whole;
  asn1::Element digest_algorithms;
  /// encapContentInfo: the whole element, its type, and the content; nothing where the content is absent.
  Bytes encapsulated;
  asn1::Oid content_type;
  std::optional<asn1::Element> content;
  /// The certificates and CRLs proper, and the members of those sets that are other choices (attribute certificates).
  std::vector<asn1::Element> certificates;
  std::vector<asn1::Element> crls;
  std::vector<asn1::Element> others;
  std::vector<asn1::Element> signer_infos;
};

/// Reads the outline from a reader of the SEQUENCE's contents (enter_content). Rules: asn1.*.
Result<SignedDataOutline> read_signed_data_outline(asn1::Reader reader);

/// One signer (RFC 5652 5.3). Views alias the message.
struct SignerInfo {
  Bytes whole;
  std::uint64_t version = 0;
  CertificateId signer;
  crypto::AlgorithmIdentifier digest_algorithm;
  std::optional<crypto::HashAlgorithm> digest;
  /// signedAttrs, the whole element with its tag [0]; empty where absent.
  Bytes signed_attributes_whole;
  std::vector<Attribute> signed_attributes;
  crypto::AlgorithmIdentifier signature_algorithm;
  /// What it says, completed by the digest where it is rsaEncryption alone (RFC 3370 3.2).
  crypto::SignatureAlgorithm algorithm;
  Bytes signature;
  std::vector<Attribute> unsigned_attributes;

  /// The first signed attribute of this type, or null.
  const Attribute* find(asn1::Oid type) const;
};

class SignedData;
using SignedDataPtr = std::shared_ptr<const SignedData>;

class SignedData {
 public:
  /// Reads a ContentInfo of SignedData that fills `message`, DER or BER. Fails only where the outline cannot be read: a
  /// signer that is malformed is a finding and left out. Rules: cms.message.*, asn1.*; noted: cms.attribute.repeated,
  /// cms.digest.differs, cms.message.ber.
  static Result<SignedDataPtr> parse(ByteVector message);

  SignedData(const SignedData&) = delete;
  SignedData& operator=(const SignedData&) = delete;

  /// The message, as DER.
  Bytes der() const { return der_; }
  /// True where it was BER and had to be converted: ranges count from the first octet of der(), not of what came in.
  bool converted() const { return converted_; }
  const SignedDataOutline& outline() const { return outline_; }
  asn1::Oid content_type() const { return outline_.content_type; }
  /// The octets of the content that are signed: without tag and length (5.4); empty where there is no content.
  Bytes content() const { return outline_.content ? outline_.content->value : Bytes(); }
  bool has_content() const { return outline_.content.has_value(); }
  const std::vector<SignerInfo>& signers() const { return signers_; }
  const Findings& findings() const { return findings_; }
  /// Octets of `part` in der(); nothing where it is no view into it.
  std::optional<ByteRange> range(Bytes part) const { return range_within(der_, part); }

 private:
  SignedData() = default;

  ByteVector der_;
  bool converted_ = false;
  SignedDataOutline outline_;
  std::vector<SignerInfo> signers_;
  Findings findings_;
};

}  // namespace pki::cms
