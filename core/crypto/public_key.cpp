#include "crypto/public_key.h"

#include <bit>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "crypto/curves.h"
#include "crypto/pss_parameters.h"
#include "crypto/rules.h"

namespace pki::crypto {
namespace {

using asn1::Context;
using asn1::Reader;

/// RFC 5280 4.2.1.2, RFC 7093 2: a key identifier is 160 bits long.
constexpr std::size_t kKeyIdentifierSize = 20;

std::uint32_t bit_length(Bytes magnitude) {
  if (magnitude.empty()) return 0;
  return static_cast<std::uint32_t>(magnitude.size() * 8 - static_cast<std::size_t>(std::countl_zero(magnitude[0])));
}

struct RsaNumbers {
  Bytes modulus;
  Bytes exponent;
};

/// A positive INTEGER's magnitude, without leading zeros; empty for zero and below.
Result<Bytes> read_positive(asn1::Reader& reader, std::string_view what) {
  PKI_TRY(const asn1::Element element, reader.expect(asn1::tags::kInteger, what));
  PKI_TRY(const asn1::Integer integer, asn1::read_integer(element, reader.context()));
  if (integer.negative()) return Bytes();
  Bytes magnitude = integer.octets;
  while (!magnitude.empty() && magnitude[0] == 0) magnitude = magnitude.subspan(1);
  return magnitude;
}

/// RSAPublicKey (RFC 8017 A.1.1).
Result<RsaNumbers> read_rsa_public_key(Bytes der, Context& context) {
  PKI_TRY(const asn1::Element sequence, asn1::read_single(der, asn1::tags::kSequence, "RSAPublicKey", context));
  asn1::Reader reader(sequence.value, context);
  RsaNumbers numbers;
  PKI_TRY(numbers.modulus, read_positive(reader, "modulus"));
  PKI_TRY(numbers.exponent, read_positive(reader, "publicExponent"));
  PKI_CHECK(reader.finish("RSAPublicKey"));
  return numbers;
}

void note_malformed(const PublicKey& key, std::string_view family, std::string reason, Context& context) {
  context.note(rules::kKeyMalformed, key.key_bits.empty() ? key.whole : key.key_bits,
               {{"key", std::string(family)}, {"reason", std::move(reason)}});
}

void read_rsa(PublicKey& key, Context& context) {
  // RFC 3279 2.3.1: NULL. RFC 4055 1.2, 3.1: with id-RSASSA-PSS absent, or what restricts the key's use.
  if (key.algorithm.oid == asn1::oids::kRsaEncryption) {
    check_parameters(key.algorithm, ExpectedParameters::Null, context);
  }
  const auto numbers = read_rsa_public_key(key.key_bits, context);
  if (!numbers.ok()) {
    note_malformed(key, "RSA", render_summary(numbers.error()), context);
    return;
  }
  if (numbers->modulus.empty() || numbers->exponent.empty()) {
    note_malformed(key, "RSA", "the modulus or the exponent is not positive", context);
    return;
  }
  key.kind = KeyKind::Rsa;
  key.modulus = numbers->modulus;
  key.exponent = numbers->exponent;
  key.bits = bit_length(key.modulus);
}

/// RFC 5480 2.1.1: ECParameters is the OID of a named curve; anything else MUST NOT be used.
const CurveInfo* read_named_curve(const AlgorithmIdentifier& algorithm, Context& context) {
  if (algorithm.parameters && algorithm.parameters->tag == asn1::tags::kOid) {
    const auto oid = asn1::read_oid(*algorithm.parameters, context);
    if (oid.ok()) return find_curve(*oid);
  }
  context.note(rules::kAlgorithmParameters, algorithm.whole,
               {{"algorithm", asn1::oid_name(algorithm.oid)},
                {"found", describe_parameters(algorithm)},
                {"expected", "the OBJECT IDENTIFIER of a curve"}});
  return nullptr;
}

/// RFC 5480 2.2: an uncompressed or compressed point; SEC 1 2.3.3 has their lengths.
bool is_point_form(Bytes point, const CurveInfo& curve) {
  if (point.empty()) return false;
  if (point[0] == 0x04) return point.size() == 1 + 2 * curve.octets();
  return (point[0] == 0x02 || point[0] == 0x03) && point.size() == 1 + curve.octets();
}

void read_ec(PublicKey& key, Context& context) {
  const CurveInfo* curve = read_named_curve(key.algorithm, context);
  if (curve == nullptr) {
    key.kind = KeyKind::Ec;
    return;
  }
  if (!is_point_form(key.key_bits, *curve)) {
    note_malformed(key, curve->name, "its octets are no point of the curve", context);
    return;
  }
  key.kind = KeyKind::Ec;
  key.curve = curve->curve;
  key.bits = curve->bits;
}

/// Dss-Parms ::= SEQUENCE { p INTEGER, q INTEGER, g INTEGER } (RFC 3279 2.3.2).
Result<DsaParameters> read_dsa_parameters(const asn1::Element& element, Context& context) {
  Reader whole(element.whole, context);
  PKI_TRY(Reader reader, whole.enter(asn1::tags::kSequence, "Dss-Parms"));
  DsaParameters parameters{.whole = element.whole, .p = {}, .q = {}, .g = {}};
  PKI_TRY(parameters.p, read_positive(reader, "p"));
  PKI_TRY(parameters.q, read_positive(reader, "q"));
  PKI_TRY(parameters.g, read_positive(reader, "g"));
  PKI_CHECK(reader.finish("Dss-Parms"));
  return parameters;
}

/// DSAPublicKey ::= INTEGER -- public key, Y (RFC 3279 2.3.2).
Result<Bytes> read_dsa_value(Bytes der, Context& context) {
  Reader reader(der, context);
  PKI_TRY(const Bytes value, read_positive(reader, "DSAPublicKey"));
  PKI_CHECK(reader.finish("DSAPublicKey"));
  return value;
}

void read_dsa(PublicKey& key, Context& context) {
  const auto value = read_dsa_value(key.key_bits, context);
  if (!value.ok()) return note_malformed(key, "DSA", render_summary(value.error()), context);
  if (value->empty()) return note_malformed(key, "DSA", "its value is not positive", context);
  const auto& stated = key.algorithm.parameters;
  // RFC 5280 6.1.4 (e): absent or NULL, they are those of the issuer's key.
  if (stated && stated->tag != asn1::tags::kNull) {
    const auto parameters = read_dsa_parameters(*stated, context);
    if (!parameters.ok()) return note_malformed(key, "DSA", render_summary(parameters.error()), context);
    if (parameters->p.empty() || parameters->q.empty() || parameters->g.empty()) {
      return note_malformed(key, "DSA", "a parameter is not positive", context);
    }
    key.dsa_parameters = *parameters;
    key.bits = bit_length(parameters->p);
  }
  key.kind = KeyKind::Dsa;
  key.dsa_y = *value;
}

ByteVector key_identifier(HashAlgorithm hash, const PublicKey& key) {
  ByteVector identifier = digest(hash, key.key_bits);
  identifier.resize(kKeyIdentifierSize);
  return identifier;
}

}  // namespace

Result<PublicKey> read_public_key(Bytes spki, Context& context) {
  PKI_TRY(const asn1::Element sequence,
          asn1::read_single(spki, asn1::tags::kSequence, "subjectPublicKeyInfo", context));
  asn1::Reader reader(sequence.value, context);
  PublicKey key;
  key.whole = sequence.whole;
  PKI_TRY(key.algorithm, read_algorithm_identifier(reader, "algorithm"));
  PKI_TRY(const asn1::Element bits, reader.expect(asn1::tags::kBitString, "subjectPublicKey"));
  PKI_TRY(const asn1::BitString bit_string, asn1::read_bit_string(bits, context));
  PKI_CHECK(reader.finish("subjectPublicKeyInfo"));
  key.key_bits = bit_string.octets;

  if (bit_string.unused_bits != 0) {
    note_malformed(key, "public", "its last octet is not whole", context);
  } else if (key.algorithm.oid == asn1::oids::kRsaEncryption || key.algorithm.oid == asn1::oids::kRsassaPss) {
    read_rsa(key, context);
  } else if (key.algorithm.oid == asn1::oids::kEcPublicKey) {
    read_ec(key, context);
  } else if (key.algorithm.oid == asn1::oids::kDsa) {
    read_dsa(key, context);
  }
  return key;
}

PublicKey inherit_parameters(const PublicKey& key, const PublicKey& issuer_key) {
  PublicKey complete = key;
  if (!key.lacks_parameters() || issuer_key.kind != KeyKind::Dsa) return complete;
  complete.dsa_parameters = issuer_key.dsa_parameters;
  complete.bits = issuer_key.bits;
  return complete;
}

std::string public_key_name(const PublicKey& key) {
  switch (key.kind) {
    case KeyKind::Rsa:
      return "RSA " + std::to_string(key.bits);
    case KeyKind::Ec:
      return "EC " + std::string(curve_name(key.curve));
    case KeyKind::Dsa:
      return key.lacks_parameters() ? "DSA (parameters inherited)" : "DSA " + std::to_string(key.bits);
    case KeyKind::Unknown:
      break;
  }
  return "unknown (" + key.algorithm.oid.to_dotted() + ")";
}

ByteVector key_identifier_sha1(const PublicKey& key) { return key_identifier(HashAlgorithm::Sha1, key); }

ByteVector key_identifier_sha256(const PublicKey& key) { return key_identifier(HashAlgorithm::Sha256, key); }

}  // namespace pki::crypto
