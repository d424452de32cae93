#include "api/handle.h"

#include "api/describe_finding.h"
#include "api/method.h"
#include "api/rules.h"
#include "json/reader.h"

namespace pki::api {
namespace {

using json::ObjectReader;
using json::Value;

/// Refuses what the method's tables do not list, and asks for what they require, before the method is called.
Status check_params(const Method& method, ObjectReader& params) {
  for (const ParamRow& row : all_params(method)) {
    if (row.presence == Presence::Required) {
      PKI_CHECK(params.required(row.name));
    } else {
      params.optional_or_null(row.name);
    }
  }
  return params.finish();
}

Result<Json> run(const Method& method, const Value& params) {
  PKI_TRY(ObjectReader checked, ObjectReader::open(params));
  PKI_CHECK(check_params(method, checked));
  PKI_TRY(ObjectReader reader, ObjectReader::open(params));
  return method.handler(reader);
}

Result<Json> dispatch(ObjectReader& request) {
  PKI_TRY(const Value name, request.required("method"));
  const std::optional<Value> params = request.optional("params");
  PKI_CHECK(request.finish());
  PKI_TRY(const std::string_view text, json::read_text(name));
  const Method* method = find_method(text);
  if (method == nullptr) {
    return name.at({&rules::kUnknownMethod, {}, {{"method", json::excerpt(text, 80)}}});
  }
  static const Json kNone = Json::object();
  return run(*method, params.value_or(request.value().inner(kNone, "params")));
}

/// Fills in everything of the answer but what `id` says.
void answer_with(Json& answer, Result<Json> result) {
  answer["ok"] = result.ok();
  if (result.ok()) {
    answer["result"] = *std::move(result);
  } else {
    answer["error"] = describe(result.error());
  }
}

Result<Json> read_id(const Value& id) {
  if (id.json().is_string() || id.json().is_number_integer()) return id.json();
  return id.wrong_type("a text or a whole number");
}

Result<Json> answer_request(const Value& request, Json& answer) {
  if (!request.json().is_object()) return Finding{&rules::kNotARequest, {}, {}};
  PKI_TRY(ObjectReader reader, ObjectReader::open(request));
  if (const std::optional<Value> id = reader.optional("id")) {
    PKI_TRY(answer["id"], read_id(*id));
  }
  return dispatch(reader);
}

}  // namespace

std::string handle(std::string_view request) {
  Json answer = Json::object();
  const Result<Json> json = json::parse(request);
  Findings notes;
  answer_with(answer, json.ok() ? answer_request(Value(*json, "", &notes), answer) : Result<Json>(json.error()));
  if (!notes.empty()) answer["notes"] = describe(notes);
  return json::dump(answer);
}

}  // namespace pki::api
