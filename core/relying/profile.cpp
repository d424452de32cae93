#include "relying/profile.h"

#include <vector>

#include "relying/profiles.h"

namespace pki::relying {
namespace {

constexpr Topic kTopics[] = {Topic::MissingIssuers, Topic::PathBuilding,    Topic::PartialChains,
                             Topic::AnchorLimits,   Topic::AnchorValidity,  Topic::ExtendedKeyUsage,
                             Topic::KeyIdentifiers, Topic::NameConstraints, Topic::Policies,
                             Topic::Revocation,     Topic::Depth,           Topic::Names,
                             Topic::Strength,       Topic::Validity,        Topic::IssuerRules};

constexpr RelyingParty (*kMakers[])() = {
    profiles::rfc5280, profiles::openssl, profiles::openssl_strict, profiles::gnutls,  profiles::mbedtls,
    profiles::go,      profiles::java,    profiles::nodejs,         profiles::windows, profiles::apple,
    profiles::android, profiles::chrome,  profiles::firefox,        profiles::nps,     profiles::freeradius,
    profiles::nginx,   profiles::apache,  profiles::entra_cba};

}  // namespace

std::string_view kind_name(Kind kind) {
  switch (kind) {
    case Kind::Standard:
      return "standard";
    case Kind::Library:
      return "library";
    case Kind::Platform:
      return "platform";
    case Kind::Browser:
      return "browser";
    case Kind::Server:
      return "server";
    case Kind::Service:
      break;
  }
  return "service";
}

std::string_view topic_name(Topic topic) {
  switch (topic) {
    case Topic::MissingIssuers:
      return "missing issuers (AIA)";
    case Topic::PathBuilding:
      return "path building";
    case Topic::PartialChains:
      return "partial chains";
    case Topic::AnchorLimits:
      return "limits in anchors";
    case Topic::AnchorValidity:
      return "validity of anchors";
    case Topic::ExtendedKeyUsage:
      return "extended key usage of CAs";
    case Topic::KeyIdentifiers:
      return "key identifiers";
    case Topic::NameConstraints:
      return "name constraints";
    case Topic::Policies:
      return "policies";
    case Topic::Revocation:
      return "revocation";
    case Topic::Depth:
      return "intermediate CAs at most";
    case Topic::Names:
      return "names";
    case Topic::Strength:
      return "keys and hashes";
    case Topic::Validity:
      return "validity period";
    case Topic::IssuerRules:
      break;
  }
  return "rules for issuers";
}

std::span<const Topic> all_topics() { return kTopics; }

std::span<const RelyingParty> relying_parties() {
  static const std::vector<RelyingParty> kParties = [] {
    std::vector<RelyingParty> parties;
    for (const auto make : kMakers) parties.push_back(make());
    return parties;
  }();
  return kParties;
}

const RelyingParty* find_relying_party(std::string_view id) {
  for (const RelyingParty& party : relying_parties()) {
    if (party.id == id) return &party;
  }
  return nullptr;
}

path::CheckOptions options_for(const RelyingParty& party, path::CheckOptions base) {
  for (const Setting& setting : party.settings) {
    if (setting.apply != nullptr) setting.apply(base);
  }
  return base;
}

}  // namespace pki::relying
