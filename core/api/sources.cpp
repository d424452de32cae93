#include "api/sources.h"

#include <algorithm>
#include <set>
#include <span>

#include "api/rules.h"
#include "api/texts.h"
#include "base/encoding.h"
#include "crypto/public_key.h"
#include "formats/sniff.h"

namespace pki::api {
namespace {

using formats::Dropped;
using formats::Item;
using formats::ItemKind;
using json::ObjectReader;
using json::Value;

/// What a parameter wants.
struct Wanted {
  std::string_view phrase;  // "a certificate"
  ItemKind kind;
};
constexpr Wanted kCertificate{"a certificate", ItemKind::Certificate};
constexpr Wanted kRequest{"a certificate signing request", ItemKind::CertificateRequest};
constexpr Wanted kCrl{"a certificate revocation list", ItemKind::Crl};
constexpr Wanted kOcspResponse{"an OCSP response", ItemKind::OcspResponse};
constexpr Wanted kPublicKey{"a public key", ItemKind::PublicKey};

bool is_private_key(ItemKind kind) {
  switch (kind) {
    case ItemKind::PrivateKey:
    case ItemKind::EncryptedPrivateKey:
    case ItemKind::Pkcs1PrivateKey:
    case ItemKind::Sec1PrivateKey:
    case ItemKind::LegacyEncryptedKey:
      return true;
    case ItemKind::Certificate:
    case ItemKind::CertificateRequest:
    case ItemKind::Crl:
    case ItemKind::Pkcs7:
    case ItemKind::PublicKey:
    case ItemKind::Pkcs1PublicKey:
    case ItemKind::Pkcs12:
    case ItemKind::OcspResponse:
    case ItemKind::OtherDer:
      return false;
  }
  return false;
}

/// "a certificate request, a public key": each kind once.
std::string found_text(const std::vector<Item>& items) {
  std::vector<std::string_view> phrases;
  for (const Item& item : items) {
    const std::string_view phrase = formats::kind_phrase(item.kind);
    if (std::find(phrases.begin(), phrases.end(), phrase) == phrases.end()) phrases.push_back(phrase);
  }
  return join(phrases);
}

/// Why a Source has nothing that is wanted.
Finding nothing_wanted(const Dropped& dropped, std::string_view wanted) {
  const auto first_error = std::find_if(dropped.findings.begin(), dropped.findings.end(),
                                        [](const Finding& f) { return f.severity() >= Severity::Error; });
  if (dropped.items.empty() && first_error != dropped.findings.end()) return *first_error;
  if (dropped.items.empty()) return {&rules::kSourceNone, {}, {{"wanted", std::string(wanted)}}};
  const bool only_keys = std::all_of(dropped.items.begin(), dropped.items.end(),
                                     [](const Item& item) { return is_private_key(item.kind); });
  if (only_keys) return {&rules::kSourcePrivateKey, {}, {{"wanted", std::string(wanted)}}};
  return {&rules::kSourceWrongKind, {}, {{"wanted", std::string(wanted)}, {"found", found_text(dropped.items)}}};
}

Finding several(std::size_t count, std::string_view wanted) {
  return {&rules::kSourceSeveral, {}, {{"wanted", std::string(wanted)}, {"count", std::to_string(count)}}};
}

Finding too_large(std::string_view what, std::size_t octets, std::size_t limit) {
  return {&rules::kSourceTooLarge,
          {},
          {{"what", std::string(what)}, {"octets", std::to_string(octets)}, {"limit", std::to_string(limit)}}};
}

/// The result, with the pointer of `value` in its finding.
template <typename T>
Result<T> at(const Value& value, Result<T> result) {
  if (!result.ok()) return value.at(std::move(result).error());
  return result;
}

Result<Dropped> read_items(const Value& value) {
  PKI_TRY(const SourceData source, read_source(value));
  return formats::read_dropped(source.data);
}

void note_all(const Value& value, const Findings& findings) {
  for (const Finding& finding : findings) value.note(finding);
}

/// The items that `wanted` asks for, each octets once.
std::vector<Item> select(Dropped& dropped, ItemKind kind) {
  std::vector<Item> selected;
  std::set<ByteVector> seen;
  for (Item& item : dropped.items) {
    if (item.kind == kind && seen.insert(item.der).second) selected.push_back(std::move(item));
  }
  return selected;
}

Result<ByteVector> read_one(const Value& value, const Wanted& wanted) {
  PKI_TRY(Dropped dropped, read_items(value));
  std::vector<Item> items = select(dropped, wanted.kind);
  if (items.empty()) return value.at(nothing_wanted(dropped, wanted.phrase));
  if (items.size() > 1) return value.at(several(items.size(), wanted.phrase));
  note_all(value, dropped.findings);
  return std::move(items.front().der);
}

/// Reads every object of one kind in a list of Sources, each octets once. What cannot be read goes to `findings`.
template <typename Pointer>
Result<std::vector<Pointer>> read_all(const Value& value, const Wanted& wanted, Result<Pointer> (*parse)(ByteVector),
                                      Findings& findings) {
  PKI_TRY(const std::vector<Value> elements, json::read_list(value));
  std::vector<Pointer> objects;
  std::set<ByteVector> seen;
  for (const Value& element : elements) {
    PKI_TRY(Dropped dropped, read_items(element));
    std::vector<Item> items = select(dropped, wanted.kind);
    if (items.empty()) return element.at(nothing_wanted(dropped, wanted.phrase));
    note_all(element, dropped.findings);
    for (Item& item : items) {
      if (!seen.insert(item.der).second) continue;
      Result<Pointer> object = parse(std::move(item.der));
      if (object.ok()) {
        objects.push_back(*std::move(object));
      } else {
        findings.push_back(element.at(std::move(object).error()));
      }
    }
  }
  return objects;
}

Status check_name(const x509::Name& name) {
  if (name.der().size() <= kMostNameOctets) return {};
  return too_large("name", name.der().size(), kMostNameOctets);
}

}  // namespace

Status check_size(Bytes der) {
  if (der.size() <= kMostOctets) return {};
  return too_large("object", der.size(), kMostOctets);
}

Result<x509::CertificatePtr> parse_certificate(ByteVector der) {
  PKI_CHECK(check_size(der));
  PKI_TRY(x509::CertificatePtr certificate, x509::Certificate::parse(std::move(der)));
  PKI_CHECK(check_name(certificate->subject()));
  PKI_CHECK(check_name(certificate->issuer()));
  return certificate;
}

Result<x509::RequestPtr> parse_request(ByteVector der) {
  PKI_CHECK(check_size(der));
  PKI_TRY(x509::RequestPtr request, x509::Request::parse(std::move(der)));
  PKI_CHECK(check_name(request->subject()));
  return request;
}

Result<x509::CrlPtr> parse_crl(ByteVector der) {
  if (der.size() > kMostCrlOctets) return too_large("object", der.size(), kMostCrlOctets);
  PKI_TRY(x509::CrlPtr crl, x509::Crl::parse(std::move(der)));
  PKI_CHECK(check_name(crl->issuer()));
  return crl;
}

Result<x509::OcspResponsePtr> parse_ocsp_response(ByteVector der) {
  PKI_CHECK(check_size(der));
  PKI_TRY(x509::OcspResponsePtr response, x509::OcspResponse::parse(std::move(der)));
  if (response->responder_name()) PKI_CHECK(check_name(*response->responder_name()));
  return response;
}

Result<SourceData> read_source(const Value& value) {
  if (value.json().is_string()) {
    PKI_TRY(const std::string_view text, json::read_text(value));
    return SourceData{to_vector(as_bytes(text)), {}};
  }
  if (!value.json().is_object()) return value.wrong_type("a text, or an object with data and name");
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  PKI_TRY(const Value data, object.required("data"));
  const std::optional<Value> name = object.optional("name");
  PKI_CHECK(object.finish());
  PKI_TRY(const std::string_view base64, json::read_text(data));
  std::optional<ByteVector> octets = from_base64(base64);
  if (!octets.has_value()) return data.at({&rules::kSourceBase64, {}, {}});
  SourceData source{*std::move(octets), {}};
  if (name.has_value()) {
    PKI_TRY(source.name, json::read_text(*name));
  }
  return source;
}

Result<ByteVector> read_der(const Value& value) {
  PKI_TRY(Dropped dropped, read_items(value));
  if (dropped.items.empty()) return value.at(nothing_wanted(dropped, "an object"));
  // What came out of a message stands behind it: the message is what was handed in.
  const bool one = dropped.items.size() == 1 || dropped.items.front().kind == ItemKind::Pkcs7;
  if (!one) return value.at(several(dropped.items.size(), "one object"));
  note_all(value, dropped.findings);
  return std::move(dropped.items.front().der);
}

Result<x509::CertificatePtr> read_certificate(const Value& value) {
  PKI_TRY(ByteVector der, read_one(value, kCertificate));
  return at(value, parse_certificate(std::move(der)));
}

Result<x509::RequestPtr> read_request(const Value& value) {
  PKI_TRY(ByteVector der, read_one(value, kRequest));
  return at(value, parse_request(std::move(der)));
}

Result<x509::CrlPtr> read_crl(const Value& value) {
  PKI_TRY(ByteVector der, read_one(value, kCrl));
  return at(value, parse_crl(std::move(der)));
}

Result<ByteVector> read_public_key(const Value& value) {
  PKI_TRY(ByteVector der, read_one(value, kPublicKey));
  asn1::Context context(der);
  const auto key = crypto::read_public_key(der, context);
  if (!key.ok()) return value.at(key.error());
  return der;
}

Result<CertificateList> read_certificates(const Value& value) {
  CertificateList list;
  PKI_TRY(list.certificates, read_all(value, kCertificate, parse_certificate, list.findings));
  return list;
}

Result<CrlList> read_crls(const Value& value) {
  CrlList list;
  PKI_TRY(list.crls, read_all(value, kCrl, parse_crl, list.findings));
  return list;
}

Result<OcspResponseList> read_ocsp_responses(const Value& value) {
  OcspResponseList list;
  PKI_TRY(list.responses, read_all(value, kOcspResponse, parse_ocsp_response, list.findings));
  return list;
}

}  // namespace pki::api
