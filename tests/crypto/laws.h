#pragma once
// What holds for any octets whatever, for the mutation tests and the fuzzers. Each function returns whether its laws
// hold; that nothing crashes or hangs is the law behind them all.

#include "crypto/pbes2_parameters.h"
#include "crypto/private_key.h"

namespace pki::crypto {

/// A key that is read is written, and read again, as the same; its public half is a public key that matches.
inline bool private_key_law(const Result<PrivateKey>& key) {
  if (!key.ok()) return key.error().rule != nullptr;
  const SecretBytes pkcs8 = key->to_pkcs8();
  const auto again = PrivateKey::from_pkcs8(pkcs8.view());
  if (!again.ok() || !equal(again->to_pkcs8().view(), pkcs8.view())) return false;
  const ByteVector spki = key->public_key_der();
  asn1::Context context(spki);
  const auto half = read_public_key(spki, context);
  return half.ok() && half->kind == key->kind() && half->bits == key->bits() && key->matches(*half);
}

inline bool private_key_laws_hold(Bytes der) {
  return private_key_law(PrivateKey::from_pkcs8(der)) && private_key_law(PrivateKey::from_pkcs1(der)) &&
         private_key_law(PrivateKey::from_sec1(der));
}

/// A key is read as a view of its octets, with all that its kind needs; whatever it is, a signature of nothing by
/// nobody is not valid under it.
inline bool public_key_laws_hold(Bytes der) {
  asn1::Context context(der);
  const auto key = read_public_key(der, context);
  if (!key.ok()) return key.error().rule != nullptr;
  if (!range_within(der, key->whole) || public_key_name(*key).empty()) return false;
  if ((key->kind == KeyKind::Rsa) != !key->modulus.empty()) return false;
  if ((key->kind == KeyKind::Dsa) != !key->dsa_y.empty()) return false;
  if (key->kind != KeyKind::Dsa && key->dsa_parameters) return false;
  if (key->kind != KeyKind::Ec && key->curve != Curve::Unknown) return false;
  for (const SignatureKind kind : {SignatureKind::RsaPkcs1, SignatureKind::RsaPss, SignatureKind::Ecdsa,
                                   SignatureKind::Dsa, SignatureKind::Unknown}) {
    const SignatureAlgorithm algorithm{kind, HashAlgorithm::Sha256, HashAlgorithm::Sha256, 32};
    const ByteVector signature(key->modulus.size(), 0x42);
    if (verify_signature(*key, algorithm, {}, signature).ok()) return false;
  }
  return key_identifier_sha1(*key).size() == 20;
}

/// An algorithm that is read without a note and known is written and read again as the same.
inline bool signature_algorithm_laws_hold(Bytes der) {
  asn1::Context context(der);
  asn1::Reader reader(der, context);
  const auto identifier = read_algorithm_identifier(reader, "algorithm");
  if (!identifier.ok()) return identifier.error().rule != nullptr;
  const auto algorithm = read_signature_algorithm(*identifier, context);
  if (!algorithm.ok()) return algorithm.error().id() == "crypto.algorithm.pss_parameters";
  if (signature_algorithm_name(*algorithm, *identifier).empty()) return false;
  if (algorithm->kind == SignatureKind::Unknown) return true;
  asn1::Writer writer;
  write_signature_algorithm(writer, *algorithm);
  asn1::Context again_context(writer.view());
  asn1::Reader again_reader(writer.view(), again_context);
  const auto again_identifier = read_algorithm_identifier(again_reader, "algorithm");
  if (!again_identifier.ok()) return false;
  const auto again = read_signature_algorithm(*again_identifier, again_context);
  return again.ok() && *again == *algorithm && again_context.findings().empty();
}

/// True where opening it would take so many iterations that nothing else could be tried.
inline bool asks_for_much_work(Bytes encrypted) {
  constexpr std::uint32_t kManyIterations = 3000;
  asn1::Context context(encrypted);
  asn1::Reader reader(encrypted, context);
  const auto sequence = reader.enter(asn1::tags::kSequence, "");
  if (!sequence.ok()) return false;
  asn1::Reader inner = *sequence;
  const auto algorithm = read_algorithm_identifier(inner, "");
  if (!algorithm.ok()) return false;
  const auto parameters = read_pbes2(*algorithm, context);
  return parameters.ok() && parameters->iterations > kManyIterations;
}

/// With the empty password.
inline bool encrypted_key_laws_hold(Bytes der) {
  return asks_for_much_work(der) || private_key_law(PrivateKey::from_encrypted_pkcs8(der, ""));
}

}  // namespace pki::crypto
