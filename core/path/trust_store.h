#pragma once
// Trust anchors (RFC 5280 6.1.1 (d)): what a relying party trusts before it looks at any path.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "x509/certificate.h"

namespace pki::path {

class TrustAnchor;
using TrustAnchorPtr = std::shared_ptr<const TrustAnchor>;

/// A name and a public key that are trusted. They come from a certificate (a self-signed root, or any other: then
/// paths may end at an intermediate CA, OpenSSL's "partial chain"), or stand for themselves.
class TrustAnchor {
 public:
  /// The anchor that `certificate` (not null) names.
  static TrustAnchorPtr from_certificate(x509::CertificatePtr certificate);
  /// The anchor of a bare name (DER of a Name) and key (DER of a SubjectPublicKeyInfo). Rules: asn1.*, x509.name.*,
  /// crypto.key.*.
  static Result<TrustAnchorPtr> from_name_and_key(ByteVector name, ByteVector public_key);

  TrustAnchor(const TrustAnchor&) = delete;
  TrustAnchor& operator=(const TrustAnchor&) = delete;

  /// Null for a bare name and key.
  const x509::CertificatePtr& certificate() const { return certificate_; }
  const x509::Name& name() const;
  /// x509::comparison_key() of the name.
  const std::string& name_key() const;
  const crypto::PublicKey& public_key() const;

 private:
  TrustAnchor() = default;

  x509::CertificatePtr certificate_;
  // Of a bare anchor only: the octets, and the views into them.
  ByteVector name_der_;
  ByteVector public_key_der_;
  x509::Name name_;
  std::string name_key_;
  crypto::PublicKey public_key_;
};

/// A relying party's anchors.
class TrustStore {
 public:
  void add(TrustAnchorPtr anchor) { anchors_.push_back(std::move(anchor)); }
  void add(x509::CertificatePtr certificate) {
    anchors_.push_back(TrustAnchor::from_certificate(std::move(certificate)));
  }
  const std::vector<TrustAnchorPtr>& anchors() const { return anchors_; }

 private:
  std::vector<TrustAnchorPtr> anchors_;
};

}  // namespace pki::path
