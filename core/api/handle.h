#pragma once
// The only door into the core: one request in, one answer out. docs/api.md describes both.

#include <string>
#include <string_view>

namespace pki::api {

/// Handles one request, a JSON text {"id", "method", "params"}, and returns one line of JSON (UTF-8): {"id", "ok":
/// true, "result"} or {"id", "ok": false, "error"}, where `error` is a finding; `notes`, where there are any, are
/// findings about the parameters. Any octets may come in; an answer always comes out. A pure function but for the
/// random source in force (crypto/random.h): no clock, no state between calls.
std::string handle(std::string_view request);

}  // namespace pki::api
