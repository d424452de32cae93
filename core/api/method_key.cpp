// key.*: private keys.

#include "api/describe_key.h"
#include "api/keys.h"
#include "api/method.h"
#include "api/params.h"
#include "api/rules.h"
#include "asn1/pem.h"

namespace pki::api {
namespace {

using json::ObjectReader;
using json::Value;

Result<Json> generate(ObjectReader& params) {
  PKI_TRY(const Value value, params.required("spec"));
  PKI_TRY(const crypto::KeySpec spec, read_key_spec(value));
  PKI_TRY(const crypto::PrivateKey key, crypto::PrivateKey::generate(spec));
  Json out;
  out["private_key"] = private_key_pem(key);
  out["public_key"] = describe_public_half(key);
  return out;
}

Result<Json> inspect_key(ObjectReader& params) {
  PKI_TRY(const Value value, params.required("key"));
  PKI_TRY(const KeySource source, read_key_source(value));
  Json out;
  out["key"] = describe(source);
  return out;
}

Result<Json> export_key(ObjectReader& params) {
  PKI_TRY(const Value value, params.required("key"));
  PKI_TRY(const crypto::PrivateKey key, read_key(value));
  const std::optional<Value> password = params.optional("password");
  Json out;
  out["encrypted"] = password.has_value();
  if (!password.has_value()) {
    out["pem"] = private_key_pem(key);
    return out;
  }
  PKI_TRY(const std::string_view text, json::read_text(*password));
  if (text.empty()) return password->at({&rules::kPasswordEmpty, {}, {}});
  PKI_TRY(const ByteVector der, key.to_encrypted_pkcs8(text));
  out["pem"] = asn1::write_pem("ENCRYPTED PRIVATE KEY", der);
  return out;
}

constexpr ParamRow kGenerateRows[] = {
    {"spec", "text", Presence::Required, "rsa-2048, rsa-3072, rsa-4096, p-256, p-384 or p-521"}};
constexpr ParamRow kInspectRows[] = {{"key", "Key", Presence::Required, "The private key"}};
constexpr ParamRow kExportRows[] = {
    {"key", "Key", Presence::Required, "The private key"},
    {"password", "text", Presence::Optional, "Encrypts the key with this password (PBES2, AES-256)"}};

constexpr std::span<const ParamRow> kGenerateParams[] = {kGenerateRows};
constexpr std::span<const ParamRow> kInspectParams[] = {kInspectRows};
constexpr std::span<const ParamRow> kExportParams[] = {kExportRows};

constexpr Method kMethods[] = {
    {"key.generate", "Makes a private key", kGenerateParams, generate},
    {"key.inspect", "Tells what kind of key a private key is, by its public half", kInspectParams, inspect_key},
    {"key.export", "Writes a private key as PKCS#8, encrypted if a password is given", kExportParams, export_key},
};

}  // namespace

std::span<const Method> key_methods() { return kMethods; }

}  // namespace pki::api
