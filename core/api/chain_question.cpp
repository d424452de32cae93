#include "api/chain_question.h"

#include "api/chain_params.h"
#include "api/params.h"
#include "api/sources.h"

namespace pki::api {
namespace {

using json::ObjectReader;
using json::Value;

void add(const Findings& from, Findings& to) { to.insert(to.end(), from.begin(), from.end()); }

Result<CertificateList> read_optional_certificates(ObjectReader& params, std::string_view name) {
  const std::optional<Value> value = params.optional(name);
  if (!value.has_value()) return CertificateList();
  return read_certificates(*value);
}

Status read_revocation_sources(ObjectReader& params, ChainQuestion& asked) {
  if (const std::optional<Value> value = params.optional("crls")) {
    PKI_TRY(CrlList crls, read_crls(*value));
    asked.question.crls = std::move(crls.crls);
    add(crls.findings, asked.findings);
  }
  if (const std::optional<Value> value = params.optional("ocsp")) {
    PKI_TRY(OcspResponseList responses, read_ocsp_responses(*value));
    asked.question.ocsp_responses = std::move(responses.responses);
    add(responses.findings, asked.findings);
  }
  return {};
}

constexpr ParamRow kRows[] = {
    {"target", "Source", Presence::Required, "The certificate that is to be checked"},
    {"anchors", "[Source]", Presence::Required, "The certificates that the relying party trusts"},
    {"at", "Time", Presence::Required, "The time for which the path is judged"},
    {"pool", "[Source]", Presence::Optional, "Certificates that may help, in any order: intermediates, whole bundles"},
    {"crls", "[Source]", Presence::Optional,
     "Certificate revocation lists, in any order; looked at where options.revocation asks for it"},
    {"ocsp", "[Source]", Presence::Optional,
     "OCSP responses, in any order; looked at where options.revocation asks for it"},
    {"purpose", "text", Presence::Optional,
     "What the certificate is to be used for, such as tls-server; \"about\" lists the purposes. Otherwise any"},
    {"names", "[text]", Presence::Optional,
     "What the certificate must be for, at least one of these: host names or addresses; with a prefix (email:, URI:, "
     "SRV:, UPN:, DNS:, IP:) other names"},
    {"options", "object", Presence::Optional,
     "What RFC 5280 leaves to the relying party: eku_nesting, anchor_constraints, anchor_validity, anchor_form, "
     "target_anchor, strength, weak, issuer_rules, web_pki, common_name, search, policies, explicit_policy, "
     "policy_mapping, any_policy, revocation, max_intermediates, max_validity_days, not_understood, checks"},
};

}  // namespace

Result<ChainQuestion> read_chain_question(ObjectReader& params) {
  PKI_TRY(const Value at_value, params.required("at"));
  PKI_TRY(const Time at, read_time(at_value));
  ChainQuestion asked;
  path::PathQuestion& question = asked.question;
  PKI_TRY(question.options, read_check_options(params, at));
  PKI_TRY(const Value target, params.required("target"));
  PKI_TRY(question.target, read_certificate(target));
  PKI_TRY(CertificateList pool, read_optional_certificates(params, "pool"));
  question.pool = std::move(pool.certificates);
  PKI_TRY(const Value anchors_value, params.required("anchors"));
  PKI_TRY(const CertificateList anchors, read_certificates(anchors_value));
  for (const x509::CertificatePtr& certificate : anchors.certificates) question.anchors.add(certificate);
  add(pool.findings, asked.findings);
  add(anchors.findings, asked.findings);
  PKI_CHECK(read_revocation_sources(params, asked));
  return asked;
}

std::span<const ParamRow> chain_question_rows() { return kRows; }

}  // namespace pki::api
