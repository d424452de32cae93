#pragma once
// One object of a file as JSON (docs/api.md: inspect).

#include <optional>

#include "base/time.h"
#include "formats/item.h"
#include "json/json.h"

namespace pki::api {

/// {kind, name, label, origin, range, description, der}. An object that cannot be read has no description, and its
/// finding is added to `findings`. Of a private key `private_key` (PEM) stands instead of `der`.
json::Json describe_item(const formats::Item& item, std::optional<Time> now, Findings& findings);

}  // namespace pki::api
