#include "api/tenant/private_pki_json.h"

#include "api/params.h"
#include "api/tenant/members.h"
#include "base/encoding.h"
#include "cloudpki/private_pki/rules.h"

namespace pki::api {
namespace {

namespace private_pki = cloudpki::private_pki;
using json::Json;
using json::ObjectReader;
using json::Value;

constexpr std::string_view kFormat[] = {"pki-workbench-private-pki"};
constexpr std::size_t kMostCas = 3;
constexpr std::size_t kMostRevoked = 10'000;
constexpr json::Bounds kYears{1, 1000};
constexpr json::Choice<private_pki::Pointers> kPointers[] = {{"ldap", private_pki::Pointers::Ldap},
                                                             {"http", private_pki::Pointers::Http},
                                                             {"both", private_pki::Pointers::Both},
                                                             {"none", private_pki::Pointers::None}};

Json write_ca_settings(const private_pki::CaSettings& settings) {
  Json extensions = Json::array();
  for (const asn1::OwnedOid& id : settings.request_extensions) extensions.push_back(id.view().to_dotted());
  Json out;
  out["pointers"] = private_pki::pointers_name(settings.pointers);
  out["request_extensions"] = std::move(extensions);
  out["sub_ca_published"] = settings.sub_ca_published;
  out["template_path_length"] = settings.template_path_length ? Json(*settings.template_path_length) : Json(nullptr);
  out["template_years"] = settings.template_years;
  out["registry_years"] = settings.registry_years;
  return out;
}

Json write_ca(const private_pki::PrivateCa& ca) {
  Json revoked = Json::array();
  for (const ca::RevokedCertificate& each : ca.revoked) {
    Json line;
    line["serial"] = to_hex(each.serial);
    line["date"] = to_iso8601(each.date);
    revoked.push_back(std::move(line));
  }
  Json out;
  out["name"] = ca.name;
  out["certificate"] = der_or_null(ca.certificate);
  out["private_key"] = pem_of_key(ca.private_key);
  out["settings"] = write_ca_settings(ca.settings);
  out["revoked"] = std::move(revoked);
  out["crl_number"] = ca.crl_number;
  return out;
}

Result<ca::RevokedCertificate> read_revoked(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  ca::RevokedCertificate revoked;
  PKI_TRY(const Value serial, object.required("serial"));
  PKI_TRY(revoked.serial, read_hex(serial, "a serial number in hex"));
  PKI_TRY(revoked.date, required_time(object, "date"));
  PKI_CHECK(object.finish());
  return revoked;
}

Finding damaged(const Value& value, std::string reason) {
  return value.at({&private_pki::rules::kDamaged, {}, {{"reason", std::move(reason)}}});
}

Result<private_pki::PrivateCa> read_ca(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  private_pki::PrivateCa ca;
  PKI_TRY(ca.name, required_text(object, "name"));
  PKI_TRY(ca.certificate, optional_certificate(object, "certificate"));
  PKI_TRY(ca.private_key, optional_private_key(object));
  PKI_TRY(const Value settings, object.required("settings"));
  PKI_CHECK(read_ca_settings(settings, ca.settings));
  PKI_CHECK(read_each(object, "revoked", read_revoked, ca.revoked));
  PKI_TRY(const std::int64_t number, required_number(object, "crl_number", {0, std::int64_t{1} << 40}));
  ca.crl_number = static_cast<std::uint64_t>(number);
  PKI_CHECK(object.finish());
  if (ca.certificate == nullptr) return damaged(value, "a CA has no certificate");
  if (ca.revoked.size() > kMostRevoked) return damaged(value, "too many certificates are revoked");
  const auto key = crypto::PrivateKey::from_pkcs8(ca.private_key.view());
  if (!key.ok() || !key->matches(ca.certificate->public_key())) return damaged(value, "a CA's key is not its own");
  return ca;
}

}  // namespace

Json write_private_pki(const private_pki::PrivatePki& pki) {
  Json cas = Json::array();
  for (const private_pki::PrivateCa& ca : pki.cas) cas.push_back(write_ca(ca));
  Json out;
  out["format"] = kFormat[0];
  out["version"] = 1;
  out["name"] = pki.name;
  out["cas"] = std::move(cas);
  return out;
}

Result<private_pki::PrivatePki> read_private_pki(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  PKI_TRY(const Value format, object.required("format"));
  PKI_CHECK(json::read_word(format, kFormat));
  PKI_CHECK(required_number(object, "version", {1, 1}));
  private_pki::PrivatePki pki;
  PKI_TRY(pki.name, required_text(object, "name"));
  PKI_CHECK(read_each(object, "cas", read_ca, pki.cas));
  PKI_CHECK(object.finish());
  if (pki.cas.empty() || pki.cas.size() > kMostCas) return damaged(value, "it has no CA, or too many");
  return pki;
}

Status read_ca_settings(const Value& value, private_pki::CaSettings& settings) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  PKI_TRY(settings.pointers, optional_choice(object, "pointers", kPointers, settings.pointers));
  if (const std::optional<Value> list = object.optional("request_extensions")) {
    PKI_TRY(settings.request_extensions, read_oids(*list));
  }
  PKI_CHECK(read_flag(object, "sub_ca_published", settings.sub_ca_published));
  if (const std::optional<Value> length = object.optional_or_null("template_path_length")) {
    settings.template_path_length.reset();
    if (!length->json().is_null()) {
      PKI_TRY(const std::int64_t count, json::read_integer(*length, {0, 100}));
      settings.template_path_length = static_cast<std::uint32_t>(count);
    }
  }
  if (const std::optional<Value> years = object.optional("template_years")) {
    PKI_TRY(const std::int64_t count, json::read_integer(*years, kYears));
    settings.template_years = static_cast<int>(count);
  }
  if (const std::optional<Value> years = object.optional("registry_years")) {
    PKI_TRY(const std::int64_t count, json::read_integer(*years, kYears));
    settings.registry_years = static_cast<int>(count);
  }
  return object.finish();
}

}  // namespace pki::api
