#include "path/checks/encoding.h"

#include <algorithm>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "path/describe.h"
#include "path/issuer_rules/judge.h"
#include "path/rules.h"
#include "x509/rules.h"

namespace pki::path::checks {
namespace {

namespace oids = asn1::oids;

// A step names this many findings of one kind at most.
constexpr std::size_t kMostFindings = 16;

// An extension that decides about a path, and the one (of several the first) whose value the parser refused; null where
// it read it, or there is none. A malformed value of any other extension decides nothing.
struct ReliedOn {
  asn1::Oid id;
  const x509::Extension* (*malformed)(const x509::KnownExtensions&);
};
template <auto Member>
const x509::Extension* malformed_one(const x509::KnownExtensions& extensions) {
  const auto& slot = extensions.*Member;
  return slot.malformed() ? slot.extension : nullptr;
}
using Known = x509::KnownExtensions;
constexpr ReliedOn kReliedOn[] = {
    {oids::kAuthorityKeyIdentifier, malformed_one<&Known::authority_key_identifier>},
    {oids::kSubjectKeyIdentifier, malformed_one<&Known::subject_key_identifier>},
    {oids::kKeyUsage, malformed_one<&Known::key_usage>},
    {oids::kCertificatePolicies, malformed_one<&Known::certificate_policies>},
    {oids::kPolicyMappings, malformed_one<&Known::policy_mappings>},
    {oids::kSubjectAltName, malformed_one<&Known::subject_alt_name>},
    {oids::kBasicConstraints, malformed_one<&Known::basic_constraints>},
    {oids::kNameConstraints, malformed_one<&Known::name_constraints>},
    {oids::kPolicyConstraints, malformed_one<&Known::policy_constraints>},
    {oids::kExtendedKeyUsage, malformed_one<&Known::extended_key_usage>},
    {oids::kInhibitAnyPolicy, malformed_one<&Known::inhibit_any_policy>},
};

// What the parser notes as no DER, but relying parties agree to read: characters outside a string type's repertoire,
// and a default value that is spelled out (X.690 11.5), which CAs write by the million.
constexpr std::string_view kTolerated[] = {"asn1.string.character", "asn1.default.encoded"};

// What is DER and still cannot be relied on: a name without attributes or text, an address of no length.
constexpr std::string_view kUnreliable[] = {"x509.name.empty_rdn", "x509.name.value_malformed",
                                            "x509.general_name.ip_length", "x509.general_name.ip_mask"};

// Noted by the parser and judged by other checks.
constexpr std::string_view kJudgedElsewhere[] = {"asn1.time.malformed", "x509.extensions.duplicate",
                                                 "x509.extension.malformed"};

template <typename List, typename Item>
bool contains(const List& list, const Item& item) {
  return std::find(std::begin(list), std::end(list), item) != std::end(list);
}

// The row of an extension that is relied on, or null.
const ReliedOn* find_relied_on(const asn1::Oid& id) {
  const auto* found =
      std::find_if(std::begin(kReliedOn), std::end(kReliedOn), [&](const ReliedOn& row) { return row.id == id; });
  return found == std::end(kReliedOn) ? nullptr : found;
}

// The extension in whose octets the finding is, or null. Extensions stand one after the other.
const x509::Extension* extension_of(const x509::Certificate& certificate, const Finding& finding) {
  if (!finding.where.range) return nullptr;
  const ByteRange& range = *finding.where.range;
  const auto& all = certificate.extensions().all;
  const auto found = std::partition_point(all.begin(), all.end(), [&](const x509::Extension& extension) {
    return certificate.range(extension.whole).end() <= range.offset;
  });
  if (found == all.end()) return nullptr;
  const ByteRange whole = certificate.range(found->whole);
  return whole.offset <= range.offset && range.end() <= whole.end() ? &*found : nullptr;
}

bool is_encoding_fault(const Finding& finding) {
  if (contains(kUnreliable, finding.id())) return true;
  return finding.severity() >= Severity::Error && finding.id().starts_with("asn1.") &&
         !contains(kTolerated, finding.id());
}

// What a finding of the parser means for a path.
enum class Weight { Decides, Noted, JudgedElsewhere };

Weight weigh(const x509::Certificate& certificate, const Finding& finding) {
  if (contains(kJudgedElsewhere, finding.id())) return Weight::JudgedElsewhere;
  const x509::Extension* extension = extension_of(certificate, finding);
  if (extension != nullptr) {
    const ReliedOn* relied_on = find_relied_on(extension->id);
    if (relied_on == nullptr) return Weight::Noted;
    if (relied_on->malformed(certificate.extensions()) != nullptr) return Weight::JudgedElsewhere;
  }
  return is_encoding_fault(finding) ? Weight::Decides : Weight::Noted;
}

// One of the parser's findings under a rule of this layer.
Finding wrap(const Rule& rule, const Finding& finding, std::vector<Param> params = {}) {
  params.push_back({"rule", std::string(finding.id())});
  params.push_back({"detail", render_summary(finding)});
  return {.rule = &rule, .where = finding.where, .params = std::move(params)};
}

void add_malformed(const x509::Certificate& certificate, Findings& to) {
  for (const x509::Extension& extension : certificate.extensions().all) {
    if (to.size() >= kMostFindings) return;
    const ReliedOn* relied_on = find_relied_on(extension.id);
    if (relied_on == nullptr || relied_on->malformed(certificate.extensions()) != &extension) continue;
    std::vector<Param> params = {{"extension", asn1::oid_name(extension.id)}, {"oid", extension.id.to_dotted()}};
    const auto why =
        std::find_if(certificate.findings().begin(), certificate.findings().end(), [&](const Finding& finding) {
          return finding.rule == &x509::rules::kExtensionMalformed && extension_of(certificate, finding) == &extension;
        });
    // The parser says why. What cannot be read refuses, even if it did not.
    to.push_back(why != certificate.findings().end()
                     ? wrap(rules::kExtensionMalformed, *why, std::move(params))
                     : finding_at(rules::kExtensionMalformed, certificate, extension.whole, "tbsCertificate.extensions",
                                  std::move(params)));
  }
}

void add_duplicates(const x509::Certificate& certificate, Findings& to) {
  std::vector<const x509::Extension*> sorted;
  for (const x509::Extension& extension : certificate.extensions().all) {
    sorted.push_back(&extension);
  }
  const auto less = [](const auto* a, const auto* b) { return a->id < b->id; };
  std::stable_sort(sorted.begin(), sorted.end(), less);
  for (std::size_t i = 1; i < sorted.size() && to.size() < kMostFindings; ++i) {
    const bool second = sorted[i]->id == sorted[i - 1]->id && (i == 1 || !(sorted[i - 2]->id == sorted[i]->id));
    if (!second) continue;
    to.push_back(finding_at(rules::kExtensionDuplicate, certificate, sorted[i]->whole, "tbsCertificate.extensions",
                            {{"extension", asn1::oid_name(sorted[i]->id)}, {"oid", sorted[i]->id.to_dotted()}}));
  }
}

void add_encoding_faults(const x509::Certificate& certificate, Findings& to) {
  for (const Finding& finding : certificate.findings()) {
    if (to.size() >= kMostFindings) return;
    if (weigh(certificate, finding) == Weight::Decides) to.push_back(wrap(rules::kNotDer, finding));
  }
}

}  // namespace

Judgement judge_encoding(const Subject& subject) {
  Findings findings;
  add_malformed(subject.certificate, findings);
  add_duplicates(subject.certificate, findings);
  add_encoding_faults(subject.certificate, findings);
  return weighed(std::move(findings), Reaction::Refuse);
}

Judgement judge_version(const Subject& subject) {
  const x509::Certificate& certificate = subject.certificate;
  const std::string version = std::to_string(certificate.version());
  Findings findings;
  if (certificate.version() < 1 || certificate.version() > 3) {
    findings.push_back(
        finding_at(rules::kVersionUnknown, certificate, {}, "tbsCertificate.version", {{"version", version}}));
  } else if (certificate.version() != 3 && !certificate.extensions().all.empty()) {
    findings.push_back(finding_at(rules::kVersionExtensions, certificate, certificate.extensions().all.front().whole,
                                  "tbsCertificate.extensions", {{"version", version}}));
  }
  const bool of_issuer = certificate.issuer_unique_id().has_value();
  const auto& unique = of_issuer ? certificate.issuer_unique_id() : certificate.subject_unique_id();
  if (certificate.version() == 1 && unique) {
    findings.push_back(finding_at(rules::kVersionUniqueId, certificate, unique->octets,
                                  of_issuer ? "tbsCertificate.issuerUniqueID" : "tbsCertificate.subjectUniqueID"));
  }
  return weighed(std::move(findings), Reaction::Refuse, {{"version", version}});
}

Judgement judge_algorithm(const Subject& subject) {
  const x509::Certificate& certificate = subject.certificate;
  const crypto::AlgorithmIdentifier& inner = certificate.inner_algorithm();
  const crypto::AlgorithmIdentifier& outer = certificate.outer_algorithm();
  std::vector<Param> values = {{"inner", asn1::oid_name(inner.oid)}, {"outer", asn1::oid_name(outer.oid)}};
  if (equal(inner.whole, outer.whole)) return passed(std::move(values));
  return failed(finding_at(rules::kAlgorithmMismatch, certificate, outer.whole, "signatureAlgorithm", values), values);
}

Findings find_noted(const x509::Certificate& certificate) {
  Findings findings;
  for (const Finding& finding : certificate.findings()) {
    if (findings.size() >= kMostFindings) break;
    if (finding.severity() < Severity::Warning || issuer_rules::is_covered(finding)) continue;
    if (weigh(certificate, finding) == Weight::Noted) findings.push_back(wrap(rules::kIssuerRule, finding));
  }
  return findings;
}

}  // namespace pki::path::checks
