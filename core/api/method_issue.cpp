// ca.create, certificate.issue: certificates from parameters.

#include "api/issue_params.h"
#include "api/issue_rows.h"
#include "api/issued.h"
#include "api/keys.h"
#include "api/params.h"
#include "api/sources.h"
#include "ca/issue.h"

namespace pki::api {
namespace {

using json::ObjectReader;
using json::Value;

Result<Json> create_ca(ObjectReader& params) {
  PKI_TRY(ca::IssueInput input, read_issue_input(params, "root-ca"));
  if (!input.profile->self_signed) {
    PKI_TRY(const Value profile, params.required("profile"));
    return profile.wrong_value("the profile of a CA that signs itself, such as root-ca");
  }
  PKI_TRY(const KeyForIssue key, read_or_make_key(params, *input.profile));
  PKI_TRY(input.algorithm, read_algorithm(params, key.key));
  PKI_TRY(ca::IssuedCertificate issued, ca::issue(input, {key.key}));
  PKI_TRY(Json out, describe_issued(std::move(issued.der), issued.findings, input.validity.now));
  if (key.is_new) out["private_key"] = private_key_pem(key.key);
  return out;
}

/// The subject's key: only its public half, or a private key that was handed in or made.
struct SubjectKey {
  ByteVector public_key;
  std::optional<crypto::PrivateKey> new_key;
};

Result<SubjectKey> read_subject_key(ObjectReader& params, const ca::Profile& profile) {
  constexpr std::string_view kWays[] = {"public_key", "key", "key_spec"};
  PKI_CHECK(at_most_one(params, kWays));
  if (const std::optional<Value> value = params.optional("public_key")) {
    PKI_TRY(ByteVector public_key, read_public_key(*value));
    return SubjectKey{std::move(public_key), std::nullopt};
  }
  PKI_TRY(KeyForIssue key, read_or_make_key(params, profile));
  SubjectKey subject{key.key.public_key_der(), std::nullopt};
  if (key.is_new) subject.new_key = std::move(key.key);
  return subject;
}

Result<Json> issue_certificate(ObjectReader& params) {
  PKI_TRY(ca::IssueInput input, read_issue_input(params));
  PKI_TRY(const Issuer issuer, read_issuer(params));
  PKI_TRY(input.algorithm, read_algorithm(params, issuer.key));
  PKI_TRY(SubjectKey subject, read_subject_key(params, *input.profile));
  input.public_key = std::move(subject.public_key);
  PKI_TRY(ca::IssuedCertificate issued, ca::issue(input, {issuer.key, issuer.certificate.get()}));
  PKI_TRY(Json out, describe_issued(std::move(issued.der), issued.findings, input.validity.now));
  if (subject.new_key.has_value()) out["private_key"] = private_key_pem(*subject.new_key);
  return out;
}

constexpr ParamRow kCreateRows[] = {
    {"subject", "Subject", Presence::Required, "The CA's name"},
    {"now", "Time", Presence::Required, "The time of issuing"},
    {"profile", "text", Presence::Optional, "A profile of a CA that signs itself; otherwise root-ca"},
    {"key", "Key", Presence::Optional, "The CA's private key; otherwise a new one is made"},
    {"key_spec", "text", Presence::Optional, "What kind of key is made; otherwise the profile's first"},
};
constexpr ParamRow kIssueRows[] = {
    {"issuer", "{certificate: Source, key: Key}", Presence::Required, "The CA that issues"},
    {"profile", "text", Presence::Required, "What kind of certificate it is; \"profiles\" lists them"},
    {"subject", "Subject", Presence::Required, "The holder's name"},
    {"now", "Time", Presence::Required, "The time of issuing"},
    {"san", "[SAN]", Presence::Optional, "Subject alternative names"},
    {"public_key", "Source", Presence::Optional, "The holder's public key, where somebody else has the private one"},
    {"key", "Key", Presence::Optional, "The holder's private key; otherwise a new one is made"},
    {"key_spec", "text", Presence::Optional, "What kind of key is made; otherwise the profile's first"},
};

constexpr std::span<const ParamRow> kCreateParams[] = {kCreateRows, kExtensionRows, kSigningRows};
constexpr std::span<const ParamRow> kIssueParams[] = {kIssueRows, kExtensionRows, kSigningRows};

constexpr Method kMethods[] = {
    {"ca.create", "Makes a CA that signs itself: the root of a hierarchy", kCreateParams, create_ca},
    {"certificate.issue", "Issues a certificate of a CA or of a leaf under a CA", kIssueParams, issue_certificate},
};

}  // namespace

std::span<const Method> issue_methods() { return kMethods; }

}  // namespace pki::api
