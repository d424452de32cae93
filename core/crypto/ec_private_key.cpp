#include <psa/crypto.h>

#include "asn1/oid_registry.h"
#include "asn1/values.h"
#include "asn1/writer.h"
#include "base/assert.h"
#include "crypto/ec_key.h"
#include "crypto/ecdsa_signature.h"
#include "crypto/private_key_engine.h"
#include "crypto/signatures.h"

namespace pki::crypto {
namespace {

/// ECPrivateKey (RFC 5915 3), as it stands.
struct RawKey {
  Bytes scalar;
  std::optional<asn1::Element> parameters;
  std::optional<Bytes> point;
};

Result<RawKey> read_sequence(Bytes der, asn1::Context& context) {
  PKI_TRY(const asn1::Element sequence, asn1::read_single(der, asn1::tags::kSequence, "ECPrivateKey", context));
  asn1::Reader reader(sequence.value, context);
  PKI_TRY(const asn1::Element version, reader.expect(asn1::tags::kInteger, "version"));
  PKI_TRY(const std::uint64_t version_number, asn1::read_unsigned(version, context));
  if (version_number != 1) return malformed_key("EC", "its version is not 1");
  PKI_TRY(const asn1::Element scalar, reader.expect(asn1::tags::kOctetString, "privateKey"));
  RawKey raw{.scalar = scalar.value, .parameters = {}, .point = {}};
  if (reader.next_is(asn1::tags::context_constructed(0))) {
    PKI_TRY(asn1::Reader inner, reader.enter(asn1::tags::context_constructed(0), "parameters"));
    PKI_TRY(raw.parameters, inner.next());
    PKI_CHECK(inner.finish("parameters"));
  }
  if (reader.next_is(asn1::tags::context_constructed(1))) {
    PKI_TRY(asn1::Reader inner, reader.enter(asn1::tags::context_constructed(1), "publicKey"));
    PKI_TRY(const asn1::Element bits, inner.expect(asn1::tags::kBitString, "publicKey"));
    PKI_CHECK(inner.finish("publicKey"));
    PKI_TRY(const asn1::BitString point, asn1::read_bit_string(bits, context));
    raw.point = point.octets;
  }
  PKI_CHECK(reader.finish("ECPrivateKey"));
  return raw;
}

/// The curve that the key's own parameters name; they must be `given`'s if there is one.
Result<const CurveInfo*> resolve_curve(const RawKey& raw, const CurveInfo* given, asn1::Context& context) {
  if (!raw.parameters) {
    if (given == nullptr) return malformed_key("EC", "it does not name its curve");
    return given;
  }
  if (raw.parameters->tag != asn1::tags::kOid) return unsupported_key("EC without a named curve");
  const auto oid = asn1::read_oid(*raw.parameters, context);
  if (!oid.ok()) return unreadable_key("EC", oid.error());
  const CurveInfo* named = find_curve(*oid);
  if (named == nullptr) return unsupported_key("EC on " + asn1::oid_name(*oid));
  if (given != nullptr && given != named) return malformed_key("EC", "it names two curves");
  return named;
}

/// The scalar in the curve's length: some programs leave leading zeros out, or write too many.
std::optional<SecretBytes> padded_scalar(Bytes scalar, std::size_t octets) {
  while (scalar.size() > octets && scalar[0] == 0) scalar = scalar.subspan(1);
  if (scalar.size() > octets) return std::nullopt;
  SecretBytes padded(octets);
  std::copy(scalar.begin(), scalar.end(), padded.writable().subspan(octets - scalar.size()).begin());
  return padded;
}

ByteVector export_point(const CurveInfo& curve, const EngineKey& key) {
  ByteVector point(1 + 2 * curve.octets());
  std::size_t size = 0;
  PKI_ASSERT(psa_export_public_key(key.id(), point.data(), point.size(), &size) == PSA_SUCCESS);
  PKI_ASSERT(size == point.size());
  return point;
}

class EcPrivateKey final : public PrivateKeyEngine {
 public:
  EcPrivateKey(const CurveInfo& curve, SecretBytes scalar, ByteVector point)
      : curve_(curve), scalar_(std::move(scalar)), point_(std::move(point)) {}

  KeyKind kind() const override { return KeyKind::Ec; }
  std::uint32_t bits() const override { return curve_.bits; }
  Curve curve() const override { return curve_.curve; }
  ByteVector public_bits() const override { return point_; }
  SecretBytes private_octets() const override;
  Result<ByteVector> sign(const SignatureAlgorithm& algorithm, Bytes message) const override;

 private:
  const CurveInfo& curve_;
  SecretBytes scalar_;
  ByteVector point_;
};

SecretBytes EcPrivateKey::private_octets() const {
  asn1::Writer writer;
  writer.reserve(scalar_.size() + point_.size() + 32);
  writer.sequence([&](asn1::Writer& w) {
    w.integer(1);
    w.octet_string(scalar_.view());
    w.wrap(asn1::tags::context_constructed(1), [&](asn1::Writer& inner) { inner.bit_string(point_); });
  });
  return SecretBytes(writer.take());
}

Result<ByteVector> EcPrivateKey::sign(const SignatureAlgorithm& algorithm, Bytes message) const {
  const auto key = import_ec_private(curve_, scalar_.view());
  PKI_ASSERT(key.has_value());
  const ByteVector message_digest = digest(algorithm.hash, message);
  ByteVector raw(2 * curve_.octets());
  std::size_t size = 0;
  const psa_status_t status =
      psa_sign_hash(key->id(), PSA_ALG_DETERMINISTIC_ECDSA(engine_hash(algorithm.hash)), message_digest.data(),
                    message_digest.size(), raw.data(), raw.size(), &size);
  // The nonce is not random, but the blinding of the computation is.
  if (status != PSA_SUCCESS) return random_failed();
  PKI_ASSERT(size == raw.size());
  return ecdsa_signature_to_der(raw);
}

}  // namespace

Result<PrivateKeyEnginePtr> generate_ec(const CurveInfo& curve) {
  const auto key = generate_ec_private(curve);
  if (!key) return random_failed();
  SecretBytes scalar(curve.octets());
  std::size_t size = 0;
  PKI_ASSERT(psa_export_key(key->id(), scalar.writable().data(), scalar.size(), &size) == PSA_SUCCESS);
  PKI_ASSERT(size == scalar.size());
  return PrivateKeyEnginePtr(std::make_unique<EcPrivateKey>(curve, std::move(scalar), export_point(curve, *key)));
}

Result<PrivateKeyEnginePtr> read_ec_private_key(Bytes der, const CurveInfo* given) {
  asn1::Context context(der);
  const auto raw = read_sequence(der, context);
  if (!raw.ok()) return unreadable_key("EC", raw.error());
  PKI_TRY(const CurveInfo* const curve, resolve_curve(*raw, given, context));

  auto scalar = padded_scalar(raw->scalar, curve->octets());
  if (!scalar) return malformed_key(curve->name, "its scalar is too long");
  const auto key = import_ec_private(*curve, scalar->view());
  if (!key) return malformed_key(curve->name, "its scalar is zero or not below the curve's order");
  ByteVector point = export_point(*curve, *key);
  if (raw->point) {
    const auto stated = uncompressed_point(*curve, *raw->point);
    if (stated != point) return malformed_key(curve->name, "its public half is another key's");
  }
  return PrivateKeyEnginePtr(std::make_unique<EcPrivateKey>(*curve, std::move(*scalar), std::move(point)));
}

}  // namespace pki::crypto
