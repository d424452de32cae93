#pragma once
// What the tests of this layer share. tests/data/crypto/make-data made the files.

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/encoding.h"
#include "crypto/private_key.h"
#include "crypto/random.h"

namespace pki::crypto {

/// Octets from hexadecimal.
inline ByteVector hex(std::string_view text) { return from_hex(text).value(); }

/// The ids of findings, in order.
inline std::vector<std::string> ids(const Findings& findings) {
  std::vector<std::string> result;
  for (const Finding& finding : findings) result.emplace_back(finding.id());
  return result;
}
using Ids = std::vector<std::string>;

/// The id of the rule for which there is no value, or "".
template <typename R>
std::string error_id(const R& result) {
  return result.ok() ? "" : std::string(result.error().id());
}

/// A file of tests/data/crypto.
inline std::string read_data(const std::string& name) {
  std::ifstream file(std::string(PKI_TEST_DATA_DIR "/crypto/") + name, std::ios::binary);
  INFO(name);
  REQUIRE(file.good());
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The DER in a PEM file of tests/data/crypto.
inline ByteVector read_pem(const std::string& name) {
  std::istringstream text(read_data(name));
  std::string base64;
  for (std::string line; std::getline(text, line);) {
    if (!line.starts_with('-')) base64 += line;
  }
  return from_base64(base64).value();
}

/// The private key in <name>.pem.
inline PrivateKey private_key(const std::string& name) {
  return PrivateKey::from_pkcs8(read_pem(name + ".pem")).value();
}

/// A public key with the octets that it is a view of.
struct OwnedPublicKey {
  ByteVector der;
  Ids noted;
  PublicKey key;
};

inline OwnedPublicKey public_key(ByteVector der) {
  OwnedPublicKey owned{.der = std::move(der), .noted = {}, .key = {}};
  asn1::Context context(owned.der);
  owned.key = read_public_key(owned.der, context).value();
  owned.noted = ids(context.findings());
  return owned;
}

/// The public key in <name>.pub.pem.
inline OwnedPublicKey public_key(const std::string& name) { return public_key(read_pem(name + ".pub.pem")); }

/// A line of signatures.txt: made by OpenSSL over message.txt.
struct SignatureCase {
  std::string key;
  std::string kind;
  std::string hash;
  SignatureAlgorithm algorithm;
  ByteVector signature;
};

inline std::vector<SignatureCase> openssl_signatures() {
  std::vector<SignatureCase> cases;
  std::istringstream lines(read_data("signatures.txt"));
  std::string key, kind, hash, mgf_hash, signature;
  std::uint32_t salt_length = 0;
  while (lines >> key >> kind >> hash >> mgf_hash >> salt_length >> signature) {
    SignatureAlgorithm algorithm{.kind = SignatureKind::RsaPkcs1, .hash = hash_from_name(hash).value()};
    if (kind == "ecdsa") algorithm.kind = SignatureKind::Ecdsa;
    if (kind == "dsa") algorithm.kind = SignatureKind::Dsa;
    if (kind == "pss") {
      algorithm.kind = SignatureKind::RsaPss;
      algorithm.mgf_hash = hash_from_name(mgf_hash).value();
      algorithm.salt_length = salt_length;
    }
    cases.push_back({key, kind, hash, algorithm, hex(signature)});
  }
  REQUIRE(cases.size() > 40);
  return cases;
}

inline Bytes message() { return as_bytes("The quick brown fox jumps over the lazy dog"); }

/// An algorithm for each kind of key.
inline constexpr SignatureAlgorithm kPkcs1Sha256{.kind = SignatureKind::RsaPkcs1, .hash = HashAlgorithm::Sha256};
inline constexpr SignatureAlgorithm kEcdsaSha256{.kind = SignatureKind::Ecdsa, .hash = HashAlgorithm::Sha256};
inline constexpr SignatureAlgorithm kPssSha256{
    .kind = SignatureKind::RsaPss, .hash = HashAlgorithm::Sha256, .mgf_hash = HashAlgorithm::Sha256, .salt_length = 32};

/// A source that has nothing.
class FailingRandom final : public RandomSource {
 public:
  bool fill(std::span<std::uint8_t>) override { return false; }
};

}  // namespace pki::crypto
