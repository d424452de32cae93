#include "api/describe_relying.h"

#include "api/describe_finding.h"
#include "api/describe_options.h"
#include "api/describe_report.h"

namespace pki::api {
namespace {

using json::Json;

Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

Json describe(const relying::Setting& setting) {
  Json out;
  out["name"] = relying::topic_name(setting.topic);
  out["value"] = setting.value;
  out["text"] = setting.text;
  out["source"] = setting.source;
  out["certainty"] = relying::certainty_name(setting.certainty);
  return out;
}

Json describe(relying::Product product, const relying::Word& word) {
  Json out;
  out["product"] = relying::product_info(product).title;
  out["code"] = word.code;
  out["name"] = word.name;
  out["text"] = word.text;
  out["certainty"] = relying::certainty_name(word.certainty);
  return out;
}

Json rule_ids(relying::FaultId fault) {
  Json ids = Json::array();
  for (const Rule* rule : relying::rules_of(fault)) ids.push_back(rule->id);
  return ids;
}

// What a table of relying parties shows for each: as for the certificate of a TLS server.
path::CheckOptions shown_options(const relying::RelyingParty& party) {
  path::CheckOptions base;
  base.purpose = path::Purpose::TlsServer;
  return relying::options_for(party, std::move(base));
}

}  // namespace

Json describe(const relying::RelyingParty& party) {
  Json settings = Json::array();
  for (const relying::Setting& setting : party.settings) settings.push_back(describe(setting));
  Json out;
  out["id"] = party.id;
  out["title"] = party.title;
  out["kind"] = relying::kind_name(party.kind);
  out["description"] = party.description;
  out["settings"] = std::move(settings);
  out["options"] = describe(shown_options(party));
  out["checked_against"] = text_or_null(party.checked_against);
  return out;
}

Json describe(const relying::Fault& fault) {
  Json words = Json::array();
  for (const relying::ProductInfo& product : relying::all_products()) {
    for (const relying::Word* word : relying::words_of(product.product, fault.fault)) {
      words.push_back(describe(product.product, *word));
    }
  }
  Json parties = Json::array();
  for (const relying::RelyingParty* party : relying::enforced_by(fault.fault)) parties.push_back(party->id);
  Json out;
  out["id"] = fault.id;
  out["title"] = fault.title;
  out["meaning"] = fault.meaning;
  out["cure"] = fault.cure;
  out["lab"] = fault.lab;
  out["see"] = fault.see;
  out["rules"] = rule_ids(fault.fault);
  out["words"] = std::move(words);
  out["enforced_by"] = std::move(parties);
  out["example"] = text_or_null(fault.example);
  return out;
}

Json describe(const relying::Hit& hit) {
  const relying::Word& word = *hit.word;
  const relying::Fault& fault = relying::fault_info(word.fault);
  Json about;
  about["id"] = fault.id;
  about["title"] = fault.title;
  about["meaning"] = fault.meaning;
  about["cure"] = fault.cure;
  about["rules"] = rule_ids(word.fault);
  about["see"] = fault.see;
  about["example"] = text_or_null(fault.example);
  Json out;
  out["word"] = word.name.empty() ? word.text : word.name;
  out["product"] = relying::product_info(hit.product).title;
  out["code"] = word.code;
  out["text"] = word.text;
  out["match"] = hit.match == relying::Match::Exact ? "exact" : "part";
  out["fault"] = std::move(about);
  out["certainty"] = relying::certainty_name(word.certainty);
  return out;
}

Json describe(const relying::Opinion& opinion, const path::PathQuestion& question) {
  const path::Report& report = opinion.report;
  Json words = Json::array();
  if (opinion.fault != nullptr) {
    for (const auto& [product, word] : relying::words_for(*opinion.party, *opinion.fault)) {
      words.push_back(describe(product, *word));
    }
  }
  Json out;
  out["id"] = opinion.party->id;
  out["title"] = opinion.party->title;
  out["kind"] = relying::kind_name(opinion.party->kind);
  out["accepted"] = report.accepted;
  out["sentence"] = report_sentence(report);
  out["headline"] = report.headline ? api::describe(*report.headline) : Json(nullptr);
  out["fault"] = opinion.fault != nullptr ? Json(opinion.fault->id) : Json(nullptr);
  out["certificate"] = headline_certificate(report, question);
  out["words"] = std::move(words);
  return out;
}

}  // namespace pki::api
