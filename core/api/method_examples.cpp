// examples, example.make: prepared chains, ready for chain.check.

#include "api/chain_fetch.h"
#include "api/describe_options.h"
#include "api/method.h"
#include "api/params.h"
#include "asn1/pem.h"
#include "examples/example.h"

namespace pki::api {
namespace {

using examples::Example;
using examples::Question;
using json::ObjectReader;
using json::Value;

Result<Json> list_examples(ObjectReader&) {
  Json list = Json::array();
  for (const Example& example : examples::examples()) {
    Json out;
    out["id"] = example.id;
    out["title"] = example.title;
    out["lesson"] = example.lesson;
    out["accepted"] = example.accepted();
    list.push_back(std::move(out));
  }
  Json out;
  out["examples"] = std::move(list);
  return out;
}

Json pem_list(std::string_view label, const std::vector<ByteVector>& ders) {
  Json list = Json::array();
  for (const ByteVector& der : ders) list.push_back(asn1::write_pem(label, der));
  return list;
}

// RFC 5280 4.2.1.13 and 4.2.2.1: what stands at a URL is one certificate or CRL in DER.
Json describe_repository(const std::vector<repository::Entry>& entries, repository::Follow follow) {
  const std::string_view label = follow == repository::Follow::Issuers ? "CERTIFICATE" : "X509 CRL";
  Json list = Json::array();
  for (const repository::Entry& entry : entries) {
    Json out;
    out["url"] = entry.url;
    out["data"] = asn1::write_pem(label, entry.data);
    list.push_back(std::move(out));
  }
  return list;
}

Json describe_options(const Question& question) {
  Json options = Json::object();
  if (question.revocation != path::RevocationMode::Off) {
    options["revocation"]["mode"] = revocation_mode_name(question.revocation);
  }
  if (!question.required_policies.empty()) {
    options["policies"] = question.required_policies;
    options["explicit_policy"] = "required";
  }
  if (question.follow != repository::Follow::Off) options["fetch"] = follow_name(question.follow);
  return options;
}

/// The question as CheckParams.
Json describe(const Question& question, Time at) {
  Json out;
  out["target"] = asn1::write_pem("CERTIFICATE", question.target);
  out["pool"] = pem_list("CERTIFICATE", question.pool);
  out["anchors"] = pem_list("CERTIFICATE", question.anchors);
  out["at"] = to_iso8601(at);
  out["purpose"] = path::purpose_info(question.purpose).name;
  if (!question.names.empty()) out["names"] = question.names;
  if (!question.crls.empty()) out["crls"] = pem_list("X509 CRL", question.crls);
  if (!question.repository.empty()) out["repository"] = describe_repository(question.repository, question.follow);
  if (Json options = describe_options(question); !options.empty()) out["options"] = std::move(options);
  return out;
}

Result<const Example*> read_example(const Value& value) {
  PKI_TRY(const std::string_view id, json::read_text(value));
  if (const Example* example = examples::find_example(id)) return example;
  return value.wrong_value("the id of an example; \"examples\" lists them");
}

Result<Json> make_example(ObjectReader& params) {
  PKI_TRY(const Value id, params.required("id"));
  PKI_TRY(const Example* example, read_example(id));
  PKI_TRY(const Value now_value, params.required("now"));
  PKI_TRY(const Time now, read_time(now_value));
  PKI_TRY(const Question question, example->make(now));
  Json expected;
  expected["accepted"] = example->accepted();
  expected["rule"] = example->accepted() ? Json(nullptr) : Json(example->rule->id);
  Json out;
  out["id"] = example->id;
  out["title"] = example->title;
  out["story"] = example->story;
  out["lesson"] = example->lesson;
  out["question"] = describe(question, now);
  out["expected"] = std::move(expected);
  return out;
}

constexpr ParamRow kMakeRows[] = {
    {"id", "text", Presence::Required, "Which example; \"examples\" lists them"},
    {"now", "Time", Presence::Required, "The time around which its certificates are made, and for which it is checked"},
};
constexpr std::span<const ParamRow> kMakeParams[] = {kMakeRows};

constexpr Method kMethods[] = {
    {"examples", "Lists the prepared chains", {}, list_examples},
    {"example.make", "Makes the certificates of a prepared chain, and the question for chain.check", kMakeParams,
     make_example},
};

}  // namespace

std::span<const Method> example_methods() { return kMethods; }

}  // namespace pki::api
