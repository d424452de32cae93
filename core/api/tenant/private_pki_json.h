#pragma once
// A private PKI as JSON (docs/api.md: PrivatePki), with its private keys in members called private_key.

#include "cloudpki/private_pki/private_pki.h"
#include "json/reader.h"

namespace pki::api {

json::Json write_private_pki(const cloudpki::private_pki::PrivatePki& pki);

/// Reads what write_private_pki wrote. Rules: api.param.*, api.key.*, asn1.*, cloudpki.private.damaged.
Result<cloudpki::private_pki::PrivatePki> read_private_pki(const json::Value& value);

/// What differs from `settings`. Rules: api.param.*.
Status read_ca_settings(const json::Value& value, cloudpki::private_pki::CaSettings& settings);

}  // namespace pki::api
