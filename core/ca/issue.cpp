#include "ca/issue.h"

#include "ca/certificate_plan.h"
#include "ca/profile_extensions.h"

namespace pki::ca {

Result<IssuedCertificate> issue(const IssueInput& input, const Signer& signer) {
  PKI_ASSERT(input.profile != nullptr);
  CertificatePlan plan;
  PKI_TRY(plan.subject, x509::encode_name(input.subject));
  plan.public_key = input.public_key;
  if (plan.public_key.empty()) plan.public_key = signer.key.public_key_der();

  asn1::Context subject_context(plan.subject);
  PKI_TRY(const x509::Name subject, x509::read_name(plan.subject, subject_context));
  asn1::Context key_context(plan.public_key);
  PKI_TRY(const crypto::PublicKey key, crypto::read_public_key(plan.public_key, key_context));

  PKI_TRY(ProfileExtensions extensions,
          profile_extensions({.profile = *input.profile,
                              .options = input.extensions,
                              .alternative_names = input.alternative_names,
                              .subject = subject,
                              .public_key = key,
                              .authority_key_id = signer.certificate != nullptr ? key_identifier_of(*signer.certificate)
                                                                                : crypto::key_identifier_sha1(key)}));
  plan.extensions = std::move(extensions.list);
  plan.findings = std::move(extensions.findings);
  plan_validity(plan, input, signer.certificate);
  return sign_plan(std::move(plan), input, signer);
}

}  // namespace pki::ca
