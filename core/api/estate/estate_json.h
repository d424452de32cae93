#pragma once
// An estate as JSON (docs/api.md: Estate): the whole of it, so that it can be handed back with the next request.
// Private keys stand in members that are called private_key, where the page's vault finds them.

#include "estate/change.h"
#include "json/reader.h"

namespace pki::api {

/// How many services, changed devices and certificates in one store an estate may have.
inline constexpr std::size_t kMostServices = 200;
inline constexpr std::size_t kMostChangedDevices = 10'000;
inline constexpr std::size_t kMostInStore = 1000;

json::Json write_estate(const estate::Estate& estate);

/// Reads what write_estate wrote, and whether it holds together. Rules: api.param.*, api.key.*, asn1.*, crypto.key.*,
/// estate.damaged, cloudpki.private.damaged.
Result<estate::Estate> read_estate(const json::Value& value);

/// {kind, holder, certificate, word, number}; what is empty is left out.
json::Json write_change(const estate::Change& change);
/// Rules: api.param.*, asn1.*.
Result<estate::Change> read_change(const json::Value& value);

}  // namespace pki::api
