#include "cloudpki/tenant/create.h"

#include <algorithm>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "ca/csr.h"
#include "ca/issue.h"
#include "cloudpki/tenant/allowed.h"
#include "cloudpki/tenant/audit.h"
#include "cloudpki/tenant/identifier.h"
#include "cloudpki/tenant/order_checks.h"
#include "cloudpki/tenant/publish.h"
#include "cloudpki/tenant/rules.h"
#include "cloudpki/tenant/status.h"
#include "cloudpki/tenant/urls.h"

namespace pki::cloudpki::tenant {
namespace {

namespace oids = asn1::oids;

const ca::Profile& profile_of(CaKind kind) {
  const std::string_view id = kind == CaKind::Root      ? "cloud-pki-root"
                              : kind == CaKind::Issuing ? "cloud-pki-issuing-ca"
                                                        : "byoca-issuing-ca";
  const ca::Profile* profile = ca::find_profile(id);
  PKI_ASSERT(profile != nullptr);
  return *profile;
}

std::vector<asn1::OwnedOid> purpose_ids(const Ca& ca) {
  std::vector<asn1::OwnedOid> ids;
  for (const Purpose& purpose : ca.purposes) ids.push_back(purpose.id);
  return ids;
}

ca::IssueInput input_for(const Tenant& tenant, const Ca& ca) {
  ca::IssueInput input;
  input.profile = &profile_of(ca.kind);
  input.subject = subject_name(ca.subject);
  input.extensions.purposes = purpose_ids(ca);
  input.validity.now = tenant.clock;
  input.validity.duration = ca::CalendarSpan{.years = ca.validity_years};
  return input;
}

Result<x509::CertificatePtr> finish(Result<ca::IssuedCertificate> issued) {
  PKI_CHECK(issued);
  return x509::Certificate::parse(std::move(issued->der));
}

// Gives the first version its certificate or its request.
Status certify(const Tenant& tenant, const Ca& ca, CaVersion& version, const crypto::PrivateKey& key) {
  switch (ca.kind) {
    case CaKind::Root: {
      PKI_TRY(version.certificate, finish(ca::issue(input_for(tenant, ca), {.key = key})));
      return {};
    }
    case CaKind::Issuing: {
      PKI_TRY(version.certificate, sign_issuing_ca(tenant, ca, version));
      return {};
    }
    case CaKind::Byoca:
      break;
  }
  PKI_TRY(version.request, make_byoca_request(ca, key));
  version.state = VersionState::SigningRequired;
  return {};
}

Findings notes_on(const Tenant& tenant, const Ca& made) {
  Findings notes;
  for (const Ca& other : tenant.cas) {
    const bool same = other.id != made.id && x509::encode_name(subject_name(other.subject)).value() ==
                                                 x509::encode_name(subject_name(made.subject)).value();
    if (same) notes.push_back({&rules::kSameSubject, {}, {{"ca", made.name}, {"other", other.name}}});
  }
  if (made.platform == KeyPlatform::Software) notes.push_back({&rules::kTrialKey, {}, {}});
  return notes;
}

}  // namespace

Result<crypto::PrivateKey> key_of_size(crypto::SecretBytes made, crypto::KeySpec wanted) {
  if (made.size() == 0) return crypto::PrivateKey::generate(wanted);
  PKI_TRY(crypto::PrivateKey key, crypto::PrivateKey::from_pkcs8(made.view()));
  const std::string found =
      key.kind() == crypto::KeyKind::Rsa ? "rsa-" + std::to_string(key.bits()) : std::string("no RSA key");
  if (found == crypto::key_spec_name(wanted)) return key;
  return Finding{&rules::kKeyMismatch, {}, {{"found", found}, {"wanted", std::string(crypto::key_spec_name(wanted))}}};
}

x509::NameInput subject_name(const CaSubject& subject) {
  const std::pair<asn1::Oid, const std::string*> parts[] = {
      {oids::kCountry, &subject.country},           {oids::kState, &subject.state},
      {oids::kLocality, &subject.locality},         {oids::kOrganizationalUnit, &subject.organizational_unit},
      {oids::kOrganization, &subject.organization}, {oids::kCommonName, &subject.common_name},
  };
  x509::NameInput name;
  for (const auto& [type, text] : parts) {
    if (!text->empty()) name.push_back({{.type = asn1::OwnedOid(type), .text = *text}});
  }
  return name;
}

Result<x509::CertificatePtr> sign_issuing_ca(const Tenant& tenant, const Ca& ca, const CaVersion& version) {
  const Ca* root = find_ca(tenant, ca.root);
  PKI_ASSERT(root != nullptr && active_version(*root) != nullptr);
  const CaVersion& signer = *active_version(*root);
  PKI_TRY(const crypto::PrivateKey root_key, crypto::PrivateKey::from_pkcs8(signer.private_key.view()));
  PKI_TRY(const crypto::PrivateKey key, crypto::PrivateKey::from_pkcs8(version.private_key.view()));
  ca::IssueInput input = input_for(tenant, ca);
  input.public_key = key.public_key_der();
  input.validity.beyond_issuer = ca::BeyondIssuer::Clip;
  input.extensions.aia_uris = {certificate_url(tenant, *root, signer.number)};
  if (tenant.settings.issuing_ca_crl_url == Written::Yes) {
    input.extensions.crl_uris = {crl_url(tenant, *root, signer.number)};
  }
  return finish(ca::issue(input, {.key = root_key, .certificate = signer.certificate.get()}));
}

Result<ByteVector> make_byoca_request(const Ca& ca, const crypto::PrivateKey& key) {
  ca::CsrInput input;
  input.profile = &profile_of(ca.kind);
  input.subject = subject_name(ca.subject);
  input.extensions.purposes = purpose_ids(ca);
  PKI_TRY(ca::MadeRequest made, ca::make_request(input, key));
  return std::move(made.der);
}

Result<CreatedCa> create_ca(Tenant& tenant, CaOrder order) {
  PKI_CHECK(check_order(tenant, order));
  PKI_TRY(const crypto::KeySpec spec, key_for(tenant, order));
  PKI_TRY(const crypto::PrivateKey key, key_of_size(std::move(order.made_key), spec));

  Ca ca;
  PKI_TRY(ca.id, make_uuid());
  ca.kind = order.kind;
  ca.name = std::move(order.name);
  ca.description = std::move(order.description);
  ca.subject = std::move(order.subject);
  ca.purposes = std::move(order.purposes);
  ca.key = spec;
  ca.validity_years = order.validity_years.value_or(0);
  if (ca.kind == CaKind::Issuing) ca.root = find_root(tenant, order.root)->id;
  ca.scope_tags = std::move(order.scope_tags);
  ca.platform = tenant.settings.licence == Licence::Trial ? KeyPlatform::Software : KeyPlatform::Hardware;
  ca.created = tenant.clock;
  ca.standing_since = tenant.clock;
  ca.versions.push_back({.since = tenant.clock, .private_key = key.to_pkcs8()});
  CaVersion& version = ca.versions.front();
  PKI_CHECK(certify(tenant, ca, version, key));
  if (publishes(version, tenant.clock)) PKI_CHECK(publish_crl(tenant, ca, version, tenant.clock));

  log(tenant, activity::kCreate, ca.name, std::string(ca_kind_name(ca.kind)));
  tenant.cas.push_back(std::move(ca));
  const Ca& made = tenant.cas.back();
  return CreatedCa{made.id, notes_on(tenant, made)};
}

}  // namespace pki::cloudpki::tenant
