#include "crypto/hash.h"

#include <psa/crypto.h>

#include <algorithm>
#include <array>

#include "asn1/oids.h"
#include "base/assert.h"
#include "base/text.h"
#include "crypto/engine.h"

namespace pki::crypto {
namespace {

struct HashRow {
  HashAlgorithm algorithm;
  std::string_view name;
  asn1::Oid oid;
  std::size_t size;
  psa_algorithm_t psa;
};

constexpr std::array<HashRow, 6> kHashes = {{
    {HashAlgorithm::Md5, "MD5", asn1::oids::kMd5, 16, PSA_ALG_MD5},
    {HashAlgorithm::Sha1, "SHA-1", asn1::oids::kSha1, 20, PSA_ALG_SHA_1},
    {HashAlgorithm::Sha224, "SHA-224", asn1::oids::kSha224, 28, PSA_ALG_SHA_224},
    {HashAlgorithm::Sha256, "SHA-256", asn1::oids::kSha256, 32, PSA_ALG_SHA_256},
    {HashAlgorithm::Sha384, "SHA-384", asn1::oids::kSha384, 48, PSA_ALG_SHA_384},
    {HashAlgorithm::Sha512, "SHA-512", asn1::oids::kSha512, 64, PSA_ALG_SHA_512},
}};

// The engine copies what it is given before it looks at it: so it gets a large message in parts.
constexpr std::size_t kHashedAtOnce = 64 * 1024;

const HashRow& row(HashAlgorithm algorithm) {
  const auto found =
      std::find_if(kHashes.begin(), kHashes.end(), [&](const HashRow& r) { return r.algorithm == algorithm; });
  PKI_ASSERT(found != kHashes.end());
  return *found;
}

/// "SHA-256" and "sha 256" become "sha256".
std::string bare_name(std::string_view name) {
  std::string bare = to_lower_ascii(trim(name));
  std::erase_if(bare, [](char c) { return c == '-' || c == ' '; });
  return bare;
}

}  // namespace

std::string_view hash_name(HashAlgorithm algorithm) { return row(algorithm).name; }

std::optional<HashAlgorithm> hash_from_name(std::string_view name) {
  const std::string wanted = bare_name(name);
  for (const HashRow& hash : kHashes) {
    if (bare_name(hash.name) == wanted) return hash.algorithm;
  }
  return std::nullopt;
}

asn1::Oid hash_oid(HashAlgorithm algorithm) { return row(algorithm).oid; }

std::optional<HashAlgorithm> hash_from_oid(asn1::Oid oid) {
  for (const HashRow& hash : kHashes) {
    if (hash.oid == oid) return hash.algorithm;
  }
  return std::nullopt;
}

std::size_t hash_size(HashAlgorithm algorithm) { return row(algorithm).size; }

ByteVector digest(HashAlgorithm algorithm, Bytes message) {
  start_engine();
  const HashRow& hash = row(algorithm);
  ByteVector out(hash.size);
  std::size_t size = 0;
  psa_hash_operation_t operation = PSA_HASH_OPERATION_INIT;
  PKI_ASSERT(psa_hash_setup(&operation, hash.psa) == PSA_SUCCESS);
  while (!message.empty()) {
    const Bytes part = message.first(std::min(message.size(), kHashedAtOnce));
    PKI_ASSERT(psa_hash_update(&operation, part.data(), part.size()) == PSA_SUCCESS);
    message = message.subspan(part.size());
  }
  PKI_ASSERT(psa_hash_finish(&operation, out.data(), out.size(), &size) == PSA_SUCCESS);
  PKI_ASSERT(size == out.size());
  return out;
}

std::uint32_t engine_hash(HashAlgorithm algorithm) { return row(algorithm).psa; }

}  // namespace pki::crypto
