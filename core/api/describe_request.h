#pragma once
// A certificate signing request as JSON (docs/api.md: Request).

#include <string>

#include "base/result.h"
#include "json/json.h"
#include "x509/request.h"

namespace pki::api {

/// A Request. The proof of possession is checked.
json::Json describe(const x509::Request& request);

/// {ok, finding}: whether the signature of the request fits its own key.
json::Json describe_proof(const Status& proof);

/// What the request is called in a list.
std::string request_title(const x509::Request& request);

}  // namespace pki::api
