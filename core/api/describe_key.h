#pragma once
// Keys as JSON (docs/api.md: PublicKey, PrivateKey). Of a private key only its public half is ever described.

#include "api/field.h"
#include "api/keys.h"
#include "crypto/private_key.h"
#include "crypto/public_key.h"

namespace pki::api {

/// SHA-256 of the SubjectPublicKeyInfo, in hex.
std::string spki_sha256(const crypto::PublicKey& key);

/// A PublicKey. `key` is the object itself: its views lie in key.whole.
json::Json describe(const crypto::PublicKey& key);

/// A PrivateKey: whether it is encrypted, and its public half if that can be told.
json::Json describe(const KeySource& source);

/// The public half of `key` as PublicKey.
json::Json describe_public_half(const crypto::PrivateKey& key);

/// The fields of a key inside the object of `place`.
FieldList public_key_fields(const crypto::PublicKey& key, const Place& place);

}  // namespace pki::api
