#include "path/validator.h"

#include <algorithm>
#include <iterator>

#include "path/checks/anchor.h"
#include "path/checks/basic.h"
#include "path/checks/critical_extensions.h"
#include "path/checks/encoding.h"
#include "path/checks/identity.h"
#include "path/checks/issuance.h"
#include "path/checks/issuer.h"
#include "path/checks/key_purpose.h"
#include "path/checks/name_constraints.h"
#include "path/checks/policies.h"
#include "path/checks/revocation.h"
#include "path/checks/strength.h"
#include "path/revocation/judge.h"
#include "path/scene.h"
#include "path/verdict.h"

namespace pki::path {
namespace {

// One check of one certificate: it needs the certificate alone, or the path and its state too.
struct CertificateCheck {
  const Check& check;
  Judgement (*alone)(const Subject&) = nullptr;
  Judgement (*in_path)(const Scene&) = nullptr;
};

// In the order of RFC 5280 6.1.3, 6.1.4, 6.1.5; what is not the RFC's comes last.
constexpr CertificateCheck kCertificateChecks[] = {
    {.check = checks::kEncoding, .alone = checks::judge_encoding},
    {.check = checks::kVersion, .alone = checks::judge_version},
    {.check = checks::kAlgorithm, .alone = checks::judge_algorithm},
    {.check = checks::kSignature, .in_path = checks::judge_signature},
    {.check = checks::kValidity, .alone = checks::judge_validity},
    {.check = checks::kRevocation, .in_path = checks::judge_revocation},
    {.check = checks::kNameChaining, .in_path = checks::judge_name_chaining},
    {.check = checks::kNameConstraints, .in_path = checks::judge_name_constraints},
    {.check = checks::kPolicies, .in_path = checks::judge_policies},
    {.check = checks::kKeyIdentifier, .in_path = checks::judge_key_identifier},
    {.check = checks::kBasicConstraints, .alone = checks::judge_basic_constraints},
    {.check = checks::kPathLength, .in_path = checks::judge_path_length},
    {.check = checks::kKeyUsage, .alone = checks::judge_key_usage},
    {.check = checks::kExtendedKeyUsage, .alone = checks::judge_extended_key_usage},
    {.check = checks::kCriticalExtensions, .alone = checks::judge_critical_extensions},
    {.check = checks::kStrength, .alone = checks::judge_strength},
    {.check = checks::kIssuerRules, .alone = checks::judge_issuer_rules},
    {.check = checks::kWebPki, .alone = checks::judge_web_pki},
    {.check = checks::kIdentity, .alone = checks::judge_identity},
};

void limit_path_length(PathState& state, const x509::Certificate& certificate) {
  const auto& constraints = certificate.extensions().basic_constraints;
  if (!constraints || !constraints->path_length) return;
  if (*constraints->path_length >= state.max_path_length) return;
  state.max_path_length = *constraints->path_length;
  state.path_length_set_by = &certificate.subject();
}

// RFC 5280 6.1.2.
PathState initial_state(const CandidatePath& path, const CheckOptions& options) {
  // n
  const auto length = static_cast<std::uint32_t>(path.judged);
  // (a), (d) to (f)
  PathState state{.policies = policy::State(length, options.policies)};
  // (k)
  state.max_path_length = length;
  if (path.end != PathEnd::TrustAnchor) return state;
  // (g) to (j): from the anchor.
  state.working_public_key = std::make_shared<crypto::PublicKey>(path.anchor->public_key());
  state.working_issuer_name = &path.anchor->name();
  state.working_issuer_key = &path.anchor->name_key();
  state.issuer = path.anchor->certificate().get();
  // RFC 5937 3: the anchor's own path length constraint, name constraints and policies are the initial ones.
  if (state.issuer != nullptr && options.anchor_constraints == AnchorConstraints::Honour) {
    limit_path_length(state, *state.issuer);
    name_constraints::add_constraints(state.name_constraints, *state.issuer, path.certificates.size() - 1);
    state.policies.honour_anchor(*state.issuer, path.certificates.size() - 1);
  }
  return state;
}

// RFC 5280 6.1.4: what certificate i leaves for certificate i+1.
void prepare_next(PathState& state, const x509::Certificate& certificate, std::size_t index) {
  // (b), (h) to (j)
  state.policies.prepare_next(certificate, index);
  // (c) to (f): a key without parameters takes those of a working key of the same algorithm.
  crypto::PublicKey key = certificate.public_key();
  if (state.working_public_key != nullptr) key = crypto::inherit_parameters(key, *state.working_public_key);
  state.working_public_key = std::make_shared<crypto::PublicKey>(std::move(key));
  state.working_issuer_name = &certificate.subject();
  state.working_issuer_key = &certificate.subject_key();
  state.issuer = &certificate;
  // (g)
  name_constraints::add_constraints(state.name_constraints, certificate, index);
  // (l)
  if (!certificate.self_issued() && state.max_path_length > 0) --state.max_path_length;
  // (m)
  limit_path_length(state, certificate);
}

PathPart part_of(Role role) { return role == Role::Target ? PathPart::Target : PathPart::Cas; }

void judge_whole_path(CandidatePath& path, const CheckOptions& options) {
  // Where there is no anchor, it is the last certificate's issuer that is missing.
  const int end = path.anchor != nullptr ? kWholePath : static_cast<int>(path.certificates.size()) - 1;
  path.steps.emplace_back(checks::kBuild, end, checks::judge_end(path, options));
  if (path.anchor != nullptr) {
    const bool has_certificate = path.anchor->certificate() != nullptr;
    const int place = has_certificate ? static_cast<int>(path.certificates.size()) - 1 : kWholePath;
    path.steps.emplace_back(
        checks::kAnchor, place,
        react(options.reactions, checks::kAnchor, PathPart::Whole, checks::judge_anchor(path, options)));
  }
  if (options.revocation.mode == RevocationMode::Off) {
    path.steps.emplace_back(checks::kRevocation, kWholePath, checks::judge_revocation_off());
  }
}

// RFC 5280 6.1.5 (a), (b), (g).
void wrap_up(CandidatePath& path, PathState& state, const CheckOptions& options) {
  state.policies.wrap_up(*path.certificates.front());
  path.policies = {.graph = state.policies.graph(),
                   .outcome = state.policies.conclude(options.policies),
                   .demanded_by = state.policies.explicit_policy().set_by,
                   .lost_by = state.policies.emptied_by()};
  path.steps.emplace_back(checks::kPolicies, kWholePath,
                          react(options.reactions, checks::kPolicies, PathPart::Whole,
                                checks::judge_policy_outcome(path, state.policies, options)));
}

}  // namespace

void validate(CandidatePath& path, const CheckOptions& options, SignatureCache& signatures,
              RevocationJudge& revocation) {
  PKI_ASSERT(path.judged > 0 && path.judged <= path.certificates.size());
  path.steps.clear();
  judge_whole_path(path, options);
  PathState state = initial_state(path, options);
  for (std::size_t i = path.judged; i-- > 0;) {
    const x509::Certificate& certificate = *path.certificates[i];
    const Role role = i == 0 ? Role::Target : Role::Issuer;
    state.policies.process(certificate, i);
    const Scene scene{{certificate, role, options}, path, i, state, signatures, revocation};
    for (const CertificateCheck& row : kCertificateChecks) {
      if (row.in_path == checks::judge_revocation && options.revocation.mode == RevocationMode::Off) continue;
      Judgement judgement = row.alone != nullptr ? row.alone(scene.subject) : row.in_path(scene);
      path.steps.emplace_back(row.check, static_cast<int>(i),
                              react(options.reactions, row.check, part_of(role), std::move(judgement)));
    }
    if (i > 0) prepare_next(state, certificate, i);
  }
  wrap_up(path, state, options);
  conclude(path);
}

CandidatePath validate_given_path(std::vector<x509::CertificatePtr> certificates, TrustAnchorPtr anchor,
                                  const CheckOptions& options) {
  PKI_ASSERT(!certificates.empty() && anchor != nullptr);
  CandidatePath path;
  path.certificates = std::move(certificates);
  path.judged = path.certificates.size();
  path.end = PathEnd::TrustAnchor;
  if (anchor->certificate()) path.certificates.push_back(anchor->certificate());
  path.anchor = std::move(anchor);
  PathQuestion question{.target = path.certificates.front(), .options = options};
  question.anchors.add(path.anchor);
  SignatureCache signatures(path.judged);
  RevocationJudge revocation(question, signatures);
  validate(path, options, signatures, revocation);
  return path;
}

Findings find_lone_faults(const Subject& subject) {
  Findings faults;
  for (const CertificateCheck& row : kCertificateChecks) {
    if (row.alone == nullptr) continue;
    Judgement judgement = react(subject.options.reactions, row.check, part_of(subject.role), row.alone(subject));
    if (judgement.outcome != Outcome::Fail) continue;
    faults.insert(faults.end(), std::make_move_iterator(judgement.findings.begin()),
                  std::make_move_iterator(judgement.findings.end()));
  }
  return faults;
}

}  // namespace pki::path
