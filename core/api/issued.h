#pragma once
// What was issued, as JSON (docs/api.md: Issued).

#include "base/finding.h"
#include "base/result.h"
#include "base/time.h"
#include "json/json.h"

namespace pki::api {

/// {certificate, findings} of a certificate that was just made. Fails only if we wrote what we cannot read.
Result<json::Json> describe_issued(ByteVector der, const Findings& findings, Time now);

}  // namespace pki::api
