#pragma once
// The parameters of PBES2 (RFC 8018 A.2 and A.4). Internal to core/crypto.

#include <cstdint>
#include <string_view>

#include "crypto/algorithm_identifier.h"
#include "crypto/block_cipher.h"

namespace pki::crypto {

struct Pbes2Parameters {
  Bytes salt;
  std::uint32_t iterations = 0;  // 1 to kMaxIterations
  HashAlgorithm prf = HashAlgorithm::Sha1;
  BlockCipher cipher = BlockCipher::Aes256Cbc;
  Bytes iv;
};

/// Reads a PBES2 AlgorithmIdentifier. Rules: asn1.*, crypto.key.encryption_unsupported, crypto.key.iterations.
Result<Pbes2Parameters> read_pbes2(const AlgorithmIdentifier& algorithm, asn1::Context& context);

/// Writes it as OpenSSL does.
ByteVector write_pbes2(const Pbes2Parameters& parameters);

/// Fails with crypto.key.iterations unless `iterations` is 1 to kMaxIterations.
Status check_iterations(std::uint64_t iterations);

}  // namespace pki::crypto
