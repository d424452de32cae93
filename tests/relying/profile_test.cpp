#include "relying/profile.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "relying/check.h"

using namespace pki;
using namespace pki::relying;

TEST_CASE("every relying party says something of every topic, with a source") {
  std::set<std::string_view> ids;
  for (const RelyingParty& party : relying_parties()) {
    INFO(party.id);
    CHECK(ids.insert(party.id).second);
    CHECK(find_relying_party(party.id) == &party);
    CHECK(!party.title.empty());
    CHECK(!party.description.empty());
    REQUIRE(party.settings.size() == all_topics().size());
    for (std::size_t i = 0; i < party.settings.size(); ++i) {
      const Setting& setting = party.settings[i];
      INFO(topic_name(all_topics()[i]));
      CHECK(setting.topic == all_topics()[i]);
      CHECK(!setting.value.empty());
      CHECK(!setting.text.empty());
      CHECK(!setting.source.empty());
      // What nobody vouches for is not verified, and says so.
      if (setting.source == "not verified") CHECK(setting.certainty == Certainty::Assumed);
    }
  }
  CHECK(ids.size() == 18);
  CHECK(find_relying_party("nobody") == nullptr);
}

TEST_CASE("nothing is called measured where the real thing was never asked") {
  for (const RelyingParty& party : relying_parties()) {
    const bool speaks_openssl = std::count(party.words.begin(), party.words.end(), Product::OpenSsl) > 0;
    for (const Setting& setting : party.settings) {
      INFO(party.id << " " << topic_name(setting.topic));
      if (setting.certainty == Certainty::Measured) CHECK((speaks_openssl || !party.checked_against.empty()));
    }
  }
}

TEST_CASE("options keep what belongs to the question") {
  path::CheckOptions base;
  base.at = Time{1'700'000'000};
  base.purpose = path::Purpose::TlsClient;
  base.limits.max_comparisons = 7;
  for (const RelyingParty& party : relying_parties()) {
    INFO(party.id);
    const path::CheckOptions options = options_for(party, base);
    CHECK(options.at == base.at);
    CHECK(options.purpose == base.purpose);
    CHECK(options.limits.max_comparisons == 7);
  }
}

TEST_CASE("faults are enforced by those whose rows say so") {
  const auto enforce = [](FaultId fault, std::string_view id) {
    const auto parties = enforced_by(fault);
    return std::any_of(parties.begin(), parties.end(), [&](const RelyingParty* party) { return party->id == id; });
  };
  CHECK(enforce(FaultId::Expired, "go"));
  CHECK(enforce(FaultId::PartialChain, "openssl"));
  CHECK(!enforce(FaultId::PartialChain, "go"));
  CHECK(enforce(FaultId::TooLong, "nginx"));
  CHECK(!enforce(FaultId::TooLong, "openssl"));
  CHECK(enforce(FaultId::ValidityTooLong, "apple"));
  CHECK(!enforce(FaultId::ValidityTooLong, "windows"));
  CHECK(enforce(FaultId::IssuerRule, "openssl-strict"));
  CHECK(!enforce(FaultId::IssuerRule, "openssl"));
  CHECK(!enforce(FaultId::NameConstraints, "mbedtls"));
  CHECK(enforce(FaultId::RevocationUnknown, "nps"));
  CHECK(!enforce(FaultId::RevocationUnknown, "firefox"));
  CHECK(!enforce(FaultId::WrongName, "freeradius"));
}
