#pragma once
// The report of a chain check as JSON (docs/api.md: Report).

#include "json/json.h"
#include "path/builder.h"

namespace pki::api {

/// A Report of the answer to `question`.
json::Json describe(const path::Report& report, const path::PathQuestion& question);

/// The certificates of a Report of the answer to `question`, numbered.
json::Json describe_certificates(const path::PathQuestion& question);

/// The number among them of the certificate that the headline is about; null where there is none.
json::Json headline_certificate(const path::Report& report, const path::PathQuestion& question);

/// The verdict in one sentence: "Not accepted: «Lab Issuing»: the certificate expired at … (RFC 5280 6.1.3 (a)(2))."
std::string report_sentence(const path::Report& report);

/// Why the report is not accepted, as part of a sentence: "«Lab Issuing»: the certificate expired at … (RFC 5280 …)".
std::string report_reason(const path::Report& report);

}  // namespace pki::api
