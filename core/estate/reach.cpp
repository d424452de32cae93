#include "estate/reach.h"

#include "relying/profile.h"

namespace pki::estate {
namespace {

using repository::Follow;

Follow reachable(const relying::RelyingParty& party, Routes routes) {
  const Follow follow = relying::follow_of(party);
  const bool issuers = repository::follows_issuers(follow) && routes.aia;
  const bool crls = repository::follows_crls(follow) && routes.crl;
  if (issuers) return crls ? Follow::All : Follow::Issuers;
  return crls ? Follow::Crls : Follow::Off;
}

}  // namespace

Follow reach_of(const DeviceView& device, const ServiceView& service) {
  return service.kind->talk == Talk::Eap ? Follow::Off : reachable(*device.party, device.routes);
}

Follow reach_of(const ServiceView& service) { return reachable(*service.party, service.service->routes); }

}  // namespace pki::estate
