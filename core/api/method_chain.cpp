// chain.check: is this certificate accepted, and why.

#include "api/chain_question.h"
#include "api/describe_report.h"

namespace pki::api {
namespace {

using json::ObjectReader;

Result<Json> check_chain(ObjectReader& params) {
  PKI_TRY(const ChainQuestion asked, read_chain_question(params));
  path::Report report = path::check_paths(asked.question);
  report.findings.insert(report.findings.end(), asked.findings.begin(), asked.findings.end());
  Json out;
  out["report"] = describe(report, asked.question);
  return out;
}

constexpr ParamRow kRelyingPartyRows[] = {
    {"relying_party", "text", Presence::Optional,
     "The id of a relying party (\"relying_parties\" lists them): what it asks is the base that options change"},
};

const std::span<const ParamRow> kCheckParams[] = {chain_question_rows(), kRelyingPartyRows};

const Method kMethods[] = {
    {"chain.check", "Finds and judges all paths from a certificate to trust anchors, and says what each check found",
     kCheckParams, check_chain},
};

}  // namespace

std::span<const Method> chain_methods() { return kMethods; }

}  // namespace pki::api
