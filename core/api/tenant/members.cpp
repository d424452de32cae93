#include "api/tenant/members.h"

#include "api/keys.h"
#include "api/params.h"
#include "api/sources.h"
#include "asn1/pem.h"
#include "base/encoding.h"

namespace pki::api {
namespace {

using json::ObjectReader;
using json::Value;

Result<ByteVector> read_octets(const Value& value) {
  PKI_TRY(const std::string_view text, json::read_text(value));
  std::optional<ByteVector> octets = from_base64(text);
  if (!octets) return value.wrong_type("octets in base64");
  return *std::move(octets);
}

/// The scope in force; null: none.
SharedCertificates* sharing = nullptr;

}  // namespace

SharedCertificates::SharedCertificates() {
  if (sharing == nullptr) sharing = this;
}

SharedCertificates::~SharedCertificates() {
  if (sharing == this) sharing = nullptr;
}

/// Reads certificates by way of the scope in force.
class CertificateReader {
 public:
  static Result<x509::CertificatePtr> read(const Value& value) {
    PKI_TRY(const std::string_view text, json::read_text(value));
    if (sharing == nullptr) return parse(value);
    const auto known = sharing->known_.find(std::string(text));
    if (known != sharing->known_.end()) return known->second;
    PKI_TRY(x509::CertificatePtr certificate, parse(value));
    sharing->known_.emplace(text, certificate);
    return certificate;
  }

 private:
  static Result<x509::CertificatePtr> parse(const Value& value) {
    PKI_TRY(ByteVector der, read_octets(value));
    Result<x509::CertificatePtr> certificate = parse_certificate(std::move(der));
    if (!certificate.ok()) return value.at(std::move(certificate).error());
    return certificate;
  }
};

Result<std::string> required_text(ObjectReader& object, std::string_view name) {
  PKI_TRY(const Value value, object.required(name));
  PKI_TRY(const std::string_view text, json::read_text(value));
  return std::string(text);
}

Result<std::string> optional_text(ObjectReader& object, std::string_view name) {
  const std::optional<Value> value = object.optional(name);
  if (!value) return std::string();
  PKI_TRY(const std::string_view text, json::read_text(*value));
  return std::string(text);
}

Result<Time> required_time(ObjectReader& object, std::string_view name) {
  PKI_TRY(const Value value, object.required(name));
  return read_time(value);
}

Result<std::int64_t> required_number(ObjectReader& object, std::string_view name, const json::Bounds& bounds) {
  PKI_TRY(const Value value, object.required(name));
  return json::read_integer(value, bounds);
}

Result<std::vector<std::string>> optional_text_list(ObjectReader& object, std::string_view name) {
  const std::optional<Value> value = object.optional(name);
  if (!value) return std::vector<std::string>();
  PKI_TRY(const std::vector<std::string_view> texts, json::read_texts(*value));
  return std::vector<std::string>(texts.begin(), texts.end());
}

Result<std::vector<Value>> optional_list(ObjectReader& object, std::string_view name) {
  const std::optional<Value> value = object.optional(name);
  if (!value) return std::vector<Value>();
  return json::read_list(*value);
}

Result<ByteVector> optional_octets(ObjectReader& object, std::string_view name) {
  const std::optional<Value> value = object.optional(name);
  if (!value) return ByteVector();
  return read_octets(*value);
}

Result<x509::CertificatePtr> optional_certificate(ObjectReader& object, std::string_view name) {
  const std::optional<Value> value = object.optional(name);
  if (!value) return x509::CertificatePtr();
  return CertificateReader::read(*value);
}

Result<std::vector<x509::CertificatePtr>> optional_certificates(ObjectReader& object, std::string_view name) {
  PKI_TRY(const std::vector<Value> list, optional_list(object, name));
  std::vector<x509::CertificatePtr> certificates;
  for (const Value& value : list) {
    PKI_TRY(x509::CertificatePtr certificate, CertificateReader::read(value));
    certificates.push_back(std::move(certificate));
  }
  return certificates;
}

Result<crypto::SecretBytes> optional_private_key(ObjectReader& object) {
  const std::optional<Value> value = object.optional("private_key");
  if (!value) return crypto::SecretBytes();
  PKI_TRY(const crypto::PrivateKey key, read_key(*value));
  return key.to_pkcs8();
}

Status read_flag(ObjectReader& object, std::string_view name, bool& flag) {
  if (const std::optional<Value> value = object.optional(name)) {
    PKI_TRY(flag, json::read_bool(*value));
  }
  return {};
}

json::Json der_or_null(const x509::CertificatePtr& certificate) {
  return certificate == nullptr ? json::Json(nullptr) : json::Json(to_base64(certificate->der()));
}

std::string pem_of_key(const crypto::SecretBytes& pkcs8) { return asn1::write_pem("PRIVATE KEY", pkcs8.view()); }

}  // namespace pki::api
