#pragma once
// The methods: one row each, with their documentation. `about`, the command line's help and docs/api.md are made from
// these rows, and the dispatcher refuses parameters that no row lists.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "json/reader.h"

namespace pki::api {

using json::Json;

enum class Presence : std::uint8_t { Required, Optional };

/// One parameter of a method.
struct ParamRow {
  std::string_view name;
  /// In the terms of docs/api.md: "Source", "[Source]", "Time", "text", "true/false".
  std::string_view type;
  Presence presence = Presence::Required;
  /// One sentence without the full stop.
  std::string_view summary;
};

/// One method.
struct Method {
  std::string_view name;
  /// One sentence without the full stop: what it does.
  std::string_view summary;
  /// Its parameters, in groups: its own, and those that it shares with others.
  std::span<const std::span<const ParamRow>> params;
  /// Makes the result. Every parameter that it is given is listed above, and those that are required are there.
  Result<Json> (*handler)(json::ObjectReader& params);
};

/// The parameters of all groups, in order.
std::vector<ParamRow> all_params(const Method& method);

/// All methods, in the order of docs/api.md.
std::span<const Method> methods();

/// The method of this name, or null.
const Method* find_method(std::string_view name);

// One table for each area, beside its handlers in method_<area>.cpp.
std::span<const Method> about_methods();
std::span<const Method> profile_methods();
std::span<const Method> inspect_methods();
std::span<const Method> look_methods();
std::span<const Method> key_methods();
std::span<const Method> issue_methods();
std::span<const Method> crl_methods();
std::span<const Method> csr_methods();
std::span<const Method> csr_sign_methods();
std::span<const Method> csr_match_methods();
std::span<const Method> chain_methods();
std::span<const Method> relying_methods();
std::span<const Method> chain_what_if_methods();
std::span<const Method> chain_report_methods();
std::span<const Method> byoca_methods();
std::span<const Method> scep_methods();
std::span<const Method> scep_answer_methods();
std::span<const Method> tls_methods();
std::span<const Method> hierarchy_methods();
std::span<const Method> pile_methods();
std::span<const Method> example_methods();
std::span<const Method> tenant_methods();
std::span<const Method> tenant_ca_methods();
std::span<const Method> tenant_leaf_methods();
std::span<const Method> fleet_methods();
std::span<const Method> private_pki_methods();
std::span<const Method> estate_methods();
std::span<const Method> estate_talk_methods();
std::span<const Method> estate_handshake_methods();
std::span<const Method> estate_pack_methods();
std::span<const Method> lab_methods();
std::span<const Method> workspace_methods();

}  // namespace pki::api
