#pragma once
// Certificates for tests: named keys and names, made on the spot and the same in every run.

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "asn1/oids.h"
#include "asn1/writer.h"
#include "base/assert.h"
#include "crypto/private_key.h"
#include "crypto/random.h"
#include "x509/builder.h"
#include "x509/certificate.h"
#include "x509/extensions/basic_constraints.h"
#include "x509/extensions/extended_key_usage.h"
#include "x509/extensions/key_identifiers.h"
#include "x509/extensions/key_usage.h"
#include "x509/general_name.h"
#include "x509/name.h"

namespace pki::test {

/// The time for which tests judge: all certificates are valid then, unless they say otherwise.
inline const Time kNow = *from_iso8601("2026-06-15T12:00:00Z");
inline const Time kLongAgo = *from_iso8601("2025-01-01");
inline const Time kFarAhead = *from_iso8601("2035-01-01");

/// From these numbers on keys are P-384 and RSA 2048; the others are P-256.
inline constexpr unsigned kP384Keys = 800;
inline constexpr unsigned kRsaKeys = 900;

inline crypto::KeySpec test_key_spec(unsigned number) {
  if (number >= kRsaKeys) return crypto::KeySpec::Rsa2048;
  return number >= kP384Keys ? crypto::KeySpec::P384 : crypto::KeySpec::P256;
}

/// The key number `number`, made once a run.
inline const crypto::PrivateKey& test_key(unsigned number) {
  static std::map<unsigned, crypto::PrivateKey> keys;
  const auto found = keys.find(number);
  if (found != keys.end()) return found->second;
  crypto::FixedRandom random(1000 + number);
  crypto::ScopedRandom scope(random);
  Result<crypto::PrivateKey> key = crypto::PrivateKey::generate(test_key_spec(number));
  PKI_ASSERT(key.ok());
  return keys.emplace(number, std::move(key).value()).first->second;
}

/// Someone who has a name ("CN=Root", RFC 4514) and a key.
struct Party {
  std::string name;
  unsigned key = 0;
};

/// What to leave out or to do wrong.
enum class KeyIds : std::uint8_t { Both, None, WrongAuthority };
enum class Signature : std::uint8_t { Good, Tampered, Bogus };

/// How a certificate shall be. The defaults make a leaf; see ca().
struct CertificateSpec {
  Party subject;
  Party issuer;
  Time not_before = kLongAgo;
  Time not_after = kFarAhead;
  std::optional<x509::BasicConstraints> basic_constraints = {};
  std::optional<std::uint32_t> key_usage = {};
  std::vector<asn1::Oid> key_purposes = {};
  std::vector<std::string> names = {};  // "DNS:www.example.com"
  std::vector<x509::ExtensionInput> more = {};
  KeyIds key_ids = KeyIds::Both;
  Signature signature = Signature::Good;
};

inline constexpr std::uint32_t kDigitalSignature = 1U << 0;
inline constexpr std::uint32_t kKeyCertSign = 1U << 5;
inline constexpr std::uint32_t kCrlSign = 1U << 6;

/// A CA's certificate.
inline CertificateSpec ca(Party subject, Party issuer, std::optional<std::uint32_t> path_length = std::nullopt) {
  return {.subject = std::move(subject),
          .issuer = std::move(issuer),
          .basic_constraints = x509::BasicConstraints{true, path_length},
          .key_usage = kKeyCertSign | kCrlSign};
}
inline CertificateSpec root(const Party& party) { return ca(party, party); }

/// A leaf's certificate.
inline CertificateSpec leaf(Party subject, Party issuer) {
  return {.subject = std::move(subject), .issuer = std::move(issuer), .key_usage = kDigitalSignature};
}

inline x509::ExtensionInput make_extension(asn1::Oid id, bool critical, ByteVector value) {
  return {.id = asn1::OwnedOid(id), .critical = critical, .value = std::move(value)};
}

inline ByteVector encode_test_name(const std::string& text) {
  if (text.empty()) return {0x30, 0x00};
  const Result<x509::NameInput> input = x509::parse_name_text(text);
  PKI_ASSERT(input.ok());
  Result<ByteVector> der = x509::encode_name(*input);
  PKI_ASSERT(der.ok());
  return std::move(der).value();
}

inline const ByteVector& test_public_key(unsigned number) {
  static std::map<unsigned, ByteVector> known;
  ByteVector& der = known[number];
  if (der.empty()) der = test_key(number).public_key_der();
  return der;
}

inline const ByteVector& test_key_id(unsigned number) {
  static std::map<unsigned, ByteVector> known;
  ByteVector& id = known[number];
  if (!id.empty()) return id;
  const ByteVector& spki = test_public_key(number);
  asn1::Context context(spki);
  const Result<crypto::PublicKey> key = crypto::read_public_key(spki, context);
  PKI_ASSERT(key.ok());
  return id = crypto::key_identifier_sha1(*key);
}

inline std::vector<x509::ExtensionInput> make_extensions(const CertificateSpec& spec) {
  namespace oids = asn1::oids;
  std::vector<x509::ExtensionInput> list;
  if (spec.basic_constraints) {
    list.push_back(make_extension(oids::kBasicConstraints, true, encode(*spec.basic_constraints)));
  }
  if (spec.key_usage) {
    list.push_back(make_extension(oids::kKeyUsage, true, encode(x509::KeyUsage{*spec.key_usage})));
  }
  if (!spec.key_purposes.empty()) {
    std::vector<asn1::OwnedOid> purposes(spec.key_purposes.begin(), spec.key_purposes.end());
    list.push_back(make_extension(oids::kExtendedKeyUsage, false, x509::encode_extended_key_usage(purposes)));
  }
  if (!spec.names.empty()) {
    std::vector<x509::GeneralNameInput> names;
    for (const std::string& text : spec.names) {
      Result<x509::GeneralNameInput> name = x509::parse_general_name_text(text);
      PKI_ASSERT(name.ok());
      names.push_back(std::move(name).value());
    }
    Result<ByteVector> value = x509::encode_general_names(names);
    PKI_ASSERT(value.ok());
    list.push_back(make_extension(oids::kSubjectAltName, false, std::move(value).value()));
  }
  if (spec.key_ids != KeyIds::None) {
    list.push_back(make_extension(oids::kSubjectKeyIdentifier, false,
                                  x509::encode_subject_key_identifier(test_key_id(spec.subject.key))));
    ByteVector authority = test_key_id(spec.issuer.key);
    if (spec.key_ids == KeyIds::WrongAuthority) authority[0] ^= 0xFF;
    list.push_back(
        make_extension(oids::kAuthorityKeyIdentifier, false, x509::encode_authority_key_identifier(authority)));
  }
  list.insert(list.end(), spec.more.begin(), spec.more.end());
  return list;
}

/// tbsCertificate with a signature that nobody made: for pools that are too large to sign.
inline ByteVector wrap_bogus(const ByteVector& tbs, const crypto::SignatureAlgorithm& algorithm) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& w) {
    w.raw(tbs);
    crypto::write_signature_algorithm(w, algorithm);
    w.bit_string_of([](asn1::Writer& signature) {
      signature.sequence([](asn1::Writer& numbers) {
        numbers.integer(4711);
        numbers.integer(815);
      });
    });
  });
  return writer.take();
}

/// The DER of the certificate.
inline ByteVector make_der(const CertificateSpec& spec) {
  static std::uint64_t serial = 0x1000;
  ++serial;
  x509::CertificateInput input;
  for (int shift = 24; shift >= 0; shift -= 8) {
    input.serial.push_back(static_cast<std::uint8_t>(serial >> shift));
  }
  while (input.serial.front() == 0) input.serial.erase(input.serial.begin());
  input.issuer = encode_test_name(spec.issuer.name);
  input.subject = encode_test_name(spec.subject.name);
  input.not_before = spec.not_before;
  input.not_after = spec.not_after;
  input.public_key = test_public_key(spec.subject.key);
  input.extensions = make_extensions(spec);
  const crypto::PrivateKey& key = test_key(spec.issuer.key);
  const crypto::SignatureAlgorithm algorithm = key.default_signature_algorithm();
  if (spec.signature == Signature::Bogus) {
    const Result<ByteVector> tbs = x509::encode_tbs_certificate(input, algorithm);
    PKI_ASSERT(tbs.ok());
    return wrap_bogus(*tbs, algorithm);
  }
  Result<ByteVector> der = x509::sign_certificate(input, key, algorithm);
  PKI_ASSERT(der.ok());
  if (spec.signature == Signature::Tampered) der->back() ^= 0x01;
  return std::move(der).value();
}

inline x509::CertificatePtr parse_certificate(ByteVector der) {
  Result<x509::CertificatePtr> certificate = x509::Certificate::parse(std::move(der));
  PKI_ASSERT(certificate.ok());
  return std::move(certificate).value();
}

inline x509::CertificatePtr make(const CertificateSpec& spec) { return parse_certificate(make_der(spec)); }

}  // namespace pki::test
