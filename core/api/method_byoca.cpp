// byoca.check: the BYOCA desk.

#include "api/byoca_files.h"
#include "api/describe_desk.h"
#include "api/describe_finding.h"
#include "api/method.h"
#include "api/params.h"
#include "base/text.h"

namespace pki::api {
namespace {

using json::ObjectReader;
using json::Value;

Result<Json> check_byoca(ObjectReader& params) {
  PKI_TRY(const Value at_value, params.required("at"));
  cloudpki::byoca::DeskInput input;
  PKI_TRY(input.at, read_time(at_value));
  PKI_TRY(const Value files_value, params.required("files"));
  PKI_TRY(ByocaFiles files, read_byoca_files(files_value));
  if (const std::optional<Value> purposes = params.optional("purposes")) {
    PKI_TRY(input.purposes, read_oids(*purposes));
  }
  input.pile = std::move(files.pile);
  const cloudpki::byoca::DeskReport report = cloudpki::byoca::examine(input);

  Json others = Json::array();
  for (const OtherObject& other : files.others) {
    Json out;
    out["file"] = printable(other.file);
    out["kind"] = other.kind;
    others.push_back(std::move(out));
  }
  Json out = describe_desk(input, report);
  out["others"] = std::move(others);
  out["findings"] = describe(files.findings);
  return out;
}

constexpr ParamRow kRows[] = {
    {"files", "[Source]", Presence::Required,
     "The request, the certificate that came back, its chain: any of them, in any form and order"},
    {"at", "Time", Presence::Required, "The time for which validity is judged"},
    {"purposes", "[text]", Presence::Optional,
     "Key purposes that SCEP profiles are to issue for, such as clientAuth; otherwise not judged"},
};
constexpr std::span<const ParamRow> kParams[] = {kRows};

constexpr Method kMethods[] = {
    {"byoca.check",
     "Judges a request of a BYOCA issuing CA, the certificate that answers it and its chain, before they are uploaded",
     kParams, check_byoca},
};

}  // namespace

std::span<const Method> byoca_methods() { return kMethods; }

}  // namespace pki::api
