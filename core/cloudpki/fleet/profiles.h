#pragma once
// Certificate profiles: what their forms refuse, and what is unwise.

#include <vector>

#include "cloudpki/fleet/model.h"
#include "cloudpki/tenant/model.h"
#include "x509/general_name.h"

namespace pki::cloudpki::fleet {

/// Everything that is wrong with a trusted certificate profile. Rules: cloudpki.trusted.*.
Findings check_trusted_profile(const TrustedProfile& profile);

/// Everything that is wrong with a SCEP profile, whoever gets it: all at once, errors and warnings. The tenant tells of
/// the CA that its URLs lead to, the fleet of the root's profile. Rules: cloudpki.scep.*.
Findings check_scep_profile(const tenant::Tenant& tenant, const Fleet& fleet, const ScepProfile& profile);

/// The top root of an issuing CA: the tenant's own, or the last certificate of what was uploaded for a BYOCA; null
/// where there is none yet.
x509::CertificatePtr top_root_of(const tenant::Tenant& tenant, const tenant::Ca& ca);

/// The chain of an issuing CA's active version, root first and the CA itself last; empty where it has none yet.
std::vector<x509::CertificatePtr> ca_chain(const tenant::Tenant& tenant, const tenant::Ca& ca);

/// The subject that a profile asks for, with its variables replaced already. Rules: cloudpki.scep.subject_malformed,
/// .subject_backslash.
Result<x509::NameInput> read_subject_format(std::string_view text);

/// A subject alternative name of a profile, with its variables replaced already. Rule: cloudpki.scep.san_malformed.
Result<x509::GeneralNameInput> read_alternative_name(const SanEntry& entry);

}  // namespace pki::cloudpki::fleet
