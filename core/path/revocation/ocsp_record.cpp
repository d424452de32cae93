#include "path/revocation/ocsp_record.h"

#include <algorithm>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "base/encoding.h"
#include "path/describe.h"
#include "path/revocation/ocsp_rules.h"

namespace pki::path {
namespace {

namespace oids = asn1::oids;

constexpr asn1::Oid kUnderstood[] = {
    oids::kOcspNonce, oids::kOcspCrl, oids::kOcspArchiveCutoff, oids::kOcspExtendedRevoke, oids::kOcspSctList,
};

// What was noted about octets that an answer rests on; null where there is nothing.
const Finding* find_unreadable(const x509::OcspResponse& response) {
  const bool complete =
      !response.has_unreadable_singles() && response.extensions_readable() && response.produced_at().has_value();
  const auto& findings = response.findings();
  const auto worst = std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) {
    return finding.severity() == Severity::Fatal ||
           (finding.severity() == Severity::Error && finding.id().starts_with("x509.ocsp."));
  });
  PKI_ASSERT(complete || worst != findings.end());
  return worst == findings.end() ? nullptr : &*worst;
}

std::optional<Finding> find_fault(const OcspRecord& record, const CheckOptions& options) {
  const x509::OcspResponse& response = *record.response;
  if (const Finding* why = find_unreadable(response)) {
    Finding finding = finding_about(rules::kOcspMalformed, record, {},
                                    {{"rule", std::string(why->id())}, {"detail", render_summary(*why)}});
    finding.where = why->where;
    return finding;
  }
  if (const x509::Extension* extension = find_unknown_critical(response.extensions())) {
    return finding_about(rules::kOcspCriticalUnknown, record, extension->whole,
                         {{"extension", asn1::oid_name_and_dotted(extension->id)}});
  }
  if (response.produced_at()->time > options.at) {
    return finding_about(rules::kOcspProducedLater, record, response.produced_at()->element.whole,
                         {{"produced_at", to_iso8601(response.produced_at()->time)}, {"at", to_iso8601(options.at)}});
  }
  if (options.weak != Reaction::Refuse) return std::nullopt;
  const std::string name = crypto::signature_algorithm_name(response.signature_algorithm(), response.algorithm());
  const Findings weak = judge_signature_algorithm(response.signature_algorithm(), name, options.strength);
  if (weak.empty()) return std::nullopt;
  return finding_about(rules::kOcspWeak, record, response.algorithm().whole,
                       {{"detail", render_summary(weak.front())}});
}

}  // namespace

OcspRecord make_record(x509::OcspResponsePtr response, std::size_t index, const CheckOptions& options) {
  OcspRecord record{.response = std::move(response), .index = index};
  const x509::OcspResponse& read = *record.response;
  if (read.status() != x509::OcspResponseStatus::Successful) {
    const std::string status =
        std::string(x509::ocsp_response_status_name(read.status())) + " (" + std::to_string(read.status_number()) + ")";
    record.fault = finding_about(rules::kOcspNotSuccessful, record, {}, {{"status", status}});
    record.nameless = true;
  } else if (!read.is_basic()) {
    const std::string type = read.type().empty() ? "absent" : asn1::oid_name_and_dotted(read.type());
    record.fault = finding_about(rules::kOcspType, record, {}, {{"type", type}});
    record.nameless = true;
  } else {
    record.fault = find_fault(record, options);
    record.nameless = read.has_unreadable_singles();
  }
  return record;
}

Finding finding_about(const Rule& rule, const OcspRecord& record, Bytes part, std::vector<Param> params) {
  Finding finding{.rule = &rule, .params = std::move(params)};
  finding.params.push_back({"response", std::to_string(record.index)});
  if (!part.empty()) finding.where.range = range_within(record.response->der(), part);
  return finding;
}

const x509::Extension* find_unknown_critical(const std::vector<x509::Extension>& extensions) {
  const auto found = std::find_if(extensions.begin(), extensions.end(), [](const x509::Extension& extension) {
    return extension.critical &&
           std::find(std::begin(kUnderstood), std::end(kUnderstood), extension.id) == std::end(kUnderstood);
  });
  return found == extensions.end() ? nullptr : &*found;
}

std::string responder_text(const x509::OcspResponse& response) {
  if (response.responder_name()) return name_text(*response.responder_name());
  return "the key " + to_hex(response.responder_key_hash());
}

}  // namespace pki::path
