// chain.check: is this certificate accepted, and why.

#include "api/chain_question.h"
#include "api/chain_rows.h"

namespace pki::api {
namespace {

Result<Json> check_chain(json::ObjectReader& params) {
  PKI_TRY(const ChainQuestion question, read_chain_question(params));
  Json out;
  out["report"] = describe_answer(answer(question), question);
  return out;
}

constexpr std::span<const ParamRow> kCheckParams[] = {kQuestionRows};

constexpr Method kMethods[] = {
    {"chain.check", "Finds and judges all paths from a certificate to trust anchors, and says what each check found",
     kCheckParams, check_chain},
};

}  // namespace

std::span<const Method> chain_methods() { return kMethods; }

}  // namespace pki::api
