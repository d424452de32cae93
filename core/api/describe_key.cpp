#include "api/describe_key.h"

#include "asn1/oid_registry.h"
#include "asn1/pem.h"
#include "asn1/values.h"
#include "base/encoding.h"
#include "crypto/factorable.h"
#include "crypto/hash.h"

namespace pki::api {
namespace {

using json::Json;

Field size_field(const crypto::PublicKey& key) {
  Field field("Size", count_text(key.bits, "bit"));
  field.help("key.size");
  return field;
}

FieldList rsa_fields(const crypto::PublicKey& key, const Place& place) {
  FieldList fields;
  fields.push_back(size_field(key));
  fields.push_back(Field("Modulus", octets_text(key.modulus)).range(place, key.modulus).help("key.modulus"));
  if (const std::optional<crypto::Factorable> way = crypto::find_factorable(key)) {
    fields.push_back(Field("Factors", "anyone can find them: " + std::string(factorable_name(*way)))
                         .range(place, key.modulus)
                         .source("CA/B BR 6.1.1.3 (5)"));
  }
  fields.push_back(Field("Public exponent", octets_text(key.exponent)).range(place, key.exponent).help("key.exponent"));
  return fields;
}

FieldList ec_fields(const crypto::PublicKey& key, const Place& place) {
  FieldList fields;
  fields.push_back(Field("Curve", crypto::curve_name(key.curve)).help("key.curve"));
  fields.push_back(size_field(key));
  fields.push_back(Field("Point", octets_text(key.key_bits)).range(place, key.key_bits).help("key.point"));
  return fields;
}

FieldList dsa_fields(const crypto::PublicKey& key, const Place& place) {
  FieldList fields;
  fields.push_back(Field("Public value", octets_text(key.dsa_y)).range(place, key.dsa_y));
  if (!key.dsa_parameters) {
    fields.push_back(Field("Parameters", "inherited from the issuer's key").source("RFC 5280 6.1.4 (e)"));
    return fields;
  }
  fields.push_back(size_field(key));
  fields.push_back(Field("p", octets_text(key.dsa_parameters->p)).range(place, key.dsa_parameters->p));
  fields.push_back(Field("q", octets_text(key.dsa_parameters->q)).range(place, key.dsa_parameters->q));
  fields.push_back(Field("g", octets_text(key.dsa_parameters->g)).range(place, key.dsa_parameters->g));
  return fields;
}

Field identifiers_field(const crypto::PublicKey& key) {
  const ByteVector spki = crypto::digest(crypto::HashAlgorithm::Sha256, key.whole);
  Field field("Identifiers");
  field.help("key.identifiers");
  field.add(Field("SHA-1 of the key", octets_text(crypto::key_identifier_sha1(key))).source("RFC 5280 4.2.1.2 (1)"));
  field.add(
      Field("SHA-256 of the key, 160 bits", octets_text(crypto::key_identifier_sha256(key))).source("RFC 7093 2 (1)"));
  field.add(Field("SHA-256 of the public key info", octets_text(spki)));
  field.add(Field("The same in base64", to_base64(spki)).alias("pin-sha256").source("RFC 7469 2.4"));
  return field;
}

}  // namespace

std::string spki_sha256(const crypto::PublicKey& key) {
  return to_hex(crypto::digest(crypto::HashAlgorithm::Sha256, key.whole));
}

FieldList public_key_fields(const crypto::PublicKey& key, const Place& place) {
  FieldList fields;
  fields.push_back(Field("Algorithm", asn1::oid_name(key.algorithm.oid))
                       .range(place, key.algorithm.whole)
                       .oid(key.algorithm.oid)
                       .help("key.algorithm"));
  FieldList own;
  switch (key.kind) {
    case crypto::KeyKind::Rsa:
      own = rsa_fields(key, place);
      break;
    case crypto::KeyKind::Ec:
      own = ec_fields(key, place);
      break;
    case crypto::KeyKind::Dsa:
      own = dsa_fields(key, place);
      break;
    case crypto::KeyKind::Unknown:
      own.push_back(Field("Key", octets_text(key.key_bits)).range(place, key.key_bits));
      break;
  }
  for (Field& field : own) fields.push_back(std::move(field));
  fields.push_back(identifiers_field(key));
  return fields;
}

Json describe(const crypto::PublicKey& key) {
  Json out;
  out["kind"] = "public-key";
  out["title"] = crypto::public_key_name(key);
  out["spki_sha256"] = spki_sha256(key);
  out["key_id"] = to_hex(crypto::key_identifier_sha1(key));
  out["pem"] = asn1::write_pem("PUBLIC KEY", key.whole);
  out["fields"] = to_json(public_key_fields(key, Place(key.whole)), {});
  return out;
}

Json describe(const KeySource& source) {
  Json out;
  out["kind"] = "private-key";
  out["encrypted"] = source.encrypted;
  out["public_key"] = source.key.has_value() ? describe_public_half(*source.key) : Json(nullptr);
  return out;
}

Json describe_public_half(const crypto::PrivateKey& key) {
  const ByteVector der = key.public_key_der();
  asn1::Context context(der);
  const auto public_key = crypto::read_public_key(der, context);
  PKI_ASSERT(public_key.ok());  // we wrote it
  return describe(*public_key);
}

}  // namespace pki::api
