#pragma once
// CertificationRequest (PKCS#10, RFC 2986), with the attributes that OpenSSL, certreq, phones and routers write.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "asn1/values.h"
#include "crypto/algorithm_identifier.h"
#include "crypto/public_key.h"
#include "x509/known_extensions.h"
#include "x509/name.h"

namespace pki::x509 {

/// An attribute as found. Views alias the DER.
struct RequestAttribute {
  asn1::Oid type;
  std::vector<asn1::Element> values;
  Bytes whole;
};

/// What Microsoft's attributes say (MS-WCCE 2.2.2.7). Empty texts where absent.
struct MsRequestInfo {
  std::string os_version;  // "10.0.20348.2"
  struct Csp {
    std::uint64_t key_spec = 0;
    std::string provider;
  };
  std::optional<Csp> csp;
  struct ClientInfo {
    std::uint64_t client_id = 0;
    std::string machine, user, process;
  };
  std::optional<ClientInfo> client;
  /// Name and value pairs of enrolment ("CertificateTemplate", "SubCA").
  std::vector<std::pair<std::string, std::string>> name_values;
};

class Request;
using RequestPtr = std::shared_ptr<const Request>;

class Request {
 public:
  /// Reads a request that fills `der`; fails only where the outline cannot be read. Malformed attributes and extensions
  /// are findings. Noted: x509.request.version (not v1), x509.request.extensions_twice (more than one extension
  /// request: the first counts, XCA #623), x509.request.attribute_values.
  static Result<RequestPtr> parse(ByteVector der);

  Request(const Request&) = delete;
  Request& operator=(const Request&) = delete;

  Bytes der() const { return der_; }
  Bytes info() const { return info_; }  // certificationRequestInfo: what is signed
  std::uint64_t version() const { return version_; }
  const Name& subject() const { return subject_; }
  const crypto::PublicKey& public_key() const { return public_key_; }
  const std::vector<RequestAttribute>& attributes() const { return attributes_; }
  /// The requested extensions (PKCS#9 extensionRequest, or Microsoft's 1.3.6.1.4.1.311.2.1.14).
  const KnownExtensions& extensions() const { return extensions_; }
  /// The challengePassword's text, nothing where absent.
  const std::optional<std::string>& challenge_password() const { return challenge_password_; }
  const MsRequestInfo& microsoft() const { return microsoft_; }
  const crypto::AlgorithmIdentifier& algorithm() const { return algorithm_; }
  const crypto::SignatureAlgorithm& signature_algorithm() const { return signature_algorithm_; }
  const asn1::BitString& signature() const { return signature_; }
  const Findings& findings() const { return findings_; }
  ByteRange range(Bytes part) const;
  Bytes fingerprint() const { return fingerprint_; }  // SHA-256 of der()

 private:
  explicit Request(ByteVector der) : der_(std::move(der)) {}
  struct Parser;

  ByteVector der_;
  Bytes info_;
  std::uint64_t version_ = 1;
  Name subject_;
  crypto::PublicKey public_key_;
  std::vector<RequestAttribute> attributes_;
  KnownExtensions extensions_;
  std::optional<std::string> challenge_password_;
  MsRequestInfo microsoft_;
  crypto::AlgorithmIdentifier algorithm_;
  crypto::SignatureAlgorithm signature_algorithm_;
  asn1::BitString signature_;
  Findings findings_;
  ByteVector fingerprint_;
};

/// Proof of possession: the signature fits the request's own key (RFC 2986 4.2). Rules: crypto.signature.*.
Status verify_proof_of_possession(const Request& request);

}  // namespace pki::x509
