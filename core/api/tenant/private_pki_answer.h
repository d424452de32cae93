#pragma once
// What every method that makes or shows a private PKI shares.

#include "cloudpki/private_pki/private_pki.h"
#include "json/json.h"

namespace pki::api {

/// {private_pki, view}: the PKI to be handed in with the next request, and what it looks like and publishes at `now`.
/// Rules: those of private_pki::publish.
Result<json::Json> private_pki_answer(const cloudpki::private_pki::PrivatePki& pki, Time now);

}  // namespace pki::api
