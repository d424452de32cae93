#include "api/describe_item.h"

#include "api/describe_certificate.h"
#include "api/describe_crl.h"
#include "api/describe_finding.h"
#include "api/describe_key.h"
#include "api/describe_ocsp.h"
#include "api/describe_request.h"
#include "api/sources.h"
#include "asn1/oids.h"
#include "asn1/pem.h"
#include "base/encoding.h"
#include "base/text.h"

namespace pki::api {
namespace {

using formats::Item;
using formats::ItemKind;
using json::Json;

/// What describing needs besides the item.
struct Inputs {
  std::optional<Time> now;
};

Result<Json> describe_certificate(const Item& item, const Inputs& inputs) {
  PKI_TRY(const x509::CertificatePtr certificate, parse_certificate(item.der));
  return describe(*certificate, inputs.now);
}

Result<Json> describe_csr(const Item& item, const Inputs&) {
  PKI_TRY(const x509::RequestPtr request, parse_request(item.der));
  return describe(*request);
}

Result<Json> describe_list(const Item& item, const Inputs& inputs) {
  PKI_TRY(const x509::CrlPtr crl, parse_crl(item.der));
  return describe(*crl, inputs.now);
}

Result<Json> describe_ocsp(const Item& item, const Inputs& inputs) {
  PKI_TRY(const x509::OcspResponsePtr response, parse_ocsp_response(item.der));
  return describe(*response, inputs.now);
}

Result<Json> describe_spki(Bytes der) {
  PKI_CHECK(check_size(der));
  asn1::Context context(der);
  PKI_TRY(const crypto::PublicKey key, crypto::read_public_key(der, context));
  return describe(key);
}

Result<Json> describe_public_key(const Item& item, const Inputs&) { return describe_spki(item.der); }

/// An RSAPublicKey, shown as the SubjectPublicKeyInfo around it (RFC 3279 2.3.1).
Result<Json> describe_pkcs1_public_key(const Item& item, const Inputs&) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& spki) {
    spki.sequence([](asn1::Writer& algorithm) {
      algorithm.oid(asn1::oids::kRsaEncryption);
      algorithm.null();
    });
    spki.bit_string(item.der);
  });
  return describe_spki(writer.view());
}

Result<Json> describe_private_key(const Result<crypto::PrivateKey>& key) {
  if (!key.ok()) return Finding{key.error().rule, {}, key.error().params};
  Json out;
  out["kind"] = "private-key";
  out["encrypted"] = false;
  out["public_key"] = describe_public_half(*key);
  return out;
}
Result<Json> describe_pkcs8(const Item& item, const Inputs&) {
  return describe_private_key(crypto::PrivateKey::from_pkcs8(item.der));
}
Result<Json> describe_pkcs1(const Item& item, const Inputs&) {
  return describe_private_key(crypto::PrivateKey::from_pkcs1(item.der));
}
Result<Json> describe_sec1(const Item& item, const Inputs&) {
  return describe_private_key(crypto::PrivateKey::from_sec1(item.der));
}
Result<Json> describe_encrypted(const Item&, const Inputs&) { return describe(KeySource{true, std::nullopt}); }
Result<Json> describe_nothing(const Item&, const Inputs&) { return Json(nullptr); }

struct Row {
  ItemKind kind;
  std::string_view word;
  Result<Json> (*describe)(const Item&, const Inputs&);
  /// The PEM label of a private key; empty of anything else.
  std::string_view secret_label;
};
constexpr Row kRows[] = {
    {ItemKind::Certificate, "certificate", describe_certificate, {}},
    {ItemKind::CertificateRequest, "csr", describe_csr, {}},
    {ItemKind::Crl, "crl", describe_list, {}},
    {ItemKind::OcspResponse, "ocsp-response", describe_ocsp, {}},
    {ItemKind::Pkcs7, "pkcs7", describe_nothing, {}},
    {ItemKind::PrivateKey, "private-key", describe_pkcs8, "PRIVATE KEY"},
    {ItemKind::Pkcs1PrivateKey, "private-key", describe_pkcs1, "RSA PRIVATE KEY"},
    {ItemKind::Sec1PrivateKey, "private-key", describe_sec1, "EC PRIVATE KEY"},
    {ItemKind::EncryptedPrivateKey, "encrypted-private-key", describe_encrypted, "ENCRYPTED PRIVATE KEY"},
    {ItemKind::PublicKey, "public-key", describe_public_key, {}},
    {ItemKind::Pkcs1PublicKey, "public-key", describe_pkcs1_public_key, {}},
    // Neither their octets nor what they are is of use here: the file's findings say what to do.
    {ItemKind::LegacyEncryptedKey, "other", describe_nothing, {}},
    {ItemKind::Pkcs12, "other", describe_nothing, {}},
    {ItemKind::OtherDer, "other", describe_nothing, {}},
};

const Row& row_of(ItemKind kind) {
  for (const Row& row : kRows) {
    if (row.kind == kind) return row;
  }
  return kRows[std::size(kRows) - 1];
}

/// The title of what was described, else the kind in words.
std::string name_of(const Item& item, const Json& description) {
  if (description.contains("title")) return description["title"].get<std::string>();
  if (description.contains("public_key") && description["public_key"].is_object()) {
    return description["public_key"]["title"].get<std::string>() + " private key";
  }
  return std::string(formats::kind_phrase(item.kind));
}

}  // namespace

Json describe_item(const Item& item, std::optional<Time> now, Findings& findings) {
  const Row& row = row_of(item.kind);
  Result<Json> description = row.describe(item, {now});
  if (!description.ok()) findings.push_back(description.error());
  Json described = description.ok() ? *std::move(description) : Json(nullptr);
  Json out;
  out["kind"] = row.word;
  out["name"] = name_of(item, described);
  out["label"] = printable(item.label);
  out["origin"] = item.origin_hint;
  out["range"] = range_json(item.source);
  out["description"] = std::move(described);
  if (row.secret_label.empty()) {
    out["der"] = to_base64(item.der);
  } else {
    out["private_key"] = asn1::write_pem(row.secret_label, item.der);
  }
  return out;
}

}  // namespace pki::api
