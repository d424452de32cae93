#include <mbedtls/psa_util.h>
#include <mbedtls/rsa.h>

#include <array>

#include "asn1/values.h"
#include "asn1/writer.h"
#include "base/assert.h"
#include "crypto/engine.h"
#include "crypto/private_key_engine.h"
#include "crypto/signatures.h"

namespace pki::crypto {
namespace {

/// Smaller keys cannot hold a signature, larger ones take too long to check and to use.
constexpr std::uint32_t kMinModulusBits = 512;
constexpr std::uint32_t kMaxModulusBits = 8192;
constexpr int kPublicExponent = 65537;

/// A big number of mbedTLS, wiped when it goes.
class Number {
 public:
  Number() { mbedtls_mpi_init(&mpi_); }
  ~Number() { mbedtls_mpi_free(&mpi_); }
  Number(const Number&) = delete;
  Number& operator=(const Number&) = delete;

  mbedtls_mpi* get() { return &mpi_; }

  bool equals(Bytes magnitude) const {
    Number other;
    return mbedtls_mpi_read_binary(other.get(), magnitude.data(), magnitude.size()) == 0 &&
           mbedtls_mpi_cmp_mpi(&mpi_, &other.mpi_) == 0;
  }

  /// The contents of its INTEGER: big endian, with a leading zero where the highest bit is set.
  SecretBytes octets() const {
    SecretBytes out(mbedtls_mpi_bitlen(&mpi_) / 8 + 1);
    PKI_ASSERT(mbedtls_mpi_write_binary(&mpi_, out.writable().data(), out.size()) == 0);
    return out;
  }

 private:
  mbedtls_mpi mpi_;
};

/// The numbers of an RSAPrivateKey in its order, as magnitudes.
struct Components {
  static constexpr std::array<std::string_view, 8> kNames = {
      "modulus", "publicExponent", "privateExponent", "prime1", "prime2", "exponent1", "exponent2", "coefficient"};
  enum Index : std::size_t { N, E, D, P, Q, Dp, Dq, Qinv };

  std::array<Bytes, 8> numbers;
};

Result<Components> read_sequence(Bytes der, asn1::Context& context) {
  PKI_TRY(const asn1::Element sequence, asn1::read_single(der, asn1::tags::kSequence, "RSAPrivateKey", context));
  asn1::Reader reader(sequence.value, context);
  PKI_TRY(const asn1::Element version, reader.expect(asn1::tags::kInteger, "version"));
  PKI_TRY(const std::uint64_t version_number, asn1::read_unsigned(version, context));
  if (version_number == 1) return unsupported_key("RSA with more than two primes");
  if (version_number != 0) return malformed_key("RSA", "its version is not known");
  Components components;
  for (std::size_t i = 0; i < components.numbers.size(); ++i) {
    PKI_TRY(const asn1::Element element, reader.expect(asn1::tags::kInteger, Components::kNames[i]));
    PKI_TRY(const asn1::Integer number, asn1::read_integer(element, context));
    if (number.negative() || number.is_zero()) {
      return malformed_key("RSA", "one of its numbers is not positive");
    }
    Bytes magnitude = number.octets;
    while (magnitude[0] == 0) magnitude = magnitude.subspan(1);
    components.numbers[i] = magnitude;
    if (magnitude.size() > components.numbers[Components::N].size()) {
      return malformed_key("RSA", "one of its numbers is larger than the modulus");
    }
  }
  PKI_CHECK(reader.finish("RSAPrivateKey"));
  return components;
}

class RsaPrivateKey final : public PrivateKeyEngine {
 public:
  RsaPrivateKey() { mbedtls_rsa_init(&rsa_); }
  ~RsaPrivateKey() override { mbedtls_rsa_free(&rsa_); }
  RsaPrivateKey(const RsaPrivateKey&) = delete;
  RsaPrivateKey& operator=(const RsaPrivateKey&) = delete;

  Status generate(std::uint32_t bits);
  Status load(const Components& components);

  KeyKind kind() const override { return KeyKind::Rsa; }
  std::uint32_t bits() const override { return static_cast<std::uint32_t>(mbedtls_rsa_get_bitlen(&rsa_)); }
  Curve curve() const override { return Curve::Unknown; }
  ByteVector public_bits() const override;
  SecretBytes private_octets() const override;
  Result<ByteVector> sign(const SignatureAlgorithm& algorithm, Bytes message) const override;
  Result<SecretBytes> decrypt(const KeyTransport& transport, Bytes encrypted) const override;

 private:
  Status check_room(const SignatureAlgorithm& algorithm) const;

  /// Signing and decrypting renew the blinding values in it.
  mutable mbedtls_rsa_context rsa_;
};

Status RsaPrivateKey::generate(std::uint32_t bits) {
  RandomCall random;
  if (mbedtls_rsa_gen_key(&rsa_, RandomCall::call, &random, bits, kPublicExponent) == 0) return {};
  return random_failed();
}

Status RsaPrivateKey::load(const Components& components) {
  const auto& number = components.numbers;
  const auto data = [&](std::size_t i) { return number[i].data(); };
  const auto size = [&](std::size_t i) { return number[i].size(); };
  using C = Components;
  const bool consistent = mbedtls_rsa_import_raw(&rsa_, data(C::N), size(C::N), data(C::P), size(C::P), data(C::Q),
                                                 size(C::Q), data(C::D), size(C::D), data(C::E), size(C::E)) == 0 &&
                          mbedtls_rsa_complete(&rsa_) == 0 && mbedtls_rsa_check_privkey(&rsa_) == 0;
  // The rest follows from these (RFC 8017 3.2); what the file has of it must be the same.
  Number dp, dq, qinv;
  if (!consistent || mbedtls_rsa_export_crt(&rsa_, dp.get(), dq.get(), qinv.get()) != 0 || !dp.equals(number[C::Dp]) ||
      !dq.equals(number[C::Dq]) || !qinv.equals(number[C::Qinv])) {
    return malformed_key("RSA", "its numbers do not fit each other");
  }
  return {};
}

ByteVector RsaPrivateKey::public_bits() const {
  Number n, e;
  PKI_ASSERT(mbedtls_rsa_export(&rsa_, n.get(), nullptr, nullptr, nullptr, e.get()) == 0);
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& w) {
    w.integer_octets(n.octets().view());
    w.integer_octets(e.octets().view());
  });
  return writer.take();
}

SecretBytes RsaPrivateKey::private_octets() const {
  std::array<Number, 8> number;
  using C = Components;
  PKI_ASSERT(mbedtls_rsa_export(&rsa_, number[C::N].get(), number[C::P].get(), number[C::Q].get(), number[C::D].get(),
                                number[C::E].get()) == 0);
  PKI_ASSERT(mbedtls_rsa_export_crt(&rsa_, number[C::Dp].get(), number[C::Dq].get(), number[C::Qinv].get()) == 0);
  asn1::Writer writer;
  writer.reserve(number.size() * (mbedtls_rsa_get_len(&rsa_) + 8));
  writer.sequence([&](asn1::Writer& w) {
    w.integer(0);  // two-prime
    for (const Number& each : number) w.integer_octets(each.octets().view());
  });
  return SecretBytes(writer.take());
}

/// RFC 8017 9.1.1 step 3 and 9.2 step 3: the encoding must fit into the modulus.
Status RsaPrivateKey::check_room(const SignatureAlgorithm& algorithm) const {
  constexpr std::size_t kDigestInfoAndPadding = 19 + 11;
  const std::size_t hash_length = hash_size(algorithm.hash);
  const std::size_t pss_room = (bits() - 1 + 7) / 8;
  const bool fits = algorithm.kind == SignatureKind::RsaPss
                        ? algorithm.salt_length <= pss_room && hash_length + algorithm.salt_length + 2 <= pss_room
                        : hash_length + kDigestInfoAndPadding <= mbedtls_rsa_get_len(&rsa_);
  if (fits) return {};
  return unsupported_signature(algorithm, "a modulus of " + std::to_string(bits()) + " bits has no room for it");
}

Result<ByteVector> RsaPrivateKey::sign(const SignatureAlgorithm& algorithm, Bytes message) const {
  const bool pss = algorithm.kind == SignatureKind::RsaPss;
  if (pss && algorithm.mgf_hash != algorithm.hash) {
    return unsupported_signature(algorithm, "MGF1 has another hash than the message");
  }
  PKI_CHECK(check_room(algorithm));
  const ByteVector message_digest = digest(algorithm.hash, message);
  const mbedtls_md_type_t hash = mbedtls_md_type_from_psa_alg(engine_hash(algorithm.hash));
  const auto size = static_cast<unsigned>(message_digest.size());
  RandomCall random;
  ByteVector signature(mbedtls_rsa_get_len(&rsa_));
  PKI_ASSERT(mbedtls_rsa_set_padding(&rsa_, pss ? MBEDTLS_RSA_PKCS_V21 : MBEDTLS_RSA_PKCS_V15, MBEDTLS_MD_NONE) == 0);
  const int status =
      pss ? mbedtls_rsa_rsassa_pss_sign_ext(&rsa_, RandomCall::call, &random, hash, size, message_digest.data(),
                                            static_cast<int>(algorithm.salt_length), signature.data())
          : mbedtls_rsa_rsassa_pkcs1_v15_sign(&rsa_, RandomCall::call, &random, hash, size, message_digest.data(),
                                              signature.data());
  if (status == 0) return signature;
  if (random.failed) return random_failed();
  // mbedTLS checks what it has made: this is how a "prime" that is none shows.
  return malformed_key("RSA", "what it signs does not verify");
}

Result<SecretBytes> RsaPrivateKey::decrypt(const KeyTransport& transport, Bytes encrypted) const {
  SecretBytes opened(mbedtls_rsa_get_len(&rsa_));
  std::size_t size = 0;
  // RFC 8017 7.1.2 and 7.2.2, step 1.
  if (encrypted.size() != opened.size()) return SecretBytes();
  const bool oaep = transport.kind == KeyTransportKind::RsaOaep;
  const mbedtls_md_type_t hash =
      oaep ? mbedtls_md_type_from_psa_alg(engine_hash(transport.hash)) : mbedtls_md_type_t{MBEDTLS_MD_NONE};
  PKI_ASSERT(mbedtls_rsa_set_padding(&rsa_, oaep ? MBEDTLS_RSA_PKCS_V21 : MBEDTLS_RSA_PKCS_V15, hash) == 0);
  RandomCall random;
  const auto out = opened.writable();
  const int status = oaep ? mbedtls_rsa_rsaes_oaep_decrypt(&rsa_, RandomCall::call, &random, nullptr, 0, &size,
                                                           encrypted.data(), out.data(), out.size())
                          : mbedtls_rsa_rsaes_pkcs1_v15_decrypt(&rsa_, RandomCall::call, &random, &size,
                                                                encrypted.data(), out.data(), out.size());
  if (random.failed) return random_failed();
  if (status != 0) size = 0;
  opened.truncate(size);
  return opened;
}

}  // namespace

Result<PrivateKeyEnginePtr> generate_rsa(std::uint32_t bits) {
  auto key = std::make_unique<RsaPrivateKey>();
  PKI_CHECK(key->generate(bits));
  return PrivateKeyEnginePtr(std::move(key));
}

Result<PrivateKeyEnginePtr> read_rsa_private_key(Bytes der) {
  asn1::Context context(der);
  const auto components = read_sequence(der, context);
  if (!components.ok()) return unreadable_key("RSA", components.error());
  const Bytes modulus = components->numbers[Components::N];
  const std::uint32_t max_octets = kMaxModulusBits / 8;
  if (modulus.size() > max_octets || modulus.size() < kMinModulusBits / 8) {
    return unsupported_key("RSA with a modulus of " + std::to_string(modulus.size()) +
                           " octets, outside the limits of " + std::to_string(kMinModulusBits / 8) + " and " +
                           std::to_string(max_octets));
  }
  auto key = std::make_unique<RsaPrivateKey>();
  PKI_CHECK(key->load(*components));
  return PrivateKeyEnginePtr(std::move(key));
}

}  // namespace pki::crypto
