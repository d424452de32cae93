// crl.issue: the next certificate revocation list of a CA.

#include <limits>

#include "api/describe_crl.h"
#include "api/describe_finding.h"
#include "api/issue_params.h"
#include "api/params.h"
#include "api/sources.h"
#include "ca/crl_continue.h"
#include "ca/rules.h"

namespace pki::api {
namespace {

using json::ObjectReader;
using json::Value;

constexpr std::int64_t kSecondsPerDay = 86'400;
/// How long a CRL counts where nothing is said: the 30 days that OpenSSL's own configuration has.
constexpr std::int64_t kUsualDays = 30;
constexpr std::int64_t kMostDays = 36'500;
constexpr std::size_t kMostSerialOctets = 20;  // RFC 5280 4.1.2.2

constexpr std::string_view kReasons =
    "unspecified, keyCompromise, cACompromise, affiliationChanged, superseded, cessationOfOperation, certificateHold, "
    "privilegeWithdrawn, aACompromise";

/// The contents octets of a serial number: of a certificate that `issuer` issued, or in hex as it is displayed.
Result<ByteVector> read_serial_of(ObjectReader& object, const x509::Certificate& issuer) {
  if (const std::optional<Value> value = object.optional("certificate")) {
    PKI_TRY(const x509::CertificatePtr certificate, read_certificate(*value));
    if (certificate->issuer_key() != issuer.subject_key()) {
      return value->at({.rule = &ca::rules::kCrlNotIssued,
                        .where = {},
                        .params = {{"subject", x509::to_rfc4514(certificate->subject())},
                                   {"found", x509::to_rfc4514(certificate->issuer())},
                                   {"issuer", x509::to_rfc4514(issuer.subject())}}});
    }
    return to_vector(certificate->serial().octets);
  }
  PKI_TRY(const Value value, object.required("serial"));
  PKI_TRY(ByteVector magnitude, read_hex(value, "a serial number in hex"));
  while (magnitude.size() > 1 && magnitude.front() == 0) magnitude.erase(magnitude.begin());
  if (magnitude.empty() || magnitude.size() > kMostSerialOctets) {
    return value.wrong_value("a serial number of 1 to 20 octets in hex");
  }
  if ((magnitude.front() & 0x80) != 0) magnitude.insert(magnitude.begin(), 0);
  return magnitude;
}

Result<ca::RevokedCertificate> read_revoked(const Value& value, const x509::Certificate& issuer, Time now) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  constexpr std::string_view kWays[] = {"certificate", "serial"};
  PKI_CHECK(at_most_one(object, kWays));
  ca::RevokedCertificate revoked;
  PKI_TRY(revoked.serial, read_serial_of(object, issuer));
  PKI_TRY(const std::optional<Time> date, read_optional_time(object, "date"));
  revoked.date = date.value_or(now);
  PKI_TRY(revoked.invalid_since, read_optional_time(object, "invalid_since"));
  if (const std::optional<Value> word = object.optional("reason")) {
    PKI_TRY(const std::string_view text, json::read_text(*word));
    revoked.reason = x509::crl_reason_from_name(text);
    if (!revoked.reason) return word->wrong_value("one of " + std::string(kReasons));
  }
  PKI_CHECK(object.finish());
  return revoked;
}

Result<ca::CrlChanges> read_changes(ObjectReader& params, const x509::Certificate& issuer, Time now) {
  ca::CrlChanges changes;
  if (const std::optional<Value> list = params.optional("revoked")) {
    PKI_TRY(const std::vector<Value> elements, json::read_list(*list));
    for (const Value& element : elements) {
      PKI_TRY(ca::RevokedCertificate revoked, read_revoked(element, issuer, now));
      changes.revoked.push_back(std::move(revoked));
    }
  }
  if (const std::optional<Value> list = params.optional("released")) {
    PKI_TRY(const std::vector<Value> elements, json::read_list(*list));
    for (const Value& element : elements) {
      PKI_TRY(ObjectReader object, ObjectReader::open(element));
      PKI_TRY(ByteVector serial, read_serial_of(object, issuer));
      PKI_CHECK(object.finish());
      changes.released.push_back(std::move(serial));
    }
  }
  return changes;
}

Result<Time> read_next_update(ObjectReader& params, Time now) {
  constexpr std::string_view kWays[] = {"days", "next_update"};
  PKI_CHECK(at_most_one(params, kWays));
  PKI_TRY(const std::optional<Time> next, read_optional_time(params, "next_update"));
  if (next) return *next;
  std::int64_t days = kUsualDays;
  if (const std::optional<Value> value = params.optional("days")) {
    PKI_TRY(days, json::read_integer(*value, {1, kMostDays}));
  }
  return Time{now.seconds + days * kSecondsPerDay};
}

Result<x509::CrlPtr> read_last(ObjectReader& params) {
  const std::optional<Value> value = params.optional("last");
  if (!value) return x509::CrlPtr();
  return read_crl(*value);
}

Result<Json> issue(ObjectReader& params) {
  PKI_TRY(const Issuer issuer, read_issuer(params));
  PKI_TRY(const Value now, params.required("now"));
  ca::CrlIssueInput input;
  PKI_TRY(input.this_update, read_time(now));
  PKI_TRY(input.next_update, read_next_update(params, input.this_update));
  PKI_TRY(const x509::CrlPtr last, read_last(params));
  PKI_TRY(const ca::CrlChanges changes, read_changes(params, *issuer.certificate, input.this_update));
  PKI_TRY(ca::NextCrl next, ca::continue_crl(last.get(), changes, *issuer.certificate));
  input.revoked = std::move(next.revoked);
  input.number = next.number;
  if (const std::optional<Value> number = params.optional("number")) {
    PKI_TRY(const std::int64_t wanted, json::read_integer(*number, {0, std::numeric_limits<std::int64_t>::max()}));
    input.number = static_cast<std::uint64_t>(wanted);
  }
  if (const std::optional<Value> force = params.optional("force")) {
    PKI_TRY(const bool keep, json::read_bool(*force));
    if (keep) input.issuer_faults = ca::IssuerFaults::Keep;
  }
  PKI_TRY(input.algorithm, read_algorithm(params, issuer.key));
  PKI_TRY(ca::IssuedCrl issued, ca::issue_crl(input, {issuer.key, issuer.certificate.get()}));
  PKI_TRY(const x509::CrlPtr crl, x509::Crl::parse(std::move(issued.der)));
  Findings findings = std::move(next.findings);
  for (Finding& finding : issued.findings) findings.push_back(std::move(finding));
  Json out;
  out["crl"] = describe(*crl, input.this_update);
  out["findings"] = describe(findings);
  return out;
}

constexpr ParamRow kRows[] = {
    {"issuer", "{certificate: Source, key: Key}", Presence::Required, "The CA whose certificates are revoked"},
    {"now", "Time", Presence::Required, "The time of issuing: thisUpdate"},
    {"last", "Source", Presence::Optional,
     "The CRL that the CA issued last: its entries are carried on, and its number counted up"},
    {"revoked", "[Revoked]", Presence::Optional, "What is put on the list"},
    {"released", "[{certificate: Source} or {serial}]", Presence::Optional,
     "What was on hold and is taken off the list"},
    {"days", "number", Presence::Optional, "In how many days the next CRL comes; otherwise 30"},
    {"next_update", "Time", Presence::Optional, "The time at which the next CRL comes, instead of days"},
    {"number", "number", Presence::Optional, "The CRL number; otherwise the last one's and one, or 1"},
    {"hash", "text", Presence::Optional, "sha256, sha384 or sha512; otherwise what goes with the CA's key"},
    {"pss", "true/false", Presence::Optional, "Signs with RSASSA-PSS instead of PKCS#1 v1.5"},
    {"force", "true/false", Presence::Optional,
     "Issues although the CA's key usage does not let it, for lessons; the finding stays"},
};
constexpr std::span<const ParamRow> kParams[] = {kRows};

constexpr Method kMethods[] = {
    {"crl.issue", "Issues the next certificate revocation list of a CA", kParams, issue},
};

}  // namespace

std::span<const Method> crl_methods() { return kMethods; }

}  // namespace pki::api
