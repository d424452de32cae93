#pragma once
// Profiles: what a certificate for a purpose looks like, as plain data. A profile is where issuing starts from; every
// value of it can be replaced by the one who issues (ca/issue_input.h).

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "asn1/oid.h"
#include "crypto/private_key.h"

namespace pki::ca {

/// A length of time in the calendar: added with pki::add_calendar, so ten years end on the same day of the year.
struct CalendarSpan {
  int years = 0;
  int months = 0;
  int days = 0;

  friend constexpr bool operator==(const CalendarSpan&, const CalendarSpan&) = default;
};

/// Whether a certificate of the profile has a subjectAltName. Required: relying parties look there and nowhere else.
enum class SanRule : std::uint8_t { None, Optional, Required };
/// "none", "optional", "required".
std::string_view san_rule_name(SanRule rule);

/// What of the subject is repeated in the subjectAltName: nothing, a commonName that is a host name or an address, or
/// an emailAddress.
enum class SanSource : std::uint8_t { Nothing, CommonName, EmailAddress };

struct Profile {
  std::string_view id;           // "issuing-ca": stable, for the command line and the API
  std::string_view title;        // "Issuing CA"
  std::string_view description;  // one or two sentences for people
  bool ca = false;
  /// True where the certificate is meant to be signed by its own key.
  bool self_signed = false;
  /// pathLenConstraint; nothing: no limit.
  std::optional<std::uint32_t> path_length = {};
  /// Bits as in x509::KeyUsage, for RSA keys and for EC keys (RFC 8813 3: no keyEncipherment with those).
  std::uint32_t key_usage_rsa = 0;
  std::uint32_t key_usage_ec = 0;
  /// extendedKeyUsage, in the order of writing; empty: the extension is left out.
  std::span<const asn1::Oid> purposes = {};
  /// Keys that the profile is meant for; the first is the default.
  std::span<const crypto::KeySpec> key_specs = {};
  CalendarSpan validity = {};
  /// Attribute types that the subject should have, and those that it may have (empty: any).
  std::span<const asn1::Oid> subject_required = {};
  std::span<const asn1::Oid> subject_supported = {};
  SanRule san = SanRule::Optional;
  SanSource san_source = SanSource::Nothing;

  /// The bits for a key of this kind.
  std::uint32_t key_usage(crypto::KeyKind kind) const {
    return kind == crypto::KeyKind::Ec ? key_usage_ec : key_usage_rsa;
  }
};

/// All profiles, CAs first.
std::span<const Profile> profiles();

/// The profile of this id, or null.
const Profile* find_profile(std::string_view id);

/// What `key` is in the terms of profiles; nothing where no profile knows such a key.
std::optional<crypto::KeySpec> key_spec_of(const crypto::PublicKey& key);

}  // namespace pki::ca
