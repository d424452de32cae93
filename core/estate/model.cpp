#include "estate/model.h"

#include <algorithm>
#include <array>

#include "base/encoding.h"

namespace pki::estate {
namespace {

using System = ServiceKindRow::System;

constexpr std::array kKinds = {
    ServiceKindRow{ServiceKind::Nps, "nps", "Wi-Fi with NPS", Talk::Eap, "nps", System::Windows},
    ServiceKindRow{ServiceKind::FreeRadius, "freeradius", "Wi-Fi with FreeRADIUS", Talk::Eap, "freeradius",
                   System::Other},
    ServiceKindRow{ServiceKind::VpnGateway, "vpn", "VPN gateway (Windows RRAS)", Talk::Tls, "windows", System::Windows},
    ServiceKindRow{ServiceKind::Iis, "iis", "Web server (IIS)", Talk::Tls, "windows", System::Windows},
    ServiceKindRow{ServiceKind::Nginx, "nginx", "Web server (nginx)", Talk::Tls, "nginx", System::Other},
    ServiceKindRow{ServiceKind::Apache, "apache", "Web server (Apache)", Talk::Tls, "apache", System::Other},
    ServiceKindRow{ServiceKind::EntraCba, "entra-cba", "Microsoft Entra CBA", Talk::SignIn, "entra-cba", System::Cloud},
    ServiceKindRow{ServiceKind::Website, "website", "A TLS site that users visit", Talk::Visit, "", System::Other},
};

template <typename List>
auto find_in(List& services, std::string_view id_or_name) -> decltype(services.data()) {
  const auto by_id =
      std::find_if(services.begin(), services.end(), [&](const Service& service) { return service.id == id_or_name; });
  if (by_id != services.end()) return &*by_id;
  const auto named = [&](const Service& service) { return service.name == id_or_name; };
  if (std::count_if(services.begin(), services.end(), named) != 1) return nullptr;
  return &*std::find_if(services.begin(), services.end(), named);
}

}  // namespace

std::span<const ServiceKindRow> service_kinds() { return kKinds; }

const ServiceKindRow& kind_row(ServiceKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::string_view membership_name(Service::Membership membership) {
  return membership == Service::Membership::Domain ? "domain" : "standalone";
}

std::string_view revocation_demand_name(RevocationDemand demand) {
  switch (demand) {
    case RevocationDemand::AsProduct:
      return "as-product";
    case RevocationDemand::Off:
      return "off";
    case RevocationDemand::Required:
      break;
  }
  return "required";
}

std::string_view crl_supply_name(CrlSupply supply) {
  switch (supply) {
    case CrlSupply::None:
      return "none";
    case CrlSupply::Job:
      return "job";
    case CrlSupply::Files:
      break;
  }
  return "files";
}

std::string_view accounts_name(Accounts accounts) {
  return accounts == Accounts::ActiveDirectory ? "active-directory" : "none";
}

std::string_view sending_name(Sending sending) {
  switch (sending) {
    case Sending::AsPlatform:
      return "as-platform";
    case Sending::LeafAlone:
      return "leaf-alone";
    case Sending::WithIntermediates:
      break;
  }
  return "with-intermediates";
}

std::string_view talk_name(Talk talk) {
  switch (talk) {
    case Talk::Eap:
      return "eap";
    case Talk::Tls:
      return "tls";
    case Talk::SignIn:
      return "sign-in";
    case Talk::Visit:
      break;
  }
  return "visit";
}

std::string fingerprint_of(const x509::Certificate& certificate) { return to_hex(certificate.fingerprint()); }

const Service* find_service(const Estate& estate, std::string_view id_or_name) {
  return find_in(estate.services, id_or_name);
}
Service* find_service(Estate& estate, std::string_view id_or_name) { return find_in(estate.services, id_or_name); }

const DeviceChange* find_change(const Estate& estate, std::string_view device) {
  const auto found = std::find_if(estate.devices.begin(), estate.devices.end(),
                                  [&](const DeviceChange& change) { return change.device == device; });
  return found == estate.devices.end() ? nullptr : &*found;
}

DeviceChange& change_of(Estate& estate, std::string_view device) {
  const auto found = std::find_if(estate.devices.begin(), estate.devices.end(),
                                  [&](const DeviceChange& change) { return change.device == device; });
  if (found != estate.devices.end()) return *found;
  estate.devices.push_back({.device = std::string(device)});
  return estate.devices.back();
}

}  // namespace pki::estate
