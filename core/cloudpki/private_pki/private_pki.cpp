#include "cloudpki/private_pki/private_pki.h"

#include <algorithm>

#include "asn1/oids.h"
#include "base/text.h"
#include "ca/issue.h"
#include "cloudpki/private_pki/rules.h"

namespace pki::cloudpki::private_pki {
namespace {

constexpr int kMostTiers = 3;
constexpr int kRootYears = 20;
constexpr int kRootAge = 2;
constexpr int kCaYears = 10;
constexpr int kCaAge = 1;
constexpr std::int64_t kCrlDays = 8;  // a week, and the day of overlap that AD CS adds
constexpr int kRootCrlDays = 183;

std::string ca_name(const PkiOrder& order, int tier) {
  if (tier == 0) return order.name + " Root CA";
  const bool issuing = tier + 1 == order.tiers;
  return order.name + (issuing ? " Enterprise Issuing CA" : " Policy CA");
}

// As many CAs as stand below, and one more.
std::optional<std::uint32_t> path_length(const PkiOrder& order, int tier) {
  const auto index = static_cast<std::size_t>(tier);
  if (index < order.path_lengths.size()) return order.path_lengths[index];
  return static_cast<std::uint32_t>(order.tiers - tier);
}

// A host name out of the organization's.
std::string host_of(std::string_view name) {
  std::string host;
  for (const char c : to_lower_ascii(name)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter) host += c;
  }
  return "pki." + (host.empty() ? std::string("corp") : host.substr(0, 40)) + ".example";
}

Result<PrivateCa> make_ca(const PrivatePki& pki, const PkiOrder& order, int tier, Time now) {
  PrivateCa made;
  made.name = ca_name(order, tier);
  made.settings = order.settings;
  PKI_TRY(const crypto::PrivateKey key, crypto::PrivateKey::generate(crypto::KeySpec::Rsa2048));
  ca::IssueInput input;
  input.profile = ca::find_profile(tier == 0 ? "root-ca" : "subordinate-ca");
  PKI_ASSERT(input.profile != nullptr);
  input.subject = {{{.type = asn1::OwnedOid(asn1::oids::kOrganization), .text = order.name}},
                   {{.type = asn1::OwnedOid(asn1::oids::kCommonName), .text = made.name}}};
  input.extensions.path_length = ca::PathLength{path_length(order, tier)};
  input.validity.now = now;
  input.validity.not_before = add_calendar(now, -12 * (tier == 0 ? kRootAge : kCaAge), 0);
  input.validity.duration = ca::CalendarSpan{.years = tier == 0 ? kRootYears : kCaYears};
  input.issuer_faults = ca::IssuerFaults::Keep;
  if (tier == 0) {
    PKI_TRY(ca::IssuedCertificate issued, ca::issue(input, {.key = key}));
    PKI_TRY(made.certificate, x509::Certificate::parse(std::move(issued.der)));
  } else {
    const std::size_t parent = pki.cas.size() - 1;
    PKI_TRY(const crypto::PrivateKey parent_key, crypto::PrivateKey::from_pkcs8(pki.cas[parent].private_key.view()));
    input.public_key = key.public_key_der();
    input.extensions.purposes = order.purposes;
    input.extensions.aia_uris = {certificate_url(pki, parent)};
    input.extensions.crl_uris = {crl_url(pki, parent)};
    PKI_TRY(ca::IssuedCertificate issued,
            ca::issue(input, {.key = parent_key, .certificate = pki.cas[parent].certificate.get()}));
    PKI_TRY(made.certificate, x509::Certificate::parse(std::move(issued.der)));
  }
  made.private_key = key.to_pkcs8();
  return made;
}

}  // namespace

std::string_view pointers_name(Pointers pointers) {
  switch (pointers) {
    case Pointers::Ldap:
      return "ldap";
    case Pointers::Http:
      return "http";
    case Pointers::Both:
      return "both";
    case Pointers::None:
      break;
  }
  return "none";
}

std::vector<asn1::OwnedOid> usual_request_extensions() {
  namespace oids = asn1::oids;
  std::vector<asn1::OwnedOid> list;
  for (const asn1::Oid id :
       {oids::kExtendedKeyUsage, oids::kKeyUsage, oids::kSubjectAltName, oids::kCertificatePolicies}) {
    list.emplace_back(id);
  }
  return list;
}

Result<PrivatePki> make_private_pki(const PkiOrder& order, Time now) {
  if (order.tiers < 1 || order.tiers > kMostTiers) {
    return Finding{&rules::kTiers, {}, {{"tiers", std::to_string(order.tiers)}}};
  }
  PrivatePki pki{.name = order.name, .cas = {}};
  for (int tier = 0; tier < order.tiers; ++tier) {
    PKI_TRY(PrivateCa ca, make_ca(pki, order, tier, now));
    pki.cas.push_back(std::move(ca));
  }
  return pki;
}

std::string certificate_url(const PrivatePki& pki, std::size_t index) {
  return "http://" + host_of(pki.name) + "/ca" + std::to_string(index + 1) + ".cer";
}

std::string crl_url(const PrivatePki& pki, std::size_t index) {
  return "http://" + host_of(pki.name) + "/ca" + std::to_string(index + 1) + ".crl";
}

Result<std::vector<repository::Entry>> publish(const PrivatePki& pki, Time now) {
  std::vector<repository::Entry> entries;
  for (std::size_t i = 0; i < pki.cas.size(); ++i) {
    const PrivateCa& ca = pki.cas[i];
    entries.push_back({certificate_url(pki, i), to_vector(ca.certificate->der())});
    PKI_TRY(const crypto::PrivateKey key, crypto::PrivateKey::from_pkcs8(ca.private_key.view()));
    // CRLs come once a week; which one this is follows from the time, so that their numbers ascend.
    const std::int64_t week = now.seconds / (7 * kSecondsPerDay);
    const Time this_update = i == 0 ? add_calendar(now, 0, -1) : Time{week * 7 * kSecondsPerDay};
    const std::int64_t days = i == 0 ? kRootCrlDays : kCrlDays;
    ca::CrlIssueInput input{.revoked = ca.revoked,
                            .this_update = this_update,
                            .next_update = Time{this_update.seconds + days * kSecondsPerDay},
                            .number = static_cast<std::uint64_t>(std::max<std::int64_t>(week, 1)) + ca.crl_number,
                            .issuer_faults = ca::IssuerFaults::Keep};
    // What was revoked since is published at once.
    for (const ca::RevokedCertificate& revoked : ca.revoked) {
      if (revoked.date > input.this_update && revoked.date <= now) input.this_update = revoked.date;
    }
    PKI_TRY(ca::IssuedCrl crl, ca::issue_crl(input, {.key = key, .certificate = ca.certificate.get()}));
    entries.push_back({crl_url(pki, i), std::move(crl.der)});
  }
  return entries;
}

}  // namespace pki::cloudpki::private_pki
