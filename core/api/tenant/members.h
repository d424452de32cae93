#pragma once
// Reading members of objects, each in one line: what the JSON of tenants has many of.

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "crypto/secret_bytes.h"
#include "json/reader.h"
#include "x509/certificate.h"

namespace pki::api {

/// While it lives, a certificate that stands in many places (on every device of a tenant) is read once, and its places
/// share it. Scopes nest: the outermost counts.
class SharedCertificates {
 public:
  SharedCertificates();
  ~SharedCertificates();
  SharedCertificates(const SharedCertificates&) = delete;
  SharedCertificates& operator=(const SharedCertificates&) = delete;

 private:
  friend class CertificateReader;
  /// By the text of its base64.
  std::unordered_map<std::string, x509::CertificatePtr> known_;
};

// Each reads a member that must be there. Rules: api.param.*.

/// Into a string of its own.
Result<std::string> required_text(json::ObjectReader& object, std::string_view name);
/// Empty where the member is absent.
Result<std::string> optional_text(json::ObjectReader& object, std::string_view name);
Result<Time> required_time(json::ObjectReader& object, std::string_view name);
Result<std::int64_t> required_number(json::ObjectReader& object, std::string_view name, const json::Bounds& bounds);
Result<std::vector<std::string>> optional_text_list(json::ObjectReader& object, std::string_view name);
/// Of an absent list none.
Result<std::vector<json::Value>> optional_list(json::ObjectReader& object, std::string_view name);
/// Octets in base64; empty where the member is absent or null.
Result<ByteVector> optional_octets(json::ObjectReader& object, std::string_view name);
/// A certificate as base64 of its DER; null where the member is absent or null. Rules: asn1.*, api.source.too_large.
Result<x509::CertificatePtr> optional_certificate(json::ObjectReader& object, std::string_view name);
Result<std::vector<x509::CertificatePtr>> optional_certificates(json::ObjectReader& object, std::string_view name);
/// The private key of the member `private_key` as PKCS#8; empty where it is absent. Rules: those of read_key.
Result<crypto::SecretBytes> optional_private_key(json::ObjectReader& object);

/// Of an absent member nothing is changed.
Status read_flag(json::ObjectReader& object, std::string_view name, bool& flag);

/// The elements of a list, each by `read`; of an absent list none.
template <typename T>
Status read_each(json::ObjectReader& object, std::string_view name, Result<T> (*read)(const json::Value&),
                 std::vector<T>& into) {
  PKI_TRY(const std::vector<json::Value> list, optional_list(object, name));
  for (const json::Value& value : list) {
    PKI_TRY(T element, read(value));
    into.push_back(std::move(element));
  }
  return {};
}

/// A choice that must be there.
template <typename T, std::size_t Size>
Result<T> required_choice(json::ObjectReader& object, std::string_view name, const json::Choice<T> (&choices)[Size]) {
  PKI_TRY(const json::Value value, object.required(name));
  return json::read_choice(value, choices);
}
/// A choice that may be left out: `otherwise`.
template <typename T, std::size_t Size>
Result<T> optional_choice(json::ObjectReader& object, std::string_view name, const json::Choice<T> (&choices)[Size],
                          T otherwise) {
  const std::optional<json::Value> value = object.optional(name);
  if (!value) return otherwise;
  return json::read_choice(*value, choices);
}

/// Base64 of the DER; null where there is none.
json::Json der_or_null(const x509::CertificatePtr& certificate);
/// The PEM of a PKCS#8 key, for the member `private_key`.
std::string pem_of_key(const crypto::SecretBytes& pkcs8);

}  // namespace pki::api
