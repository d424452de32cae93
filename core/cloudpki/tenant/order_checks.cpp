#include "cloudpki/tenant/order_checks.h"

#include <algorithm>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "cloudpki/tenant/allowed.h"
#include "cloudpki/tenant/audit.h"
#include "cloudpki/tenant/rules.h"
#include "cloudpki/tenant/status.h"

namespace pki::cloudpki::tenant {
namespace {

template <typename List, typename Value>
bool contains(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

bool has_purpose(const std::vector<Purpose>& purposes, asn1::Oid id) {
  return std::any_of(purposes.begin(), purposes.end(), [&](const Purpose& each) { return each.id.view() == id; });
}

Status check_cap(const Tenant& tenant) {
  if (tenant.cas.size() < tenant.settings.ca_cap) return {};
  return Finding{&rules::kCap,
                 {},
                 {{"count", std::to_string(tenant.cas.size())}, {"cap", std::to_string(tenant.settings.ca_cap)}}};
}

Status check_subject(const CaOrder& order) {
  if (order.name.empty()) return Finding{&rules::kNameMissing, {}, {}};
  if (order.subject.common_name.empty()) return Finding{&rules::kCommonNameMissing, {}, {}};
  const std::string& country = order.subject.country;
  if (!country.empty() && country.size() != 2) return Finding{&rules::kCountry, {}, {{"country", country}}};
  return {};
}

Status check_purposes(const CaOrder& order) {
  if (order.purposes.empty()) return Finding{&rules::kPurposeMissing, {}, {}};
  std::vector<Purpose> before;
  for (const Purpose& purpose : order.purposes) {
    if (purpose.id.view() == asn1::oids::kAnyExtendedKeyUsage) return Finding{&rules::kAnyPurpose, {}, {}};
    if (has_purpose(before, purpose.id.view())) {
      return Finding{&rules::kPurposeTwice, {}, {{"purpose", asn1::oid_name_and_dotted(purpose.id.view())}}};
    }
    before.push_back(purpose);
  }
  return {};
}

Status check_validity(const CaOrder& order) {
  if (order.kind == CaKind::Byoca) {
    return order.validity_years ? Status(Finding{&rules::kNoValidityHere, {}, {}}) : Status();
  }
  const bool root = order.kind == CaKind::Root;
  const int years = order.validity_years.value_or(0);
  const bool custom = order.via == Via::Graph && years > 0;
  if (custom || contains(root ? root_validity_years() : issuing_validity_years(), years)) return {};
  return Finding{root ? &rules::kRootValidity : &rules::kIssuingValidity, {}, {{"years", std::to_string(years)}}};
}

Status check_root(const Tenant& tenant, const CaOrder& order) {
  const bool any =
      std::any_of(tenant.cas.begin(), tenant.cas.end(), [](const Ca& ca) { return ca.kind == CaKind::Root; });
  if (!any) return Finding{&rules::kNoRootYet, {}, {}};
  const Ca* root = find_root(tenant, order.root);
  if (root == nullptr) return no_such_ca(tenant, order.root);
  if (root->kind != CaKind::Root) return Finding{&rules::kNotARoot, {}, {{"ca", root->name}}};
  for (const Purpose& purpose : order.purposes) {
    if (has_purpose(root->purposes, purpose.id.view())) continue;
    return Finding{&rules::kPurposeNotOnRoot,
                   {},
                   {{"root", root->name}, {"purpose", asn1::oid_name_and_dotted(purpose.id.view())}}};
  }
  const Time end = add_calendar(tenant.clock, 12 * order.validity_years.value_or(0), 0);
  const Time root_end = end_of(*active_version(*root)->certificate);
  if (end <= root_end) return {};
  return Finding{&rules::kBeyondRoot, {}, {{"not_after", to_iso8601(end)}, {"root_not_after", to_iso8601(root_end)}}};
}

}  // namespace

const Ca* find_root(const Tenant& tenant, std::string_view id) {
  if (!id.empty()) return find_ca(tenant, id);
  const Ca* only = nullptr;
  for (const Ca& ca : tenant.cas) {
    if (ca.kind != CaKind::Root) continue;
    if (only != nullptr) return nullptr;
    only = &ca;
  }
  return only;
}

Result<crypto::KeySpec> key_for(const Tenant& tenant, const CaOrder& order) {
  if (order.kind != CaKind::Issuing) return order.key.value_or(crypto::KeySpec::Rsa4096);
  PKI_CHECK(check_root(tenant, order));
  return find_root(tenant, order.root)->key;
}

Status check_order(const Tenant& tenant, const CaOrder& order) {
  if (!tenant.settings.permissions.create) return not_permitted("create certificate authorities");
  PKI_CHECK(check_cap(tenant));
  PKI_CHECK(check_subject(order));
  PKI_CHECK(check_validity(order));
  if (order.kind == CaKind::Issuing && order.key) return Finding{&rules::kNoKeyHere, {}, {}};
  if (order.key && !contains(ca_key_specs(), *order.key)) {
    return Finding{&rules::kKeySize, {}, {{"key", std::string(crypto::key_spec_name(*order.key))}}};
  }
  PKI_CHECK(check_purposes(order));
  return order.kind == CaKind::Issuing ? check_root(tenant, order) : Status();
}

}  // namespace pki::cloudpki::tenant
