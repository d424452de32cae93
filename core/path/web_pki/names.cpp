// The names in subscribers' certificates (BR 4.2.2, 7.1.2.7.12, 7.1.4).

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <string>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "base/text.h"
#include "path/issuer_rules/syntax.h"
#include "path/web_pki/judges.h"
#include "path/web_pki/rules.h"
#include "x509/ip_address.h"

namespace pki::path::web_pki {
namespace {

namespace oids = asn1::oids;
using x509::GeneralName;
using x509::GeneralNameKind;

constexpr std::string_view kNamesField = "subjectAltName";

// Top-level domains that are set aside and will not be delegated: RFC 2606 2, RFC 6761 6, RFC 6762 3, ICANN's
// "internal" (2024) and what RFC 6762 Appendix G lists as in private use.
constexpr std::string_view kReservedDomains[] = {
    "corp", "example", "home", "internal", "intranet", "invalid", "lan", "local", "localhost", "private", "test",
};

// Not globally reachable, or set aside (IANA's special-purpose address registries, RFC 6890), and multicast.
constexpr std::string_view kReservedRanges[] = {
    "0.0.0.0/8",    "10.0.0.0/8",    "100.64.0.0/10",  "127.0.0.0/8",   "169.254.0.0/16",  "172.16.0.0/12",
    "192.0.0.0/24", "192.0.2.0/24",  "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
    "224.0.0.0/4",  "240.0.0.0/4",   "::/127",         "::ffff:0:0/96", "64:ff9b:1::/48",  "100::/64",
    "2001::/23",    "2001:db8::/32", "2002::/16",      "fc00::/7",      "fe80::/10",       "ff00::/8",
};

bool is_in_range(Bytes address, std::string_view text) {
  const auto range = x509::parse_ip_range(text);
  if (!range || range->size() != 2 * address.size()) return false;
  for (std::size_t i = 0; i < address.size(); ++i) {
    if ((address[i] & (*range)[address.size() + i]) != (*range)[i]) return false;
  }
  return true;
}

bool is_reserved(Bytes address) {
  return std::any_of(std::begin(kReservedRanges), std::end(kReservedRanges),
                     [&](std::string_view range) { return is_in_range(address, range); });
}

bool is_internal(std::string_view host) {
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos) return true;
  const std::string domain = to_lower_ascii(host.substr(dot + 1));
  return std::find(std::begin(kReservedDomains), std::end(kReservedDomains), domain) != std::end(kReservedDomains);
}

void judge_dns_name(Notes& notes, const GeneralName& name) {
  const std::string_view text = as_text(name.value);
  if (const auto fault = issuer_rules::find_host_fault(text, issuer_rules::Wildcards::Leftmost)) {
    notes.add(rules::kDnsName, name.whole, kNamesField, {{"name", std::string(text)}, {"why", std::string(*fault)}});
  } else if (is_internal(text)) {
    notes.add(rules::kInternalName, name.whole, kNamesField, {{"name", std::string(text)}});
  }
}

void judge_address(Notes& notes, const GeneralName& name) {
  if (!is_reserved(name.value)) return;
  notes.add(rules::kReservedAddress, name.whole, kNamesField, {{"name", x509::value_text(name)}});
}

// The host names, in lower case, and addresses that a common name may repeat (BR 7.1.4.3).
std::set<std::string> presented_names(const x509::Slot<x509::AlternativeNames>& names) {
  std::set<std::string> presented;
  if (!names) return presented;
  for (const GeneralName& name : names->names) {
    if (name.kind == GeneralNameKind::Dns) presented.insert(to_lower_ascii(as_text(name.value)));
    if (name.kind == GeneralNameKind::IpAddress) presented.insert(x509::ip_address_text(name.value));
  }
  return presented;
}

void judge_alternative_names(Notes& notes) {
  const auto& names = notes.extensions().subject_alt_name;
  if (!names.present()) return notes.add(rules::kNamesMissing, {}, kNamesField);
  if (!names) return;
  for (const GeneralName& name : names->names) {
    if (name.kind == GeneralNameKind::Dns) {
      judge_dns_name(notes, name);
    } else if (name.kind == GeneralNameKind::IpAddress) {
      judge_address(notes, name);
    } else {
      notes.add(rules::kNameForm, name.whole, kNamesField, {{"name", x509::to_text(name)}});
    }
  }
}

// From that day on subjects have no organizationalUnitName (BR 7.1.4.2, ballot SC47v2).
constexpr CivilTime kNoUnits = {2022, 9, 1, 0, 0, 0};

// BR 7.1.4.1: of these there may be several.
bool may_repeat(const asn1::Oid& type) {
  return type == oids::kDomainComponent || type == oids::kStreet || type == oids::kOrganizationalUnit;
}

// What the subject must and must not have under a reserved policy (BR 7.1.2.7.2 to 7.1.2.7.4).
struct PolicySubject {
  asn1::Oid policy;
  std::string_view name;
  std::span<const asn1::Oid> needs;
  std::span<const asn1::Oid> forbids;
};
constexpr asn1::Oid kNotForDomains[] = {oids::kOrganization, oids::kLocality,  oids::kState,  oids::kStreet,
                                        oids::kPostalCode,   oids::kGivenName, oids::kSurname};
constexpr asn1::Oid kForOrganizations[] = {oids::kOrganization, oids::kCountry};
constexpr asn1::Oid kForIndividuals[] = {oids::kGivenName, oids::kSurname, oids::kCountry};
constexpr PolicySubject kPolicySubjects[] = {
    {asn1::make_oid<2, 23, 140, 1, 2, 1>(), "domain-validated", {}, kNotForDomains},
    {asn1::make_oid<2, 23, 140, 1, 2, 2>(), "organization-validated", kForOrganizations, {}},
    {asn1::make_oid<2, 23, 140, 1, 2, 3>(), "individual-validated", kForIndividuals, {}},
};

bool asserts(const Notes& notes, const asn1::Oid& policy) {
  const auto& policies = notes.extensions().certificate_policies;
  return policies && std::any_of(policies->policies.begin(), policies->policies.end(),
                                 [&](const auto& information) { return information.policy == policy; });
}

void judge_policy_subject(Notes& notes) {
  constexpr std::string_view kField = "tbsCertificate.subject";
  const x509::Name& subject = notes.certificate().subject();
  for (const PolicySubject& row : kPolicySubjects) {
    if (!asserts(notes, row.policy)) continue;
    for (const asn1::Oid& type : row.forbids) {
      if (!subject.last(type)) continue;
      notes.add(rules::kSubjectForbidden, subject.der(), kField, {{"attribute", asn1::oid_name(type)}});
    }
    for (const asn1::Oid& type : row.needs) {
      if (subject.last(type)) continue;
      notes.add(rules::kSubjectLacks, subject.der(), kField,
                {{"attribute", asn1::oid_name(type)}, {"policy", std::string(row.name)}});
    }
  }
}

// Only punctuation and spaces, such as "-" or "n/a"'s lesser kin; or characters that cannot be seen.
bool is_meaningless(std::string_view text) {
  const auto says_nothing = [](char c) { return c == '.' || c == '-' || c == ' ' || c == '*' || c == '_' || c == ','; };
  if (std::all_of(text.begin(), text.end(), says_nothing)) return true;
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = decode_utf8(text, at);
    if (!decoded) break;
    if (decoded->character < 0x20 || (decoded->character >= 0x7F && decoded->character <= 0x9F)) return true;
    at += decoded->length;
  }
  return false;
}

}  // namespace

void judge_subscriber_names(Notes& notes) {
  judge_alternative_names(notes);
  judge_policy_subject(notes);
  constexpr std::string_view kField = "tbsCertificate.subject";
  const x509::Certificate& certificate = notes.certificate();
  const auto& issued = certificate.not_before();
  const auto& names = notes.extensions().subject_alt_name;
  const std::set<std::string> presented = presented_names(names);
  std::set<asn1::Oid> seen;
  for (const x509::Rdn& rdn : certificate.subject().rdns()) {
    for (const x509::Attribute& attribute : rdn.attributes) {
      if (!seen.insert(attribute.type).second && !may_repeat(attribute.type)) {
        notes.add(rules::kAttributeTwice, attribute.whole, kField, {{"attribute", asn1::oid_name(attribute.type)}});
      }
      if (attribute.type == oids::kOrganizationalUnit && issued && issued->time >= *to_time(kNoUnits)) {
        notes.add(rules::kOrganizationalUnit, attribute.whole, kField);
      }
      const std::optional<std::string> value = attribute.text();
      if (value && is_meaningless(*value)) {
        notes.add(rules::kValueMeaningless, attribute.whole, kField, {{"attribute", asn1::oid_name(attribute.type)}});
      }
      if (attribute.type != oids::kCommonName || !names) continue;
      const std::string common_name = value.value_or("");
      if (presented.contains(to_lower_ascii(common_name))) continue;
      notes.add(rules::kCommonName, attribute.whole, kField, {{"name", common_name}});
    }
  }
}

}  // namespace pki::path::web_pki
