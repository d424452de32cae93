#include "api/tenant/describe_tenant.h"

#include "api/describe_finding.h"
#include "api/tenant/describe_fleet.h"
#include "api/tenant/members.h"
#include "api/tenant/tenant_json.h"
#include "api/texts.h"
#include "asn1/oid_registry.h"
#include "base/encoding.h"
#include "base/text.h"
#include "cloudpki/tenant/allowed.h"
#include "cloudpki/tenant/create.h"
#include "cloudpki/tenant/leaves.h"
#include "cloudpki/tenant/life.h"
#include "cloudpki/tenant/publish.h"
#include "cloudpki/tenant/renewal.h"
#include "cloudpki/tenant/status.h"
#include "cloudpki/tenant/urls.h"
#include "crypto/hash.h"
#include "x509/crl.h"

namespace pki::api {
namespace {

namespace tenant = cloudpki::tenant;
using json::Json;

std::string sha1_hex(Bytes der) { return to_hex(crypto::digest(crypto::HashAlgorithm::Sha1, der)); }

Json describe_crl_of(const tenant::Tenant& owner, const tenant::Ca& ca, const tenant::CaVersion& version) {
  if (!version.crl) return nullptr;
  const tenant::PublishedCrl& crl = *version.crl;
  Json out;
  out["url"] = tenant::crl_url(owner, ca, version.number);
  out["number"] = crl.number;
  out["this_update"] = to_iso8601(crl.this_update);
  out["next_update"] = to_iso8601(crl.next_update);
  out["lapsed"] = crl.next_update < owner.clock;
  out["file_name"] = file_stem(tenant::version_title(ca, version.number), to_hex(as_bytes(ca.id))) + ".crl";
  out["der"] = to_base64(crl.der);
  return out;
}

Json describe_certificate_of(const tenant::Tenant& owner, const tenant::Ca& ca, const tenant::CaVersion& version) {
  if (version.certificate == nullptr) return nullptr;
  const x509::Certificate& certificate = *version.certificate;
  Json out;
  out["serial"] = tenant::serial_hex(certificate);
  out["thumbprint"] = sha1_hex(certificate.der());
  out["issuer"] = x509::to_rfc4514(certificate.issuer());
  out["not_before"] = certificate.not_before() ? Json(to_iso8601(certificate.not_before()->time)) : Json(nullptr);
  out["not_after"] = to_iso8601(tenant::end_of(certificate));
  out["validity"] =
      validity_text(certificate.not_before() ? std::optional(certificate.not_before()->time) : std::nullopt,
                    tenant::end_of(certificate), owner.clock);
  out["url"] = tenant::certificate_url(owner, ca, version.number);
  // The file is named after the common name, as the admin centre names it.
  out["file_name"] = file_stem(ca.subject.common_name, tenant::serial_hex(certificate)) + ".cer";
  out["der"] = to_base64(certificate.der());
  return out;
}

Json describe_version(const tenant::Tenant& owner, const tenant::Ca& ca, const tenant::CaVersion& version) {
  const bool waits = version.state == tenant::VersionState::SigningRequired;
  Json out;
  out["number"] = version.number;
  out["title"] = printable(tenant::version_title(ca, version.number));
  out["status"] = tenant::version_status_name(tenant::version_status(ca, version, owner.clock));
  out["since"] = to_iso8601(version.since);
  out["certificate"] = describe_certificate_of(owner, ca, version);
  Json chain = Json::array();
  for (const x509::CertificatePtr& each : version.chain) chain.push_back(to_base64(each->der()));
  out["chain"] = std::move(chain);
  out["request"] = waits ? Json(to_base64(version.request)) : Json(nullptr);
  out["request_file_name"] = waits ? Json(file_stem(ca.name, to_hex(as_bytes(ca.id))) + ".req") : Json(nullptr);
  out["crl"] = describe_crl_of(owner, ca, version);
  out["scep_uri"] = version.state == tenant::VersionState::Staged
                        ? Json(tenant::staged_scep_uri(owner, ca, version.number))
                        : Json(nullptr);
  if (version.state == tenant::VersionState::Staged || (waits && tenant::active_version(ca) != nullptr)) {
    out["lapses"] = to_iso8601(add_calendar(version.since, 0, tenant::kStagedDays));
  } else {
    out["lapses"] = nullptr;
  }
  return out;
}

Json action(std::string_view id, const Status& status) {
  Json out;
  out["action"] = id;
  out["possible"] = status.ok();
  out["why_not"] = status.ok() ? Json(nullptr) : describe(status.error());
  return out;
}

Json describe_actions(const tenant::Tenant& owner, const tenant::Ca& ca) {
  Json list = Json::array();
  if (ca.kind != tenant::CaKind::Root) {
    list.push_back(action("pause", tenant::check_pause(owner, ca)));
    list.push_back(action("resume", tenant::check_resume(owner, ca)));
    list.push_back(action("revoke", tenant::check_revoke(owner, ca)));
    list.push_back(action("renew", tenant::check_renew(owner, ca)));
  }
  list.push_back(action("delete", tenant::check_delete(owner, ca)));
  return list;
}

Json describe_counts(const tenant::LeafCounts& counts) {
  Json out;
  out["active"] = counts.active;
  out["revoked"] = counts.revoked;
  out["expired"] = counts.expired;
  return out;
}

Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(printable(text)); }

std::string subject_text(const tenant::Ca& ca) {
  const Result<ByteVector> der = x509::encode_name(tenant::subject_name(ca.subject));
  if (!der.ok()) return printable(ca.subject.common_name);
  asn1::Context context(*der);
  const Result<x509::Name> name = x509::read_name(*der, context);
  return name.ok() ? x509::to_rfc4514(*name) : printable(ca.subject.common_name);
}

Json describe_ca(const tenant::Tenant& owner, const tenant::Ca& ca) {
  const bool issues = ca.kind != tenant::CaKind::Root;
  Json out;
  out["id"] = printable(ca.id);
  out["kind"] = tenant::ca_kind_name(ca.kind);
  out["type"] = issues ? "Issuing" : "Root";
  out["title"] = printable(tenant::ca_title(ca));
  out["name"] = printable(ca.name);
  out["description"] = printable(ca.description);
  out["subject"] = subject_text(ca);
  out["root_common_name"] = printable(tenant::root_common_name(owner, ca));
  out["root"] = text_or_null(ca.root);
  out["status"] = tenant::ca_status_name(tenant::ca_status(ca, owner.clock));
  out["renewal"] = tenant::renewal_status_name(tenant::renewal_status(ca, owner.clock));
  out["banner"] = text_or_null(tenant::banner_text(tenant::renewal_banner(ca, owner.clock)));
  out["key"] = crypto::key_spec_name(ca.key);
  out["hash"] = crypto::hash_name(tenant::ca_hash(ca.key));
  out["purposes"] = write_purposes(ca.purposes);
  for (Json& purpose : out["purposes"]) purpose["name"] = printable(purpose["name"].get_ref<const std::string&>());
  out["validity_years"] = ca.validity_years == 0 ? Json(nullptr) : Json(ca.validity_years);
  out["platform"] = tenant::key_platform_name(ca.platform);
  Json tags = Json::array();
  for (const std::string& tag : ca.scope_tags) tags.push_back(printable(tag));
  out["scope_tags"] = std::move(tags);
  out["created"] = to_iso8601(ca.created);
  out["scep_uri"] = issues ? Json(tenant::scep_uri(owner, ca)) : Json(nullptr);
  Json versions = Json::array();
  for (const tenant::CaVersion& version : ca.versions) versions.push_back(describe_version(owner, ca, version));
  out["versions"] = std::move(versions);
  out["leaves"] = describe_counts(tenant::count_leaves(owner, ca, owner.clock));
  out["reported_leaves"] = describe_counts(tenant::count_leaves(owner, ca, tenant::report_time(owner)));
  out["actions"] = describe_actions(owner, ca);
  return out;
}

Json describe_leaf(const tenant::Tenant& owner, const tenant::Ca& ca, const tenant::Leaf& leaf) {
  const x509::Certificate& certificate = *leaf.certificate;
  Json out;
  out["subject"] = x509::to_rfc4514(certificate.subject());
  out["serial"] = tenant::serial_hex(certificate);
  out["thumbprint"] = sha1_hex(certificate.der());
  out["status"] = tenant::leaf_status_name(tenant::leaf_status(leaf, owner.clock));
  out["version"] = leaf.version;
  out["issuer"] = printable(tenant::version_title(ca, leaf.version));
  out["not_after"] = to_iso8601(tenant::end_of(certificate));
  out["revoked"] = leaf.revoked ? Json(to_iso8601(*leaf.revoked)) : Json(nullptr);
  out["user_principal_name"] = printable(leaf.user_principal_name);
  out["device_id"] = printable(leaf.device_id);
  out["device_name"] = printable(leaf.device_name);
  out["platform"] = printable(leaf.platform);
  out["profile"] = printable(leaf.profile);
  out["der"] = to_base64(certificate.der());
  return out;
}

}  // namespace

Json describe(const tenant::Tenant& owner) {
  Json out;
  out["name"] = printable(owner.name);
  out["created"] = to_iso8601(owner.created);
  out["clock"] = to_iso8601(owner.clock);
  out["settings"] = write_settings(owner.settings);
  out["ca_count"] = owner.cas.size();
  out["leaf_count"] = owner.leaves.size();
  out["report_time"] = to_iso8601(tenant::report_time(owner));
  Json cas = Json::array();
  for (const tenant::Ca& ca : owner.cas) cas.push_back(describe_ca(owner, ca));
  out["cas"] = std::move(cas);
  Json audit = Json::array();
  for (auto event = owner.audit.rbegin(); event != owner.audit.rend() && audit.size() < tenant::kListedLeaves;
       ++event) {
    Json line;
    line["at"] = to_iso8601(event->at);
    line["activity"] = printable(event->activity);
    line["object"] = printable(event->object);
    line["detail"] = printable(event->detail);
    audit.push_back(std::move(line));
  }
  out["audit"] = std::move(audit);
  Json repository = Json::array();
  for (const repository::Entry& entry : tenant::published(owner)) {
    Json line;
    line["url"] = printable(entry.url);
    line["data"] = to_base64(entry.data);
    repository.push_back(std::move(line));
  }
  out["repository"] = std::move(repository);
  out["fleet"] = describe_fleet(owner);
  return out;
}

Json describe_leaves(const tenant::Tenant& owner, const tenant::Ca& ca, std::string_view search) {
  const tenant::LeafList list = tenant::list_leaves(owner, ca, search);
  Json rows = Json::array();
  for (const tenant::Leaf* leaf : list.shown) rows.push_back(describe_leaf(owner, ca, *leaf));
  Json out;
  out["leaves"] = std::move(rows);
  out["found"] = list.found;
  out["left_out"] = list.found - list.shown.size();
  return out;
}

Json describe(const cloudpki::Fact& fact) {
  Json out;
  out["id"] = fact.id;
  out["statement"] = fact.statement;
  out["ground"] = cloudpki::ground_name(fact.ground);
  out["source"] = fact.source;
  return out;
}

}  // namespace pki::api
