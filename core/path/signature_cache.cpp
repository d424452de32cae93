#include "path/signature_cache.h"

namespace pki::path {
namespace {

bool is_checkable(const x509::Certificate& certificate, const crypto::PublicKey& key) {
  return certificate.signature_algorithm().kind != crypto::SignatureKind::Unknown &&
         key.kind != crypto::KeyKind::Unknown && !key.lacks_parameters();
}

SignatureFit make_check(const x509::Certificate& certificate, const crypto::PublicKey& key) {
  const Status status = x509::verify_signed_by(certificate, key);
  if (status.ok()) return SignatureFit::Fits;
  return status.error().id() == "crypto.signature.unsupported" ? SignatureFit::Unsupported : SignatureFit::DoesNotFit;
}

}  // namespace

SignatureFit SignatureCache::check(const x509::Certificate& certificate, const crypto::PublicKey& issuer_key) {
  if (!is_checkable(certificate, issuer_key)) return SignatureFit::Unsupported;
  const Bytes parameters = issuer_key.dsa_parameters ? issuer_key.dsa_parameters->whole : Bytes();
  const Key key(&certificate, as_text(issuer_key.whole), as_text(parameters));
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
