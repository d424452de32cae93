#pragma once
// Private keys in requests and results (docs/api.md: Key). A key's text never gets into a finding.

#include <optional>
#include <string>

#include "crypto/private_key.h"
#include "json/reader.h"

namespace pki::api {

/// A private key that was handed in.
struct KeySource {
  bool encrypted = false;
  /// Nothing where it is encrypted and no password came with it.
  std::optional<crypto::PrivateKey> key;
};

/// Reads a Key: PEM, or {pem, password}, with PKCS#8, PKCS#1 or SEC 1 inside. Rules: api.param.*, api.key.none,
/// api.key.several, pem.*, asn1.*, crypto.key.*.
Result<KeySource> read_key_source(const json::Value& value);

/// The same, where the key itself is needed. Rule: api.key.password_missing.
Result<crypto::PrivateKey> read_key(const json::Value& value);

/// The PEM of the one private key of a Key, in the form in which it was handed in, encrypted or not. Rules as
/// read_key_source, but what is inside is not looked at.
Result<std::string> read_key_pem(const json::Value& value);

/// The PKCS#8 PEM of a key, for `private_key` in a result.
std::string private_key_pem(const crypto::PrivateKey& key);

}  // namespace pki::api
