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

Result<ChainQuestion> read_question(ObjectReader& params, const relying::RelyingParty* party) {
  ChainQuestion asked;
  path::PathQuestion& question = asked.question;
  PKI_TRY(const Value at_value, params.required("at"));
  PKI_TRY(const Time at, read_time(at_value));
  PKI_TRY(question.options, read_check_options(params, at, party));
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
  PKI_TRY(asked.network, read_network(params));
  return asked;
}

}  // namespace

Result<ChainQuestion> read_question_for_many(ObjectReader& params) {
  PKI_CHECK(read_named_party(params));
  return read_question(params, nullptr);
}

Result<ChainQuestion> read_chain_question(ObjectReader& params) {
  PKI_TRY(const relying::RelyingParty* party, read_named_party(params));
  PKI_TRY(ChainQuestion asked, read_question(params, party));
  asked.fetch = fetch_for(asked.question, asked.network, party);
  if (asked.fetch.has_value()) {
    asked.question = repository::with_gathered(std::move(asked.question), asked.fetch->gathered);
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
  if (question.fetch.has_value()) describe_fetch(out, *question.fetch);
  return out;
}

}  // namespace pki::api
