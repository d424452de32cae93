#pragma once
// A device gets its certificate: what the profile asks for on this device, the request that the device makes, and what
// the registration authority compares it with.

#include <string>
#include <vector>

#include "cloudpki/fleet/model.h"
#include "cloudpki/tenant/leaves.h"
#include "cloudpki/tenant/model.h"
#include "x509/request.h"

namespace pki::cloudpki::fleet {

/// A SCEP profile as a device gets it: its variables replaced, its URL filled in.
struct Delivered {
  const ScepProfile* profile = nullptr;
  const Device* device = nullptr;
  /// Null for a device without user.
  const User* user = nullptr;
  x509::NameInput subject;
  std::vector<x509::GeneralNameInput> alternative_names;
  std::string url;
  /// Goes into the request as its challengePassword: the service finds by it what it has delivered. Its real form is
  /// not documented but as "encrypted and signed"; here it is a digest.
  std::string challenge;
};

/// The profile for this device, or why there is none: what the form would refuse, what has no value, what did not reach
/// the device. Rules: cloudpki.scep.*.
Result<Delivered> deliver(const tenant::Tenant& tenant, const Fleet& fleet, const ScepProfile& profile,
                          const Device& device);

/// The key that the device makes: RSA of the profile's size, 2048 where none is configured. Rule: crypto.random.failed.
Result<crypto::PrivateKey> make_device_key(const Delivered& delivered);

/// The request of the device: subject, alternative names, key usage, purposes, and the challenge. Rules: ca.*,
/// crypto.*.
Result<ByteVector> make_device_request(const Delivered& delivered, const crypto::PrivateKey& key);

/// The validation step: the request has a proof of possession, the challenge that was delivered, and the subject and
/// alternative names of the profile. Rules: cloudpki.scep.challenge_mismatch, ca.request.proof_of_possession.
Status validate_request(const Delivered& delivered, const x509::Request& request);

/// What the CA is asked to issue for a request that was validated.
tenant::LeafOrder leaf_order(const Delivered& delivered, const x509::Request& request);

}  // namespace pki::cloudpki::fleet
