#pragma once
// Estates for tests: a tenant of either model whose devices of four platforms have checked in, and services.

#include <memory>
#include <string>
#include <vector>

#include "cloudpki/fleet/model.h"
#include "estate/change.h"
#include "estate/conversation.h"
#include "estate/create.h"
#include "lab.h"

namespace pki::test {

namespace fleet = cloudpki::fleet;
namespace private_pki = cloudpki::private_pki;
using estate::ChangeKind;
using estate::Estate;
using estate::Outcome;
using estate::ServiceKind;

enum class Model : std::uint8_t { CloudRoot, Byoca };

/// The platforms of EstateLab's devices, one device each.
inline constexpr fleet::Platform kPlatforms[] = {fleet::Platform::Windows, fleet::Platform::Ios, fleet::Platform::MacOs,
                                                 fleet::Platform::AndroidManaged};
/// The name of that device.
std::string device_on(fleet::Platform platform);

struct EstateLab {
  Tenant tenant;
  Estate estate;

  /// With one service of each of these kinds.
  EstateLab(Model model, std::vector<ServiceKind> services);

  /// The certificates of the only issuing CA's chain, root first, and of the servers' PKI.
  std::vector<x509::CertificatePtr> client_chain() const;
  std::vector<x509::CertificatePtr> server_chain() const { return estate::server_chain(estate); }

  /// Changes the estate; the test ends where that fails. The holder is a device's or a service's name or id.
  void change(ChangeKind kind, const std::string& holder, const x509::CertificatePtr& certificate = {},
              const std::string& word = {});

  /// The conversation of a device (name) with a service (name or the only one).
  estate::Conversation talk(const std::string& device, const std::string& service = {}) const;
  /// Whether it works.
  bool works(const std::string& device, const std::string& service = {}) const {
    return talk(device, service).outcome == Outcome::Works;
  }
};

/// The id of the fault for which a side refuses; "" where it accepts or did not judge.
std::string fault_of(const estate::VerdictPtr& verdict);

}  // namespace pki::test
