#pragma once
// The next CRL of a CA: what its last one lists, with changes (RFC 5280 3.3, 5.2.3).

#include <cstdint>
#include <vector>

#include "ca/crl_issue.h"
#include "x509/crl.h"

namespace pki::ca {

/// What is to be otherwise than in the last CRL.
struct CrlChanges {
  /// Put on the list. What is there already takes the new date and reason (RFC 5280 5.3.1: a hold may become a
  /// revocation).
  std::vector<RevokedCertificate> revoked = {};
  /// Serial numbers (contents octets) that are taken off it. Only what is on hold can be (RFC 5280 5.3.1).
  std::vector<ByteVector> released = {};
};

/// What the next CRL shall hold.
struct NextCrl {
  /// The entries of the last one in its order, then the new ones in theirs.
  std::vector<RevokedCertificate> revoked;
  std::uint64_t number = 1;
  Findings findings;
};

/// The entries and the number of the CRL that `issuer` issues after `last` (null: it has issued none). Rules:
/// ca.crl.last_foreign (another CA's, or the signature does not fit), ca.crl.last_partial (delta, indirect, or of some
/// certificates or reasons only), ca.crl.last_unreadable (an entry, or the number, cannot be carried on),
/// ca.crl.not_listed and ca.crl.not_on_hold (something to be released); noted: ca.crl.revoked_again.
Result<NextCrl> continue_crl(const x509::Crl* last, const CrlChanges& changes, const x509::Certificate& issuer);

}  // namespace pki::ca
