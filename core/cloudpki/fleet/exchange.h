#pragma once
// The SCEP exchange between a device and the registration authority of an issuing CA (RFC 8894): GetCACaps, GetCACert,
// PKIOperation. Every message is really made, sent as octets, opened and checked by the other side.

#include <string>
#include <string_view>
#include <vector>

#include "cloudpki/fleet/enrolment.h"
#include "cloudpki/fleet/model.h"
#include "cloudpki/tenant/model.h"

namespace pki::cloudpki::fleet {

/// What one of the two sent.
struct ExchangeMessage {
  /// "GetCACaps", "GetCACert", "PKCSReq", "RenewalReq", "CertRep".
  std::string_view operation;
  enum class Sender : std::uint8_t { Device, Authority } sender = Sender::Device;
  ByteVector octets;
  /// The key (PKCS#8) that opens its envelope, for a lesson's sake; empty where there is none.
  crypto::SecretBytes opened_by = {};
};

/// An exchange: the messages as far as they went, and what came of it.
struct Exchange {
  std::vector<ExchangeMessage> messages;
  /// Null where no certificate was issued.
  x509::CertificatePtr certificate;
  /// Why, then: of the registration authority or of the device.
  std::optional<Finding> refusal;
};

/// What the device sends: the request, and the keys that go with it.
struct DeviceSide {
  const Delivered& delivered;
  /// The key of the request.
  const crypto::PrivateKey& key;
  /// DER.
  const ByteVector& request;
  /// The certificate that is renewed, with its key; null: this is the first.
  const Identity* current = nullptr;
};

/// Plays the exchange at the tenant's clock; the CA's leaf is among the tenant's then. What either side refuses is told
/// in the exchange; it fails itself only where a message cannot be made (crypto.*, cms.*).
Result<Exchange> exchange(tenant::Tenant& tenant, const tenant::Ca& ca, const tenant::CaVersion& version,
                          const DeviceSide& device);

}  // namespace pki::cloudpki::fleet
