#pragma once
// RSA keys whose private half anyone can compute from the public one, for the way in which their primes were made.

#include <optional>
#include <string_view>

#include "crypto/public_key.h"

namespace pki::crypto {

/// How a modulus gives its factors away (CA/Browser Forum Baseline Requirements 6.1.1.3 (5)).
///   Roca         CVE-2017-15361: its primes are k * M + (65537^a mod M), M the product of the first primes, as the
///                library of many smart cards and TPMs made them (Nemec and others, "The Return of Coppersmith's
///                Attack", 2017)
///   ClosePrimes  CVE-2022-26320: p and q lie so near to each other that Fermat's method of 1643 finds them within a
///                hundred rounds
enum class Factorable : std::uint8_t { Roca, ClosePrimes };

/// "ROCA, CVE-2017-15361"; "Fermat's method, CVE-2022-26320".
std::string_view factorable_name(Factorable way);

/// The way in which the factors of an RSA key can be found; nothing where neither leads to them, and for keys of other
/// kinds. That a sound key is taken for ROCA is as likely as guessing a key of 154 bits. Keys of more than 16384 bits
/// are not looked at. Work: some 20 microseconds for 2048 bits.
std::optional<Factorable> find_factorable(const PublicKey& key);

}  // namespace pki::crypto
