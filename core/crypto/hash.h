#pragma once
// Hash functions.

#include <optional>
#include <string_view>

#include "asn1/oid.h"
#include "base/bytes.h"

namespace pki::crypto {

/// Md5 and Sha1 are for reading (key identifiers, fingerprints, old signatures); nothing is signed with them.
enum class HashAlgorithm : std::uint8_t { Md5, Sha1, Sha224, Sha256, Sha384, Sha512 };

/// "SHA-256".
std::string_view hash_name(HashAlgorithm algorithm);
/// Reads "sha256", "SHA-256", "sha-256", "SHA 256".
std::optional<HashAlgorithm> hash_from_name(std::string_view name);
/// The OID of the hash, and back.
asn1::Oid hash_oid(HashAlgorithm algorithm);
std::optional<HashAlgorithm> hash_from_oid(asn1::Oid oid);
/// Length of the digest in octets.
std::size_t hash_size(HashAlgorithm algorithm);

/// The digest of `message`.
ByteVector digest(HashAlgorithm algorithm, Bytes message);

}  // namespace pki::crypto
