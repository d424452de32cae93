// chain.what_if: what another question does to the answer.

#include "api/chain_question.h"
#include "api/describe_report.h"
#include "api/question_changes.h"
#include "api/report_changes.h"

namespace pki::api {
namespace {

using json::ObjectReader;
using json::Value;

Result<AskedQuestion> read_question(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  AskedQuestion question;
  PKI_TRY(question.asked, read_chain_question(object));
  PKI_CHECK(object.finish());
  question.params = value.json();
  return question;
}

Json change_json(std::string_view kind, const std::string& text) {
  Json out;
  out["kind"] = kind;
  out["text"] = text;
  return out;
}

Result<Json> what_if(ObjectReader& params) {
  PKI_TRY(const Value before_value, params.required("before"));
  PKI_TRY(const AskedQuestion before, read_question(before_value));
  PKI_TRY(const Value after_value, params.required("after"));
  PKI_TRY(const AskedQuestion after, read_question(after_value));
  const path::Report old = answer(before.asked);
  const path::Report now = answer(after.asked);

  const std::vector<ReportChange> consequences = report_changes(old, now);
  Json changes = Json::array();
  for (const std::string& text : question_changes(before, after)) changes.push_back(change_json("input", text));
  for (const ReportChange& change : consequences) changes.push_back(change_json(change.kind, change.text));
  Json out;
  out["before"]["accepted"] = old.accepted;
  out["before"]["sentence"] = report_sentence(old);
  out["after"] = describe_answer(now, after.asked);
  out["sentence"] = consequences.front().text + ".";
  out["changes"] = std::move(changes);
  return out;
}

constexpr ParamRow kRows[] = {
    {"before", "CheckParams", Presence::Required, "The question as it was: the parameters of chain.check"},
    {"after", "CheckParams", Presence::Required, "The question as it would be"},
};
constexpr std::span<const ParamRow> kParams[] = {kRows};

constexpr Method kMethods[] = {
    {"chain.what_if",
     "Checks a chain under two questions, and says in words what differs between them and their answers", kParams,
     what_if},
};

}  // namespace

std::span<const Method> chain_what_if_methods() { return kMethods; }

}  // namespace pki::api
