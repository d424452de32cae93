#pragma once
// The strength that a relying party asks for, from JSON.

#include "json/reader.h"
#include "path/strength.h"

namespace pki::api {

/// Reads "default" or "legacy", or an object that changes one of them: {base, min_rsa_bits, max_rsa_bits,
/// min_rsa_exponent, max_rsa_exponent_bits, min_dsa_bits (null: no DSA), curves: [names], hashes: [names],
/// unknown: "refuse"/"accept"}. Rules: api.param.*.
Result<path::StrengthPolicy> read_strength(const json::Value& value);

}  // namespace pki::api
