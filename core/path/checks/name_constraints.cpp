#include "path/checks/name_constraints.h"

#include <algorithm>

#include "path/describe.h"
#include "path/name_constraints/certified_names.h"
#include "path/rules.h"

namespace pki::path::checks {
namespace {

namespace nc = name_constraints;

// What a step tells; the rest is counted.
constexpr std::size_t kMostFindings = 16;
constexpr std::size_t kMostAllowed = 4;
constexpr std::size_t kMostListed = 4;

// "812+19": 19 octets from octet 812 on.
std::string range_text(const x509::Certificate& certificate, Bytes part) {
  const std::optional<ByteRange> range = range_within(certificate.der(), part);
  return range ? std::to_string(range->offset) + "+" + std::to_string(range->length) : "";
}

// What is written down of one certificate's names.
struct Record {
  const x509::Certificate& certificate;
  Findings refusals = {};
  Findings warnings = {};
  std::size_t refused = 0;
  std::size_t allowed = 0;
  std::size_t comparisons = 0;
  std::string allowed_text = {};
};

// The permitted subtrees of the name's form, as far as they go into a sentence.
std::string permitted_text(const nc::CaConstraints& constraints, const std::string& form) {
  std::string text;
  std::size_t count = 0;
  for (const x509::GeneralSubtree& subtree : constraints.ca->extensions().name_constraints->permitted) {
    if (nc::form_key(subtree.base) != form || ++count > kMostListed) continue;
    text += (text.empty() ? "" : ", ") + nc::text_of(subtree);
  }
  return count > kMostListed ? text + " and " + std::to_string(count - kMostListed) + " more" : text;
}

const Rule& rule_of(nc::Verdict verdict) {
  switch (verdict) {
    case nc::Verdict::Excluded:
      return rules::kNameExcluded;
    case nc::Verdict::NotPermitted:
      return rules::kNameNotPermitted;
    case nc::Verdict::NameMalformed:
      return rules::kConstrainedNameMalformed;
    case nc::Verdict::SubtreeUnusable:
      return rules::kSubtreeUnusable;
    case nc::Verdict::FormUnknown:
    case nc::Verdict::Unconstrained:
    case nc::Verdict::Permitted:
    case nc::Verdict::NotExcluded:
      break;
  }
  return rules::kConstrainedFormUnknown;
}

Finding make_finding(const Record& record, const nc::CertifiedName& name, const nc::CaConstraints& constraints,
                     const nc::Answer& answer) {
  std::vector<Param> params = {{"name", nc::text_of(name, record.certificate)},
                               {"name_octets", range_text(record.certificate, name.place)},
                               {"ca", title(*constraints.ca)},
                               {"ca_certificate", std::to_string(constraints.index)},
                               {"why", std::string(answer.why)}};
  std::string subtree;
  if (answer.subtree != nullptr) {
    subtree = nc::text_of(*answer.subtree);
    params.push_back({"subtree_octets", range_text(*constraints.ca, answer.subtree->base.whole)});
  }
  if (answer.verdict == nc::Verdict::NotPermitted) {
    params.push_back({"permitted", permitted_text(constraints, name.form)});
    params.push_back({"hint", subtree.empty() ? "" : "; nearest is " + subtree + ", but " + std::string(answer.why)});
  }
  params.push_back({"subtree", std::move(subtree)});
  return finding_at(rule_of(answer.verdict), record.certificate, name.place, name.field, std::move(params));
}

void record_refusal(Record& record, const nc::CertifiedName& name, const nc::CaConstraints& constraints,
                    const nc::Answer& answer, bool refuses) {
  if (refuses) ++record.refused;
  Findings& findings = refuses ? record.refusals : record.warnings;
  if (findings.size() < kMostFindings) findings.push_back(make_finding(record, name, constraints, answer));
}

// "DNS:www.lab.example (812+19) by DNS:lab.example (233+13) of certificate 1".
void record_allowed(Record& record, const nc::CertifiedName& name, const nc::CaConstraints& constraints,
                    const nc::Answer& answer) {
  if (++record.allowed > kMostAllowed) return;
  std::string& text = record.allowed_text;
  if (!text.empty()) text += "; ";
  text += nc::text_of(name, record.certificate) + " (" + range_text(record.certificate, name.place) + ") by ";
  if (answer.subtree != nullptr) {
    text += nc::text_of(*answer.subtree) + " (" + range_text(*constraints.ca, answer.subtree->base.whole) + ")";
  } else {
    text += "no exclusion";
  }
  text += " of certificate " + std::to_string(constraints.index);
}

void judge_name(Record& record, const nc::CertifiedName& name, const nc::CaConstraints& constraints) {
  const nc::Answer answer = constraints.set->judge(name.point, name.form, record.comparisons);
  if (answer.verdict == nc::Verdict::Unconstrained) return;
  const bool refuses = refuses_name(constraints, answer.verdict);
  if (refuses || answer.verdict == nc::Verdict::FormUnknown) {
    record_refusal(record, name, constraints, answer, refuses);
  } else {
    record_allowed(record, name, constraints, answer);
  }
}

std::string constraining_text(const nc::ConstraintsInForce& in_force) {
  std::string text;
  for (const nc::CaConstraints& constraints : in_force) {
    text += (text.empty() ? "" : "; ") + title(*constraints.ca) + " (certificate " + std::to_string(constraints.index) +
            ", " + std::to_string(constraints.set->size()) + " subtrees)";
  }
  return text;
}

std::vector<Param> values_of(const Record& record, const nc::ConstraintsInForce& in_force, std::size_t names) {
  std::vector<Param> values = {{"constrained_by", constraining_text(in_force)},
                               {"names", std::to_string(names)},
                               {"comparisons", std::to_string(record.comparisons)},
                               {"refused", std::to_string(record.refused)}};
  if (record.allowed > 0) values.push_back({"allowed", record.allowed_text});
  if (record.allowed > kMostAllowed) {
    values.push_back({"allowed_more", std::to_string(record.allowed - kMostAllowed)});
  }
  return values;
}

Judgement conclusion(Record record, std::vector<Param> values) {
  if (!record.refusals.empty()) return weighed(std::move(record.refusals), Reaction::Refuse, std::move(values));
  return weighed(std::move(record.warnings), Reaction::Warn, std::move(values));
}

// The constraints that cannot be read; null where all can.
const nc::CaConstraints* find_unreadable(const nc::ConstraintsInForce& in_force) {
  const auto found = std::find_if(in_force.begin(), in_force.end(), [](const auto& c) { return c.set == nullptr; });
  return found == in_force.end() ? nullptr : &*found;
}

Judgement judge_unreadable(const Scene& scene, const nc::CaConstraints& constraints) {
  if (constraints.index < scene.path.judged) return not_reached("the name constraints of a CA above cannot be read");
  return failed(finding_at(rules::kConstraintsUnreadable, scene.certificate(), {}, "nameConstraints",
                           {{"ca", title(*constraints.ca)}, {"ca_certificate", std::to_string(constraints.index)}}));
}

// RFC 5280 6.1.3 (b): self-issued certificates are not judged, unless they are the last of the path.
bool is_exempt(const Subject& subject) { return subject.role != Role::Target && subject.certificate.self_issued(); }

}  // namespace

std::vector<nc::CertifiedName> names_to_judge(const Subject& subject) {
  if (is_exempt(subject) || subject.certificate.extensions().subject_alt_name.malformed()) return {};
  const CommonNameUse common_name = subject.role == Role::Target ? subject.options.common_name : CommonNameUse::Never;
  return nc::find_certified_names(subject.certificate, common_name);
}

bool refuses_name(const nc::CaConstraints& constraints, nc::Verdict verdict) {
  return nc::is_refusal(verdict) || (verdict == nc::Verdict::FormUnknown && constraints.critical());
}

Judgement judge_name_constraints(const Scene& scene) {
  const nc::ConstraintsInForce& in_force = scene.state.name_constraints;
  const x509::Certificate& certificate = scene.certificate();
  if (in_force.empty()) return skipped("no CA above constrains names");
  if (is_exempt(scene.subject)) return skipped("a self-issued CA certificate is exempt");
  if (const nc::CaConstraints* unreadable = find_unreadable(in_force)) return judge_unreadable(scene, *unreadable);
  if (certificate.extensions().subject_alt_name.malformed()) return not_reached("the alternative names cannot be read");
  const std::vector<nc::CertifiedName> names = names_to_judge(scene.subject);
  Record record{.certificate = certificate};
  for (const nc::CertifiedName& name : names) {
    for (const nc::CaConstraints& constraints : in_force) judge_name(record, name, constraints);
  }
  std::vector<Param> values = values_of(record, in_force, names.size());
  return conclusion(std::move(record), std::move(values));
}

}  // namespace pki::path::checks
