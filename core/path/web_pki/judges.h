#pragma once
// The judges of the profile. Internal to web_pki.

#include "path/notes.h"

namespace pki::path::web_pki {

/// Keys, serial numbers, signature algorithms, version, authority key identifier: of every certificate.
void judge_common(Notes& notes);
/// Names, validity, purposes, policies and pointers of a subscriber's certificate.
void judge_subscriber(Notes& notes);
void judge_subscriber_names(Notes& notes);
/// A CA's certificate.
void judge_ca(Notes& notes);
/// Purposes of a subscriber or of a subordinate CA.
void judge_purposes(Notes& notes);
/// The forms of URLs of CRLs and access information.
void judge_locations(Notes& notes);

}  // namespace pki::path::web_pki
