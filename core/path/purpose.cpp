#include "path/purpose.h"

#include <algorithm>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "base/assert.h"
#include "base/text.h"
#include "x509/extensions/key_usage.h"

namespace pki::path {
namespace {

using x509::KeyUsageBit;
namespace oids = asn1::oids;

// id-kp-ipsecIKE (RFC 4945 5.1.3.12), and the "IP security IKE intermediate" that Microsoft writes in its place.
constexpr asn1::Oid kIkeIntermediate = asn1::make_oid<1, 3, 6, 1, 5, 5, 8, 2, 2>();

constexpr asn1::Oid kTlsServer[] = {oids::kServerAuth};
constexpr asn1::Oid kTlsClient[] = {oids::kClientAuth};
constexpr asn1::Oid kEmail[] = {oids::kEmailProtection};
constexpr asn1::Oid kCodeSigning[] = {oids::kCodeSigning};
constexpr asn1::Oid kTimeStamping[] = {oids::kTimeStamping};
constexpr asn1::Oid kOcspSigning[] = {oids::kOcspSigning};
constexpr asn1::Oid kIpsecIke[] = {oids::kIpsecIke, kIkeIntermediate};
constexpr asn1::Oid kSmartCardLogon[] = {oids::kSmartCardLogon};

constexpr std::uint32_t bit(KeyUsageBit which) { return 1U << static_cast<unsigned>(which); }
constexpr std::uint32_t kSigns = bit(KeyUsageBit::DigitalSignature);
constexpr std::uint32_t kSignsOrCommits = kSigns | bit(KeyUsageBit::NonRepudiation);
constexpr std::uint32_t kAgrees = bit(KeyUsageBit::KeyAgreement);
constexpr std::uint32_t kEnciphers = bit(KeyUsageBit::KeyEncipherment);

constexpr PurposeInfo kPurposes[] = {
    {.purpose = Purpose::Any, .name = "any", .title = "Any purpose", .source = "RFC 5280 6.1"},
    {.purpose = Purpose::TlsServer,
     .name = "tls-server",
     .title = "TLS server",
     .key_purposes = kTlsServer,
     .key_usage = kSigns | kEnciphers | kAgrees,
     .source = "RFC 5280 4.2.1.12"},
    {.purpose = Purpose::TlsClient,
     .name = "tls-client",
     .title = "TLS client, EAP-TLS",
     .key_purposes = kTlsClient,
     .key_usage = kSigns | kAgrees,
     .source = "RFC 5280 4.2.1.12"},
    {.purpose = Purpose::Email,
     .name = "email",
     .title = "E-mail (S/MIME)",
     .key_purposes = kEmail,
     .key_usage = kSignsOrCommits | kEnciphers | kAgrees,
     .source = "RFC 8550 4.4.4"},
    {.purpose = Purpose::CodeSigning,
     .name = "code-signing",
     .title = "Code signing",
     .key_purposes = kCodeSigning,
     .key_usage = kSigns,
     .source = "RFC 5280 4.2.1.12"},
    {.purpose = Purpose::TimeStamping,
     .name = "time-stamping",
     .title = "Time stamping",
     .key_purposes = kTimeStamping,
     .key_purpose_rule = KeyPurposeRule::MustBeTheOnlyCritical,
     .key_usage = kSignsOrCommits,
     .source = "RFC 3161 2.3"},
    {.purpose = Purpose::OcspSigning,
     .name = "ocsp-signing",
     .title = "OCSP signing",
     .key_purposes = kOcspSigning,
     .key_purpose_rule = KeyPurposeRule::MustBeNamed,
     .nesting = Nesting::NotAsked,  // issuers of TLS certificates delegate to OCSP signers
     .key_usage = kSignsOrCommits,
     .source = "RFC 6960 4.2.2.2"},
    {.purpose = Purpose::IpsecIke,
     .name = "ipsec-ike",
     .title = "IPsec (IKE)",
     .key_purposes = kIpsecIke,
     .key_usage = kSignsOrCommits,
     .source = "RFC 4945 5.1.3"},
    {.purpose = Purpose::SmartCardLogon,
     .name = "smart-card-logon",
     .title = "Smart card logon (Windows)",
     .key_purposes = kSmartCardLogon,
     .key_purpose_rule = KeyPurposeRule::MustBeNamed,
     .key_usage = kSigns,
     .source = "MS-PKCA 3.1.5.2.1"},
};

bool names_key_purpose(const PurposeInfo& info, const asn1::Oid& oid) {
  return std::find(info.key_purposes.begin(), info.key_purposes.end(), oid) != info.key_purposes.end();
}

}  // namespace

std::span<const PurposeInfo> all_purposes() { return kPurposes; }

const PurposeInfo& purpose_info(Purpose purpose) {
  const auto index = static_cast<std::size_t>(purpose);
  PKI_ASSERT(index < std::size(kPurposes) && kPurposes[index].purpose == purpose);
  return kPurposes[index];
}

std::optional<Purpose> purpose_from_name(std::string_view name) {
  for (const PurposeInfo& info : kPurposes) {
    if (equal_ignoring_ascii_case(name, info.name) || equal_ignoring_ascii_case(name, info.title)) {
      return info.purpose;
    }
  }
  const std::optional<asn1::OwnedOid> oid = asn1::parse_oid(name);
  if (!oid) return std::nullopt;
  for (const PurposeInfo& info : kPurposes) {
    if (names_key_purpose(info, oid->view())) return info.purpose;
  }
  return std::nullopt;
}

}  // namespace pki::path
