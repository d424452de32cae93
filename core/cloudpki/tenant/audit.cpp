#include "cloudpki/tenant/audit.h"

#include "cloudpki/tenant/rules.h"

namespace pki::cloudpki::tenant {

void log(Tenant& tenant, std::string_view activity, std::string object, std::string detail) {
  tenant.audit.push_back({tenant.clock, std::string(activity), std::move(object), std::move(detail)});
}

Finding not_permitted(std::string_view permission) {
  return {&rules::kNotPermitted, {}, {{"permission", std::string(permission)}}};
}

Finding no_such_ca(const Tenant& tenant, std::string_view wanted) {
  std::string known;
  for (const Ca& ca : tenant.cas) known += (known.empty() ? "" : ", ") + ca.name;
  return {&rules::kNoSuchCa, {}, {{"ca", std::string(wanted)}, {"known", known.empty() ? "(none yet)" : known}}};
}

Result<Ca*> require_ca(Tenant& tenant, std::string_view id_or_name) {
  if (Ca* ca = find_ca(tenant, id_or_name)) return ca;
  Ca* named = nullptr;
  for (Ca& ca : tenant.cas) {
    if (ca.name != id_or_name && ca_title(ca) != id_or_name) continue;
    if (named != nullptr) return no_such_ca(tenant, id_or_name);
    named = &ca;
  }
  if (named == nullptr) return no_such_ca(tenant, id_or_name);
  return named;
}

Result<CaVersion*> require_version(Ca& ca, std::uint32_t number) {
  if (CaVersion* version = find_version(ca, number)) return version;
  return Finding{&rules::kNoSuchVersion, {}, {{"ca", ca.name}, {"version", std::to_string(number)}}};
}

}  // namespace pki::cloudpki::tenant
