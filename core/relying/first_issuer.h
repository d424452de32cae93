#pragma once
// Path building as OpenSSL does it (crypto/x509/x509_vfy.c, build_chain): each certificate gets one issuer, chosen
// before its signature is checked, and there is no way back. So a wrong certificate of the right name in the pool can
// hide a good path.

#include "path/builder.h"

namespace pki::relying {

/// Leaves in the pool only the certificates that such a builder takes, so that there is one path at most.
///
/// An issuer has the name that is asked for, the key identifier where both sides have one, and keyCertSign where it has
/// key usage. The anchors come first, then the pool in its order; of several the first that is valid at the time, or,
/// where none is, the one that is valid longest. The walk ends at a self-issued certificate or at an anchor that may
/// end a path. Work: the length of the path (bounded by the limits) times the size of pool and anchors.
void take_first_issuers(path::PathQuestion& question);

/// Of the CAs that were sent with `target`, those that such a builder looks at: once it has found an issuer in its
/// store, it goes on in the store alone. So an intermediate CA in the store wants all above it there too, whatever is
/// sent. Measured with OpenSSL 3.0.19 in nginx and Apache (tests/peers/real_servers).
std::vector<x509::CertificatePtr> read_of_sent(const x509::CertificatePtr& target,
                                               std::vector<x509::CertificatePtr> sent,
                                               const std::vector<x509::CertificatePtr>& store, Time at);

}  // namespace pki::relying
