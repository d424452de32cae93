#include "path/strength.h"

#include <algorithm>

#include "path/rules.h"

namespace pki::path {
namespace {

// The exponent as a number; the largest number where it has more than 64 bits.
std::uint64_t small_number(Bytes magnitude) {
  std::uint64_t value = 0;
  for (const std::uint8_t octet : magnitude) {
    if ((value >> 56) != 0) return ~std::uint64_t{0};
    value = value << 8 | octet;
  }
  return value;
}

bool is_odd(Bytes magnitude) { return !magnitude.empty() && (magnitude.back() & 1U) != 0; }

Findings judge_rsa(const crypto::PublicKey& key, const StrengthPolicy& policy) {
  Findings findings;
  if (key.bits < policy.min_rsa_bits) {
    findings.push_back(
        {.rule = &rules::kStrengthRsaSize,
         .params = {{"bits", std::to_string(key.bits)}, {"least", std::to_string(policy.min_rsa_bits)}}});
  }
  const std::uint64_t exponent = small_number(key.exponent);
  if (exponent < policy.min_rsa_exponent || !is_odd(key.exponent)) {
    findings.push_back(
        {.rule = &rules::kStrengthRsaExponent,
         .params = {{"exponent", std::to_string(exponent)}, {"least", std::to_string(policy.min_rsa_exponent)}}});
  }
  return findings;
}

}  // namespace

StrengthPolicy StrengthPolicy::legacy() {
  return {.min_rsa_bits = 1024,
          .min_rsa_exponent = 3,
          .curves = {crypto::Curve::P256, crypto::Curve::P384, crypto::Curve::P521, crypto::Curve::Secp256k1},
          .hashes = {crypto::HashAlgorithm::Sha1, crypto::HashAlgorithm::Sha224, crypto::HashAlgorithm::Sha256,
                     crypto::HashAlgorithm::Sha384, crypto::HashAlgorithm::Sha512}};
}

Findings judge_key(const crypto::PublicKey& key, const StrengthPolicy& policy) {
  switch (key.kind) {
    case crypto::KeyKind::Rsa:
      return judge_rsa(key, policy);
    case crypto::KeyKind::Ec:
      if (std::find(policy.curves.begin(), policy.curves.end(), key.curve) != policy.curves.end()) {
        return {};
      }
      return {{.rule = &rules::kStrengthCurve, .params = {{"curve", std::string(crypto::curve_name(key.curve))}}}};
    case crypto::KeyKind::Unknown:
      break;
  }
  return {{.rule = &rules::kStrengthKeyUnknown, .params = {{"algorithm", crypto::public_key_name(key)}}}};
}

Findings judge_signature_algorithm(const crypto::SignatureAlgorithm& algorithm, const std::string& name,
                                   const StrengthPolicy& policy) {
  if (algorithm.kind == crypto::SignatureKind::Unknown) {
    return {{.rule = &rules::kStrengthSignatureUnknown, .params = {{"algorithm", name}}}};
  }
  if (std::find(policy.hashes.begin(), policy.hashes.end(), algorithm.hash) != policy.hashes.end()) {
    return {};
  }
  return {{.rule = &rules::kStrengthHash,
           .params = {{"algorithm", name}, {"hash", std::string(crypto::hash_name(algorithm.hash))}}}};
}

}  // namespace pki::path
