#pragma once
// The extensions that a profile writes, with the options of the one who issues.

#include <vector>

#include "ca/issue_input.h"

namespace pki::ca {

/// What the extensions depend on.
struct ExtensionBasis {
  const Profile& profile;
  const ExtensionOptions& options;
  const std::vector<x509::GeneralNameInput>& alternative_names;
  const x509::Name& subject;
  const crypto::PublicKey& public_key;
  /// The keyIdentifier of the authority key identifier; empty: no such extension (in a request).
  ByteVector authority_key_id;
};

struct ProfileExtensions {
  std::vector<x509::ExtensionInput> list;
  Findings findings;
};

/// The extensions in the order of writing: basic constraints (of CAs; leaves have none), key usage, extended key usage,
/// subject and authority key identifier, subject alternative name, distribution points, authority information,
/// policies, name constraints, and the extra ones. Critical as RFC 5280 4.2 wants it. Rules: ca.extension.*,
/// ca.san.copied, and x509.general_name.* where a name cannot be written.
Result<ProfileExtensions> profile_extensions(const ExtensionBasis& basis);

/// The key identifier of an issuer: its subject key identifier, else the one computed from its key.
ByteVector key_identifier_of(const x509::Certificate& issuer);

}  // namespace pki::ca
