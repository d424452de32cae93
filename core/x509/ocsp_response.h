#pragma once
// OCSP responses (RFC 6960 4.2): one owner of the DER, every field a view into it. Parsing judges nothing but the
// encoding: a response that breaks a rule still loads, and what was found on the way stays with it.
//
// Of the extensions (RFC 6960 4.4) the ids are kept and known by name (asn1/oid_registry.h); only the archive cutoff is
// read, since it changes what an answer is worth. A nonce (RFC 9654) binds a response to a request, and there is none
// here to compare with.

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "crypto/hash.h"
#include "x509/certificate.h"
#include "x509/extensions/crl_entry.h"

namespace pki::x509 {

/// OCSPResponseStatus; 4 is not used.
enum class OcspResponseStatus : std::uint8_t {
  Successful = 0,
  MalformedRequest = 1,
  InternalError = 2,
  TryLater = 3,
  SigRequired = 5,
  Unauthorized = 6,
  Unknown = 255,  // a number that is none of these
};

/// "successful", "malformedRequest", "internalError", "tryLater", "sigRequired", "unauthorized", "unknown".
std::string_view ocsp_response_status_name(OcspResponseStatus status);

/// CertStatus: what a responder says of a certificate.
enum class OcspCertStatus : std::uint8_t { Good = 0, Revoked = 1, Unknown = 2 };

/// "good", "revoked", "unknown".
std::string_view ocsp_cert_status_name(OcspCertStatus status);

/// CertID: which certificate is meant (RFC 6960 4.1.1). Views alias the DER.
struct OcspCertId {
  crypto::AlgorithmIdentifier hash;
  /// Nothing where the hash is none that is known here.
  std::optional<crypto::HashAlgorithm> hash_algorithm;
  Bytes issuer_name_hash;  // over the DER of the issuer's name
  Bytes issuer_key_hash;   // over the contents of the issuer's subjectPublicKey without the octet of unused bits
  asn1::Integer serial;
  Bytes whole;
};

/// SingleResponse: the answer for one certificate. Views alias the DER.
struct OcspSingleResponse {
  OcspCertId id;
  OcspCertStatus status = OcspCertStatus::Unknown;
  /// Revoked only.
  std::optional<TimeField> revocation_time;
  /// Revoked only; nothing where none is given, or one that is not defined.
  std::optional<CrlReason> reason;
  TimeField this_update;
  std::optional<TimeField> next_update;
  std::vector<Extension> extensions;
  /// False where the extensions could not be read: what they demand is not known.
  bool extensions_readable = true;
  /// RFC 6960 4.4.4; nothing where it is absent or malformed.
  std::optional<Time> archive_cutoff;
  Bytes whole;
};

class OcspResponse;
using OcspResponsePtr = std::shared_ptr<const OcspResponse>;

class OcspResponse {
 public:
  /// Reads a response that fills `der`. Fails only where the outline (OCSPResponse, BasicOCSPResponse, ResponseData)
  /// cannot be read (asn1.* fatal rules). Never throws, never recurses; linear in the size of `der`.
  ///
  /// Noted besides what the readers of names, algorithms and extensions note: x509.ocsp.*.
  static Result<OcspResponsePtr> parse(ByteVector der);

  OcspResponse(const OcspResponse&) = delete;
  OcspResponse& operator=(const OcspResponse&) = delete;

  Bytes der() const { return der_; }
  OcspResponseStatus status() const { return status_; }
  /// The number of the status, as written.
  std::uint64_t status_number() const { return status_number_; }
  /// The type of responseBytes; empty where there are none.
  asn1::Oid type() const { return type_; }
  /// True if the response is a BasicOCSPResponse. All that follows is empty where it is not.
  bool is_basic() const { return !tbs_.empty(); }

  Bytes tbs() const { return tbs_; }  // the whole tbsResponseData element: what is signed
  /// 1 (v1); another value as written plus one; 0 where it could not be read.
  std::uint64_t version() const { return version_; }
  /// The responder by name; nothing where it is by key, or could not be read.
  const std::optional<Name>& responder_name() const { return responder_name_; }
  /// The SHA-1 of the responder's key (as OcspCertId::issuer_key_hash); empty where the responder is by name.
  Bytes responder_key_hash() const { return responder_key_hash_; }
  /// The whole ResponderID.
  Bytes responder() const { return responder_; }
  /// Nothing where the time could not be read.
  const std::optional<TimeField>& produced_at() const { return produced_at_; }
  /// Those that could be read, in the order found.
  const std::vector<OcspSingleResponse>& singles() const { return singles_; }
  /// True if an answer could not be read: what the response says of a certificate is then not known for sure.
  bool has_unreadable_singles() const { return unreadable_singles_; }
  const std::vector<Extension>& extensions() const { return extensions_; }
  /// False where the extensions of the response could not be read: what they demand is not known.
  bool extensions_readable() const { return extensions_readable_; }
  const crypto::AlgorithmIdentifier& algorithm() const { return algorithm_; }
  const crypto::SignatureAlgorithm& signature_algorithm() const { return signature_algorithm_; }
  const asn1::BitString& signature() const { return signature_; }
  /// The certificates that came along, each with octets of its own; those that could be read.
  const std::vector<CertificatePtr>& certificates() const { return certificates_; }

  /// What the parser noted: ranges count from the first octet of der().
  const Findings& findings() const { return findings_; }
  /// Octets [offset, offset + length) of `part` in der(). `part` must be a view that came from this object.
  ByteRange range(Bytes part) const;
  /// SHA-256 of der(), 32 octets.
  Bytes fingerprint() const { return fingerprint_; }

 private:
  explicit OcspResponse(ByteVector der) : der_(std::move(der)) {}
  struct Parser;

  ByteVector der_;
  OcspResponseStatus status_ = OcspResponseStatus::Unknown;
  std::uint64_t status_number_ = 0;
  asn1::Oid type_;
  Bytes tbs_;
  std::uint64_t version_ = 1;
  std::optional<Name> responder_name_;
  Bytes responder_key_hash_;
  Bytes responder_;
  std::optional<TimeField> produced_at_;
  std::vector<OcspSingleResponse> singles_;
  bool unreadable_singles_ = false;
  std::vector<Extension> extensions_;
  bool extensions_readable_ = true;
  crypto::AlgorithmIdentifier algorithm_;
  crypto::SignatureAlgorithm signature_algorithm_;
  asn1::BitString signature_;
  std::vector<CertificatePtr> certificates_;
  Findings findings_;
  ByteVector fingerprint_;
};

/// Checks the response's signature with `responder_key`. Rules: crypto.signature.*.
Status verify_signed_by(const OcspResponse& response, const crypto::PublicKey& responder_key);

}  // namespace pki::x509
