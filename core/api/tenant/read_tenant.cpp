#include <algorithm>

#include "api/params.h"
#include "api/tenant/fleet_json.h"
#include "api/tenant/members.h"
#include "api/tenant/tenant_json.h"
#include "api/tenant/tenant_words.h"
#include "asn1/oid_registry.h"
#include "base/text.h"
#include "cloudpki/tenant/allowed.h"
#include "cloudpki/tenant/integrity.h"

namespace pki::api {
namespace {

namespace tenant = cloudpki::tenant;
using json::ObjectReader;
using json::Value;

constexpr json::Bounds kVersionBounds{1, 1'000'000};
constexpr std::string_view kFormat[] = {"pki-workbench-tenant"};

Status read_written(ObjectReader& object, std::string_view name, tenant::Written& written) {
  if (const std::optional<Value> value = object.optional(name)) {
    PKI_TRY(const bool yes, json::read_bool(*value));
    written = yes ? tenant::Written::Yes : tenant::Written::No;
  }
  return {};
}

Status read_permissions(const Value& value, tenant::Permissions& permissions) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  PKI_CHECK(read_flag(object, "read", permissions.read));
  PKI_CHECK(read_flag(object, "create", permissions.create));
  PKI_CHECK(read_flag(object, "revoke_leaf", permissions.revoke_leaf));
  PKI_CHECK(read_flag(object, "disable_and_reenable", permissions.disable_and_reenable));
  return object.finish();
}

// A region is a part of URLs.
bool is_region(std::string_view text) {
  return !text.empty() && text.size() <= 40 &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

Result<tenant::Purpose> read_purpose(const Value& value) {
  if (value.json().is_object()) {
    PKI_TRY(ObjectReader object, ObjectReader::open(value));
    tenant::Purpose purpose;
    PKI_TRY(const Value oid, object.required("oid"));
    PKI_TRY(purpose.id, read_oid(oid));
    PKI_TRY(purpose.name, optional_text(object, "name"));
    PKI_CHECK(object.finish());
    if (purpose.name.empty()) purpose.name = asn1::oid_name(purpose.id.view());
    return purpose;
  }
  PKI_TRY(const std::string_view text, json::read_text(value));
  for (const tenant::PurposeChoice& choice : tenant::purpose_choices()) {
    if (equal_ignoring_ascii_case(choice.name, text)) {
      return tenant::Purpose{std::string(choice.name), asn1::OwnedOid(choice.id)};
    }
  }
  tenant::Purpose purpose;
  PKI_TRY(purpose.id, read_oid(value));
  purpose.name = asn1::oid_name(purpose.id.view());
  for (const tenant::PurposeChoice& choice : tenant::purpose_choices()) {
    if (choice.id == purpose.id.view()) purpose.name = choice.name;
  }
  return purpose;
}

Result<std::optional<tenant::PublishedCrl>> read_crl(ObjectReader& version) {
  const std::optional<Value> value = version.optional("crl");
  if (!value) return std::optional<tenant::PublishedCrl>();
  PKI_TRY(ObjectReader object, ObjectReader::open(*value));
  tenant::PublishedCrl crl;
  PKI_TRY(const std::int64_t number, required_number(object, "number", {1, std::int64_t{1} << 52}));
  crl.number = static_cast<std::uint64_t>(number);
  PKI_TRY(crl.this_update, required_time(object, "this_update"));
  PKI_TRY(crl.next_update, required_time(object, "next_update"));
  PKI_TRY(crl.der, optional_octets(object, "der"));
  PKI_CHECK(object.finish());
  return std::optional<tenant::PublishedCrl>(std::move(crl));
}

Result<tenant::CaVersion> read_version(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  tenant::CaVersion version;
  PKI_TRY(const std::int64_t number, required_number(object, "number", kVersionBounds));
  version.number = static_cast<std::uint32_t>(number);
  PKI_TRY(version.state, required_choice(object, "state", kVersionStates));
  PKI_TRY(version.since, required_time(object, "since"));
  PKI_TRY(version.private_key, optional_private_key(object));
  PKI_TRY(version.request, optional_octets(object, "request"));
  PKI_TRY(version.certificate, optional_certificate(object, "certificate"));
  PKI_TRY(version.chain, optional_certificates(object, "chain"));
  PKI_TRY(version.crl, read_crl(object));
  PKI_CHECK(object.finish());
  return version;
}

Result<tenant::CaSubject> read_subject_parts(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  tenant::CaSubject subject;
  PKI_TRY(subject.common_name, optional_text(object, "common_name"));
  PKI_TRY(subject.organization, optional_text(object, "organization"));
  PKI_TRY(subject.organizational_unit, optional_text(object, "organizational_unit"));
  PKI_TRY(subject.country, optional_text(object, "country"));
  PKI_TRY(subject.state, optional_text(object, "state"));
  PKI_TRY(subject.locality, optional_text(object, "locality"));
  PKI_CHECK(object.finish());
  return subject;
}

Result<tenant::Ca> read_ca(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  tenant::Ca ca;
  PKI_TRY(ca.id, required_text(object, "id"));
  PKI_TRY(ca.kind, required_choice(object, "kind", kCaKinds));
  PKI_TRY(ca.name, required_text(object, "name"));
  PKI_TRY(ca.description, optional_text(object, "description"));
  PKI_TRY(const Value subject, object.required("subject"));
  PKI_TRY(ca.subject, read_subject_parts(subject));
  PKI_TRY(const Value purposes, object.required("purposes"));
  PKI_TRY(ca.purposes, read_purposes(purposes));
  PKI_TRY(const Value key, object.required("key"));
  PKI_TRY(ca.key, read_key_spec(key));
  PKI_TRY(const std::int64_t years, required_number(object, "validity_years", {0, 1000}));
  ca.validity_years = static_cast<int>(years);
  PKI_TRY(ca.root, optional_text(object, "root"));
  PKI_TRY(ca.scope_tags, optional_text_list(object, "scope_tags"));
  PKI_TRY(ca.platform, required_choice(object, "platform", kKeyPlatforms));
  PKI_TRY(ca.created, required_time(object, "created"));
  PKI_TRY(ca.standing, required_choice(object, "standing", kStandings));
  PKI_TRY(ca.standing_since, required_time(object, "standing_since"));
  PKI_TRY(const std::vector<Value> versions, optional_list(object, "versions"));
  for (const Value& each : versions) {
    PKI_TRY(tenant::CaVersion version, read_version(each));
    ca.versions.push_back(std::move(version));
  }
  PKI_CHECK(object.finish());
  return ca;
}

Result<tenant::Leaf> read_leaf(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  tenant::Leaf leaf;
  PKI_TRY(leaf.ca, required_text(object, "ca"));
  PKI_TRY(const std::int64_t version, required_number(object, "version", kVersionBounds));
  leaf.version = static_cast<std::uint32_t>(version);
  PKI_TRY(const Value certificate, object.required("certificate"));
  PKI_TRY(leaf.certificate, optional_certificate(object, "certificate"));
  if (leaf.certificate == nullptr) return certificate.wrong_type("a certificate");
  PKI_TRY(leaf.revoked, read_optional_time(object, "revoked"));
  PKI_TRY(leaf.user_principal_name, optional_text(object, "user_principal_name"));
  PKI_TRY(leaf.device_id, optional_text(object, "device_id"));
  PKI_TRY(leaf.device_name, optional_text(object, "device_name"));
  PKI_TRY(leaf.platform, optional_text(object, "platform"));
  PKI_TRY(leaf.profile, optional_text(object, "profile"));
  PKI_CHECK(object.finish());
  return leaf;
}

Result<tenant::AuditEvent> read_event(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  tenant::AuditEvent event;
  PKI_TRY(event.at, required_time(object, "at"));
  PKI_TRY(event.activity, required_text(object, "activity"));
  PKI_TRY(event.object, optional_text(object, "object"));
  PKI_TRY(event.detail, optional_text(object, "detail"));
  PKI_CHECK(object.finish());
  return event;
}

}  // namespace

Result<std::vector<tenant::Purpose>> read_purposes(const Value& value) {
  PKI_TRY(const std::vector<Value> list, json::read_list(value));
  std::vector<tenant::Purpose> purposes;
  for (const Value& each : list) {
    PKI_TRY(tenant::Purpose purpose, read_purpose(each));
    purposes.push_back(std::move(purpose));
  }
  return purposes;
}

Status read_settings(const Value& value, tenant::Settings& settings) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  if (const std::optional<Value> cap = object.optional("ca_cap")) {
    PKI_TRY(const std::int64_t count, json::read_integer(*cap, {1, static_cast<std::int64_t>(tenant::kMostCas)}));
    settings.ca_cap = static_cast<std::uint32_t>(count);
  }
  PKI_CHECK(read_written(object, "issuing_ca_crl_url", settings.issuing_ca_crl_url));
  PKI_CHECK(read_written(object, "leaf_issuer_url", settings.leaf_issuer_url));
  if (const std::optional<Value> region = object.optional("region")) {
    PKI_TRY(const std::string_view text, json::read_text(*region));
    if (!is_region(text)) return region->wrong_value("a region such as westeurope");
    settings.region = text;
  }
  PKI_TRY(settings.licence, optional_choice(object, "licence", kLicences, settings.licence));
  if (const std::optional<Value> permissions = object.optional("permissions")) {
    PKI_CHECK(read_permissions(*permissions, settings.permissions));
  }
  return object.finish();
}

Result<tenant::Tenant> read_tenant(const Value& value) {
  const SharedCertificates sharing;
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  PKI_TRY(const Value format, object.required("format"));
  PKI_CHECK(json::read_word(format, kFormat));
  PKI_CHECK(required_number(object, "version", {1, 1}));
  tenant::Tenant tenant;
  PKI_TRY(tenant.name, required_text(object, "name"));
  PKI_TRY(tenant.account, required_text(object, "account"));
  PKI_TRY(tenant.store, required_text(object, "store"));
  PKI_TRY(const Value settings, object.required("settings"));
  PKI_CHECK(read_settings(settings, tenant.settings));
  PKI_TRY(tenant.created, required_time(object, "created"));
  PKI_TRY(tenant.clock, required_time(object, "clock"));
  PKI_CHECK(read_each(object, "cas", read_ca, tenant.cas));
  PKI_CHECK(read_each(object, "leaves", read_leaf, tenant.leaves));
  PKI_CHECK(read_each(object, "audit", read_event, tenant.audit));
  if (const std::optional<Value> fleet = object.optional("fleet")) {
    PKI_TRY(tenant.fleet, read_fleet(*fleet));
  }
  PKI_CHECK(object.finish());
  if (const Status whole = cloudpki::tenant::check_integrity(tenant); !whole.ok()) return value.at(whole.error());
  return tenant;
}

}  // namespace pki::api
