#pragma once
// SubjectPublicKeyInfo (RFC 5280 4.1.2.7, RFC 3279, RFC 5480), what can be said of the key, and checking signatures
// with it.

#include <optional>
#include <string>

#include "crypto/algorithm_identifier.h"

namespace pki::crypto {

enum class KeyKind : std::uint8_t { Rsa, Ec, Dsa, Unknown };
enum class Curve : std::uint8_t { P256, P384, P521, Secp256k1, Unknown };

/// "P-256" ...; "unknown curve".
std::string_view curve_name(Curve curve);

/// Dss-Parms (RFC 3279 2.3.2): magnitudes, big endian.
struct DsaParameters {
  Bytes whole;
  Bytes p;
  Bytes q;
  Bytes g;
};

/// A view of a SubjectPublicKeyInfo. Aliases the DER that it was read from.
struct PublicKey {
  Bytes whole;  // the SubjectPublicKeyInfo
  AlgorithmIdentifier algorithm;
  Bytes key_bits;  // the contents of subjectPublicKey without the octet of unused bits
  KeyKind kind = KeyKind::Unknown;
  /// Size in bits: of the modulus, of the curve's field, or of DSA's p; 0 where unknown.
  std::uint32_t bits = 0;
  /// RSA: magnitudes, big endian.
  Bytes modulus;
  Bytes exponent;
  /// EC: the named curve; the point (with its first octet 02, 03 or 04) is `key_bits`.
  Curve curve = Curve::Unknown;
  /// DSA: the public value y, a magnitude, and the domain parameters; nothing where the key leaves them out (absent or
  /// NULL), to be inherited from the issuer's key.
  Bytes dsa_y;
  std::optional<DsaParameters> dsa_parameters = {};

  /// True for a DSA key without parameters: nothing can be checked with it alone.
  bool lacks_parameters() const { return kind == KeyKind::Dsa && !dsa_parameters; }
};

/// Reads a SubjectPublicKeyInfo element. A key of an unknown algorithm or curve is no error. Rules: asn1.*,
/// crypto.key.malformed (an RSAPublicKey or a DSA key that cannot be read, a point of the wrong length: noted, kind
/// Unknown).
Result<PublicKey> read_public_key(Bytes spki, asn1::Context& context);

/// RFC 5280 6.1.4 (d) to (f): `key`, which lacks parameters, with those of `issuer_key` (a key of the same algorithm,
/// or it stays as it is). Views into both.
PublicKey inherit_parameters(const PublicKey& key, const PublicKey& issuer_key);

/// "RSA 2048", "EC P-256", "DSA 1024", "DSA (parameters inherited)", "unknown (1.3.101.112)".
std::string public_key_name(const PublicKey& key);

/// RFC 5280 4.2.1.2 method (1): the SHA-1 of the subjectPublicKey's octets; 20 octets.
ByteVector key_identifier_sha1(const PublicKey& key);
/// RFC 7093 2 method 1: the leftmost 160 bits of the SHA-256 of the same.
ByteVector key_identifier_sha256(const PublicKey& key);

/// Checks a signature over `message`. Rules: crypto.signature.invalid (it does not fit),
/// crypto.signature.unsupported (this build cannot check such a signature),
/// crypto.signature.key_mismatch (an RSA algorithm over an EC key, for one), crypto.key.malformed.
Status verify_signature(const PublicKey& key, const SignatureAlgorithm& algorithm, Bytes message, Bytes signature);

}  // namespace pki::crypto
