#include "api/params.h"

#include "api/rules.h"
#include "asn1/oid_registry.h"
#include "base/encoding.h"

namespace pki::api {
namespace {

using json::ObjectReader;
using json::Value;

Result<x509::AttributeInput> read_attribute(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  PKI_TRY(const Value type, object.required("type"));
  PKI_TRY(const Value text_value, object.required("value"));
  PKI_CHECK(object.finish());
  PKI_TRY(asn1::OwnedOid oid, read_oid(type));
  PKI_TRY(const std::string_view text, json::read_text(text_value));
  return x509::AttributeInput{std::move(oid), std::string(text), std::nullopt};
}

Result<x509::RdnInput> read_rdn(const Value& value) {
  x509::RdnInput rdn;
  if (!value.json().is_array()) {
    PKI_TRY(x509::AttributeInput attribute, read_attribute(value));
    rdn.push_back(std::move(attribute));
    return rdn;
  }
  PKI_TRY(const std::vector<Value> elements, json::read_list(value));
  if (elements.empty()) return value.wrong_value("a list of at least one attribute");
  for (const Value& element : elements) {
    PKI_TRY(x509::AttributeInput attribute, read_attribute(element));
    rdn.push_back(std::move(attribute));
  }
  return rdn;
}

Result<x509::NameInput> read_name_text(const Value& value) {
  PKI_TRY(const std::string_view text, json::read_text(value));
  if (text.empty()) return x509::NameInput();
  Result<x509::NameInput> name = x509::parse_name_text(text);
  if (!name.ok()) return value.at(std::move(name).error());
  return name;
}

Result<x509::NameInput> read_name(const Value& value) {
  if (value.json().is_string()) return read_name_text(value);
  if (!value.json().is_array()) return value.wrong_type("a text or a list of attributes");
  PKI_TRY(const std::vector<Value> elements, json::read_list(value));
  x509::NameInput name;
  for (const Value& element : elements) {
    PKI_TRY(x509::RdnInput rdn, read_rdn(element));
    name.push_back(std::move(rdn));
  }
  return name;
}

}  // namespace

Status at_most_one(ObjectReader& params, std::span<const std::string_view> names) {
  std::optional<std::string_view> given;
  for (const std::string_view name : names) {
    const std::optional<Value> value = params.optional(name);
    if (!value.has_value()) continue;
    if (given.has_value()) {
      return value->at({&rules::kParamConflict, {}, {{"name", std::string(name)}, {"other", std::string(*given)}}});
    }
    given = name;
  }
  return {};
}

Result<Time> read_time(const Value& value) {
  PKI_TRY(const std::string_view text, json::read_text(value));
  const std::optional<Time> time = from_iso8601(text);
  if (!time.has_value()) return value.wrong_value("a time in UTC such as 2026-11-22T19:38:58Z or 2026-11-22");
  return *time;
}

Result<std::optional<Time>> read_optional_time(ObjectReader& object, std::string_view name) {
  const std::optional<Value> value = object.optional(name);
  if (!value.has_value()) return std::optional<Time>();
  PKI_TRY(const Time time, read_time(*value));
  return std::optional<Time>(time);
}

Result<x509::NameInput> read_subject(const Value& value) {
  PKI_TRY(x509::NameInput name, read_name(value));
  // Encoded for its findings: whoever encodes it later does not know the parameter.
  const Result<ByteVector> der = x509::encode_name(name);
  if (!der.ok()) return value.at(der.error());
  return name;
}
Result<std::vector<x509::GeneralNameInput>> read_general_names(const Value& value) {
  PKI_TRY(const std::vector<Value> elements, json::read_list(value));
  std::vector<x509::GeneralNameInput> names;
  for (const Value& element : elements) {
    PKI_TRY(const std::string_view text, json::read_text(element));
    Result<x509::GeneralNameInput> name = x509::parse_general_name_text(text);
    if (!name.ok()) return element.at(std::move(name).error());
    asn1::Writer unused;
    if (const Status written = x509::write_general_name(unused, *name); !written.ok())
      return element.at(written.error());
    names.push_back(*std::move(name));
  }
  return names;
}

Result<asn1::OwnedOid> read_oid(const Value& value) {
  PKI_TRY(const std::string_view text, json::read_text(value));
  std::optional<asn1::OwnedOid> oid = asn1::parse_oid(text);
  if (!oid.has_value()) return value.wrong_value("a known name or a dotted OID such as 1.3.6.1.5.5.7.3.2");
  return *std::move(oid);
}

Result<std::vector<asn1::OwnedOid>> read_oids(const Value& value) {
  PKI_TRY(const std::vector<Value> elements, json::read_list(value));
  std::vector<asn1::OwnedOid> oids;
  for (const Value& element : elements) {
    PKI_TRY(asn1::OwnedOid oid, read_oid(element));
    oids.push_back(std::move(oid));
  }
  return oids;
}

Result<crypto::HashAlgorithm> read_signing_hash(const Value& value) {
  PKI_TRY(const std::string_view text, json::read_text(value));
  const std::optional<crypto::HashAlgorithm> hash = crypto::hash_from_name(text);
  if (!hash.has_value() || crypto::hash_size(*hash) < crypto::hash_size(crypto::HashAlgorithm::Sha256)) {
    return value.wrong_value("one of: sha256, sha384, sha512");
  }
  return *hash;
}

Result<crypto::KeySpec> read_key_spec(const Value& value) {
  PKI_TRY(const std::string_view text, json::read_text(value));
  const std::optional<crypto::KeySpec> spec = crypto::key_spec_from_name(text);
  if (!spec.has_value()) return value.wrong_value("one of: rsa-2048, rsa-3072, rsa-4096, p-256, p-384, p-521");
  return *spec;
}

Result<tls::Version> read_tls_version(const Value& value) {
  PKI_TRY(const std::string_view text, json::read_text(value));
  if (text == "1.2") return tls::Version::Tls12;
  if (text == "1.3") return tls::Version::Tls13;
  return value.wrong_value("one of: 1.2, 1.3");
}

Result<ByteVector> read_hex(const Value& value, std::string_view what) {
  PKI_TRY(const std::string_view text, json::read_text(value));
  std::optional<ByteVector> octets = from_hex(text);
  if (!octets.has_value() || octets->empty()) return value.wrong_value(what);
  return *std::move(octets);
}

}  // namespace pki::api
