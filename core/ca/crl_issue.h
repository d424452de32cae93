#pragma once
// Issuing a certificate revocation list: a complete one for everything that a CA issued (RFC 5280 5).

#include <cstdint>
#include <optional>
#include <vector>

#include "ca/issue_input.h"
#include "x509/extensions/crl_entry.h"

namespace pki::ca {

/// A certificate that is revoked.
struct RevokedCertificate {
  ByteVector serial;  // contents octets of the INTEGER, as in the certificate; 1 to 20
  Time date;
  /// Nothing, or Unspecified: no reason is written (RFC 5280 5.3.1: it SHOULD be absent then).
  std::optional<x509::CrlReason> reason = {};
  /// Since when the key is thought to be in wrong hands; nothing: not written.
  std::optional<Time> invalid_since = {};
};

/// What the CRL shall be.
struct CrlIssueInput {
  std::vector<RevokedCertificate> revoked = {};  // written in this order
  Time this_update;
  /// RFC 5280 5.1.2.5: every CRL has one.
  Time next_update;
  /// RFC 5280 5.2.3: higher than that of every CRL that the CA issued before.
  std::uint64_t number = 1;
  /// Nothing: the default of the signer's key.
  std::optional<crypto::SignatureAlgorithm> algorithm = {};
  IssuerFaults issuer_faults = IssuerFaults::Refuse;
};

/// A CRL that was issued, and what was found on the way (no errors, unless they were to be kept).
struct IssuedCrl {
  ByteVector der;
  Findings findings;
};

/// A CRL signed by `signer`, which must have a certificate: with authority key identifier, CRL number, and what the
/// entries say. Rules: ca.crl.*, ca.issuer.key_mismatch, ca.issuer.unnamed, crypto.*; the first error refuses (of
/// those about the issuer's rights see IssuerFaults).
Result<IssuedCrl> issue_crl(const CrlIssueInput& input, const Signer& signer);

}  // namespace pki::ca
