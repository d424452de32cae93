#include "api/chain_question.h"

#include "api/chain_params.h"
#include "api/describe_report.h"
#include "api/params.h"
#include "api/sources.h"

namespace pki::api {
namespace {

using json::ObjectReader;
using json::Value;

void append(Findings& all, const Findings& more) { all.insert(all.end(), more.begin(), more.end()); }

}  // namespace

Result<ChainQuestion> read_chain_question(ObjectReader& params) {
  ChainQuestion asked;
  path::PathQuestion& question = asked.question;
  PKI_TRY(const Value at_value, params.required("at"));
  PKI_TRY(const Time at, read_time(at_value));
  PKI_TRY(question.options, read_check_options(params, at));
  PKI_TRY(const Value target, params.required("target"));
  PKI_TRY(question.target, read_certificate(target));
  if (const std::optional<Value> value = params.optional("pool")) {
    PKI_TRY(const CertificateList pool, read_certificates(*value));
    question.pool = pool.certificates;
    append(asked.findings, pool.findings);
  }
  PKI_TRY(const Value anchors_value, params.required("anchors"));
  PKI_TRY(const CertificateList anchors, read_certificates(anchors_value));
  for (const x509::CertificatePtr& certificate : anchors.certificates) question.anchors.add(certificate);
  append(asked.findings, anchors.findings);
  if (const std::optional<Value> value = params.optional("crls")) {
    PKI_TRY(const CrlList crls, read_crls(*value));
    question.crls = crls.crls;
    append(asked.findings, crls.findings);
  }
  if (const std::optional<Value> value = params.optional("ocsp")) {
    PKI_TRY(const OcspResponseList responses, read_ocsp_responses(*value));
    question.ocsp_responses = responses.responses;
    append(asked.findings, responses.findings);
  }
  PKI_TRY(asked.fetch, read_chain_fetch(params, question));
  if (asked.fetch.has_value()) {
    question = repository::with_gathered(std::move(question), asked.fetch->gathered);
    append(asked.findings, asked.fetch->gathered.findings);
  }
  return asked;
}

path::Report answer(const ChainQuestion& question) {
  path::Report report = path::check_paths(question.question);
  append(report.findings, question.findings);
  return report;
}

json::Json describe_answer(const path::Report& report, const ChainQuestion& question) {
  json::Json out = describe(report, question.question);
  if (question.fetch.has_value()) describe_fetches(out, *question.fetch);
  return out;
}

}  // namespace pki::api
