#pragma once
// The tenant, the estate, and the device and service in it that a request is about.

#include <string>

#include "cloudpki/tenant/model.h"
#include "estate/model.h"
#include "json/reader.h"

namespace pki::api {

struct Taken {
  cloudpki::tenant::Tenant tenant;
  estate::Estate estate;
};
/// `tenant` and `estate` of the parameters. Rules: those of take_tenant and read_estate.
Result<Taken> take_both(json::ObjectReader& params);

/// A device and a service, as ids.
struct Pair {
  std::string device;
  std::string service;
};
/// `device` and `service` of the parameters, each an id or a name. Rule: estate.no_such.
Result<Pair> take_pair(json::ObjectReader& params, const Taken& taken);

}  // namespace pki::api
