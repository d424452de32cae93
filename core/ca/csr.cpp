#include "ca/csr.h"

#include <algorithm>

#include "asn1/oids.h"
#include "base/text.h"
#include "ca/certificate_plan.h"
#include "ca/profile_extensions.h"
#include "ca/rules.h"
#include "x509/builder.h"

namespace pki::ca {

namespace oids = asn1::oids;

namespace {

constexpr std::size_t kMaxChallengePassword = 255;  // RFC 2985, pkcs-9-ub-challengePassword

std::size_t characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(
      utf8.begin(), utf8.end(), [](char octet) { return (static_cast<std::uint8_t>(octet) & 0xC0) != 0x80; }));
}

Status add_challenge_password(const std::string& password, x509::RequestInput& request) {
  if (password.empty()) return {};
  if (!is_utf8(password) || characters(password) > kMaxChallengePassword) {
    return Finding{&rules::kChallengePassword, {}, {}};
  }
  asn1::Writer writer;
  writer.string(asn1::tags::kUtf8String, password);
  request.attributes.push_back({asn1::OwnedOid(oids::kChallengePassword), writer.take()});
  return {};
}

}  // namespace

Result<MadeRequest> make_request(const CsrInput& input, const crypto::PrivateKey& key) {
  PKI_ASSERT(input.profile != nullptr);
  CertificatePlan plan;
  PKI_TRY(plan.subject, x509::encode_name(input.subject));
  plan.public_key = key.public_key_der();
  asn1::Context subject_context(plan.subject);
  PKI_TRY(const x509::Name subject, x509::read_name(plan.subject, subject_context));
  asn1::Context key_context(plan.public_key);
  PKI_TRY(const crypto::PublicKey public_key, crypto::read_public_key(plan.public_key, key_context));

  if (input.requested == RequestedExtensions::AsInProfile) {
    PKI_TRY(ProfileExtensions extensions, profile_extensions({.profile = *input.profile,
                                                              .options = input.extensions,
                                                              .alternative_names = input.alternative_names,
                                                              .subject = subject,
                                                              .public_key = public_key,
                                                              .authority_key_id = {}}));
    plan.extensions = std::move(extensions.list);
    plan.findings = std::move(extensions.findings);
    if (!input.profile->ca) {
      std::erase_if(plan.extensions, [](const x509::ExtensionInput& extension) {
        return extension.id.view() == oids::kSubjectKeyIdentifier;
      });
    }
    for (Finding& finding : check_plan(plan, *input.profile)) {
      if (finding.severity() >= Severity::Error) return std::move(finding);
      plan.findings.push_back(std::move(finding));
    }
  }

  x509::RequestInput request{
      .subject = std::move(plan.subject), .extensions = std::move(plan.extensions), .attributes = {}};
  PKI_CHECK(add_challenge_password(input.challenge_password, request));
  const auto algorithm = input.algorithm.value_or(key.default_signature_algorithm());
  PKI_TRY(ByteVector der, x509::sign_request(request, key, algorithm));
  return MadeRequest{.der = std::move(der), .findings = std::move(plan.findings)};
}

}  // namespace pki::ca
