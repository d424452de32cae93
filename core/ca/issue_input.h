#pragma once
// What whoever issues a certificate says: a profile, and everything that shall differ from it.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "ca/profile.h"
#include "crypto/private_key.h"
#include "x509/certificate.h"
#include "x509/extension.h"
#include "x509/extensions/key_usage.h"
#include "x509/extensions/policies.h"
#include "x509/general_name.h"
#include "x509/name.h"

namespace pki::ca {

/// pathLenConstraint to be written; nothing inside: none is.
struct PathLength {
  std::optional<std::uint32_t> limit;
};

/// What shall differ from the profile's extensions. Everything left as it is: as the profile has it.
struct ExtensionOptions {
  std::optional<PathLength> path_length;
  /// Without any bit: the extension is left out.
  std::optional<x509::KeyUsage> key_usage;
  /// Empty: the extension is left out.
  std::optional<std::vector<asn1::OwnedOid>> purposes;
  std::vector<std::string> crl_uris;  // one distribution point each
  std::vector<std::string> aia_uris;  // caIssuers
  std::vector<std::string> ocsp_uris;
  std::vector<x509::PolicyInput> policies;
  std::vector<x509::GeneralNameInput> permitted;  // name constraints
  std::vector<x509::GeneralNameInput> excluded;
  /// Written as they are, instead of the profile's where it has one of the same id.
  std::vector<x509::ExtensionInput> extra;
};

/// What to do where a certificate would outlive its issuer. Clip: end it with the issuer, and say so.
enum class BeyondIssuer : std::uint8_t { Warn, Clip };

struct ValidityInput {
  Time now;
  /// Nothing: `now`.
  std::optional<Time> not_before;
  /// Nothing: `duration` after not_before; without that the profile's.
  std::optional<Time> not_after;
  std::optional<CalendarSpan> duration;
  BeyondIssuer beyond_issuer = BeyondIssuer::Warn;
};

/// What to do where the issuer may not issue this. Keep: issue, and keep the errors among the findings (for lessons and
/// tests of broken chains). A key that is not the issuer's is refused in any case.
enum class IssuerFaults : std::uint8_t { Refuse, Keep };

struct IssueInput {
  const Profile* profile = nullptr;  // never null
  x509::NameInput subject;
  std::vector<x509::GeneralNameInput> alternative_names;
  /// DER of the SubjectPublicKeyInfo; empty where the certificate is self-signed: the signer's.
  ByteVector public_key;
  ValidityInput validity;
  ExtensionOptions extensions;
  /// Magnitude, big endian; empty: random.
  ByteVector serial;
  /// Nothing: the default of the signer's key.
  std::optional<crypto::SignatureAlgorithm> algorithm;
  IssuerFaults issuer_faults = IssuerFaults::Refuse;
};

/// Who signs: a key, and the certificate that it belongs to; null where the new certificate signs itself.
struct Signer {
  const crypto::PrivateKey& key;
  const x509::Certificate* certificate = nullptr;
};

/// A certificate that was issued, and what was found on the way (no errors, unless they were to be kept).
struct IssuedCertificate {
  ByteVector der;
  Findings findings;
};

}  // namespace pki::ca
