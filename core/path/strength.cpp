#include "path/strength.h"

#include <algorithm>
#include <bit>

#include "crypto/factorable.h"
#include "path/rules.h"
#include "path/strength_rules.h"

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

std::size_t bit_length(Bytes magnitude) {
  if (magnitude.empty()) return 0;
  return magnitude.size() * 8 - static_cast<std::size_t>(std::countl_zero(magnitude[0]));
}

// The number, or its size where that says more.
std::string exponent_text(Bytes magnitude) {
  if (magnitude.size() > sizeof(std::uint64_t)) return "of " + std::to_string(bit_length(magnitude)) + " bits";
  return std::to_string(small_number(magnitude));
}

bool is_odd(Bytes magnitude) { return !magnitude.empty() && (magnitude.back() & 1U) != 0; }

Findings judge_rsa(const crypto::PublicKey& key, const StrengthPolicy& policy) {
  Findings findings;
  if (key.bits < policy.min_rsa_bits) {
    findings.push_back(
        {.rule = &rules::kStrengthRsaSize,
         .params = {{"bits", std::to_string(key.bits)}, {"least", std::to_string(policy.min_rsa_bits)}}});
  }
  if (key.bits > policy.max_rsa_bits) {
    findings.push_back({.rule = &rules::kStrengthRsaLarge,
                        .params = {{"bits", std::to_string(key.bits)}, {"most", std::to_string(policy.max_rsa_bits)}}});
  }
  const std::uint64_t exponent = small_number(key.exponent);
  if (exponent < policy.min_rsa_exponent || !is_odd(key.exponent) ||
      bit_length(key.exponent) > policy.max_rsa_exponent_bits) {
    findings.push_back({.rule = &rules::kStrengthRsaExponent,
                        .params = {{"exponent", exponent_text(key.exponent)},
                                   {"least", std::to_string(policy.min_rsa_exponent)},
                                   {"most", std::to_string(policy.max_rsa_exponent_bits)}}});
  }
  if (policy.factorable == FactorableKeys::Accept) return findings;
  if (const std::optional<crypto::Factorable> way = crypto::find_factorable(key)) {
    findings.push_back({.rule = &rules::kStrengthFactorable, .params = {{"way", std::string(factorable_name(*way))}}});
  }
  return findings;
}

Findings judge_dsa(const crypto::PublicKey& key, const StrengthPolicy& policy) {
  if (!policy.min_dsa_bits) return {{.rule = &rules::kStrengthDsa, .params = {{"key", crypto::public_key_name(key)}}}};
  if (key.lacks_parameters() || key.bits >= *policy.min_dsa_bits) return {};
  return {{.rule = &rules::kStrengthDsaSize,
           .params = {{"bits", std::to_string(key.bits)}, {"least", std::to_string(*policy.min_dsa_bits)}}}};
}

}  // namespace

StrengthPolicy StrengthPolicy::legacy() {
  return {.min_rsa_bits = 1024,
          .min_dsa_bits = 1024,
          .curves = {crypto::Curve::P256, crypto::Curve::P384, crypto::Curve::P521, crypto::Curve::Secp256k1},
          .hashes = {crypto::HashAlgorithm::Sha1, crypto::HashAlgorithm::Sha224, crypto::HashAlgorithm::Sha256,
                     crypto::HashAlgorithm::Sha384, crypto::HashAlgorithm::Sha512}};
}

Findings judge_key(const crypto::PublicKey& key, const StrengthPolicy& policy) {
  switch (key.kind) {
    case crypto::KeyKind::Rsa:
      return judge_rsa(key, policy);
    case crypto::KeyKind::Ec:
      if (key.curve == crypto::Curve::Unknown && policy.unknown == UnknownAlgorithms::Accept) return {};
      if (std::find(policy.curves.begin(), policy.curves.end(), key.curve) != policy.curves.end()) {
        return {};
      }
      return {{.rule = &rules::kStrengthCurve, .params = {{"curve", std::string(crypto::curve_name(key.curve))}}}};
    case crypto::KeyKind::Dsa:
      return judge_dsa(key, policy);
    case crypto::KeyKind::Unknown:
      break;
  }
  if (policy.unknown == UnknownAlgorithms::Accept) return {};
  return {{.rule = &rules::kStrengthKeyUnknown, .params = {{"algorithm", crypto::public_key_name(key)}}}};
}

Findings judge_signature_algorithm(const crypto::SignatureAlgorithm& algorithm, const std::string& name,
                                   const StrengthPolicy& policy) {
  if (algorithm.kind == crypto::SignatureKind::Unknown) {
    if (policy.unknown == UnknownAlgorithms::Accept) return {};
    return {{.rule = &rules::kStrengthSignatureUnknown, .params = {{"algorithm", name}}}};
  }
  if (std::find(policy.hashes.begin(), policy.hashes.end(), algorithm.hash) != policy.hashes.end()) {
    return {};
  }
  return {{.rule = &rules::kStrengthHash,
           .params = {{"algorithm", name}, {"hash", std::string(crypto::hash_name(algorithm.hash))}}}};
}

}  // namespace pki::path
