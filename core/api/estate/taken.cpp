#include "api/estate/taken.h"

#include "api/estate/estate_json.h"
#include "api/params.h"
#include "api/tenant/members.h"
#include "api/tenant/tenant_answer.h"
#include "estate/rules.h"

namespace pki::api {

using json::ObjectReader;

Result<Taken> take_both(ObjectReader& params) {
  const SharedCertificates sharing;
  PKI_TRY(cloudpki::tenant::Tenant tenant, take_tenant(params));
  PKI_TRY(const json::Value value, params.required("estate"));
  PKI_TRY(estate::Estate read, read_estate(value));
  return Taken{std::move(tenant), std::move(read)};
}

Result<Pair> take_pair(ObjectReader& params, const Taken& taken) {
  PKI_TRY(const std::string device, required_text(params, "device"));
  PKI_TRY(const std::string service, required_text(params, "service"));
  const cloudpki::fleet::Device* found_device = cloudpki::fleet::find_device(taken.tenant.fleet, device);
  if (found_device == nullptr) {
    return Finding{&estate::rules::kNoSuch, {}, {{"kind", "device"}, {"name", device}}};
  }
  const estate::Service* found_service = estate::find_service(taken.estate, service);
  if (found_service == nullptr) {
    return Finding{&estate::rules::kNoSuch, {}, {{"kind", "service"}, {"name", service}}};
  }
  return Pair{found_device->id, found_service->id};
}

}  // namespace pki::api
