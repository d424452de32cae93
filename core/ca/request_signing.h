#pragma once
// Signing a request by explicit choice, extension by extension: nothing is taken, dropped or added silently.

#include <vector>

#include "ca/request_review.h"

namespace pki::ca {

/// What was chosen about one extension.
struct ExtensionChoice {
  asn1::OwnedOid id;
  Choice choice = Choice::Drop;
};

/// Whose subject the certificate has: the request's, octet by octet, or the one that the issuing input gives.
enum class SubjectChoice : std::uint8_t { TakeFromRequest, Replace };

struct RequestChoices {
  /// Must be made.
  std::optional<SubjectChoice> subject;
  /// Must have a row for every extension that the request asks for. What only the profile writes is written unless a
  /// row drops it.
  std::vector<ExtensionChoice> extensions;
};

/// Where an extension of the certificate came from, or that it was dropped.
struct ExtensionOrigin {
  asn1::OwnedOid id;
  Choice from = Choice::Drop;
};

struct SignedRequest {
  ByteVector der;
  Findings findings;
  /// One row for each of the review, in the order of the certificate.
  std::vector<ExtensionOrigin> origins;
};

/// Signs `request` as `input` and the choices say; `signer` must have a certificate. `input.public_key` is not looked
/// at: the key is the request's. The proof of possession is checked first (ca.request.proof_of_possession). Rules:
/// ca.choice.missing, ca.choice.not_allowed, ca.choice.unknown, ca.choice.twice, and those of ca::issue.
Result<SignedRequest> sign_request(const x509::Request& request, const IssueInput& input, const RequestChoices& choices,
                                   const Signer& signer);

/// The choices that a review suggests, for whoever wants to take them as they are.
std::vector<ExtensionChoice> suggested_choices(const RequestReview& review);

}  // namespace pki::ca
