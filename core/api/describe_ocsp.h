#pragma once
// An OCSP response as JSON (docs/api.md: OcspResponse).

#include <optional>
#include <string>

#include "base/time.h"
#include "json/json.h"
#include "x509/ocsp_response.h"

namespace pki::api {

/// How many answers of a response are described; those beyond are only counted.
inline constexpr std::size_t kMostOcspAnswers = 100;

/// An OcspResponse. Nothing is judged but what `now` says of its times.
json::Json describe(const x509::OcspResponse& response, std::optional<Time> now);

/// What the response is called in a list: "OCSP response of Lab Responder".
std::string ocsp_response_title(const x509::OcspResponse& response);

}  // namespace pki::api
