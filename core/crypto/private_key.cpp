#include "crypto/private_key.h"

#include <algorithm>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "asn1/values.h"
#include "asn1/writer.h"
#include "base/assert.h"
#include "crypto/block_cipher.h"
#include "crypto/password_encryption.h"
#include "crypto/private_key_engine.h"
#include "crypto/pss_parameters.h"
#include "crypto/rules.h"
#include "crypto/signatures.h"

namespace pki::crypto {

struct PrivateKey::State {
  PrivateKeyEnginePtr engine;
  /// The AlgorithmIdentifier, which PKCS#8 and SubjectPublicKeyInfo share.
  ByteVector algorithm;

  /// The key of an engine that could be made, under the identifier of its kind.
  static Result<PrivateKey> wrap(Result<PrivateKeyEnginePtr> made);
};

namespace {

/// PrivateKeyInfo (RFC 5208 5), or OneAsymmetricKey (RFC 5958 2).
struct Outline {
  AlgorithmIdentifier algorithm;
  Bytes private_octets;
  std::optional<Bytes> public_bits;
};

Result<Outline> read_outline(Bytes der, asn1::Context& context) {
  PKI_TRY(const asn1::Element sequence, asn1::read_single(der, asn1::tags::kSequence, "PrivateKeyInfo", context));
  asn1::Reader reader(sequence.value, context);
  PKI_TRY(const asn1::Element version, reader.expect(asn1::tags::kInteger, "version"));
  PKI_TRY(const std::uint64_t version_number, asn1::read_unsigned(version, context));
  if (version_number > 1) return malformed_key("private", "its version is not known");
  Outline outline;
  PKI_TRY(outline.algorithm, read_algorithm_identifier(reader, "privateKeyAlgorithm"));
  PKI_TRY(const asn1::Element octets, reader.expect(asn1::tags::kOctetString, "privateKey"));
  outline.private_octets = octets.value;
  PKI_CHECK(reader.optional(asn1::tags::context_constructed(0)));  // attributes
  PKI_TRY(const auto public_key, reader.optional(asn1::tags::context(1)));
  if (public_key) {
    PKI_TRY(const asn1::BitString bits, asn1::read_bit_string(*public_key, context));
    outline.public_bits = bits.octets;
  }
  PKI_CHECK(reader.finish("PrivateKeyInfo"));
  return outline;
}

Result<PrivateKeyEnginePtr> read_ec_inside(const Outline& outline, asn1::Context& context) {
  const auto& parameters = outline.algorithm.parameters;
  if (!parameters) return read_ec_private_key(outline.private_octets, nullptr);
  if (parameters->tag != asn1::tags::kOid) return unsupported_key("EC without a named curve");
  PKI_TRY(const asn1::Oid oid, asn1::read_oid(*parameters, context));
  const CurveInfo* curve = find_curve(oid);
  if (curve == nullptr) return unsupported_key("EC on " + asn1::oid_name(oid));
  return read_ec_private_key(outline.private_octets, curve);
}

/// The AlgorithmIdentifier of an RSA or EC key (RFC 3279 2.3.1, RFC 5480 2.1.1).
ByteVector plain_algorithm(const PrivateKeyEngine& engine) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& w) {
    if (engine.kind() == KeyKind::Rsa) {
      w.oid(asn1::oids::kRsaEncryption);
      w.null();
      return;
    }
    const CurveInfo* curve = find_curve(engine.curve());
    PKI_ASSERT(curve != nullptr);
    w.oid(asn1::oids::kEcPublicKey);
    w.oid(curve->oid);
  });
  return writer.take();
}

HashAlgorithm default_hash(const PrivateKeyEngine& engine) {
  if (engine.kind() == KeyKind::Rsa) {
    return engine.bits() > 3072   ? HashAlgorithm::Sha512
           : engine.bits() > 2048 ? HashAlgorithm::Sha384
                                  : HashAlgorithm::Sha256;
  }
  return engine.bits() > 384   ? HashAlgorithm::Sha512
         : engine.bits() > 256 ? HashAlgorithm::Sha384
                               : HashAlgorithm::Sha256;
}

/// The other form of an uncompressed point (SEC 1 2.3.3).
ByteVector compressed_point(Bytes point) {
  const std::size_t octets = point.size() / 2;
  ByteVector compressed = {static_cast<std::uint8_t>(0x02 | (point.back() & 1))};
  append(compressed, point.subspan(1, octets));
  return compressed;
}

bool is_weak(HashAlgorithm hash) { return hash == HashAlgorithm::Md5 || hash == HashAlgorithm::Sha1; }

}  // namespace

Result<SecretBytes> PrivateKeyEngine::decrypt(const KeyTransport&, Bytes) const { PKI_ASSERT(false); }

Finding unsupported_key(std::string algorithm) {
  return {&rules::kKeyUnsupported, {}, {{"algorithm", std::move(algorithm)}}};
}

Finding unreadable_key(std::string_view key, const Finding& why) {
  if (why.id().starts_with("crypto.")) return why;
  return malformed_key(key, "its structure breaks the rule " + std::string(why.id()));
}

PrivateKey::PrivateKey(std::unique_ptr<State> state) : state_(std::move(state)) {}
PrivateKey::~PrivateKey() = default;
PrivateKey::PrivateKey(PrivateKey&&) noexcept = default;
PrivateKey& PrivateKey::operator=(PrivateKey&&) noexcept = default;

Result<PrivateKey> PrivateKey::State::wrap(Result<PrivateKeyEnginePtr> made) {
  PKI_TRY(PrivateKeyEnginePtr engine, std::move(made));
  ByteVector algorithm = plain_algorithm(*engine);
  return PrivateKey(std::make_unique<State>(State{std::move(engine), std::move(algorithm)}));
}

Result<PrivateKey> PrivateKey::generate(KeySpec spec) {
  switch (spec) {
    case KeySpec::Rsa2048:
      return State::wrap(generate_rsa(2048));
    case KeySpec::Rsa3072:
      return State::wrap(generate_rsa(3072));
    case KeySpec::Rsa4096:
      return State::wrap(generate_rsa(4096));
    case KeySpec::P256:
      return State::wrap(generate_ec(*find_curve(Curve::P256)));
    case KeySpec::P384:
      return State::wrap(generate_ec(*find_curve(Curve::P384)));
    case KeySpec::P521:
      return State::wrap(generate_ec(*find_curve(Curve::P521)));
  }
  return unsupported_key("");
}

Result<PrivateKey> PrivateKey::from_pkcs8(Bytes der) {
  asn1::Context context(der);
  PKI_TRY(const Outline outline, read_outline(der, context));
  const asn1::Oid oid = outline.algorithm.oid;
  const bool rsa = oid == asn1::oids::kRsaEncryption || oid == asn1::oids::kRsassaPss;
  if (!rsa && oid != asn1::oids::kEcPublicKey) {
    return unsupported_key(asn1::oid_name_and_dotted(oid));
  }
  PKI_TRY(PrivateKey key,
          State::wrap(rsa ? read_rsa_private_key(outline.private_octets) : read_ec_inside(outline, context)));
  if (outline.public_bits && !equal(*outline.public_bits, key.state_->engine->public_bits())) {
    return malformed_key("private", "its public half is another key's");
  }
  // RFC 4055 1.2: what restricts an RSASSA-PSS key stays with it.
  if (oid == asn1::oids::kRsassaPss) key.state_->algorithm = to_vector(outline.algorithm.whole);
  return key;
}

Result<PrivateKey> PrivateKey::from_pkcs1(Bytes der) { return State::wrap(read_rsa_private_key(der)); }

Result<PrivateKey> PrivateKey::from_sec1(Bytes der) { return State::wrap(read_ec_private_key(der, nullptr)); }

Result<PrivateKey> PrivateKey::from_encrypted_pkcs8(Bytes der, std::string_view password) {
  asn1::Context context(der);
  PKI_TRY(const asn1::Element sequence,
          asn1::read_single(der, asn1::tags::kSequence, "EncryptedPrivateKeyInfo", context));
  asn1::Reader reader(sequence.value, context);
  PKI_TRY(const AlgorithmIdentifier algorithm, read_algorithm_identifier(reader, "encryptionAlgorithm"));
  PKI_TRY(const asn1::Element data, reader.expect(asn1::tags::kOctetString, "encryptedData"));
  PKI_CHECK(reader.finish("EncryptedPrivateKeyInfo"));
  PKI_TRY(const SecretBytes plaintext, decrypt_with_password(algorithm, data.value, password, context));
  asn1::Context inner(plaintext.view());
  // A padding can be right by chance; that the octets also are a PrivateKeyInfo can not.
  if (!read_outline(plaintext.view(), inner).ok()) return Finding{&rules::kKeyPassword, {}, {}};
  return from_pkcs8(plaintext.view());
}

KeyKind PrivateKey::kind() const { return state_->engine->kind(); }
std::uint32_t PrivateKey::bits() const { return state_->engine->bits(); }
Curve PrivateKey::curve() const { return state_->engine->curve(); }

ByteVector PrivateKey::public_key_der() const {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& w) {
    w.raw(state_->algorithm);
    w.bit_string(state_->engine->public_bits());
  });
  return writer.take();
}

SecretBytes PrivateKey::to_pkcs8() const {
  const SecretBytes octets = state_->engine->private_octets();
  asn1::Writer writer;
  writer.reserve(octets.size() + state_->algorithm.size() + 32);
  writer.sequence([&](asn1::Writer& w) {
    w.integer(0);
    w.raw(state_->algorithm);
    w.octet_string(octets.view());
  });
  return SecretBytes(writer.take());
}

Result<ByteVector> PrivateKey::to_encrypted_pkcs8(std::string_view password, std::uint32_t iterations) const {
  PKI_TRY(const PasswordEncrypted encrypted, encrypt_with_password(to_pkcs8().view(), password, iterations));
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& w) {
    w.raw(encrypted.algorithm);
    w.octet_string(encrypted.ciphertext);
  });
  return writer.take();
}

Result<ByteVector> PrivateKey::sign(const SignatureAlgorithm& algorithm, Bytes message) const {
  const ByteVector spki = public_key_der();
  asn1::Context context(spki);
  PKI_TRY(const PublicKey key, read_public_key(spki, context));
  PKI_CHECK(check_key_suits(key, algorithm));
  if (is_weak(algorithm.hash)) {
    return Finding{&rules::kSignatureWeakHash, {}, {{"hash", std::string(hash_name(algorithm.hash))}}};
  }
  return state_->engine->sign(algorithm, message);
}

Result<SecretBytes> PrivateKey::decrypt_key(const KeyTransport& transport, Bytes encrypted, std::size_t size) const {
  const ByteVector spki = public_key_der();
  asn1::Context context(spki);
  PKI_TRY(const PublicKey key, read_public_key(spki, context));
  PKI_CHECK(check_transport(key, transport));
  // Drawn in any case, so that the random source does not tell either.
  PKI_TRY(SecretBytes substitute, random_secret(size));
  PKI_TRY(SecretBytes opened, state_->engine->decrypt(transport, encrypted));
  return opened.size() == size ? std::move(opened) : std::move(substitute);
}

SignatureAlgorithm PrivateKey::default_signature_algorithm() const {
  const HashAlgorithm hash = default_hash(*state_->engine);
  if (kind() == KeyKind::Ec) return {.kind = SignatureKind::Ecdsa, .hash = hash};

  asn1::Context context(state_->algorithm);
  asn1::Reader reader(state_->algorithm, context);
  const auto identifier = read_algorithm_identifier(reader, "algorithm");
  PKI_ASSERT(identifier.ok());
  if (identifier->oid != asn1::oids::kRsassaPss) return {SignatureKind::RsaPkcs1, hash};
  // An RSASSA-PSS key may say what it is for (RFC 4055 3.3).
  if (identifier->parameters) {
    const auto stated = read_pss_parameters(*identifier, context);
    if (stated.ok() && stated->kind == SignatureKind::RsaPss) return *stated;
  }
  return {.kind = SignatureKind::RsaPss,
          .hash = hash,
          .mgf_hash = hash,
          .salt_length = static_cast<std::uint32_t>(hash_size(hash))};
}

bool PrivateKey::matches(const PublicKey& key) const {
  if (key.kind != kind()) return false;
  const ByteVector own_bits = state_->engine->public_bits();
  if (kind() == KeyKind::Ec) {
    return key.curve == curve() && (equal(key.key_bits, own_bits) || equal(key.key_bits, compressed_point(own_bits)));
  }
  const ByteVector spki = public_key_der();
  asn1::Context context(spki);
  const auto own = read_public_key(spki, context);
  PKI_ASSERT(own.ok());
  return equal(own->modulus, key.modulus) && equal(own->exponent, key.exponent);
}

}  // namespace pki::crypto
