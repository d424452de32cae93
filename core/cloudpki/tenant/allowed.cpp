#include "cloudpki/tenant/allowed.h"

#include <array>

#include "asn1/oids.h"

namespace pki::cloudpki::tenant {

std::span<const int> root_validity_years() {
  static constexpr std::array kYears = {5, 10, 15, 20, 25};
  return kYears;
}

std::span<const int> issuing_validity_years() {
  static constexpr std::array kYears = {2, 4, 6, 8, 10};
  return kYears;
}

std::span<const crypto::KeySpec> ca_key_specs() {
  static constexpr std::array kSpecs = {crypto::KeySpec::Rsa2048, crypto::KeySpec::Rsa3072, crypto::KeySpec::Rsa4096};
  return kSpecs;
}

crypto::HashAlgorithm ca_hash(crypto::KeySpec key) {
  switch (key) {
    case crypto::KeySpec::Rsa2048:
      return crypto::HashAlgorithm::Sha256;
    case crypto::KeySpec::Rsa3072:
      return crypto::HashAlgorithm::Sha384;
    case crypto::KeySpec::Rsa4096:
    case crypto::KeySpec::P256:
    case crypto::KeySpec::P384:
    case crypto::KeySpec::P521:
      break;
  }
  return crypto::HashAlgorithm::Sha512;
}

std::span<const PurposeChoice> purpose_choices() {
  namespace oids = asn1::oids;
  static constexpr std::array kChoices = {
      PurposeChoice{"Smart card logon", oids::kSmartCardLogon},
      PurposeChoice{"Server auth", oids::kServerAuth},
      PurposeChoice{"Client auth", oids::kClientAuth},
      PurposeChoice{"Code signing", oids::kCodeSigning},
      PurposeChoice{"Email protection", oids::kEmailProtection},
      PurposeChoice{"IPsec end system", oids::kIpsecEndSystem},
      PurposeChoice{"IPsec tunnel", oids::kIpsecTunnel},
      PurposeChoice{"IPsec user", oids::kIpsecUser},
      PurposeChoice{"Time stamping", oids::kTimeStamping},
      PurposeChoice{"OCSP signing", oids::kOcspSigning},
  };
  return kChoices;
}

}  // namespace pki::cloudpki::tenant
