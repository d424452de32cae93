#include "path/signature_cache.h"

#include <algorithm>

namespace pki::path {
namespace {

template <typename Signed>
bool is_checkable(const Signed& object, const crypto::PublicKey& key) {
  return object.signature_algorithm().kind != crypto::SignatureKind::Unknown && key.kind != crypto::KeyKind::Unknown &&
         !key.lacks_parameters();
}

// What needs no arithmetic to be told, and is not counted as a check: a key of another kind, or an RSA signature that
// is longer or shorter than the modulus (RFC 8017 8.1.2, 8.2.2).
template <typename Signed>
bool cannot_fit(const Signed& object, const crypto::PublicKey& key) {
  const bool ec_signature = object.signature_algorithm().kind == crypto::SignatureKind::Ecdsa;
  if (ec_signature != (key.kind == crypto::KeyKind::Ec)) return true;
  return key.kind == crypto::KeyKind::Rsa && object.signature().octets.size() != (key.bits + 7) / 8;
}

template <typename Signed>
SignatureFit make_check(const Signed& object, const crypto::PublicKey& key) {
  const Status status = x509::verify_signed_by(object, key);
  if (status.ok()) return SignatureFit::Fits;
  return status.error().id() == "crypto.signature.unsupported" ? SignatureFit::Unsupported : SignatureFit::DoesNotFit;
}

}  // namespace

template <typename Signed>
SignatureFit SignatureCache::check_once(const Signed& object, const crypto::PublicKey& issuer_key, std::size_t left) {
  if (!is_checkable(object, issuer_key)) return SignatureFit::Unsupported;
  if (cannot_fit(object, issuer_key)) return SignatureFit::DoesNotFit;
  const Bytes parameters = issuer_key.dsa_parameters ? issuer_key.dsa_parameters->whole : Bytes();
  const Key key(&object, as_text(issuer_key.whole), as_text(parameters));
  const auto found = known_.find(key);
  if (found != known_.end()) return found->second;
  if (left == 0) return SignatureFit::NotChecked;
  ++checks_;
  const SignatureFit fit = make_check(object, issuer_key);
  known_.emplace(key, fit);
  return fit;
}

std::size_t SignatureCache::left() const { return limit_ - std::min(limit_, checks_ - crl_checks_); }

SignatureFit SignatureCache::check(const x509::Certificate& certificate, const crypto::PublicKey& issuer_key) {
  return check_once(certificate, issuer_key, left());
}

SignatureFit SignatureCache::check(const x509::OcspResponse& response, const crypto::PublicKey& responder_key) {
  return check_once(response, responder_key, left());
}

SignatureFit SignatureCache::check(const x509::Crl& crl, const crypto::PublicKey& issuer_key) {
  const std::size_t before = checks_;
  const SignatureFit fit = check_once(crl, issuer_key, crl_limit_ - std::min(crl_limit_, crl_checks_));
  crl_checks_ += checks_ - before;
  return fit;
}

}  // namespace pki::path
