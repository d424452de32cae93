#pragma once
// A certificate that is about to be signed, and what there is to say about it. Issuing from parameters (ca/issue.h) and
// signing a request (ca/request_signing.h) both come through here.

#include <vector>

#include "ca/issue_input.h"

namespace pki::ca {

struct CertificatePlan {
  ByteVector subject;     // DER of the Name
  ByteVector public_key;  // DER of the SubjectPublicKeyInfo
  Time not_before;
  Time not_after;
  std::vector<x509::ExtensionInput> extensions;
  Findings findings;
};

/// The validity that `input` asks for, with findings about its relation to the issuer's (null: self-signed). Rules:
/// ca.validity.*, ca.issuer.not_valid_now.
void plan_validity(CertificatePlan& plan, const IssueInput& input, const x509::Certificate* issuer);

/// What is wrong with the certificate itself, whoever signs it. Rules: ca.subject.*, ca.key.*, ca.san.missing,
/// ca.key_usage.*, ca.choice.ca_under_leaf_profile.
Findings check_plan(const CertificatePlan& plan, const Profile& profile);

/// What stands between this issuer and this certificate. Rules: ca.issuer.*, ca.path_length.beyond_issuer.
Findings check_issuer(const CertificatePlan& plan, const x509::Certificate& issuer);

/// Checks the plan and signs it. Errors refuse, unless `input` keeps those that are the issuer's. Rules: all of the
/// above, x509.serial.*, x509.validity.order, crypto.*.
Result<IssuedCertificate> sign_plan(CertificatePlan plan, const IssueInput& input, const Signer& signer);

}  // namespace pki::ca
