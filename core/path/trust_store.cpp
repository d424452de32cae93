#include "path/trust_store.h"

namespace pki::path {

TrustAnchorPtr TrustAnchor::from_certificate(x509::CertificatePtr certificate) {
  PKI_ASSERT(certificate != nullptr);
  std::shared_ptr<TrustAnchor> anchor(new TrustAnchor);
  anchor->certificate_ = std::move(certificate);
  return anchor;
}

Result<TrustAnchorPtr> TrustAnchor::from_name_and_key(ByteVector name, ByteVector public_key) {
  std::shared_ptr<TrustAnchor> anchor(new TrustAnchor);
  anchor->name_der_ = std::move(name);
  anchor->public_key_der_ = std::move(public_key);
  asn1::Context name_context(anchor->name_der_);
  PKI_TRY(anchor->name_, x509::read_name(anchor->name_der_, name_context));
  anchor->name_key_ = x509::comparison_key(anchor->name_);
  asn1::Context key_context(anchor->public_key_der_);
  PKI_TRY(anchor->public_key_, crypto::read_public_key(anchor->public_key_der_, key_context));
  return TrustAnchorPtr(std::move(anchor));
}

const x509::Name& TrustAnchor::name() const { return certificate_ ? certificate_->subject() : name_; }

const std::string& TrustAnchor::name_key() const { return certificate_ ? certificate_->subject_key() : name_key_; }

const crypto::PublicKey& TrustAnchor::public_key() const {
  return certificate_ ? certificate_->public_key() : public_key_;
}

}  // namespace pki::path
