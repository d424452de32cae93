// csr.match: the certificate that came back.

#include "api/chain_params.h"
#include "api/describe_certificate.h"
#include "api/describe_finding.h"
#include "api/describe_report.h"
#include "api/keys.h"
#include "api/params.h"
#include "api/report_texts.h"
#include "api/rules.h"
#include "api/sources.h"
#include "ca/request_match.h"
#include "path/rules.h"

namespace pki::api {
namespace {

using json::ObjectReader;
using json::Value;
using x509::CertificatePtr;

Result<ca::Expected> read_expected(ObjectReader& params) {
  const std::optional<Value> value = params.optional("ca");
  if (!value.has_value()) return ca::Expected::AsRequested;
  PKI_TRY(const bool ca, json::read_bool(*value));
  return ca ? ca::Expected::Ca : ca::Expected::AsRequested;
}

Result<Findings> match(ObjectReader& params, const x509::Certificate& certificate) {
  constexpr std::string_view kWays[] = {"csr", "key"};
  PKI_CHECK(at_most_one(params, kWays));
  PKI_TRY(const ca::Expected expected, read_expected(params));
  if (const std::optional<Value> value = params.optional("key")) {
    PKI_TRY(const crypto::PrivateKey key, read_key(*value));
    const ByteVector der = key.public_key_der();
    asn1::Context context(der);
    PKI_TRY(const crypto::PublicKey public_key, crypto::read_public_key(der, context));
    return ca::match_key(public_key, certificate, expected);
  }
  PKI_TRY(const Value value, params.required("csr"));
  PKI_TRY(const x509::RequestPtr request, read_request(value));
  return ca::match_request(*request, certificate, expected);
}

/// What the clock says of the certificate, as path validation would.
Findings check_validity(const x509::Certificate& certificate, Time now) {
  const auto finding = [&](const Rule& rule, std::string_view name, const x509::TimeField& field) {
    return Finding{&rule,
                   {certificate.range(field.element.whole), "tbsCertificate.validity"},
                   {{name, to_iso8601(field.time)}, {"at", to_iso8601(now)}}};
  };
  Findings findings;
  const auto& from = certificate.not_before();
  const auto& to = certificate.not_after();
  if (from.has_value() && now < from->time) {
    findings.push_back(finding(path::rules::kNotYetValid, "not_before", *from));
  }
  if (to.has_value() && now > to->time) findings.push_back(finding(path::rules::kExpired, "not_after", *to));
  return findings;
}

/// The chain of the certificate, if one was handed in.
struct Chain {
  std::optional<path::PathQuestion> question;
  path::Report report;
  Findings findings;
};

Result<Chain> check_chain(ObjectReader& params, const CertificatePtr& certificate, Time now) {
  Chain chain;
  CertificateList pool;
  CertificateList anchors;
  PKI_TRY(path::CheckOptions options, read_check_options(params, now));
  if (const std::optional<Value> value = params.optional("chain")) {
    PKI_TRY(pool, read_certificates(*value));
  }
  if (const std::optional<Value> value = params.optional("anchors")) {
    PKI_TRY(anchors, read_certificates(*value));
  }
  if (pool.certificates.empty() && anchors.certificates.empty()) return chain;
  chain.findings = pool.findings;
  chain.findings.insert(chain.findings.end(), anchors.findings.begin(), anchors.findings.end());

  path::PathQuestion question{
      .target = certificate, .pool = pool.certificates, .anchors = {}, .options = std::move(options)};
  for (const CertificatePtr& anchor : anchors.certificates) question.anchors.add(anchor);
  if (anchors.certificates.empty()) {
    for (const CertificatePtr& candidate : pool.certificates) {
      if (!x509::is_self_signed(*candidate)) continue;
      question.anchors.add(candidate);
      chain.findings.push_back({&rules::kMatchAnchor, {}, {{"subject", certificate_title(*candidate)}}});
    }
  }
  chain.report = path::check_paths(question);
  chain.question = std::move(question);
  return chain;
}

std::string clause_with_citation(const Finding& finding) {
  const std::string_view citation = finding.rule->citation;
  return as_clause(finding) + (citation.empty() ? std::string() : " (" + std::string(citation) + ")");
}

std::string sentence(const x509::Certificate& certificate, const Findings& findings, const Chain& chain) {
  for (const Finding& finding : findings) {
    if (finding.severity() >= Severity::Error) return "Not usable: " + clause_with_citation(finding) + ".";
  }
  if (chain.question.has_value() && !chain.report.accepted)
    return "Not usable: its chain does not hold: " + report_reason(chain.report) + ".";
  const std::string what = "\u00AB" + certificate_title(certificate) + "\u00BB";
  const std::string_view checked =
      chain.question.has_value() ? ", and its chain holds" : "; its chain was not checked, since none was handed in";
  return "Usable: " + what + " is the answer" + std::string(checked) + ".";
}

Result<Json> match_certificate(ObjectReader& params) {
  PKI_TRY(const Value now_value, params.required("now"));
  PKI_TRY(const Time now, read_time(now_value));
  PKI_TRY(const Value value, params.required("certificate"));
  PKI_TRY(const CertificatePtr certificate, read_certificate(value));
  PKI_TRY(Findings findings, match(params, *certificate));
  PKI_TRY(const Chain chain, check_chain(params, certificate, now));
  const Findings validity = check_validity(*certificate, now);
  findings.insert(findings.end(), validity.begin(), validity.end());
  findings.insert(findings.end(), chain.findings.begin(), chain.findings.end());
  Json out;
  out["usable"] = !has_errors(findings) && (!chain.question.has_value() || chain.report.accepted);
  out["sentence"] = sentence(*certificate, findings, chain);
  out["findings"] = describe(findings);
  out["certificate"] = describe(*certificate, now);
  out["chain"] = chain.question.has_value() ? describe(chain.report, *chain.question) : Json(nullptr);
  return out;
}

constexpr ParamRow kMatchRows[] = {
    {"certificate", "Source", Presence::Required, "The certificate that came back"},
    {"now", "Time", Presence::Required, "The time for which it is judged"},
    {"csr", "Source", Presence::Optional, "The request that it answers"},
    {"key", "Key", Presence::Optional, "The private key, where the request is not at hand"},
    {"ca", "true/false", Presence::Optional,
     "Whether it must be a CA's certificate; otherwise it must be if the request asks for it"},
    {"chain", "[Source]", Presence::Optional, "The certificates above it, in any order"},
    {"anchors", "[Source]", Presence::Optional,
     "The certificates that are trusted; otherwise the self-signed ones of the chain"},
    {"purpose", "text", Presence::Optional, "What it is to be used for, as in chain.check"},
};
constexpr std::span<const ParamRow> kMatchParams[] = {kMatchRows};

constexpr Method kMethods[] = {
    {"csr.match", "Tells whether a certificate answers a request, can be used now, and whether its chain holds",
     kMatchParams, match_certificate},
};

}  // namespace

std::span<const Method> csr_match_methods() { return kMethods; }

}  // namespace pki::api
