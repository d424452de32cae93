#include "api/chain_fetch.h"

#include <map>

#include "api/describe_certificate.h"
#include "api/describe_report.h"
#include "api/sources.h"
#include "api/texts.h"
#include "base/encoding.h"
#include "base/text.h"
#include "repository/rules.h"

namespace pki::api {
namespace {

using json::Choice;
using json::Json;
using json::ObjectReader;
using json::Value;
using repository::Fetch;
using repository::FetchOutcome;
using repository::Follow;

constexpr Choice<Follow> kFollows[] = {
    {"off", Follow::Off}, {"issuers", Follow::Issuers}, {"crls", Follow::Crls}, {"all", Follow::All}};

constexpr std::size_t kLongestUrl = 400;

Result<Follow> read_follow(ObjectReader& params) {
  const std::optional<Value> options = params.optional("options");
  if (!options.has_value()) return Follow::Off;
  PKI_TRY(ObjectReader object, ObjectReader::open(*options));
  const std::optional<Value> fetch = object.optional("fetch");
  if (!fetch.has_value()) return Follow::Off;
  return json::read_choice(*fetch, kFollows);
}

Status read_entry(const Value& value, repository::VirtualRepository& entries) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  PKI_TRY(const Value url, object.required("url"));
  PKI_TRY(const Value data, object.required("data"));
  PKI_CHECK(object.finish());
  PKI_TRY(const std::string_view text, json::read_text(url));
  PKI_TRY(SourceData source, read_source(data));
  const std::string shown = json::excerpt(text, kLongestUrl);
  if (!repository::normal_http_url(text)) return url.at({&repository::rules::kUrl, {}, {{"url", shown}}});
  if (!entries.add(text, std::move(source.data))) {
    return url.at({&repository::rules::kUrlTwice, {}, {{"url", shown}}});
  }
  return {};
}

Result<repository::VirtualRepository> read_repository(ObjectReader& params) {
  repository::VirtualRepository entries;
  const std::optional<Value> value = params.optional("repository");
  if (!value.has_value()) return entries;
  PKI_TRY(const std::vector<Value> elements, json::read_list(*value));
  for (const Value& element : elements) PKI_CHECK(read_entry(element, entries));
  return entries;
}

std::string in_quotes(std::string_view text) { return "\u00AB" + std::string(text) + "\u00BB"; }

std::string crl_text(const x509::Crl& crl) {
  const auto& number = crl.extensions().crl_number;
  return "CRL " + (number ? x509::to_text(*number) + " " : std::string()) + "of " +
         in_quotes(title(crl.issuer(), nullptr, "no name"));
}

std::string fetch_text(const Fetch& fetch) {
  switch (fetch.outcome) {
    case FetchOutcome::Missing:
      return "nothing stands there";
    case FetchOutcome::Unreadable:
      return fetch.detail;
    case FetchOutcome::NotHttp:
      return "not followed: it is no http URL";
    case FetchOutcome::Found:
      break;
  }
  std::vector<std::string> found;
  for (const x509::CertificatePtr& certificate : fetch.certificates) {
    found.push_back(in_quotes(certificate_title(*certificate)));
  }
  for (const x509::CrlPtr& crl : fetch.crls) found.push_back(crl_text(*crl));
  return "gave " + join(found);
}

/// The numbers of a report's certificates, by their SHA-256 in hex.
using Numbers = std::map<std::string, std::size_t, std::less<>>;

Numbers number(const Json& report) {
  Numbers numbers;
  for (const Json& certificate : report["certificates"]) {
    numbers.emplace(certificate["sha256"].get<std::string>(), numbers.size());
  }
  return numbers;
}

Json number_of(const Numbers& numbers, const x509::CertificatePtr& certificate) {
  const auto found = numbers.find(to_hex(certificate->fingerprint()));
  return found == numbers.end() ? Json(nullptr) : Json(found->second);
}

Json describe(const Fetch& fetch, const Numbers& numbers) {
  Json gave = Json::array();
  for (const x509::CertificatePtr& certificate : fetch.certificates) gave.push_back(number_of(numbers, certificate));
  Json out;
  out["url"] = printable(json::excerpt(fetch.url, kLongestUrl));
  out["why"] = repository::fetch_reason_name(fetch.why);
  out["certificate"] = number_of(numbers, fetch.certificate);
  out["outcome"] = repository::fetch_outcome_name(fetch.outcome);
  out["gave"] = std::move(gave);
  out["text"] = fetch_text(fetch);
  return out;
}

Json describe_without(const path::PathQuestion& at_hand) {
  const path::Report report = path::check_paths(at_hand);
  Json out;
  out["accepted"] = report.accepted;
  out["sentence"] = report_sentence(report);
  return out;
}

}  // namespace

std::string_view follow_name(Follow follow) {
  for (const Choice<Follow>& choice : kFollows) {
    if (choice.meaning == follow) return choice.word;
  }
  return kFollows[0].word;
}

Result<std::optional<ChainFetch>> read_chain_fetch(ObjectReader& params, const path::PathQuestion& question) {
  PKI_TRY(const Follow follow, read_follow(params));
  PKI_TRY(const repository::VirtualRepository entries, read_repository(params));
  if (follow == Follow::Off) return std::optional<ChainFetch>();
  repository::Gathered gathered = repository::gather(question, {.repository = entries, .follow = follow});
  return std::optional<ChainFetch>(ChainFetch{.gathered = std::move(gathered), .at_hand = question});
}

void describe_fetches(Json& report, const ChainFetch& fetch) {
  const Numbers numbers = number(report);
  for (const x509::CertificatePtr& certificate : fetch.gathered.certificates) {
    const Json index = number_of(numbers, certificate);
    if (!index.is_null()) report["certificates"][index.get<std::size_t>()]["source"] = "fetched";
  }
  Json fetches = Json::array();
  for (const Fetch& one : fetch.gathered.fetches) fetches.push_back(describe(one, numbers));
  report["fetches"] = std::move(fetches);
  if (!fetch.gathered.empty()) report["without_fetching"] = describe_without(fetch.at_hand);
}

}  // namespace pki::api
