#pragma once
// A handshake as JSON (docs/api.md: Handshake).

#include <optional>

#include "base/time.h"
#include "json/json.h"
#include "tls/handshake.h"

namespace pki::api {

/// A Handshake; `now` as in describe(Certificate).
json::Json describe(const tls::Handshake& handshake, std::optional<Time> now);

}  // namespace pki::api
