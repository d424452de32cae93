#pragma once
// What a request asks for, beside what the profile would write: extension by extension, with the choices that there
// are. Whoever signs the request chooses; ca/request_signing.h carries it out.

#include <string_view>
#include <vector>

#include "ca/issue_input.h"
#include "x509/request.h"

namespace pki::ca {

/// Where an extension of the certificate comes from. Merge: what both list (key usage, extended key usage, subject
/// alternative name). Drop: the certificate does not have it.
enum class Choice : std::uint8_t { TakeFromRequest, TakeFromProfile, Merge, Drop };
/// "request", "profile", "merge", "drop", and back.
std::string_view choice_name(Choice choice);
std::optional<Choice> choice_from_name(std::string_view name);

/// One extension that the request asks for, the profile writes, or both.
struct ExtensionChoiceRow {
  asn1::OwnedOid id;
  std::optional<x509::ExtensionInput> requested;
  std::optional<x509::ExtensionInput> from_profile;
  std::optional<x509::ExtensionInput> merged;  // where Merge is allowed
  std::vector<Choice> allowed;
  /// What is usual; a suggestion only.
  Choice suggested = Choice::Drop;
  /// Why one should look twice: ca.request.*.
  Findings findings;

  bool allows(Choice choice) const;
  /// What the certificate would have; null for Drop. `choice` must be allowed.
  const x509::ExtensionInput* outcome(Choice choice) const;
};

/// "request, profile, drop": what is allowed, for people.
std::string allowed_names(const ExtensionChoiceRow& row);

struct RequestReview {
  /// The rows: the profile's in its order, then those that only the request asks for, in its order.
  std::vector<ExtensionChoiceRow> rows;
  /// Where the proof of possession fails: ca.request.proof_of_possession; then what the plan itself would be told for
  /// (ca.san.copied and the like). What the request's own parser noted stays with the request.
  Findings findings;
};

/// Lays the request beside what `input` would issue under `issuer` (null: not known yet, so without an authority key
/// identifier). The subject is `input`'s, or the request's where `input` has none; the key is the request's. Fails only
/// where `input` cannot be written. Never takes anything: whoever signs says what is taken.
Result<RequestReview> review_request(const x509::Request& request, const IssueInput& input,
                                     const x509::Certificate* issuer);

/// The same with this subject (DER of a Name), whatever `input` and the request have; the proof of possession is not
/// looked at.
Result<RequestReview> review_extensions(const x509::Request& request, const IssueInput& input,
                                        const x509::Certificate* issuer, Bytes subject);

/// The request's signature, checked with its own key. Rule: ca.request.proof_of_possession.
Status check_proof_of_possession(const x509::Request& request);

}  // namespace pki::ca
