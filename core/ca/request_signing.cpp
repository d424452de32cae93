#include "ca/request_signing.h"

#include <map>
#include <set>

#include "asn1/oid_registry.h"
#include "ca/certificate_plan.h"
#include "ca/rules.h"

namespace pki::ca {

namespace {

constexpr std::string_view kSubject = "the subject";

// Keyed by views into the choices.
using ChoiceByOid = std::map<asn1::Oid, Choice>;

Param extension_param(asn1::Oid id) { return {"extension", asn1::oid_name_and_dotted(id)}; }

// The choices by OID; two about one extension, or one about an extension that is nowhere, are refused.
Result<ChoiceByOid> index_choices(const RequestChoices& choices, const RequestReview& review) {
  std::set<asn1::Oid> known;
  for (const ExtensionChoiceRow& row : review.rows) known.insert(row.id.view());
  ChoiceByOid index;
  for (const ExtensionChoice& choice : choices.extensions) {
    const asn1::Oid id = choice.id.view();
    if (!known.contains(id)) return Finding{&rules::kChoiceUnknown, {}, {extension_param(id)}};
    if (!index.emplace(id, choice.choice).second) return Finding{&rules::kChoiceTwice, {}, {extension_param(id)}};
  }
  return index;
}

Result<Choice> choose(const ExtensionChoiceRow& row, const ChoiceByOid& index) {
  const auto made = index.find(row.id.view());
  if (made == index.end()) {
    if (!row.requested) return Choice::TakeFromProfile;
    return Finding{&rules::kChoiceMissing, {}, {extension_param(row.id.view()), {"allowed", allowed_names(row)}}};
  }
  if (row.allows(made->second)) return made->second;
  return Finding{&rules::kChoiceNotAllowed,
                 {},
                 {{"choice", std::string(choice_name(made->second))},
                  extension_param(row.id.view()),
                  {"allowed", allowed_names(row)}}};
}

Result<ByteVector> chosen_subject(const x509::Request& request, const IssueInput& input,
                                  const RequestChoices& choices) {
  if (!choices.subject) {
    return Finding{&rules::kChoiceMissing, {}, {{"extension", std::string(kSubject)}, {"allowed", "request, replace"}}};
  }
  if (*choices.subject == SubjectChoice::Replace) return x509::encode_name(input.subject);
  return to_vector(request.subject().der());
}

}  // namespace

Result<SignedRequest> sign_request(const x509::Request& request, const IssueInput& input, const RequestChoices& choices,
                                   const Signer& signer) {
  if (signer.certificate == nullptr) return Finding{&rules::kIssuerMissing, {}, {}};
  PKI_CHECK(check_proof_of_possession(request));
  CertificatePlan plan;
  PKI_TRY(plan.subject, chosen_subject(request, input, choices));
  PKI_TRY(RequestReview review, review_extensions(request, input, signer.certificate, plan.subject));
  PKI_TRY(const ChoiceByOid index, index_choices(choices, review));
  plan.public_key = to_vector(request.public_key().whole);
  plan.findings = std::move(review.findings);
  std::vector<ExtensionOrigin> origins;
  for (const ExtensionChoiceRow& row : review.rows) {
    PKI_TRY(const Choice choice, choose(row, index));
    if (const auto* extension = row.outcome(choice)) plan.extensions.push_back(*extension);
    origins.push_back({row.id, choice});
  }
  plan_validity(plan, input, signer.certificate);
  PKI_TRY(IssuedCertificate issued, sign_plan(std::move(plan), input, signer));
  return SignedRequest{
      .der = std::move(issued.der), .findings = std::move(issued.findings), .origins = std::move(origins)};
}

std::vector<ExtensionChoice> suggested_choices(const RequestReview& review) {
  std::vector<ExtensionChoice> choices;
  for (const ExtensionChoiceRow& row : review.rows) choices.push_back({row.id, row.suggested});
  return choices;
}

}  // namespace pki::ca
