#pragma once
// What the checks of path validation look at: one certificate in its part, and the state of RFC 5280 6.1.2.

#include <cstdint>
#include <string>

#include "path/name_constraints/ca_constraints.h"
#include "path/options.h"
#include "path/policy/state.h"
#include "path/report.h"
#include "path/signature_cache.h"
#include "x509/certificate.h"

namespace pki::path {

/// The part that a certificate plays in a path.
enum class Role : std::uint8_t {
  Target,  // certificate n of RFC 5280 6.1
  Issuer,  // certificates 1 to n-1
};

/// A certificate, its part, and what is asked: all that a check needs which does not depend on the path.
struct Subject {
  const x509::Certificate& certificate;
  Role role;
  const CheckOptions& options;
};

/// The variables of RFC 5280 6.1.2 that this version keeps.
struct PathState {
  /// (b), (c) permitted_subtrees and excluded_subtrees, CA by CA.
  name_constraints::ConstraintsInForce name_constraints = {};
  /// (g) to (i) working_public_key; null where the issuer is not known.
  const crypto::PublicKey* working_public_key = nullptr;
  /// (j) working_issuer_name; null where the issuer is not known.
  const x509::Name* working_issuer_name = nullptr;
  /// x509::comparison_key() of the same.
  const std::string* working_issuer_key = nullptr;
  /// The certificate above; null where there is none (a bare anchor, or no issuer).
  const x509::Certificate* issuer = nullptr;
  /// (k) max_path_length.
  std::uint32_t max_path_length = 0;
  /// Who set max_path_length; null while nobody did.
  const x509::Name* path_length_set_by = nullptr;
  /// (a), (d) to (f) valid_policy_graph, explicit_policy, inhibit_anyPolicy, policy_mapping.
  policy::State policies;
};

/// A certificate in a path.
struct Scene {
  Subject subject;
  const CandidatePath& path;
  /// Of the certificate: index into CandidatePath::certificates.
  std::size_t index;
  const PathState& state;
  SignatureCache& signatures;

  const x509::Certificate& certificate() const { return subject.certificate; }
  const CheckOptions& options() const { return subject.options; }
};

}  // namespace pki::path
