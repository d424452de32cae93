// csr.review, csr.sign: a request becomes a certificate, by explicit choice.

#include "api/describe_extensions.h"
#include "api/describe_finding.h"
#include "api/describe_name.h"
#include "api/describe_request.h"
#include "api/issue_params.h"
#include "api/issue_rows.h"
#include "api/issued.h"
#include "api/params.h"
#include "api/sources.h"
#include "api/texts.h"
#include "asn1/oid_registry.h"
#include "base/encoding.h"
#include "ca/request_signing.h"

namespace pki::api {
namespace {

using json::ObjectReader;
using json::Value;

// --- csr.review ------------------------------------------------------------------------------------------------------

std::string text_of(const x509::ExtensionInput& input) {
  asn1::Context context(input.value);
  std::vector<x509::Extension> list = {{input.id.view(), input.critical, input.value, input.value}};
  const x509::KnownExtensions known = x509::parse_known_extensions(std::move(list), context);
  return extension_text(known, known.all.front());
}

Json describe(const std::optional<x509::ExtensionInput>& input) {
  if (!input.has_value()) return nullptr;
  Json out;
  out["critical"] = input->critical;
  out["text"] = text_of(*input);
  out["value"] = to_base64(input->value);
  return out;
}

std::string_view relation(const ca::ExtensionChoiceRow& row) {
  if (!row.from_profile.has_value()) return "Only the request has it";
  if (!row.requested.has_value()) return "Only the profile has it";
  const bool same =
      row.requested->critical == row.from_profile->critical && equal(row.requested->value, row.from_profile->value);
  return same ? "The request asks for what the profile has"
              : "The request asks for something else than the profile has";
}

Json describe(const ca::ExtensionChoiceRow& row) {
  Json choices = Json::array();
  for (const ca::Choice choice : row.allowed) choices.push_back(ca::choice_name(choice));
  Json out;
  out["oid"] = row.id.view().to_dotted();
  out["name"] = asn1::oid_name(row.id.view());
  out["label"] = extension_label(row.id.view());
  out["request"] = describe(row.requested);
  out["profile"] = describe(row.from_profile);
  out["merged"] = describe(row.merged);
  out["choices"] = std::move(choices);
  out["default"] = ca::choice_name(row.suggested);
  out["reason"] = row.findings.empty() ? std::string(relation(row)) : render_summary(row.findings.front());
  out["findings"] = api::describe(row.findings);
  return out;
}

Result<x509::CertificatePtr> read_review_issuer(ObjectReader& params) {
  const std::optional<Value> value = params.optional("issuer");
  if (!value.has_value()) return x509::CertificatePtr();
  PKI_TRY(ObjectReader issuer, ObjectReader::open(*value));
  PKI_TRY(const Value certificate, issuer.required("certificate"));
  PKI_CHECK(issuer.finish());
  return read_certificate(certificate);
}

Result<Json> review(ObjectReader& params) {
  PKI_TRY(const ca::IssueInput input, read_issue_input(params));
  PKI_TRY(const Value csr, params.required("csr"));
  PKI_TRY(const x509::RequestPtr request, read_request(csr));
  PKI_TRY(const x509::CertificatePtr issuer, read_review_issuer(params));
  PKI_TRY(const ca::RequestReview review, ca::review_request(*request, input, issuer.get()));
  Json rows = Json::array();
  for (const ca::ExtensionChoiceRow& row : review.rows) rows.push_back(describe(row));
  Json out;
  out["subject"]["request"] = describe(request->subject(), Place(request->der()));
  out["rows"] = std::move(rows);
  out["proof_of_possession"] = describe_proof(x509::verify_proof_of_possession(*request));
  out["findings"] = api::describe(review.findings);
  return out;
}

// --- csr.sign --------------------------------------------------------------------------------------------------------

constexpr json::Choice<ca::Choice> kChoices[] = {
    {"request", ca::Choice::TakeFromRequest},
    {"profile", ca::Choice::TakeFromProfile},
    {"merge", ca::Choice::Merge},
    {"drop", ca::Choice::Drop},
};

Result<ca::RequestChoices> read_choices(ObjectReader& params) {
  ca::RequestChoices choices;
  choices.subject =
      params.optional("subject").has_value() ? ca::SubjectChoice::Replace : ca::SubjectChoice::TakeFromRequest;
  PKI_TRY(const Value value, params.required("choices"));
  if (!value.json().is_object()) return value.wrong_type("an object from OIDs to words");
  for (const auto& member : value.json().items()) {
    const Value choice = value.inner(member.value(), member.key());
    std::optional<asn1::OwnedOid> oid = asn1::parse_oid(member.key());
    if (!oid.has_value()) {
      const Json name(member.key());
      return Value(name, choice.pointer()).wrong_value("the OID of an extension");
    }
    PKI_TRY(const ca::Choice meaning, json::read_choice(choice, kChoices));
    choices.extensions.push_back({*std::move(oid), meaning});
  }
  return choices;
}

Json describe(const std::vector<ca::ExtensionOrigin>& origins) {
  Json list = Json::array();
  for (const ca::ExtensionOrigin& origin : origins) {
    Json out;
    out["oid"] = origin.id.view().to_dotted();
    out["name"] = asn1::oid_name(origin.id.view());
    out["from"] = ca::choice_name(origin.from);
    list.push_back(std::move(out));
  }
  return list;
}

Result<Json> sign(ObjectReader& params) {
  PKI_TRY(ca::IssueInput input, read_issue_input(params));
  PKI_TRY(const Value csr, params.required("csr"));
  PKI_TRY(const x509::RequestPtr request, read_request(csr));
  PKI_TRY(const Issuer issuer, read_issuer(params));
  PKI_TRY(input.algorithm, read_algorithm(params, issuer.key));
  PKI_TRY(const ca::RequestChoices choices, read_choices(params));
  PKI_TRY(ca::SignedRequest made, ca::sign_request(*request, input, choices, {issuer.key, issuer.certificate.get()}));
  PKI_TRY(Json out, describe_issued(std::move(made.der), made.findings, input.validity.now));
  out["provenance"] = describe(made.origins);
  return out;
}

// --- The table -------------------------------------------------------------------------------------------------------

constexpr ParamRow kReviewRows[] = {
    {"csr", "Source", Presence::Required, "The request"},
    {"profile", "text", Presence::Required, "What kind of certificate it is to be; \"profiles\" lists them"},
    {"now", "Time", Presence::Required, "The time of issuing"},
    {"issuer", "{certificate: Source}", Presence::Optional, "The CA that would sign"},
    {"subject", "Subject", Presence::Optional, "A subject instead of the request's"},
    {"san", "[SAN]", Presence::Optional, "Subject alternative names for the profile's side"},
};
constexpr ParamRow kSignRows[] = {
    {"csr", "Source", Presence::Required, "The request"},
    {"profile", "text", Presence::Required, "What kind of certificate it is to be; \"profiles\" lists them"},
    {"issuer", "{certificate: Source, key: Key}", Presence::Required, "The CA that signs"},
    {"now", "Time", Presence::Required, "The time of issuing"},
    {"choices", "{OID: text}", Presence::Required,
     "For every extension that is asked for: request, profile, merge or drop, as csr.review lists them"},
    {"subject", "Subject", Presence::Optional, "A subject instead of the request's"},
    {"san", "[SAN]", Presence::Optional, "Subject alternative names for the profile's side"},
};

constexpr std::span<const ParamRow> kReviewParams[] = {kReviewRows, kExtensionRows, kSigningRows};
constexpr std::span<const ParamRow> kSignParams[] = {kSignRows, kExtensionRows, kSigningRows};

constexpr Method kMethods[] = {
    {"csr.review", "Lays what a request asks for beside what a profile has, with the choices for each extension",
     kReviewParams, review},
    {"csr.sign", "Signs a request, with a choice for each extension of what is taken from it", kSignParams, sign},
};

}  // namespace

std::span<const Method> csr_sign_methods() { return kMethods; }

}  // namespace pki::api
