// The certificate that came back, in its chain. What path validation finds is used as it is, sorted into the rows of
// the desk; what it does not ask of a path's last certificate, since that may be a leaf, is asked here.

#include <algorithm>
#include <array>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "cloudpki/byoca/checks.h"
#include "cloudpki/rules.h"
#include "path/budget.h"
#include "path/describe.h"
#include "path/rules.h"

namespace pki::cloudpki::byoca {
namespace {

using path::Check;
namespace steps = path::checks;

constexpr std::string_view kNoAnswerYet = "There is no certificate here yet";

// Which row tells of a failed check of path validation; all others stand in the row "everything else".
struct RowOfStep {
  const Check& step;
  const DeskCheck& row;
};
const std::array<RowOfStep, 12>& rows_of_steps() {
  static const std::array<RowOfStep, 12> kRows = {{
      {steps::kBuild, checks::kChain},
      {steps::kAnchor, checks::kDates},
      {steps::kSignature, checks::kSignatures},
      {steps::kNameChaining, checks::kSignatures},
      {steps::kAlgorithm, checks::kSignatures},
      {steps::kValidity, checks::kDates},
      {steps::kBasicConstraints, checks::kCa},
      {steps::kKeyUsage, checks::kCa},
      {steps::kPathLength, checks::kPathLength},
      {steps::kExtendedKeyUsage, checks::kPurposesNested},
      {steps::kStrength, checks::kStrength},
      {steps::kKeyIdentifier, checks::kKeyIdentifiers},
  }};
  return kRows;
}

const DeskCheck& row_of_step(const Check& step) {
  const auto& rows = rows_of_steps();
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const RowOfStep& each) { return &each.step == &step; });
  return found == rows.end() ? checks::kElse : found->row;
}

// Key identifiers that do not fit warn only: paths hold without them.
bool counts(const path::Step& step) {
  return step.outcome == path::Outcome::Fail ||
         (step.outcome == path::Outcome::Warn && step.check == &steps::kKeyIdentifier);
}

/// A row in the making: the desk's own findings, then those of the path that belong to it.
class RowMaker {
 public:
  RowMaker(const Desk& desk, const DeskCheck& check) : desk_(desk), check_(check) {}

  void add(const x509::CertificatePtr& certificate, const Rule& rule, Bytes part, std::string_view field,
           std::vector<Param> params = {}) {
    findings_.push_back({path::finding_at(rule, *certificate, part, field, std::move(params)), certificate});
  }

  DeskRow finish(std::string note = {}) {
    bool failed = false;
    const path::CandidatePath& path = *desk_.parts.path;
    for (const path::Step& step : path.steps) {
      if (!counts(step) || &row_of_step(*step.check) != &check_) continue;
      // The end of an unfinished chain is told in the desk's own words.
      if (step.check == &steps::kBuild && !findings_.empty()) continue;
      failed = failed || step.outcome == path::Outcome::Fail;
      const x509::CertificatePtr certificate = step.certificate == path::kWholePath
                                                   ? nullptr
                                                   : path.certificates[static_cast<std::size_t>(step.certificate)];
      for (const Finding& finding : step.findings) findings_.push_back({finding, certificate});
    }
    DeskRow row = row_of(check_, std::move(findings_), std::move(note));
    if (failed) row.outcome = DeskOutcome::Fail;
    return row;
  }

 private:
  const Desk& desk_;
  const DeskCheck& check_;
  std::vector<DeskFinding> findings_;
};

std::vector<x509::CertificatePtr> parents_of(const Desk& desk) {
  std::vector<x509::CertificatePtr> parents;
  for (const std::size_t index : desk.parts.chain) {
    parents.push_back(desk.input.pile.certificates[index].certificate);
  }
  return parents;
}

bool has_path(const Desk& desk) { return desk.parts.path.has_value(); }

template <typename T>
Bytes place_of(const x509::Slot<T>& slot) {
  return slot.present() ? slot.extension->whole : Bytes();
}

void check_ca(const x509::CertificatePtr& answer, RowMaker& row) {
  const auto& constraints = answer->extensions().basic_constraints;
  if (!constraints || !constraints->ca) {
    std::string_view reason = "its basic constraints say so";
    if (constraints.malformed()) reason = "its basic constraints cannot be read";
    if (!constraints.present()) reason = "it has no basic constraints";
    row.add(answer, rules::kNotCa, place_of(constraints), "basicConstraints", {{"reason", std::string(reason)}});
  }
  const auto& usage = answer->extensions().key_usage;
  if (!usage.present()) return;  // allows everything (RFC 5280 4.2.1.3)
  const std::string found = usage ? path::key_usage_text(usage->bits) : "it cannot be read";
  if (!usage || !usage->has(x509::KeyUsageBit::KeyCertSign)) {
    row.add(answer, rules::kNoCertSign, place_of(usage), "keyUsage", {{"found", found}});
  }
  if (!usage || !usage->has(x509::KeyUsageBit::CrlSign)) {
    row.add(answer, rules::kNoCrlSign, place_of(usage), "keyUsage", {{"found", found}});
  }
}

}  // namespace

DeskRow judge_ca(const Desk& desk) {
  if (!has_path(desk)) return not_judged(checks::kCa, std::string(kNoAnswerYet));
  RowMaker row(desk, checks::kCa);
  check_ca(desk.answer(), row);
  return row.finish();
}

DeskRow judge_purposes_nested(const Desk& desk) {
  if (!has_path(desk)) return not_judged(checks::kPurposesNested, std::string(kNoAnswerYet));
  RowMaker row(desk, checks::kPurposesNested);
  const auto& usage = desk.answer()->extensions().extended_key_usage;
  for (const x509::CertificatePtr& parent : parents_of(desk)) {
    const auto& above = parent->extensions().extended_key_usage;
    if (!usage || !above || above->has(asn1::oids::kAnyExtendedKeyUsage)) continue;
    std::vector<asn1::Oid> lacking;
    for (const asn1::Oid& purpose : usage->purposes) {
      if (!above->has(purpose)) lacking.push_back(purpose);
    }
    if (lacking.empty()) continue;
    row.add(parent, rules::kPurposeNotNested, place_of(above), "extKeyUsage",
            {{"parent", quoted_title(*parent)}, {"lacking", path::oids_text(lacking)}});
  }
  return row.finish(desk.parts.chain.empty() ? "No CA above is here" : "");
}

// Path validation asks this of the CAs above a path's last certificate; here the last one is a CA itself.
DeskRow judge_path_length(const Desk& desk) {
  if (!has_path(desk)) return not_judged(checks::kPathLength, std::string(kNoAnswerYet));
  RowMaker row(desk, checks::kPathLength);
  const path::CandidatePath& path = *desk.parts.path;
  std::string note;
  for (const path::Budget& budget : path::budgets_of(path, desk_options(desk.input.at))) {
    if (budget.certificate != 0) continue;
    if (budget.beyond && budget.further_cas_set_by) {
      const x509::CertificatePtr& parent = path.certificates[*budget.further_cas_set_by];
      const auto& constraints = parent->extensions().basic_constraints;
      row.add(
          parent, rules::kNoRoomBelow, place_of(constraints), "basicConstraints.pathLenConstraint",
          {{"parent", quoted_title(*parent)}, {"path_length", std::to_string(constraints->path_length.value_or(0))}});
    }
    note = budget.further_cas ? "CAs that may stand below it: " + std::to_string(*budget.further_cas)
                              : "No path length limits it";
  }
  return row.finish(std::move(note));
}

DeskRow judge_dates(const Desk& desk) {
  if (!has_path(desk)) return not_judged(checks::kDates, std::string(kNoAnswerYet));
  RowMaker row(desk, checks::kDates);
  std::vector<x509::CertificatePtr> chain = parents_of(desk);
  chain.insert(chain.begin(), desk.answer());
  for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
    const auto& end = chain[i]->not_after();
    const auto& parent_end = chain[i + 1]->not_after();
    if (!end || !parent_end || end->time <= parent_end->time) continue;
    row.add(chain[i], rules::kOutlivesParent, end->element.whole, "validity.notAfter",
            {{"not_after", to_iso8601(end->time)},
             {"parent", quoted_title(*chain[i + 1])},
             {"parent_not_after", to_iso8601(parent_end->time)}});
  }
  const auto& end = chain.front()->not_after();
  return row.finish(end ? "Valid until " + to_iso8601(end->time) : "");
}

DeskRow judge_strength(const Desk& desk) {
  if (!has_path(desk)) return not_judged(checks::kStrength, std::string(kNoAnswerYet));
  RowMaker row(desk, checks::kStrength);
  const x509::CertificatePtr answer = desk.answer();
  if (!is_cloud_key(answer->public_key())) {
    row.add(answer, rules::kAnswerKey, answer->public_key().whole, "subjectPublicKeyInfo",
            {{"key", crypto::public_key_name(answer->public_key())}});
  }
  const crypto::SignatureAlgorithm& algorithm = answer->signature_algorithm();
  if (algorithm.kind != crypto::SignatureKind::Unknown && algorithm.hash == crypto::HashAlgorithm::Sha1) {
    row.add(answer, rules::kAnswerHash, answer->outer_algorithm().whole, "signatureAlgorithm",
            {{"hash", std::string(crypto::hash_name(algorithm.hash))}});
  }
  return row.finish(crypto::public_key_name(answer->public_key()) + ", " +
                    crypto::signature_algorithm_name(algorithm, answer->outer_algorithm()));
}

DeskRow judge_signatures(const Desk& desk) {
  if (!has_path(desk)) return not_judged(checks::kSignatures, std::string(kNoAnswerYet));
  RowMaker row(desk, checks::kSignatures);
  if (desk.parts.chain.empty() && desk.parts.path->end == path::PathEnd::NoIssuer) {
    return not_judged(checks::kSignatures, "No CA above is here");
  }
  return row.finish(desk.parts.path->complete() ? "" : "As far as the chain is here");
}

DeskRow judge_key_identifiers(const Desk& desk) {
  if (!has_path(desk)) return not_judged(checks::kKeyIdentifiers, std::string(kNoAnswerYet));
  RowMaker row(desk, checks::kKeyIdentifiers);
  const x509::CertificatePtr answer = desk.answer();
  if (!answer->extensions().subject_key_identifier.present()) {
    row.add(answer, rules::kNoSubjectKeyId, {}, "subjectKeyIdentifier");
  }
  if (!answer->extensions().authority_key_identifier.present()) {
    row.add(answer, rules::kNoAuthorityKeyId, {}, "authorityKeyIdentifier");
  }
  return row.finish();
}

DeskRow judge_chain(const Desk& desk) {
  if (!has_path(desk)) return not_judged(checks::kChain, std::string(kNoAnswerYet));
  RowMaker row(desk, checks::kChain);
  const path::CandidatePath& path = *desk.parts.path;
  if (path.end == path::PathEnd::NoIssuer || path.end == path::PathEnd::IssuerKeyDiffers) {
    const x509::CertificatePtr& last = path.certificates.back();
    row.add(last, rules::kNoRoot, last->issuer().der(), "issuer",
            {{"end", quoted_title(*last)},
             {"issuer", path::name_text(last->issuer())},
             {"command", "certutil -ca.chain chain.p7b on the private CA"}});
  }
  std::string note = quoted_title(*path.certificates.front());
  for (std::size_t i = 1; i < path.certificates.size(); ++i) note += " \u2190 " + quoted_title(*path.certificates[i]);
  return row.finish(std::move(note));
}

DeskRow judge_else(const Desk& desk) {
  if (!has_path(desk)) return not_judged(checks::kElse, std::string(kNoAnswerYet));
  return RowMaker(desk, checks::kElse).finish();
}

}  // namespace pki::cloudpki::byoca
