// What BR ask of every certificate: keys (6.1.5, 6.1.6), algorithms (7.1.3), serial number and version (7.1).

#include <bit>

#include "asn1/oids.h"

#include "path/web_pki/judges.h"
#include "path/web_pki/rules.h"

namespace pki::path::web_pki {
namespace {

constexpr std::size_t kSerialOctets = 8;
constexpr std::uint32_t kMinRsaBits = 2048;
constexpr unsigned kSmallestFactorAllowed = 752;

constexpr std::string_view kKeyField = "tbsCertificate.subjectPublicKeyInfo";

// The least factor of the modulus that is below 752; nothing where it has none.
std::optional<unsigned> small_factor(Bytes modulus) {
  for (unsigned factor = 2; factor < kSmallestFactorAllowed; ++factor) {
    unsigned rest = 0;
    for (const std::uint8_t octet : modulus) rest = (rest << 8 | octet) % factor;
    if (rest == 0) return factor;
  }
  return std::nullopt;
}

std::size_t bit_length(Bytes magnitude) {
  if (magnitude.empty()) return 0;
  return magnitude.size() * 8 - static_cast<std::size_t>(std::countl_zero(magnitude[0]));
}

void judge_rsa(Notes& notes, const crypto::PublicKey& key) {
  if (key.bits < kMinRsaBits || key.bits % 8 != 0) {
    notes.add(rules::kRsaSize, key.whole, kKeyField, {{"bits", std::to_string(key.bits)}});
  }
  const bool odd = !key.exponent.empty() && (key.exponent.back() & 1) != 0;
  const std::size_t bits = bit_length(key.exponent);
  if (!odd || bits < 2) {
    notes.add(rules::kRsaExponent, key.exponent, kKeyField);
  } else if (bits < 17 || bits > 256) {
    notes.add(rules::kRsaExponentRange, key.exponent, kKeyField);
  }
  if (const auto factor = small_factor(key.modulus)) {
    notes.add(rules::kRsaModulus, key.modulus, kKeyField, {{"factor", std::to_string(*factor)}});
  }
}

void judge_key(Notes& notes) {
  const crypto::PublicKey& key = notes.certificate().public_key();
  const bool on_curve =
      key.kind == crypto::KeyKind::Ec &&
      (key.curve == crypto::Curve::P256 || key.curve == crypto::Curve::P384 || key.curve == crypto::Curve::P521);
  if (key.kind == crypto::KeyKind::Rsa && key.algorithm.oid == asn1::oids::kRsaEncryption) return judge_rsa(notes, key);
  if (!on_curve) notes.add(rules::kKeyKind, key.whole, kKeyField, {{"key", crypto::public_key_name(key)}});
}

// BR 7.1.3.2.1, .2: what is listed there.
bool is_allowed(const crypto::SignatureAlgorithm& algorithm) {
  using crypto::HashAlgorithm;
  const bool strong = algorithm.hash == HashAlgorithm::Sha256 || algorithm.hash == HashAlgorithm::Sha384 ||
                      algorithm.hash == HashAlgorithm::Sha512;
  switch (algorithm.kind) {
    case crypto::SignatureKind::RsaPkcs1:
    case crypto::SignatureKind::Ecdsa:
      return strong;
    case crypto::SignatureKind::RsaPss:
      return strong && algorithm.mgf_hash == algorithm.hash &&
             algorithm.salt_length == crypto::hash_size(algorithm.hash);
    case crypto::SignatureKind::Dsa:
    case crypto::SignatureKind::Unknown:
      break;
  }
  return false;
}

void judge_authority_key_identifier(Notes& notes) {
  const auto& identifier = notes.extensions().authority_key_identifier;
  constexpr std::string_view kField = "authorityKeyIdentifier";
  if (!identifier.present()) {
    // BR 7.1.2.1.2: a root's is recommended.
    if (!notes.certificate().self_issued()) notes.add(rules::kAuthorityKeyId, {}, kField);
    return;
  }
  if (!identifier) return;
  if (!identifier->key_identifier || !identifier->issuer.empty() || identifier->serial) {
    notes.add(rules::kAuthorityKeyId, identifier.extension->whole, kField);
  }
}

}  // namespace

void judge_common(Notes& notes) {
  const x509::Certificate& certificate = notes.certificate();
  if (certificate.version() != 3) {
    notes.add(rules::kVersion, {}, "tbsCertificate.version", {{"version", std::to_string(certificate.version())}});
  }
  const std::size_t octets = certificate.serial().octets.size();
  if (octets < kSerialOctets) {
    notes.add(rules::kSerialShort, certificate.serial().octets, "tbsCertificate.serialNumber",
              {{"octets", std::to_string(octets)}});
  }
  const crypto::SignatureAlgorithm& algorithm = certificate.signature_algorithm();
  if (!is_allowed(algorithm)) {
    notes.add(rules::kSignatureAlgorithm, certificate.outer_algorithm().whole, "signatureAlgorithm",
              {{"algorithm", crypto::signature_algorithm_name(algorithm, certificate.outer_algorithm())}});
  }
  judge_key(notes);
  judge_authority_key_identifier(notes);
}

}  // namespace pki::path::web_pki
