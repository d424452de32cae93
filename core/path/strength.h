#pragma once
// How strong keys and signatures must be. RFC 5280 leaves that to the relying party, so it is data.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "crypto/public_key.h"

namespace pki::path {

/// What is done with keys and signature algorithms of kinds that are not known here (Ed25519, brainpool curves).
enum class UnknownAlgorithms : std::uint8_t { Refuse, Accept };

/// What is done with keys whose private half anyone can compute (crypto/factorable.h). Libraries and browsers do not
/// look; CAs must (Baseline Requirements 6.1.1.3).
enum class FactorableKeys : std::uint8_t { Refuse, Accept };

/// What the relying party accepts. The defaults are those of the CA/Browser Forum's Baseline Requirements 6.1.5 and
/// 7.1.3.
struct StrengthPolicy {
  std::uint32_t min_rsa_bits = 2048;
  /// Longer keys are refused: OpenSSL checks nothing above 16384 bits, and neither does crypto/.
  std::uint32_t max_rsa_bits = 16384;
  /// A public exponent below this is refused, and so is an even one (FIPS 186-5 A.1.1 wants more than 2^16, the
  /// Baseline Requirements 3 at least).
  std::uint64_t min_rsa_exponent = 3;
  /// A public exponent above this is refused (Baseline Requirements 6.1.6: below 2^256); the number of its bits.
  std::uint32_t max_rsa_exponent_bits = 256;
  /// The least bits of p of a DSA key; nothing: no DSA at all (FIPS 186-5 dropped it, the Baseline Requirements know it
  /// no more).
  std::optional<std::uint32_t> min_dsa_bits = {};
  std::vector<crypto::Curve> curves = {crypto::Curve::P256, crypto::Curve::P384, crypto::Curve::P521};
  std::vector<crypto::HashAlgorithm> hashes = {crypto::HashAlgorithm::Sha256, crypto::HashAlgorithm::Sha384,
                                               crypto::HashAlgorithm::Sha512};

  /// Keys of unknown kinds and curves, and unknown signature algorithms. To accept them does not make their signatures
  /// checkable: it is for targets with such keys, certified by CAs with others.
  UnknownAlgorithms unknown = UnknownAlgorithms::Refuse;
  FactorableKeys factorable = FactorableKeys::Refuse;

  /// What old private PKIs and the NIST test suite need: RSA and DSA from 1024 bits, SHA-1, every curve that is known.
  static StrengthPolicy legacy();
};

/// What is wrong with a key under the policy. Rules: path.strength.rsa_size, .rsa_large, .rsa_exponent,
/// .factorable, .dsa, .dsa_size, .curve, .key_unknown. The size of a DSA key that inherits its parameters is that of
/// its issuer's. The findings have no place; the caller knows it.
Findings judge_key(const crypto::PublicKey& key, const StrengthPolicy& policy);

/// What is wrong with a signature algorithm under the policy. Rules: path.strength.hash, .signature_unknown. `name`
/// is what to call the algorithm.
Findings judge_signature_algorithm(const crypto::SignatureAlgorithm& algorithm, const std::string& name,
                                   const StrengthPolicy& policy);

}  // namespace pki::path
