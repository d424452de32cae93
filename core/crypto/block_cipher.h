#pragma once
// Block ciphers in CBC mode with the padding of PKCS#7 (RFC 5652 6.3): what encrypts the content of messages, and
// private keys under a password.

#include <optional>
#include <string_view>

#include "asn1/oid.h"
#include "base/result.h"
#include "crypto/secret_bytes.h"

namespace pki::crypto {

/// TripleDesCbc (DES-EDE3 with three keys) is for reading what others made; nothing is encrypted with it.
enum class BlockCipher : std::uint8_t { Aes128Cbc, Aes192Cbc, Aes256Cbc, TripleDesCbc };

/// "AES-128-CBC" ... "3DES-CBC".
std::string_view cipher_name(BlockCipher cipher);
/// Reads that name; "aes128", "aes-128-cbc", "AES 128" and the like too.
std::optional<BlockCipher> cipher_from_name(std::string_view name);
/// The OID of the cipher (RFC 3565 4.1, RFC 8018 B.2.2), and back.
asn1::Oid cipher_oid(BlockCipher cipher);
std::optional<BlockCipher> cipher_from_oid(asn1::Oid oid);
/// Octets of the key.
std::size_t cipher_key_size(BlockCipher cipher);
/// Octets of a block, which is also how long the initialisation vector is.
std::size_t cipher_block_size(BlockCipher cipher);

/// The plaintext; nothing where `ciphertext` is not one or more whole blocks, or where no padding stands at the end of
/// what comes out. Which of the two it was is not told: whoever asks others to decrypt could learn the plaintext from
/// it (RFC 8018 8). One in some 256 wrong keys leads to a padding and to octets that mean nothing. `key` and `iv` must
/// have the cipher's sizes.
std::optional<SecretBytes> decrypt_cbc(BlockCipher cipher, Bytes key, Bytes iv, Bytes ciphertext);

/// The ciphertext: `plaintext` and its padding. `key` and `iv` must have the cipher's sizes; the cipher must be one of
/// AES.
ByteVector encrypt_cbc(BlockCipher cipher, Bytes key, Bytes iv, Bytes plaintext);

/// So many octets from the random source in force. Rule: crypto.random.failed.
Result<SecretBytes> random_secret(std::size_t size);

}  // namespace pki::crypto
