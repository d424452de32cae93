#include "ca/profile.h"

#include <array>

#include "asn1/oids.h"
#include "x509/extensions/key_usage.h"

namespace pki::ca {

using asn1::Oid;
using crypto::KeySpec;
using x509::KeyUsageBit;
namespace oids = asn1::oids;

namespace {

constexpr std::uint32_t bits(std::initializer_list<KeyUsageBit> list) {
  std::uint32_t sum = 0;
  for (const KeyUsageBit bit : list) sum |= std::uint32_t{1} << static_cast<unsigned>(bit);
  return sum;
}

constexpr std::uint32_t kCaSigns = bits({KeyUsageBit::KeyCertSign, KeyUsageBit::CrlSign});
constexpr std::uint32_t kCaSignsAndAnswers =
    bits({KeyUsageBit::DigitalSignature, KeyUsageBit::KeyCertSign, KeyUsageBit::CrlSign});
constexpr std::uint32_t kSigns = bits({KeyUsageBit::DigitalSignature});
constexpr std::uint32_t kSignsAndEnciphers = bits({KeyUsageBit::DigitalSignature, KeyUsageBit::KeyEncipherment});
constexpr std::uint32_t kSignsAndAgrees = bits({KeyUsageBit::DigitalSignature, KeyUsageBit::KeyAgreement});

constexpr std::array kRootKeys = {KeySpec::Rsa4096, KeySpec::P384,    KeySpec::P521,
                                  KeySpec::P256,    KeySpec::Rsa3072, KeySpec::Rsa2048};
constexpr std::array kCaKeys = {KeySpec::Rsa3072, KeySpec::P384,    KeySpec::P256,
                                KeySpec::P521,    KeySpec::Rsa4096, KeySpec::Rsa2048};
constexpr std::array kLeafKeys = {KeySpec::Rsa2048, KeySpec::P256,    KeySpec::P384,
                                  KeySpec::P521,    KeySpec::Rsa3072, KeySpec::Rsa4096};
// Microsoft Cloud PKI has RSA only.
constexpr std::array kCloudKeys = {KeySpec::Rsa4096, KeySpec::Rsa3072, KeySpec::Rsa2048};
constexpr std::array kByocaKeys = {KeySpec::Rsa2048, KeySpec::Rsa3072, KeySpec::Rsa4096};

constexpr std::array kServer = {oids::kServerAuth};
constexpr std::array kClient = {oids::kClientAuth};
constexpr std::array kServerAndClient = {oids::kServerAuth, oids::kClientAuth};
constexpr std::array kCode = {oids::kCodeSigning};
constexpr std::array kEmail = {oids::kEmailProtection};
// What a Cloud PKI root carries with every purpose ticked, in the order that was seen.
constexpr std::array kCloudRoot = {
    oids::kSmartCardLogon, oids::kServerAuth,  oids::kClientAuth, oids::kCodeSigning,  oids::kEmailProtection,
    oids::kIpsecEndSystem, oids::kIpsecTunnel, oids::kIpsecUser,  oids::kTimeStamping, oids::kOcspSigning};

constexpr std::array kNamed = {oids::kCommonName};
// "Configure Microsoft Cloud PKI - Bring your own CA": the attributes of certificates used for BYOCA signing.
constexpr std::array kByocaAttributes = {
    oids::kCommonName, oids::kOrganization, oids::kOrganizationalUnit, oids::kLocality,     oids::kState,
    oids::kCountry,    oids::kTitle,        oids::kSerialNumber,       oids::kEmailAddress, oids::kDomainComponent,
    oids::kStreet,     oids::kGivenName,    oids::kInitials,           oids::kPostalCode,   oids::kDnQualifier};

constexpr CalendarSpan years(int count) { return {.years = count}; }

constexpr std::array kProfiles = {
    Profile{
        .id = "root-ca",
        .title = "Root CA",
        .description = "The trust anchor of a hierarchy: self-signed, long lived, kept offline. It signs "
                       "CAs and its CRL, nothing else.",
        .ca = true,
        .self_signed = true,
        .key_usage_rsa = kCaSigns,
        .key_usage_ec = kCaSigns,
        .key_specs = kRootKeys,
        .validity = years(20),
        .subject_required = kNamed,
        .san = SanRule::None,
    },
    Profile{
        .id = "subordinate-ca",
        .title = "Subordinate CA",
        .description = "A CA below a root that may have further CAs below itself: no path length limit "
                       "of its own.",
        .ca = true,
        .key_usage_rsa = kCaSignsAndAnswers,
        .key_usage_ec = kCaSignsAndAnswers,
        .key_specs = kCaKeys,
        .validity = years(10),
        .subject_required = kNamed,
        .san = SanRule::None,
    },
    Profile{
        .id = "issuing-ca",
        .title = "Issuing CA",
        .description = "A CA that issues to people, devices and servers, and has no CA below it (path "
                       "length 0).",
        .ca = true,
        .path_length = 0,
        .key_usage_rsa = kCaSignsAndAnswers,
        .key_usage_ec = kCaSignsAndAnswers,
        .key_specs = kCaKeys,
        .validity = years(10),
        .subject_required = kNamed,
        .san = SanRule::None,
    },
    Profile{
        .id = "cloud-pki-root",
        .title = "Cloud PKI root CA",
        .description = "A root as Microsoft Cloud PKI makes it: path length 1, RSA, and a list of "
                       "extended key usages that bounds everything below it.",
        .ca = true,
        .self_signed = true,
        .path_length = 1,
        .key_usage_rsa = kCaSignsAndAnswers,
        .key_usage_ec = kCaSignsAndAnswers,
        .purposes = kCloudRoot,
        .key_specs = kCloudKeys,
        .validity = years(25),
        .subject_required = kNamed,
        .san = SanRule::None,
    },
    Profile{
        .id = "cloud-pki-issuing-ca",
        .title = "Cloud PKI issuing CA",
        .description = "An issuing CA under a Cloud PKI root: path length 0, RSA, and extended key usages "
                       "out of its root's.",
        .ca = true,
        .path_length = 0,
        .key_usage_rsa = kCaSignsAndAnswers,
        .key_usage_ec = kCaSignsAndAnswers,
        .purposes = kClient,
        .key_specs = kCloudKeys,
        .validity = years(10),
        .subject_required = kNamed,
        .san = SanRule::None,
    },
    Profile{
        .id = "byoca-issuing-ca",
        .title = "BYOCA issuing CA",
        .description = "A Cloud PKI issuing CA that is signed by a private CA (bring your own CA): path "
                       "length 0, RSA, extended key usages that must survive the signing.",
        .ca = true,
        .path_length = 0,
        .key_usage_rsa = kCaSignsAndAnswers,
        .key_usage_ec = kCaSignsAndAnswers,
        .purposes = kClient,
        .key_specs = kByocaKeys,
        .validity = years(5),
        .subject_required = kNamed,
        .subject_supported = kByocaAttributes,
        .san = SanRule::None,
    },
    Profile{
        .id = "tls-server",
        .title = "TLS server",
        .description = "A web, RADIUS or other TLS server. Its names stand in the subject alternative "
                       "name; a common name that is a host name is repeated there.",
        .key_usage_rsa = kSignsAndEnciphers,
        .key_usage_ec = kSigns,
        .purposes = kServer,
        .key_specs = kLeafKeys,
        .validity = years(1),
        .san = SanRule::Required,
        .san_source = SanSource::CommonName,
    },
    Profile{
        .id = "tls-client",
        .title = "TLS client",
        .description = "A person or a device that proves itself to a server: EAP-TLS in Wi-Fi and VPN, "
                       "mutual TLS.",
        .key_usage_rsa = kSignsAndEnciphers,
        .key_usage_ec = kSigns,
        .purposes = kClient,
        .key_specs = kLeafKeys,
        .validity = years(1),
    },
    Profile{
        .id = "server-and-client",
        .title = "TLS server and client",
        .description = "A host that is a server to some and a client to others, such as a domain "
                       "controller or a service in a mesh.",
        .key_usage_rsa = kSignsAndEnciphers,
        .key_usage_ec = kSigns,
        .purposes = kServerAndClient,
        .key_specs = kLeafKeys,
        .validity = years(1),
        .san = SanRule::Required,
        .san_source = SanSource::CommonName,
    },
    Profile{
        .id = "code-signing",
        .title = "Code signing",
        .description = "Signs programs, scripts and packages.",
        .key_usage_rsa = kSigns,
        .key_usage_ec = kSigns,
        .purposes = kCode,
        .key_specs = kCaKeys,
        .validity = years(1),
        .subject_required = kNamed,
    },
    Profile{
        .id = "email",
        .title = "E-mail",
        .description = "Signs e-mail and is written to in secret (S/MIME). The address stands in the "
                       "subject alternative name; one in the subject is repeated there.",
        .key_usage_rsa = kSignsAndEnciphers,
        .key_usage_ec = kSignsAndAgrees,
        .purposes = kEmail,
        .key_specs = kLeafKeys,
        .validity = years(1),
        .san = SanRule::Required,
        .san_source = SanSource::EmailAddress,
    },
};

struct NamedSpec {
  crypto::KeyKind kind;
  std::uint32_t bits;
  crypto::Curve curve;
  KeySpec spec;
};
constexpr std::array kSpecs = {
    NamedSpec{crypto::KeyKind::Rsa, 2048, crypto::Curve::Unknown, KeySpec::Rsa2048},
    NamedSpec{crypto::KeyKind::Rsa, 3072, crypto::Curve::Unknown, KeySpec::Rsa3072},
    NamedSpec{crypto::KeyKind::Rsa, 4096, crypto::Curve::Unknown, KeySpec::Rsa4096},
    NamedSpec{crypto::KeyKind::Ec, 256, crypto::Curve::P256, KeySpec::P256},
    NamedSpec{crypto::KeyKind::Ec, 384, crypto::Curve::P384, KeySpec::P384},
    NamedSpec{crypto::KeyKind::Ec, 521, crypto::Curve::P521, KeySpec::P521},
};

}  // namespace

std::string_view san_rule_name(SanRule rule) {
  switch (rule) {
    case SanRule::None:
      return "none";
    case SanRule::Optional:
      return "optional";
    case SanRule::Required:
      return "required";
  }
  return "none";
}

std::span<const Profile> profiles() { return kProfiles; }

const Profile* find_profile(std::string_view id) {
  for (const Profile& profile : kProfiles) {
    if (profile.id == id) return &profile;
  }
  return nullptr;
}

std::optional<KeySpec> key_spec_of(const crypto::PublicKey& key) {
  for (const NamedSpec& row : kSpecs) {
    if (row.kind == key.kind && row.bits == key.bits && row.curve == key.curve) return row.spec;
  }
  return std::nullopt;
}

}  // namespace pki::ca
