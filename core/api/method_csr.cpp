// csr.create, csr.inspect: requests.

#include "api/describe_finding.h"
#include "api/describe_request.h"
#include "api/issue_params.h"
#include "api/issue_rows.h"
#include "api/keys.h"
#include "api/params.h"
#include "api/sources.h"
#include "ca/csr.h"

namespace pki::api {
namespace {

using json::ObjectReader;
using json::Value;

constexpr json::Choice<ca::RequestedExtensions> kRequested[] = {
    {"as in profile", ca::RequestedExtensions::AsInProfile},
    {"none", ca::RequestedExtensions::None},
};

Result<ca::CsrInput> read_csr_input(ObjectReader& params) {
  ca::CsrInput input;
  PKI_TRY(input.profile, read_profile(params));
  PKI_TRY(const Value subject, params.required("subject"));
  PKI_TRY(input.subject, read_subject(subject));
  if (const std::optional<Value> names = params.optional("san")) {
    PKI_TRY(input.alternative_names, read_general_names(*names));
  }
  PKI_TRY(input.extensions, read_extension_options(params));
  if (const std::optional<Value> requested = params.optional("extensions")) {
    PKI_TRY(input.requested, json::read_choice(*requested, kRequested));
  }
  if (const std::optional<Value> password = params.optional("challenge_password")) {
    PKI_TRY(const std::string_view text, json::read_text(*password));
    input.challenge_password = text;
  }
  return input;
}

Result<Json> create_csr(ObjectReader& params) {
  PKI_TRY(ca::CsrInput input, read_csr_input(params));
  PKI_TRY(const KeyForIssue key, read_or_make_key(params, *input.profile));
  PKI_TRY(input.algorithm, read_algorithm(params, key.key));
  PKI_TRY(ca::MadeRequest made, ca::make_request(input, key.key));
  PKI_TRY(const x509::RequestPtr request, x509::Request::parse(std::move(made.der)));
  Json out;
  out["csr"] = describe(*request);
  out["findings"] = describe(made.findings);
  if (key.is_new) out["private_key"] = private_key_pem(key.key);
  return out;
}

Result<Json> inspect_csr(ObjectReader& params) {
  PKI_TRY(const Value value, params.required("csr"));
  PKI_TRY(const x509::RequestPtr request, read_request(value));
  Json out;
  out["csr"] = describe(*request);
  return out;
}

constexpr ParamRow kCreateRows[] = {
    {"profile", "text", Presence::Required, "What kind of certificate is asked for; \"profiles\" lists them"},
    {"subject", "Subject", Presence::Required, "The name that is asked for"},
    {"san", "[SAN]", Presence::Optional, "Subject alternative names that are asked for"},
    {"key", "Key", Presence::Optional, "The private key; otherwise a new one is made"},
    {"key_spec", "text", Presence::Optional, "What kind of key is made; otherwise the profile's first"},
    {"hash", "text", Presence::Optional, "sha256, sha384 or sha512; otherwise what goes with the key"},
    {"pss", "true/false", Presence::Optional, "Signs with RSASSA-PSS instead of PKCS#1 v1.5"},
    {"extensions", "text", Presence::Optional,
     "\"as in profile\" asks for the extensions that the profile has, \"none\" for none; otherwise as in profile"},
    {"challenge_password", "text", Presence::Optional, "A word for the CA; everyone who has the request can read it"},
};
constexpr ParamRow kInspectRows[] = {
    {"csr", "Source", Presence::Required, "The request"},
    {"now", "Time", Presence::Optional, "Not used: a request has no validity"},
};

constexpr std::span<const ParamRow> kCreateParams[] = {kCreateRows, kExtensionRows};
constexpr std::span<const ParamRow> kInspectParams[] = {kInspectRows};

constexpr Method kMethods[] = {
    {"csr.create", "Makes a certificate signing request", kCreateParams, create_csr},
    {"csr.inspect", "Shows a certificate signing request and checks its proof of possession", kInspectParams,
     inspect_csr},
};

}  // namespace

std::span<const Method> csr_methods() { return kMethods; }

}  // namespace pki::api
