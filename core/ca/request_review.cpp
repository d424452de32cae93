#include "ca/request_review.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "base/text.h"
#include "ca/extension_merge.h"
#include "ca/profile_extensions.h"
#include "ca/rules.h"

namespace pki::ca {

using asn1::Oid;
using asn1::OwnedOid;
using x509::ExtensionInput;
namespace oids = asn1::oids;

namespace {

struct NamedChoice {
  Choice choice;
  std::string_view name;
};
constexpr std::array kChoices = {
    NamedChoice{Choice::TakeFromRequest, "request"},
    NamedChoice{Choice::TakeFromProfile, "profile"},
    NamedChoice{Choice::Merge, "merge"},
    NamedChoice{Choice::Drop, "drop"},
};

// What is usual about an extension: where both have it, and where only the request has it. Everything that is not in
// the table: the profile's, else dropped.
struct Usual {
  Oid id;
  bool of_ca;  // for profiles of CAs, or of leaves
  Choice both;
  Choice request_only;
};
constexpr std::array kUsual = {
    // A leaf's names are known to the one who asks.
    Usual{oids::kSubjectAltName, false, Choice::Merge, Choice::TakeFromRequest},
    // A CA's purposes bound all that it issues: losing them in the signing is the classic fault of a BYOCA round.
    Usual{oids::kExtendedKeyUsage, true, Choice::TakeFromRequest, Choice::TakeFromRequest},
    // RFC 7633: who asks for stapling means to staple.
    Usual{oids::kTlsFeature, false, Choice::TakeFromProfile, Choice::TakeFromRequest},
};

Choice usual_choice(const ExtensionChoiceRow& row, bool ca) {
  Choice both = Choice::TakeFromProfile;
  Choice request_only = Choice::Drop;
  for (const Usual& usual : kUsual) {
    if (usual.id != row.id.view() || usual.of_ca != ca) continue;
    both = usual.both;
    request_only = usual.request_only;
  }
  if (!row.from_profile) return row.allows(request_only) ? request_only : Choice::Drop;
  if (!row.requested || !row.allows(both)) return Choice::TakeFromProfile;
  return both;
}

// Which of the requested extensions the parser found at fault: their octets are not taken over.
class Faults {
 public:
  explicit Faults(const x509::Request& request) {
    for (const Finding& finding : request.findings()) {
      if (finding.severity() < Severity::Error || !finding.where.range) continue;
      offsets_.insert(finding.where.range->offset);
    }
  }
  bool touch(const ByteRange& range) const {
    const auto next = offsets_.lower_bound(range.offset);
    return next != offsets_.end() && *next < range.end();
  }

 private:
  std::set<std::size_t> offsets_;
};

class Reviewer {
 public:
  Reviewer(const x509::Request& request, const Profile& profile)
      : request_(request), profile_(profile), faults_(request) {}

  std::vector<ExtensionChoiceRow> run(std::vector<ExtensionInput> of_profile) {
    for (ExtensionInput& extension : of_profile) {
      row_of(extension.id.view()).from_profile = std::move(extension);
    }
    std::set<Oid> seen;
    for (const x509::Extension& extension : request_.extensions().all) {
      // Of duplicates the first counts; the request's findings say so.
      if (!seen.insert(extension.id).second) continue;
      ExtensionChoiceRow& row = row_of(extension.id);
      row.requested = ExtensionInput{OwnedOid(extension.id), extension.critical, to_vector(extension.value)};
      if (faults_.touch(request_.range(extension.whole))) {
        malformed_.insert(index_[to_vector(extension.id.content())]);
      }
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) complete(rows_[i], malformed_.contains(i));
    return std::move(rows_);
  }

 private:
  ExtensionChoiceRow& row_of(Oid id) {
    const auto [at, added] = index_.try_emplace(to_vector(id.content()), rows_.size());
    if (added) {
      rows_.emplace_back();
      rows_.back().id = OwnedOid(id);
    }
    return rows_[at->second];
  }

  void complete(ExtensionChoiceRow& row, bool malformed) const {
    // The authority key identifier says who signs: the one who asks cannot know.
    const bool takeable = row.requested && !malformed && row.id.view() != oids::kAuthorityKeyIdentifier;
    if (takeable) row.allowed.push_back(Choice::TakeFromRequest);
    if (row.from_profile) row.allowed.push_back(Choice::TakeFromProfile);
    if (takeable && row.from_profile) merge(row);
    row.allowed.push_back(Choice::Drop);
    row.suggested = usual_choice(row, profile_.ca);
    if (row.requested) comment(row, malformed);
  }

  static void merge(ExtensionChoiceRow& row) {
    auto value = merge_values(row.id.view(), row.requested->value, row.from_profile->value);
    if (!value) return;
    row.merged = ExtensionInput{row.id, row.from_profile->critical, std::move(*value)};
    row.allowed.push_back(Choice::Merge);
  }

  void comment(ExtensionChoiceRow& row, bool malformed) const {
    const Oid id = row.id.view();
    const Param name{"extension", asn1::oid_name_and_dotted(id)};
    const Param profile{"profile", std::string(profile_.id)};
    const auto add = [&row](const Rule& rule, std::vector<Param> params) {
      row.findings.push_back({&rule, {}, std::move(params)});
    };
    if (malformed) add(rules::kRequestExtensionNotDer, {name});
    if (id == oids::kBasicConstraints && !profile_.ca && asks_for_ca()) {
      add(rules::kRequestAsksForCa, {profile});
    }
    if (row.from_profile) {
      const bool same = row.requested->critical == row.from_profile->critical &&
                        same_meaning(id, row.requested->value, row.from_profile->value);
      if (!same) add(rules::kRequestExtensionDiffers, {name});
    } else if (x509::KnownExtensions::is_known(id)) {
      add(rules::kRequestExtensionNotInProfile, {name, profile});
    } else {
      add(rules::kRequestExtensionUnknown, {name});
    }
  }

  bool asks_for_ca() const {
    const auto& constraints = request_.extensions().basic_constraints;
    return constraints && constraints->ca;
  }

  const x509::Request& request_;
  const Profile& profile_;
  Faults faults_;
  std::vector<ExtensionChoiceRow> rows_;
  std::map<ByteVector, std::size_t> index_;
  std::set<std::size_t> malformed_;
};

}  // namespace

std::string_view choice_name(Choice choice) {
  for (const NamedChoice& row : kChoices) {
    if (row.choice == choice) return row.name;
  }
  return {};
}

std::optional<Choice> choice_from_name(std::string_view name) {
  for (const NamedChoice& row : kChoices) {
    if (equal_ignoring_ascii_case(row.name, name)) return row.choice;
  }
  return std::nullopt;
}

bool ExtensionChoiceRow::allows(Choice choice) const {
  return std::find(allowed.begin(), allowed.end(), choice) != allowed.end();
}

const ExtensionInput* ExtensionChoiceRow::outcome(Choice choice) const {
  PKI_ASSERT(allows(choice));
  switch (choice) {
    case Choice::TakeFromRequest:
      return &*requested;
    case Choice::TakeFromProfile:
      return &*from_profile;
    case Choice::Merge:
      return &*merged;
    case Choice::Drop:
      return nullptr;
  }
  return nullptr;
}

std::string allowed_names(const ExtensionChoiceRow& row) {
  std::string text;
  for (const Choice choice : row.allowed) {
    if (!text.empty()) text += ", ";
    text += choice_name(choice);
  }
  return text;
}

Status check_proof_of_possession(const x509::Request& request) {
  const Status proof = x509::verify_proof_of_possession(request);
  if (proof) return {};
  return Finding{&rules::kProofOfPossession, {}, {{"reason", render_summary(proof.error())}}};
}

Result<RequestReview> review_extensions(const x509::Request& request, const IssueInput& input,
                                        const x509::Certificate* issuer, Bytes subject) {
  PKI_ASSERT(input.profile != nullptr);
  asn1::Context context(subject);
  const auto name = x509::read_name(subject, context);
  PKI_TRY(ProfileExtensions extensions,
          profile_extensions({.profile = *input.profile,
                              .options = input.extensions,
                              .alternative_names = input.alternative_names,
                              .subject = name ? *name : x509::Name{},
                              .public_key = request.public_key(),
                              .authority_key_id = issuer != nullptr ? key_identifier_of(*issuer) : ByteVector{}}));
  return RequestReview{.rows = Reviewer(request, *input.profile).run(std::move(extensions.list)),
                       .findings = std::move(extensions.findings)};
}

Result<RequestReview> review_request(const x509::Request& request, const IssueInput& input,
                                     const x509::Certificate* issuer) {
  ByteVector subject = to_vector(request.subject().der());
  if (!input.subject.empty()) {
    PKI_TRY(subject, x509::encode_name(input.subject));
  }
  PKI_TRY(RequestReview review, review_extensions(request, input, issuer, subject));
  if (Status proof = check_proof_of_possession(request); !proof) {
    review.findings.insert(review.findings.begin(), std::move(proof).error());
  }
  return review;
}

}  // namespace pki::ca
