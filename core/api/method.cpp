#include "api/method.h"

#include <algorithm>

namespace pki::api {
namespace {

using Group = std::span<const Method> (*)();
// In the order of docs/api.md.
constexpr Group kGroups[] = {
    about_methods,
    profile_methods,
    inspect_methods,
    look_methods,
    key_methods,
    issue_methods,
    crl_methods,
    csr_methods,
    csr_sign_methods,
    csr_match_methods,
    chain_methods,
    chain_what_if_methods,
    chain_report_methods,
    relying_methods,
    byoca_methods,
    scep_methods,
    scep_answer_methods,
    tls_methods,
    hierarchy_methods,
    pile_methods,
    example_methods,
    tenant_methods,
    tenant_ca_methods,
    tenant_leaf_methods,
    fleet_methods,
    private_pki_methods,
    estate_methods,
    estate_talk_methods,
    estate_handshake_methods,
    estate_pack_methods,
    lab_methods,
    workspace_methods,
};

std::vector<Method> all_methods() {
  std::vector<Method> all;
  for (const Group group : kGroups) all.insert(all.end(), group().begin(), group().end());
  return all;
}

}  // namespace

std::vector<ParamRow> all_params(const Method& method) {
  std::vector<ParamRow> all;
  for (const std::span<const ParamRow> group : method.params) all.insert(all.end(), group.begin(), group.end());
  return all;
}

std::span<const Method> methods() {
  static const std::vector<Method> kMethods = all_methods();
  return kMethods;
}

const Method* find_method(std::string_view name) {
  const auto all = methods();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Method& m) { return m.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace pki::api
