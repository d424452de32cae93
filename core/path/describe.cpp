#include "path/describe.h"

#include "asn1/oid_registry.h"
#include "base/encoding.h"
#include "x509/extensions/key_usage.h"

namespace pki::path {
namespace {

template <typename Range, typename Text>
std::string joined(const Range& range, Text text) {
  std::string all;
  for (const auto& item : range) {
    if (!all.empty()) all += ", ";
    all += text(item);
  }
  return all.empty() ? "none" : all;
}

}  // namespace

std::string name_text(const x509::Name& name) { return name.empty() ? "(no name)" : x509::to_rfc4514(name); }

std::string title(const x509::Certificate& certificate) {
  if (!certificate.subject().empty()) return x509::to_rfc4514(certificate.subject());
  return "the certificate with the serial number " + to_hex(certificate.serial().octets);
}

std::string oids_text(const std::vector<asn1::Oid>& oids) {
  return joined(oids, [](const asn1::Oid& oid) { return asn1::oid_name_and_dotted(oid); });
}

std::string key_usage_text(std::uint32_t bits) {
  return joined(x509::KeyUsage{bits}.list(),
                [](x509::KeyUsageBit bit) { return std::string(x509::key_usage_name(bit)); });
}

Finding finding_at(const Rule& rule, const x509::Certificate& certificate, Bytes part, std::string_view field,
                   std::vector<Param> params) {
  Finding finding{.rule = &rule, .params = std::move(params)};
  finding.where.field = field;
  if (!part.empty()) finding.where.range = range_within(certificate.der(), part);
  return finding;
}

Judgement passed(std::vector<Param> values) { return {.outcome = Outcome::Pass, .values = std::move(values)}; }

Judgement failed(Finding finding, std::vector<Param> values) {
  Judgement judgement{.outcome = Outcome::Fail, .values = std::move(values)};
  judgement.findings.push_back(std::move(finding));
  return judgement;
}

Judgement skipped(std::string_view reason) {
  return {.outcome = Outcome::Skipped, .values = {{"reason", std::string(reason)}}};
}

Judgement not_reached(std::string_view reason) {
  return {.outcome = Outcome::NotReached, .values = {{"reason", std::string(reason)}}};
}

Judgement weighed(Findings findings, Reaction reaction, std::vector<Param> values) {
  if (findings.empty()) return passed(std::move(values));
  switch (reaction) {
    case Reaction::Ignore:
      return {.outcome = Outcome::Skipped, .values = std::move(values)};
    case Reaction::Warn:
      return {.outcome = Outcome::Warn, .findings = std::move(findings), .values = std::move(values)};
    case Reaction::Refuse:
      break;
  }
  return {.outcome = Outcome::Fail, .findings = std::move(findings), .values = std::move(values)};
}

}  // namespace pki::path
