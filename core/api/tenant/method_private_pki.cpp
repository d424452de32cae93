// private_pki.*: a private PKI like AD CS, which signs the request of a BYOCA.

#include <algorithm>

#include "api/describe_certificate.h"
#include "api/describe_finding.h"
#include "api/method.h"
#include "api/params.h"
#include "api/sources.h"
#include "api/tenant/members.h"
#include "api/tenant/private_pki_answer.h"
#include "api/tenant/private_pki_json.h"
#include "base/encoding.h"
#include "base/text.h"
#include "cloudpki/private_pki/rules.h"
#include "cloudpki/private_pki/signing.h"

namespace pki::api {
namespace {

namespace private_pki = cloudpki::private_pki;
using json::ObjectReader;
using json::Value;

Result<private_pki::PrivatePki> take_pki(ObjectReader& params) {
  PKI_TRY(const Value value, params.required("private_pki"));
  return read_private_pki(value);
}

Result<Json> create_pki(ObjectReader& params) {
  PKI_TRY(const Time now, required_time(params, "now"));
  private_pki::PkiOrder order;
  order.settings.request_extensions = private_pki::usual_request_extensions();
  PKI_TRY(std::string name, optional_text(params, "name"));
  if (!name.empty()) order.name = std::move(name);
  if (const std::optional<Value> tiers = params.optional("tiers")) {
    PKI_TRY(const std::int64_t count, json::read_integer(*tiers, {1, 3}));
    order.tiers = static_cast<int>(count);
  }
  if (const std::optional<Value> purposes = params.optional("purposes")) {
    PKI_TRY(order.purposes, read_oids(*purposes));
  }
  if (const std::optional<Value> settings = params.optional("settings")) {
    PKI_CHECK(read_ca_settings(*settings, order.settings));
  }
  PKI_TRY(const private_pki::PrivatePki pki, private_pki::make_private_pki(order, now));
  return private_pki_answer(pki, now);
}

Result<Json> show_pki(ObjectReader& params) {
  PKI_TRY(const private_pki::PrivatePki pki, take_pki(params));
  PKI_TRY(const Time now, required_time(params, "now"));
  return private_pki_answer(pki, now);
}

Result<std::vector<private_pki::Mistake>> read_mistakes(ObjectReader& params) {
  std::vector<private_pki::Mistake> made;
  const std::optional<Value> value = params.optional("mistakes");
  if (!value) return made;
  std::vector<std::string_view> words;
  for (const private_pki::MistakeRow& row : private_pki::mistakes()) words.push_back(row.name);
  PKI_TRY(const std::vector<Value> list, json::read_list(*value));
  for (const Value& each : list) {
    PKI_TRY(const std::size_t index, json::read_word(each, words));
    made.push_back(private_pki::mistakes()[index].mistake);
  }
  return made;
}

Json describe_files(const std::vector<private_pki::AnswerFile>& files) {
  Json list = Json::array();
  for (const private_pki::AnswerFile& file : files) {
    Json line;
    line["name"] = file.name;
    line["data"] = to_base64(file.data);
    list.push_back(std::move(line));
  }
  return list;
}

Result<Json> sign_request(ObjectReader& params) {
  PKI_TRY(const private_pki::PrivatePki pki, take_pki(params));
  PKI_TRY(const Time now, required_time(params, "now"));
  PKI_TRY(const Value request_value, params.required("csr"));
  PKI_TRY(const x509::RequestPtr request, read_request(request_value));
  private_pki::SigningOrder order;
  PKI_TRY(order.mistakes, read_mistakes(params));
  if (const std::optional<Value> tier = params.optional("tier")) {
    PKI_TRY(const std::int64_t number, json::read_integer(*tier, {1, 3}));
    order.ca = static_cast<std::size_t>(number - 1);
  }
  constexpr json::Choice<private_pki::Encoding> kEncodings[] = {{"base64", private_pki::Encoding::Base64},
                                                                {"der", private_pki::Encoding::Der}};
  PKI_TRY(order.encoding, optional_choice(params, "encoding", kEncodings, private_pki::Encoding::Base64));
  PKI_CHECK(read_flag(params, "chain_as_p7b", order.chain_as_p7b));
  PKI_TRY(const private_pki::Answer answer, private_pki::sign(pki, *request, order, now));
  Json out;
  out["certificate"] = describe(*answer.certificate, now);
  out["signed_certificate"] = describe_files(answer.signed_certificate);
  out["chain"] = describe_files(answer.chain);
  out["findings"] = describe(answer.findings);
  return out;
}

Result<Json> revoke_certificate(ObjectReader& params) {
  PKI_TRY(private_pki::PrivatePki pki, take_pki(params));
  PKI_TRY(const Time now, required_time(params, "now"));
  PKI_TRY(const Value value, params.required("certificate"));
  PKI_TRY(const x509::CertificatePtr certificate, read_certificate(value));
  PKI_CHECK(private_pki::revoke(pki, *certificate, now));
  return private_pki_answer(pki, now);
}

Result<Json> list_mistakes(ObjectReader& params) {
  static_cast<void>(params);
  Json list = Json::array();
  for (const private_pki::MistakeRow& row : private_pki::mistakes()) {
    Json line;
    line["name"] = row.name;
    line["title"] = row.title;
    list.push_back(std::move(line));
  }
  Json out;
  out["mistakes"] = std::move(list);
  return out;
}

constexpr ParamRow kNowRows[] = {{"now", "Time", Presence::Required, "The time"}};
constexpr ParamRow kPkiRows[] = {
    {"private_pki", "PrivatePki", Presence::Required, "The private PKI, as the request before gave it back"}};
constexpr ParamRow kCreateRows[] = {
    {"name", "text", Presence::Optional, "The organization; otherwise Contoso"},
    {"tiers", "number", Presence::Optional, "1 to 3; otherwise 2"},
    {"purposes", "[text]", Presence::Optional, "Extended key usages of the CAs below the root; otherwise none"},
    {"settings", "PrivateCaSettings", Presence::Optional, "How the CAs are set up, where it is not as usual"},
};
constexpr ParamRow kSignRows[] = {
    {"csr", "Source", Presence::Required, "The request of the BYOCA issuing CA"},
    {"tier", "number", Presence::Optional, "The tier that signs, the root being 1; otherwise the last"},
    {"mistakes", "[text]", Presence::Optional, "What shall go wrong, as private_pki.mistakes lists it"},
    {"encoding", "text", Presence::Optional, "base64 or der, for .cer files; otherwise base64"},
    {"chain_as_p7b", "true/false", Presence::Optional, "The chain as one .p7b; otherwise true"},
};
constexpr ParamRow kRevokeRows[] = {{"certificate", "Source", Presence::Required, "A certificate of one of its CAs"}};
constexpr std::span<const ParamRow> kCreateParams[] = {kNowRows, kCreateRows};
constexpr std::span<const ParamRow> kShowParams[] = {kPkiRows, kNowRows};
constexpr std::span<const ParamRow> kSignParams[] = {kPkiRows, kNowRows, kSignRows};
constexpr std::span<const ParamRow> kRevokeParams[] = {kPkiRows, kNowRows, kRevokeRows};

constexpr Method kMethods[] = {
    {"private_pki.create", "Makes a private PKI of one to three tiers that behaves like AD CS", kCreateParams,
     create_pki},
    {"private_pki.show", "Shows a private PKI, and what it publishes at a time", kShowParams, show_pki},
    {"private_pki.sign", "Signs the request of a BYOCA as AD CS does, or with mistakes, and hands out the files",
     kSignParams, sign_request},
    {"private_pki.revoke", "Puts a certificate on the CRL of the private CA that signed it", kRevokeParams,
     revoke_certificate},
    {"private_pki.mistakes", "Lists the mistakes that people make when they sign", {}, list_mistakes},
};

}  // namespace

std::span<const Method> private_pki_methods() { return kMethods; }

}  // namespace pki::api
