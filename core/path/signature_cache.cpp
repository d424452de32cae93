#include "path/signature_cache.h"

namespace pki::path {
namespace {

bool is_checkable(const x509::Certificate& certificate, const crypto::PublicKey& key) {
  return certificate.signature_algorithm().kind != crypto::SignatureKind::Unknown &&
         key.kind != crypto::KeyKind::Unknown;
}

// What needs no arithmetic to be told, and is not counted as a check: a key of another kind, or an RSA signature that
// is longer or shorter than the modulus (RFC 8017 8.1.2, 8.2.2).
bool cannot_fit(const x509::Certificate& certificate, const crypto::PublicKey& key) {
  const bool ec_signature = certificate.signature_algorithm().kind == crypto::SignatureKind::Ecdsa;
  if (ec_signature != (key.kind == crypto::KeyKind::Ec)) return true;
  return key.kind == crypto::KeyKind::Rsa && certificate.signature().octets.size() != (key.bits + 7) / 8;
}

SignatureFit make_check(const x509::Certificate& certificate, const crypto::PublicKey& key) {
  const Status status = x509::verify_signed_by(certificate, key);
  if (status.ok()) return SignatureFit::Fits;
  return status.error().id() == "crypto.signature.unsupported" ? SignatureFit::Unsupported : SignatureFit::DoesNotFit;
}

}  // namespace

SignatureFit SignatureCache::check(const x509::Certificate& certificate, const crypto::PublicKey& issuer_key) {
  if (!is_checkable(certificate, issuer_key)) return SignatureFit::Unsupported;
  if (cannot_fit(certificate, issuer_key)) return SignatureFit::DoesNotFit;
  const Key key(&certificate, as_text(issuer_key.whole));
  const auto found = known_.find(key);
  if (found != known_.end()) return found->second;
  if (checks_ >= limit_) {
    limit_hit_ = true;
    return SignatureFit::NotChecked;
  }
  ++checks_;
  const SignatureFit fit = make_check(certificate, issuer_key);
  known_.emplace(key, fit);
  return fit;
}

}  // namespace pki::path
