#pragma once
// What the forms of Cloud PKI allow, and its fixed numbers.

#include <cstdint>
#include <span>
#include <string_view>

#include "asn1/oid.h"
#include "base/time.h"
#include "crypto/hash.h"
#include "crypto/private_key.h"

namespace pki::cloudpki::tenant {

/// Years, as the lists of the forms have them.
std::span<const int> root_validity_years();
std::span<const int> issuing_validity_years();

/// RSA-2048, RSA-3072, RSA-4096.
std::span<const crypto::KeySpec> ca_key_specs();

/// The hash that goes with a CA's key: SHA-256, SHA-384 and SHA-512 with 2048, 3072 and 4096 bits.
crypto::HashAlgorithm ca_hash(crypto::KeySpec key);

/// An extended key usage that the form offers.
struct PurposeChoice {
  std::string_view name;
  asn1::Oid id;
};
/// In the order that was seen in a root with everything ticked. The list of the form itself is not documented.
std::span<const PurposeChoice> purpose_choices();

/// CRLs are good for 7 days and published every 3.5, in seconds.
inline constexpr std::int64_t kCrlLifetime = 7 * kSecondsPerDay;
inline constexpr std::int64_t kCrlPeriod = kCrlLifetime / 2;

/// Leaves are valid from ten minutes before they were issued, in seconds.
inline constexpr std::int64_t kLeafBackdating = 600;

/// A staged version: how many days it may wait, after how many more it is gone, how many certificates it may issue.
inline constexpr int kStagedDays = 90;
inline constexpr int kDecommissionedDays = 30;
inline constexpr std::size_t kStagedLeaves = 50;

/// How many certificates the list of the admin centre shows, and how old it may be, in seconds.
inline constexpr std::size_t kListedLeaves = 1000;
inline constexpr std::int64_t kReportPeriod = kSecondsPerDay;

}  // namespace pki::cloudpki::tenant
