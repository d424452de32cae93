#pragma once
// The names in a certificate: what the subject should have, and what of it is repeated in the subject alternative name.

#include <vector>

#include "ca/issue_input.h"

namespace pki::ca {

struct AlternativeNamesPlan {
  std::vector<x509::GeneralNameInput> names;
  Findings findings;  // ca.san.copied
};

/// The names that were asked for, and behind them what the profile repeats from the subject, unless it is there
/// already.
AlternativeNamesPlan plan_alternative_names(const Profile& profile, const x509::Name& subject,
                                            const std::vector<x509::GeneralNameInput>& asked_for);

/// True for text that can stand in a dNSName as a host: labels of letters, digits, hyphens and underscores, the first
/// perhaps a `*`.
bool is_host_name(std::string_view text);

/// What the profile has to say about a subject. Rules: ca.subject.attribute_missing, ca.subject.attribute_unsupported.
Findings check_subject(const Profile& profile, const x509::Name& subject);

}  // namespace pki::ca
