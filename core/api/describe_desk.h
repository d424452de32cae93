#pragma once
// What the BYOCA desk says, as JSON (docs/api.md: Desk).

#include "cloudpki/byoca/desk.h"
#include "json/json.h"

namespace pki::api {

/// A Desk of this report on that input. What was dropped and is of no use at a desk is not in it.
json::Json describe_desk(const cloudpki::byoca::DeskInput& input, const cloudpki::byoca::DeskReport& report);

}  // namespace pki::api
