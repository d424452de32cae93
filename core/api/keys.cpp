#include "api/keys.h"

#include <algorithm>

#include "api/rules.h"
#include "asn1/pem.h"
#include "formats/sniff.h"

namespace pki::api {
namespace {

using crypto::PrivateKey;
using formats::Item;
using formats::ItemKind;
using json::ObjectReader;
using json::Value;

constexpr std::string_view kEncryptedLabel = "ENCRYPTED PRIVATE KEY";

struct Form {
  ItemKind kind;
  std::string_view label;
  Result<PrivateKey> (*read)(Bytes der);
};
constexpr Form kForms[] = {
    {ItemKind::PrivateKey, "PRIVATE KEY", PrivateKey::from_pkcs8},
    {ItemKind::Pkcs1PrivateKey, "RSA PRIVATE KEY", PrivateKey::from_pkcs1},
    {ItemKind::Sec1PrivateKey, "EC PRIVATE KEY", PrivateKey::from_sec1},
};

const Form* find_form(ItemKind kind) {
  const auto found =
      std::find_if(std::begin(kForms), std::end(kForms), [&](const Form& form) { return form.kind == kind; });
  return found == std::end(kForms) ? nullptr : found;
}

bool is_key(const Item& item) { return item.kind == ItemKind::EncryptedPrivateKey || find_form(item.kind) != nullptr; }

/// The one private key of a text.
Result<Item> find_key(std::string_view text) {
  formats::Dropped dropped = formats::read_dropped(as_bytes(text));
  const bool had_items = !dropped.items.empty();
  std::erase_if(dropped.items, [](const Item& item) { return !is_key(item); });
  if (dropped.items.size() > 1) {
    return Finding{&rules::kKeySeveral, {}, {{"count", std::to_string(dropped.items.size())}}};
  }
  if (dropped.items.size() == 1) return std::move(dropped.items.front());
  const auto error = std::find_if(dropped.findings.begin(), dropped.findings.end(),
                                  [](const Finding& f) { return f.severity() >= Severity::Error; });
  if (error != dropped.findings.end() && !had_items) return *error;
  return Finding{&rules::kKeyNone, {}, {}};
}

Result<KeySource> read_item(Item item, std::optional<std::string_view> password) {
  const crypto::SecretBytes der(std::move(item.der));  // wiped when it goes
  if (const Form* form = find_form(item.kind)) {
    PKI_TRY(PrivateKey key, form->read(der.view()));
    return KeySource{false, std::move(key)};
  }
  if (!password.has_value()) return KeySource{true, std::nullopt};
  PKI_TRY(PrivateKey key, PrivateKey::from_encrypted_pkcs8(der.view(), *password));
  return KeySource{true, std::move(key)};
}

/// `finding` with the parameter's pointer, and without a place in the key's octets, which is nobody's business.
Finding at(const Value& value, Finding finding) {
  finding.where = {};
  return value.at(std::move(finding));
}

/// The text of a Key and the password that came with it.
struct KeyText {
  Value pem;
  std::optional<std::string_view> password;
};

Result<KeyText> read_key_text(const Value& value) {
  if (!value.json().is_object()) return KeyText{value, std::nullopt};
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  PKI_TRY(const Value pem, object.required("pem"));
  const std::optional<Value> password = object.optional("password");
  PKI_CHECK(object.finish());
  if (!password.has_value()) return KeyText{pem, std::nullopt};
  PKI_TRY(const std::string_view text, json::read_text(*password));
  return KeyText{pem, text};
}

Result<Item> read_key_item(const Value& pem) {
  PKI_TRY(const std::string_view text, json::read_text(pem));
  Result<Item> item = find_key(text);
  if (!item.ok()) return at(pem, std::move(item).error());
  return item;
}

}  // namespace

Result<KeySource> read_key_source(const Value& value) {
  PKI_TRY(const KeyText text, read_key_text(value));
  PKI_TRY(Item item, read_key_item(text.pem));
  Result<KeySource> source = read_item(std::move(item), text.password);
  if (!source.ok()) return at(text.pem, std::move(source).error());
  return source;
}

Result<PrivateKey> read_key(const Value& value) {
  PKI_TRY(KeySource source, read_key_source(value));
  if (!source.key.has_value()) return value.at({&rules::kKeyPasswordMissing, {}, {}});
  return *std::move(source.key);
}

Result<std::string> read_key_pem(const Value& value) {
  PKI_TRY(const KeyText text, read_key_text(value));
  PKI_TRY(Item item, read_key_item(text.pem));
  const Form* form = find_form(item.kind);
  const crypto::SecretBytes der(std::move(item.der));
  return asn1::write_pem(form != nullptr ? form->label : kEncryptedLabel, der.view());
}

std::string private_key_pem(const PrivateKey& key) { return asn1::write_pem("PRIVATE KEY", key.to_pkcs8().view()); }

}  // namespace pki::api
