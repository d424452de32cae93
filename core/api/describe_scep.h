#pragma once
// SCEP messages as JSON, layer by layer (docs/api.md: ScepMessage).

#include <optional>

#include "base/time.h"
#include "json/json.h"
#include "scep/ca_certificates.h"
#include "scep/capabilities.h"
#include "scep/reply.h"
#include "scep/request.h"

namespace pki::api {

/// A ScepMessage of a request, or of a reply.
json::Json describe(const scep::OpenedRequest& opened, std::optional<Time> now);
json::Json describe(const scep::OpenedReply& opened, std::optional<Time> now);

/// [{id, title, question, citation, layer, outcome, note, findings}].
json::Json describe(const std::vector<scep::CheckRow>& rows);

/// {text, rows: [{keyword, meaning, announced}], unknown, findings}.
json::Json describe(const scep::Capabilities& capabilities, std::string_view text);

/// {form, media_type, certificates: [Certificate], recipient: index or null, findings}.
json::Json describe(const scep::CaCertificates& answer, std::optional<Time> now);

}  // namespace pki::api
