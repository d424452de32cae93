// relying_parties, chain.relying_parties, foreign_words, faults: who would accept, and in which words they refuse.

#include <algorithm>

#include "api/chain_params.h"
#include "api/chain_question.h"
#include "api/chain_rows.h"
#include "api/describe_finding.h"
#include "api/describe_relying.h"
#include "api/describe_report.h"

namespace pki::api {
namespace {

using json::ObjectReader;
using json::Value;
using Parties = std::vector<const relying::RelyingParty*>;

constexpr std::int64_t kUsualHits = 20;

Result<Json> list_relying_parties(ObjectReader&) {
  Json list = Json::array();
  for (const relying::RelyingParty& party : relying::relying_parties()) list.push_back(describe(party));
  Json out;
  out["relying_parties"] = std::move(list);
  return out;
}

// Those that were named, each once; without names all.
Result<Parties> read_parties(ObjectReader& params) {
  Parties parties;
  const std::optional<Value> value = params.optional("relying_parties");
  if (!value) {
    for (const relying::RelyingParty& party : relying::relying_parties()) parties.push_back(&party);
    return parties;
  }
  PKI_TRY(const std::vector<Value> elements, json::read_list(*value));
  for (const Value& element : elements) {
    PKI_TRY(const relying::RelyingParty* party, read_relying_party(element));
    if (std::find(parties.begin(), parties.end(), party) == parties.end()) parties.push_back(party);
  }
  return parties;
}

Result<Json> ask_relying_parties(ObjectReader& params) {
  PKI_TRY(const ChainQuestion asked, read_chain_question(params));
  PKI_TRY(const Parties parties, read_parties(params));
  Json rows = Json::array();
  std::size_t accepted = 0;
  for (const relying::Opinion& opinion : relying::ask_all(asked.question, parties)) {
    accepted += opinion.report.accepted ? 1 : 0;
    rows.push_back(describe(opinion, asked.question));
  }
  const std::string verb = accepted == 1 ? " accepts" : " accept";
  Json out;
  out["rows"] = std::move(rows);
  out["certificates"] = describe_certificates(asked.question);
  out["accepted_by"] = accepted;
  out["refused_by"] = parties.size() - accepted;
  out["sentence"] = std::to_string(accepted) + " of " + std::to_string(parties.size()) +
                    (parties.size() == 1 ? " relying party" : " relying parties") + verb + ".";
  out["findings"] = api::describe(asked.findings);
  return out;
}

Result<Json> search_foreign_words(ObjectReader& params) {
  PKI_TRY(const Value query, params.required("query"));
  PKI_TRY(const std::string_view text, json::read_text(query));
  std::int64_t limit = kUsualHits;
  if (const std::optional<Value> value = params.optional("limit")) {
    PKI_TRY(limit, json::read_integer(*value, {1, static_cast<std::int64_t>(relying::kMostHits)}));
  }
  Json hits = Json::array();
  for (const relying::Hit& hit : relying::find_words(text, static_cast<std::size_t>(limit))) {
    hits.push_back(describe(hit));
  }
  Json out;
  out["hits"] = std::move(hits);
  return out;
}

Result<Json> list_faults(ObjectReader&) {
  Json list = Json::array();
  for (const relying::Fault& fault : relying::all_faults()) list.push_back(describe(fault));
  Json out;
  out["faults"] = std::move(list);
  return out;
}

constexpr ParamRow kPartiesRows[] = {
    {"relying_parties", "[text]", Presence::Optional, "The ids of those that are asked; otherwise all"},
};
constexpr std::span<const ParamRow> kAskParams[] = {kQuestionRows, kPartiesRows};

constexpr ParamRow kSearchRows[] = {
    {"query", "text", Presence::Required,
     "A code, a name or a message of a product, or a line of a log that holds one"},
    {"limit", "number", Presence::Optional, "As many hits at most, 20 by default"},
};
constexpr std::span<const ParamRow> kSearchParams[] = {kSearchRows};

constexpr Method kMethods[] = {
    {"relying_parties",
     "Lists the relying parties: libraries, platforms, browsers, servers and services, and what each asks of a chain",
     {},
     list_relying_parties},
    {"chain.relying_parties", "Asks many relying parties about one chain: who accepts, who refuses, and in which words",
     kAskParams, ask_relying_parties},
    {"foreign_words", "Finds the fault behind an error code, name or message of another product", kSearchParams,
     search_foreign_words},
    {"faults",
     "Lists the faults of chains: what each means, who minds, what to do, and how to make it happen",
     {},
     list_faults},
};

}  // namespace

std::span<const Method> relying_methods() { return kMethods; }

}  // namespace pki::api
