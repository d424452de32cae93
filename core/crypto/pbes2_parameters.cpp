#include "crypto/pbes2_parameters.h"

#include <algorithm>
#include <array>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "base/assert.h"
#include "crypto/password_encryption.h"
#include "crypto/rules.h"

namespace pki::crypto {
namespace {

using asn1::Element;
using asn1::Reader;

// RFC 8018 B.1.2.
constexpr asn1::Oid kHmacSha224 = asn1::make_oid<1, 2, 840, 113549, 2, 8>();
constexpr asn1::Oid kHmacSha384 = asn1::make_oid<1, 2, 840, 113549, 2, 10>();
constexpr asn1::Oid kHmacSha512 = asn1::make_oid<1, 2, 840, 113549, 2, 11>();

struct PrfRow {
  HashAlgorithm hash;
  asn1::Oid oid;
};

constexpr std::array<PrfRow, 5> kPrfs = {{
    {HashAlgorithm::Sha1, asn1::oids::kHmacSha1},
    {HashAlgorithm::Sha224, kHmacSha224},
    {HashAlgorithm::Sha256, asn1::oids::kHmacSha256},
    {HashAlgorithm::Sha384, kHmacSha384},
    {HashAlgorithm::Sha512, kHmacSha512},
}};

Finding unsupported(std::string reason) {
  return {&rules::kKeyEncryptionUnsupported, {}, {{"reason", std::move(reason)}}};
}

Finding unsupported_algorithm(asn1::Oid oid) { return unsupported(asn1::oid_name_and_dotted(oid)); }

Result<Element> parameters_of(const AlgorithmIdentifier& algorithm, const asn1::Tag& tag) {
  if (algorithm.parameters && algorithm.parameters->tag == tag) return *algorithm.parameters;
  return unsupported(asn1::oid_name(algorithm.oid) + " without parameters of its form");
}

/// PBKDF2-params (RFC 8018 A.2); the stated keyLength, or 0.
Result<std::uint64_t> read_pbkdf2(const AlgorithmIdentifier& algorithm, Pbes2Parameters& parameters,
                                  asn1::Context& context) {
  if (algorithm.oid != asn1::oids::kPbkdf2) return unsupported_algorithm(algorithm.oid);
  PKI_TRY(const Element sequence, parameters_of(algorithm, asn1::tags::kSequence));
  Reader reader(sequence.value, context);
  if (reader.next_is(asn1::tags::kSequence)) return unsupported("a salt from elsewhere");
  PKI_TRY(const Element salt, reader.expect(asn1::tags::kOctetString, "salt"));
  parameters.salt = salt.value;
  PKI_TRY(const Element count, reader.expect(asn1::tags::kInteger, "iterationCount"));
  PKI_TRY(const std::uint64_t iterations, asn1::read_unsigned(count, context));
  PKI_CHECK(check_iterations(iterations));
  parameters.iterations = static_cast<std::uint32_t>(iterations);
  std::uint64_t key_length = 0;
  if (reader.next_is(asn1::tags::kInteger)) {
    PKI_TRY(const Element length, reader.next());
    PKI_TRY(key_length, asn1::read_unsigned(length, context));
  }
  if (!reader.at_end()) {
    PKI_TRY(const AlgorithmIdentifier prf, read_algorithm_identifier(reader, "prf"));
    const auto row = std::find_if(kPrfs.begin(), kPrfs.end(), [&](const PrfRow& each) { return each.oid == prf.oid; });
    if (row == kPrfs.end()) return unsupported_algorithm(prf.oid);
    parameters.prf = row->hash;
  }
  PKI_CHECK(reader.finish("PBKDF2-params"));
  return key_length;
}

Status read_cipher(const AlgorithmIdentifier& algorithm, Pbes2Parameters& parameters) {
  const std::optional<BlockCipher> cipher = cipher_from_oid(algorithm.oid);
  if (!cipher) return unsupported_algorithm(algorithm.oid);
  parameters.cipher = *cipher;
  PKI_TRY(const Element iv, parameters_of(algorithm, asn1::tags::kOctetString));
  if (iv.value.size() != cipher_block_size(parameters.cipher)) {
    return unsupported("an initialisation vector of " + std::to_string(iv.value.size()) + " octets");
  }
  parameters.iv = iv.value;
  return {};
}

}  // namespace

Status check_iterations(std::uint64_t iterations) {
  if (iterations >= 1 && iterations <= kMaxIterations) return {};
  return Finding{&rules::kKeyIterations,
                 {},
                 {{"iterations", std::to_string(iterations)}, {"limit", std::to_string(kMaxIterations)}}};
}

Result<Pbes2Parameters> read_pbes2(const AlgorithmIdentifier& algorithm, asn1::Context& context) {
  if (algorithm.oid != asn1::oids::kPbes2) return unsupported_algorithm(algorithm.oid);
  PKI_TRY(const Element sequence, parameters_of(algorithm, asn1::tags::kSequence));
  Reader reader(sequence.value, context);
  PKI_TRY(const AlgorithmIdentifier derivation, read_algorithm_identifier(reader, "keyDerivationFunc"));
  PKI_TRY(const AlgorithmIdentifier encryption, read_algorithm_identifier(reader, "encryptionScheme"));
  PKI_CHECK(reader.finish("PBES2-params"));

  Pbes2Parameters parameters;
  PKI_TRY(const std::uint64_t key_length, read_pbkdf2(derivation, parameters, context));
  PKI_CHECK(read_cipher(encryption, parameters));
  if (key_length != 0 && key_length != cipher_key_size(parameters.cipher)) {
    return unsupported("a derived key of " + std::to_string(key_length) + " octets");
  }
  return parameters;
}

ByteVector write_pbes2(const Pbes2Parameters& parameters) {
  const auto prf =
      std::find_if(kPrfs.begin(), kPrfs.end(), [&](const PrfRow& each) { return each.hash == parameters.prf; });
  PKI_ASSERT(prf != kPrfs.end());
  const auto write_prf = [&](asn1::Writer& w) {
    w.oid(prf->oid);
    w.null();
  };
  const auto write_derivation = [&](asn1::Writer& w) {
    w.oid(asn1::oids::kPbkdf2);
    w.sequence([&](asn1::Writer& inner) {
      inner.octet_string(parameters.salt);
      inner.integer(parameters.iterations);
      // The default, HMAC with SHA-1, is left out (X.690 11.5).
      if (parameters.prf != HashAlgorithm::Sha1) inner.sequence(write_prf);
    });
  };
  const auto write_encryption = [&](asn1::Writer& w) {
    w.oid(cipher_oid(parameters.cipher));
    w.octet_string(parameters.iv);
  };
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& w) {
    w.oid(asn1::oids::kPbes2);
    w.sequence([&](asn1::Writer& inner) {
      inner.sequence(write_derivation);
      inner.sequence(write_encryption);
    });
  });
  return writer.take();
}

}  // namespace pki::crypto
