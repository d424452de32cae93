// tenant.ca.*: the CAs of a tenant.

#include "api/byoca_files.h"
#include "api/describe_desk.h"
#include "api/describe_finding.h"
#include "api/keys.h"
#include "api/params.h"
#include "api/tenant/members.h"
#include "api/tenant/tenant_answer.h"
#include "api/tenant/tenant_json.h"
#include "api/tenant/tenant_words.h"
#include "api/texts.h"
#include "asn1/pem.h"
#include "base/encoding.h"
#include "cloudpki/tenant/audit.h"
#include "cloudpki/tenant/create.h"
#include "cloudpki/tenant/life.h"
#include "cloudpki/tenant/renewal.h"
#include "cloudpki/tenant/upload.h"

namespace pki::api {
namespace {

namespace tenant = cloudpki::tenant;
using json::ObjectReader;
using json::Value;

// --- Creating --------------------------------------------------------------------------------------------------------

Result<tenant::CaSubject> read_form_subject(ObjectReader& params) {
  tenant::CaSubject subject;
  PKI_TRY(subject.common_name, optional_text(params, "common_name"));
  PKI_TRY(subject.organization, optional_text(params, "organization"));
  PKI_TRY(subject.organizational_unit, optional_text(params, "organizational_unit"));
  PKI_TRY(subject.country, optional_text(params, "country"));
  PKI_TRY(subject.state, optional_text(params, "state"));
  PKI_TRY(subject.locality, optional_text(params, "locality"));
  return subject;
}

Result<crypto::SecretBytes> read_made_key(ObjectReader& params) {
  const std::optional<Value> value = params.optional("made_key");
  if (!value) return crypto::SecretBytes();
  PKI_TRY(const crypto::PrivateKey key, read_key(*value));
  return key.to_pkcs8();
}

Result<std::string> read_root(ObjectReader& params, tenant::Tenant& of) {
  const std::optional<Value> value = params.optional("root");
  if (!value) return std::string();
  PKI_TRY(const std::string_view name, json::read_text(*value));
  auto root = tenant::require_ca(of, name);
  if (!root.ok()) return value->at(std::move(root).error());
  return (*root)->id;
}

Result<tenant::CaOrder> read_order(ObjectReader& params, tenant::Tenant& of) {
  tenant::CaOrder order;
  PKI_TRY(order.kind, required_choice(params, "kind", kCaKinds));
  PKI_TRY(order.name, optional_text(params, "name"));
  PKI_TRY(order.description, optional_text(params, "description"));
  PKI_TRY(order.subject, read_form_subject(params));
  if (const std::optional<Value> purposes = params.optional("purposes")) {
    PKI_TRY(order.purposes, read_purposes(*purposes));
  }
  if (const std::optional<Value> years = params.optional("validity_years")) {
    PKI_TRY(const std::int64_t count, json::read_integer(*years, {0, 1000}));
    order.validity_years = static_cast<int>(count);
  }
  if (const std::optional<Value> key = params.optional("key")) {
    PKI_TRY(order.key, read_key_spec(*key));
  }
  PKI_TRY(order.root, read_root(params, of));
  PKI_TRY(order.scope_tags, optional_text_list(params, "scope_tags"));
  PKI_TRY(order.via, optional_choice(params, "via", kVias, tenant::Via::AdminCentre));
  PKI_TRY(order.made_key, read_made_key(params));
  return order;
}

Result<Json> create_ca(ObjectReader& params) {
  PKI_TRY(tenant::Tenant changed, take_tenant(params));
  PKI_TRY(tenant::CaOrder order, read_order(params, changed));
  PKI_TRY(const tenant::CreatedCa created, tenant::create_ca(changed, std::move(order)));
  Json out = tenant_answer(changed, created.findings);
  out["ca"] = created.id;
  return out;
}

// --- What is done to a CA --------------------------------------------------------------------------------------------

// An action on one CA that needs nothing but the CA.
Result<Json> act(ObjectReader& params, Result<Findings> (*action)(tenant::Tenant&, tenant::Ca&)) {
  PKI_TRY(tenant::Tenant changed, take_tenant(params));
  PKI_TRY(tenant::Ca * ca, take_ca(params, changed));
  PKI_TRY(const Findings findings, action(changed, *ca));
  return tenant_answer(changed, findings);
}

Result<Findings> done(const Status& status) {
  if (!status.ok()) return status.error();
  return Findings{};
}

Result<Json> pause_ca(ObjectReader& params) {
  return act(params, [](tenant::Tenant& of, tenant::Ca& ca) { return done(tenant::pause_ca(of, ca)); });
}
Result<Json> resume_ca(ObjectReader& params) {
  return act(params, [](tenant::Tenant& of, tenant::Ca& ca) { return done(tenant::resume_ca(of, ca)); });
}
Result<Json> revoke_ca(ObjectReader& params) { return act(params, tenant::revoke_ca); }
Result<Json> delete_ca(ObjectReader& params) {
  return act(params, [](tenant::Tenant& of, tenant::Ca& ca) {
    const std::string id = ca.id;
    return done(tenant::delete_ca(of, id));
  });
}

Result<Json> set_scope_tags(ObjectReader& params) {
  PKI_TRY(tenant::Tenant changed, take_tenant(params));
  PKI_TRY(tenant::Ca * ca, take_ca(params, changed));
  PKI_TRY(std::vector<std::string> tags, optional_text_list(params, "scope_tags"));
  PKI_CHECK(tenant::set_scope_tags(changed, *ca, std::move(tags)));
  return tenant_answer(changed);
}

Result<Json> renew_ca(ObjectReader& params) {
  PKI_TRY(tenant::Tenant changed, take_tenant(params));
  PKI_TRY(tenant::Ca * ca, take_ca(params, changed));
  PKI_TRY(crypto::SecretBytes made_key, read_made_key(params));
  PKI_TRY(const tenant::Renewed renewed, tenant::renew_ca(changed, *ca, std::move(made_key)));
  Json out = tenant_answer(changed, renewed.findings);
  out["version"] = renewed.version;
  return out;
}

constexpr json::Bounds kVersions{1, 1'000'000};

Result<Json> activate_version(ObjectReader& params) {
  PKI_TRY(tenant::Tenant changed, take_tenant(params));
  PKI_TRY(tenant::Ca * ca, take_ca(params, changed));
  PKI_TRY(const std::int64_t number, required_number(params, "version", kVersions));
  PKI_CHECK(tenant::activate_version(changed, *ca, static_cast<std::uint32_t>(number)));
  return tenant_answer(changed);
}

Result<Json> revoke_version(ObjectReader& params) {
  PKI_TRY(tenant::Tenant changed, take_tenant(params));
  PKI_TRY(tenant::Ca * ca, take_ca(params, changed));
  PKI_TRY(const std::int64_t number, required_number(params, "version", kVersions));
  PKI_TRY(const Findings findings, tenant::revoke_version(changed, *ca, static_cast<std::uint32_t>(number)));
  return tenant_answer(changed, findings);
}

// --- BYOCA -----------------------------------------------------------------------------------------------------------

Result<Json> download_request(ObjectReader& params) {
  PKI_TRY(tenant::Tenant changed, take_tenant(params));
  PKI_TRY(tenant::Ca * ca, take_ca(params, changed));
  PKI_TRY(const ByteVector request, tenant::download_request(changed, *ca));
  Json out = tenant_answer(changed);
  out["request"] = asn1::write_pem("CERTIFICATE REQUEST", request);
  out["file_name"] = file_stem(ca->name, to_hex(as_bytes(ca->id))) + ".req";
  return out;
}

Result<Json> upload_signed(ObjectReader& params) {
  PKI_TRY(tenant::Tenant changed, take_tenant(params));
  PKI_TRY(tenant::Ca * ca, take_ca(params, changed));
  PKI_TRY(const Value signed_value, params.required("signed_certificate"));
  PKI_TRY(ByocaFiles signed_box, read_byoca_files(signed_value));
  tenant::UploadInput input{.signed_certificate = std::move(signed_box.pile.certificates), .chain = {}};
  Findings findings = std::move(signed_box.findings);
  if (const std::optional<Value> chain = params.optional("chain")) {
    PKI_TRY(ByocaFiles chain_box, read_byoca_files(*chain));
    input.chain = std::move(chain_box.pile.certificates);
    for (Finding& finding : chain_box.findings) findings.push_back(std::move(finding));
  }
  PKI_TRY(const tenant::Uploaded uploaded, tenant::upload_signed(changed, *ca, std::move(input)));
  if (uploaded.refusal) findings.push_back(*uploaded.refusal);
  Json out = tenant_answer(changed, findings);
  out["accepted"] = !uploaded.refusal.has_value();
  out["version"] = uploaded.refusal ? Json(nullptr) : Json(uploaded.version);
  out["desk"] = describe_desk(uploaded.input, uploaded.report);
  return out;
}

// --- The tables ------------------------------------------------------------------------------------------------------

constexpr ParamRow kCreateRows[] = {
    {"kind", "text", Presence::Required,
     "root, issuing (root CA source Intune), or byoca (root CA source Bring your own root CA)"},
    {"name", "text", Presence::Optional, "The CA's name in the admin centre; required by it"},
    {"description", "text", Presence::Optional, "Anything"},
    {"common_name", "text", Presence::Optional, "CN; required by the form"},
    {"organization", "text", Presence::Optional, "O"},
    {"organizational_unit", "text", Presence::Optional, "OU"},
    {"country", "text", Presence::Optional, "C, two letters"},
    {"state", "text", Presence::Optional, "ST"},
    {"locality", "text", Presence::Optional, "L"},
    {"purposes", "[text or {name, oid}]", Presence::Optional,
     "Extended key usages: names of the form, names such as clientAuth, or OIDs; the form wants one at least"},
    {"validity_years", "number", Presence::Optional, "Of a root or an issuing CA; not with byoca"},
    {"key", "text", Presence::Optional, "rsa-2048, rsa-3072 or rsa-4096 (then the default); not with issuing"},
    {"root", "text", Presence::Optional, "The root of an issuing CA, by id or name; otherwise the only one"},
    {"scope_tags", "[text]", Presence::Optional, "Scope tags"},
    {"via", "text", Presence::Optional, "admin-centre, or graph, which allows other validity periods"},
    {"made_key", "Key", Presence::Optional, "A key pair that was made before; otherwise one is made here"},
};
constexpr ParamRow kTagRows[] = {{"scope_tags", "[text]", Presence::Optional, "The tags; otherwise none"}};
constexpr ParamRow kRenewRows[] = {
    {"made_key", "Key", Presence::Optional, "A key pair that was made before; otherwise one is made here"}};
constexpr ParamRow kVersionRows[] = {{"version", "number", Presence::Required, "The staged version"}};
constexpr ParamRow kUploadRows[] = {
    {"signed_certificate", "[Source]", Presence::Required, "What is put into the box for the signed certificate"},
    {"chain", "[Source]", Presence::Optional, "What is put into the box for its chain; a renewal can do without"},
};
constexpr std::span<const ParamRow> kCreateParams[] = {kTenantRow, kCreateRows};
constexpr std::span<const ParamRow> kCaParams[] = {kTenantRow, kTenantCaRow};
constexpr std::span<const ParamRow> kTagParams[] = {kTenantRow, kTenantCaRow, kTagRows};
constexpr std::span<const ParamRow> kRenewParams[] = {kTenantRow, kTenantCaRow, kRenewRows};
constexpr std::span<const ParamRow> kVersionParams[] = {kTenantRow, kTenantCaRow, kVersionRows};
constexpr std::span<const ParamRow> kUploadParams[] = {kTenantRow, kTenantCaRow, kUploadRows};

constexpr Method kMethods[] = {
    {"tenant.ca.create", "Creates a CA in a tenant: root, issuing, or BYOCA issuing", kCreateParams, create_ca},
    {"tenant.ca.pause", "Pauses an issuing CA: it issues nothing, and publishes on", kCaParams, pause_ca},
    {"tenant.ca.resume", "Resumes a paused CA", kCaParams, resume_ca},
    {"tenant.ca.revoke", "Revokes a paused CA whose certificates are all revoked, for good", kCaParams, revoke_ca},
    {"tenant.ca.delete", "Deletes a CA that was revoked, or a root without issuing CAs", kCaParams, delete_ca},
    {"tenant.ca.scope_tags", "Sets a CA's scope tags, the one thing that can be edited", kTagParams, set_scope_tags},
    {"tenant.ca.renew", "Makes the next version of an issuing CA, with a new key: staged, or to be signed",
     kRenewParams, renew_ca},
    {"tenant.ca.activate", "Makes a staged version the active one", kVersionParams, activate_version},
    {"tenant.ca.revoke_version", "Revokes a staged version", kVersionParams, revoke_version},
    {"tenant.ca.request", "Downloads the request that a private CA shall sign", kCaParams, download_request},
    {"tenant.ca.upload", "Uploads what the private CA made of the request, and its chain; judged as at the BYOCA desk",
     kUploadParams, upload_signed},
};

}  // namespace

std::span<const Method> tenant_ca_methods() { return kMethods; }

}  // namespace pki::api
