#include "path/signature_cache.h"

#include <algorithm>

namespace pki::path {
namespace {

template <typename Signed>
bool is_checkable(const Signed& object, const crypto::PublicKey& key) {
  return object.signature_algorithm().kind != crypto::SignatureKind::Unknown && key.kind != crypto::KeyKind::Unknown;
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
  const Key key(&object, as_text(issuer_key.whole));
  const auto found = known_.find(key);
  if (found != known_.end()) return found->second;
  if (left == 0) {
    limit_hit_ = true;
    return SignatureFit::NotChecked;
  }
  ++checks_;
  const SignatureFit fit = make_check(object, issuer_key);
  known_.emplace(key, fit);
  return fit;
}

SignatureFit SignatureCache::check(const x509::Certificate& certificate, const crypto::PublicKey& issuer_key) {
  const std::size_t made = checks_ - crl_checks_;
  return check_once(certificate, issuer_key, limit_ - std::min(limit_, made));
}

SignatureFit SignatureCache::check(const x509::OcspResponse& response, const crypto::PublicKey& responder_key) {
  return check_once(response, responder_key);
}

SignatureFit SignatureCache::check(const x509::Crl& crl, const crypto::PublicKey& issuer_key) {
  const std::size_t before = checks_;
  const SignatureFit fit = check_once(crl, issuer_key, crl_limit_ - std::min(crl_limit_, crl_checks_));
  crl_checks_ += checks_ - before;
  return fit;
}

}  // namespace pki::path
