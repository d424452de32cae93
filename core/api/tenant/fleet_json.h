#pragma once
// Users, devices, groups and profiles as JSON (docs/api.md: Fleet).

#include "cloudpki/fleet/model.h"
#include "json/reader.h"

namespace pki::api {

json::Json write_fleet(const cloudpki::fleet::Fleet& fleet);

/// Reads what write_fleet wrote; whether it holds together is for the tenant's reader. Rules: api.param.*, asn1.*.
Result<cloudpki::fleet::Fleet> read_fleet(const json::Value& value);

// Single objects, as they stand in a Fleet and in the parameters that make them. An id may be left out there.
Result<cloudpki::fleet::User> read_user(const json::Value& value);
Result<cloudpki::fleet::Device> read_device(const json::Value& value);
Result<cloudpki::fleet::Group> read_group(const json::Value& value);
Result<cloudpki::fleet::TrustedProfile> read_trusted_profile(const json::Value& value);
Result<cloudpki::fleet::ScepProfile> read_scep_profile(const json::Value& value);
json::Json write_user(const cloudpki::fleet::User& user);
json::Json write_device(const cloudpki::fleet::Device& device);
json::Json write_group(const cloudpki::fleet::Group& group);
json::Json write_trusted_profile(const cloudpki::fleet::TrustedProfile& profile);
json::Json write_scep_profile(const cloudpki::fleet::ScepProfile& profile);

/// {years, months, days}; those that are 0 are left out.
json::Json write_span(const ca::CalendarSpan& span);
Result<ca::CalendarSpan> read_span(const json::Value& value);

}  // namespace pki::api
