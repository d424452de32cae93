// chain.check: is this certificate accepted, and why.

#include "api/chain_params.h"
#include "api/describe_finding.h"
#include "api/describe_report.h"
#include "api/params.h"
#include "api/sources.h"

namespace pki::api {
namespace {

using json::ObjectReader;
using json::Value;

Result<CertificateList> read_optional_certificates(ObjectReader& params, std::string_view name) {
  const std::optional<Value> value = params.optional(name);
  if (!value.has_value()) return CertificateList();
  return read_certificates(*value);
}

Result<Json> check_chain(ObjectReader& params) {
  PKI_TRY(const Value at_value, params.required("at"));
  PKI_TRY(const Time at, read_time(at_value));
  path::PathQuestion question;
  PKI_TRY(question.options, read_check_options(params, at));
  PKI_TRY(const Value target, params.required("target"));
  PKI_TRY(question.target, read_certificate(target));
  PKI_TRY(const CertificateList pool, read_optional_certificates(params, "pool"));
  question.pool = pool.certificates;
  PKI_TRY(const Value anchors_value, params.required("anchors"));
  PKI_TRY(const CertificateList anchors, read_certificates(anchors_value));
  for (const x509::CertificatePtr& certificate : anchors.certificates) question.anchors.add(certificate);

  path::Report report = path::check_paths(question);
  for (const CertificateList* list : {&pool, &anchors}) {
    report.findings.insert(report.findings.end(), list->findings.begin(), list->findings.end());
  }
  Json out;
  out["report"] = describe(report, question);
  return out;
}

constexpr ParamRow kCheckRows[] = {
    {"target", "Source", Presence::Required, "The certificate that is to be checked"},
    {"anchors", "[Source]", Presence::Required, "The certificates that the relying party trusts"},
    {"at", "Time", Presence::Required, "The time for which the path is judged"},
    {"pool", "[Source]", Presence::Optional, "Certificates that may help, in any order: intermediates, whole bundles"},
    {"purpose", "text", Presence::Optional,
     "What the certificate is to be used for, such as tls-server; \"about\" lists the purposes. Otherwise any"},
    {"names", "[text]", Presence::Optional, "Host names or addresses, of which the certificate must have one"},
    {"options", "object", Presence::Optional,
     "What RFC 5280 leaves to the relying party: eku_nesting, anchor_constraints, anchor_validity, target_anchor, "
     "strength, weak, issuer_rules, common_name, search, policies, explicit_policy, policy_mapping, any_policy"},
};
constexpr std::span<const ParamRow> kCheckParams[] = {kCheckRows};

constexpr Method kMethods[] = {
    {"chain.check", "Finds and judges all paths from a certificate to trust anchors, and says what each check found",
     kCheckParams, check_chain},
};

}  // namespace

std::span<const Method> chain_methods() { return kMethods; }

}  // namespace pki::api
