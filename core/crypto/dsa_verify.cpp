// DSA (FIPS 186-4 4.7), which mbedTLS lacks: checking alone, on public values only, so that nothing here has to take
// the same time for all inputs.

#include <mbedtls/bignum.h>

#include <algorithm>

#include "crypto/ecdsa_signature.h"
#include "crypto/number.h"
#include "crypto/signatures.h"

namespace pki::crypto {
namespace {

// What a signature may cost, and what a key must be at least to be taken for one. FIPS 186-4 4.2 has p of 1024 to 3072
// bits and q of 160, 224 or 256; older keys were shorter (FIPS 186-1: from 512), and some are longer.
constexpr std::size_t kMinPrimeBits = 512;
constexpr std::size_t kMaxPrimeBits = 4096;
constexpr std::size_t kOrderOctets[] = {20, 28, 32};

struct Key {
  Number p;
  Number q;
  Number g;
  Number y;
};

bool is_order_size(std::size_t octets) {
  return std::find(std::begin(kOrderOctets), std::end(kOrderOctets), octets) != std::end(kOrderOctets);
}

/// a * b mod m into `out`.
bool multiply(Number& out, const Number& a, const Number& b, const Number& m) {
  return mbedtls_mpi_mul_mpi(out.get(), a.get(), b.get()) == 0 &&
         mbedtls_mpi_mod_mpi(out.get(), out.get(), m.get()) == 0;
}

/// Whether p, q, g and y are what FIPS 186-4 4.1 says of them, but for primality: p and q odd, q a divisor of p - 1,
/// 1 < g < p and 1 < y < p.
bool is_consistent(const Key& key) {
  if (!key.p.odd() || !key.q.odd() || !(key.q < key.p)) return false;
  if (!key.g.above_one() || !(key.g < key.p) || !key.y.above_one() || !(key.y < key.p)) return false;
  Number order;
  Number rest;
  return mbedtls_mpi_sub_int(order.get(), key.p.get(), 1) == 0 &&
         mbedtls_mpi_mod_mpi(rest.get(), order.get(), key.q.get()) == 0 && rest.is_zero();
}

/// FIPS 186-4 4.7 with 0 < r < q and 0 < s < q: whether v = r.
bool fits(const Key& key, const Number& r, const Number& s, const Number& z) {
  Number w, u1, u2, v1, v2, v;
  return mbedtls_mpi_inv_mod(w.get(), s.get(), key.q.get()) == 0 && multiply(u1, z, w, key.q) &&
         multiply(u2, r, w, key.q) && mbedtls_mpi_exp_mod(v1.get(), key.g.get(), u1.get(), key.p.get(), nullptr) == 0 &&
         mbedtls_mpi_exp_mod(v2.get(), key.y.get(), u2.get(), key.p.get(), nullptr) == 0 &&
         multiply(v, v1, v2, key.p) && mbedtls_mpi_mod_mpi(v.get(), v.get(), key.q.get()) == 0 && v == r;
}

Status check_sizes(const PublicKey& key, const SignatureAlgorithm& algorithm) {
  if (key.lacks_parameters()) return unsupported_signature(algorithm, "the key's parameters are not known");
  if (key.bits < kMinPrimeBits || key.bits > kMaxPrimeBits) {
    return unsupported_signature(algorithm, "p has " + std::to_string(key.bits) + " bits, and the limits are " +
                                                std::to_string(kMinPrimeBits) + " and " +
                                                std::to_string(kMaxPrimeBits));
  }
  const DsaParameters& parameters = *key.dsa_parameters;
  if (!is_order_size(parameters.q.size()) || (parameters.q[0] & 0x80) == 0) {
    return unsupported_signature(algorithm, "q has neither 160, 224 nor 256 bits");
  }
  const std::size_t octets = parameters.p.size();
  if (parameters.g.size() > octets || key.dsa_y.size() > octets) {
    return malformed_key("DSA", "its generator or its value is not below p");
  }
  return {};
}

}  // namespace

Status verify_dsa(const PublicKey& key, const SignatureAlgorithm& algorithm, Bytes message, Bytes signature) {
  PKI_CHECK(check_sizes(key, algorithm));
  const DsaParameters& parameters = *key.dsa_parameters;
  Key numbers;
  if (!numbers.p.set(parameters.p) || !numbers.q.set(parameters.q) || !numbers.g.set(parameters.g) ||
      !numbers.y.set(key.dsa_y)) {
    return unsupported_signature(algorithm, "it cannot be computed");
  }
  if (!is_consistent(numbers)) return malformed_key("DSA", "its parameters do not belong together");

  // Dss-Sig-Value (RFC 3279 2.2.2) has the form of Ecdsa-Sig-Value.
  const std::size_t octets = parameters.q.size();
  const auto raw = ecdsa_signature_from_der(signature, octets);
  if (!raw) return invalid_signature(algorithm, "it is no DER of two positive numbers in range");
  const ByteVector message_digest = digest(algorithm.hash, message);
  Number r, s, z;
  // FIPS 186-4 4.6: z is the leftmost min(N, outlen) bits of the hash; both are whole octets.
  if (!r.set(Bytes(*raw).first(octets)) || !s.set(Bytes(*raw).last(octets)) ||
      !z.set(Bytes(message_digest).first(std::min(octets, message_digest.size())))) {
    return unsupported_signature(algorithm, "it cannot be computed");
  }
  if (!(r < numbers.q) || !(s < numbers.q)) return invalid_signature(algorithm, "its numbers are not below q");
  if (!fits(numbers, r, s, z)) return invalid_signature(algorithm, "made with another key, or over other octets");
  return {};
}

}  // namespace pki::crypto
