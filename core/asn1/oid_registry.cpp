#include "asn1/oid_registry.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "asn1/registry_tables.h"
#include "base/text.h"

namespace pki::asn1 {
namespace {

/// All tables in one, with an index by OID and one by name. Made at first use; never changed after.
struct Registry {
  Registry();

  std::vector<OidInfo> rows;
  /// Into `rows`, by OID; rows of one OID in their order.
  std::vector<const OidInfo*> by_oid;
  /// Lower-case names of all kinds.
  std::vector<std::pair<std::string, const OidInfo*>> by_name;
};

Registry::Registry() {
  for (const auto table : {registry::attribute_types(), registry::extensions(), registry::key_purposes(),
                           registry::algorithms(), registry::policies(), registry::messages()}) {
    rows.insert(rows.end(), table.begin(), table.end());
  }
  for (const OidInfo& row : rows) {
    by_oid.push_back(&row);
    for (const std::string_view name : {row.name, row.short_name, row.openssl_name, row.microsoft_name}) {
      if (!name.empty()) by_name.emplace_back(to_lower_ascii(name), &row);
    }
  }
  std::stable_sort(by_oid.begin(), by_oid.end(), [](const OidInfo* a, const OidInfo* b) { return a->oid < b->oid; });
  std::stable_sort(by_name.begin(), by_name.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
}

const Registry& registry_of_all() {
  static const Registry registry;
  return registry;
}

}  // namespace

std::span<const OidInfo> oid_registry() { return registry_of_all().rows; }

const OidInfo* find_oid(Oid oid) {
  const auto& index = registry_of_all().by_oid;
  const auto found = std::lower_bound(index.begin(), index.end(), oid,
                                      [](const OidInfo* row, const Oid& wanted) { return row->oid < wanted; });
  return found != index.end() && (*found)->oid == oid ? *found : nullptr;
}

const OidInfo* find_oid_by_name(std::string_view name) {
  const auto& index = registry_of_all().by_name;
  const std::string wanted = to_lower_ascii(name);
  const auto found = std::lower_bound(index.begin(), index.end(), wanted,
                                      [](const auto& entry, const std::string& key) { return entry.first < key; });
  return found != index.end() && found->first == wanted ? found->second : nullptr;
}

std::string oid_name(Oid oid) {
  const OidInfo* info = find_oid(oid);
  return info != nullptr ? std::string(info->name) : oid.to_dotted();
}

std::string oid_name_and_dotted(Oid oid) {
  const OidInfo* info = find_oid(oid);
  if (info == nullptr) return oid.to_dotted();
  return std::string(info->name) + " (" + oid.to_dotted() + ")";
}

std::optional<OwnedOid> parse_oid(std::string_view text) {
  const std::string_view typed = trim(text);
  if (const OidInfo* info = find_oid_by_name(typed)) return OwnedOid(info->oid);
  return OwnedOid::from_dotted(typed);
}

}  // namespace pki::asn1
