#include "asn1/oid_registry.h"

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>

#include "asn1/oids.h"
#include "base/text.h"

namespace pki::asn1 {

TEST_CASE("no OID has two rows for one use") {
  std::set<std::pair<std::string, OidUse>> seen;
  for (const OidInfo& row : oid_registry()) {
    CAPTURE(row.name);
    CHECK(seen.insert({row.oid.to_dotted(), row.use}).second);
  }
}

TEST_CASE("every row has a name and a source, and its OID is well formed") {
  for (const OidInfo& row : oid_registry()) {
    CAPTURE(row.name);
    CHECK_FALSE(row.name.empty());
    CHECK_FALSE(row.source.empty());
    const std::optional<OwnedOid> parsed = OwnedOid::from_dotted(row.oid.to_dotted());
    REQUIRE(parsed);
    CHECK(parsed->view() == row.oid);
    CHECK(find_oid(row.oid) != nullptr);
  }
}

TEST_CASE("no name stands for two OIDs") {
  std::map<std::string, std::string> seen;
  for (const OidInfo& row : oid_registry()) {
    for (const std::string_view name : {row.name, row.short_name, row.openssl_name, row.microsoft_name}) {
      if (name.empty()) continue;
      const auto [entry, is_new] = seen.try_emplace(to_lower_ascii(name), row.oid.to_dotted());
      CAPTURE(name);
      CHECK(entry->second == row.oid.to_dotted());
    }
  }
}

TEST_CASE("an OID is found by any of its names, in any case") {
  for (const char* name : {"clientAuth", "CLIENTAUTH", "TLS Web Client Authentication", "client authentication",
                           "1.3.6.1.5.5.7.3.2", "  clientAuth\n"}) {
    CAPTURE(name);
    const std::optional<OwnedOid> oid = parse_oid(name);
    REQUIRE(oid);
    CHECK(oid->view() == oids::kClientAuth);
  }
  CHECK(find_oid_by_name("CN")->oid == oids::kCommonName);
  CHECK(find_oid_by_name("s")->oid == oids::kState);
  CHECK(find_oid_by_name("prime256v1") == find_oid_by_name("P-256"));
  CHECK(find_oid_by_name("smart card logon")->oid == oids::kSmartCardLogon);
  CHECK(find_oid_by_name("") == nullptr);
  CHECK(find_oid_by_name("no such thing") == nullptr);
  CHECK_FALSE(parse_oid("no such thing"));
  CHECK_FALSE(parse_oid(""));
}

TEST_CASE("a known OID is shown by name, an unknown one in decimal") {
  CHECK(oid_name(oids::kBasicConstraints) == "basicConstraints");
  CHECK(oid_name_and_dotted(oids::kServerAuth) == "serverAuth (1.3.6.1.5.5.7.3.1)");
  CHECK(oid_name(make_oid<1, 2, 3, 4>()) == "1.2.3.4");
  CHECK(oid_name_and_dotted(make_oid<1, 2, 3, 4>()) == "1.2.3.4");
  CHECK(oid_name(Oid()) == "invalid:");
}

TEST_CASE("attribute types have the keywords of RFC 4514") {
  const std::map<std::string_view, Oid> keywords = {{"CN", oids::kCommonName},
                                                    {"L", oids::kLocality},
                                                    {"ST", oids::kState},
                                                    {"O", oids::kOrganization},
                                                    {"OU", oids::kOrganizationalUnit},
                                                    {"C", oids::kCountry},
                                                    {"STREET", oids::kStreet},
                                                    {"DC", oids::kDomainComponent},
                                                    {"UID", oids::kUserId}};
  for (const auto& [keyword, oid] : keywords) {
    CAPTURE(keyword);
    CHECK(find_oid(oid)->short_name == keyword);
    CHECK(find_oid(oid)->use == OidUse::AttributeType);
  }
}

TEST_CASE("the registry knows every OID that the code names") {
  for (const Oid oid : {oids::kMsCertExtensions,
                        oids::kMsOsVersion,
                        oids::kMsEnrollmentCsp,
                        oids::kMsEnrollmentNameValue,
                        oids::kMsRenewalCertificate,
                        oids::kMsRequestClientInfo,
                        oids::kMsCertificateTemplateName,
                        oids::kMsCaVersion,
                        oids::kMsPreviousCaHash,
                        oids::kMsCertificateTemplate,
                        oids::kMsApplicationPolicies,
                        oids::kMsNtdsCaSecurity,
                        oids::kAnyPolicy,
                        oids::kAnyExtendedKeyUsage,
                        oids::kUserPrincipalName,
                        oids::kSmtpUtf8Mailbox,
                        oids::kRsaEncryption,
                        oids::kSecp521r1,
                        oids::kEd25519,
                        oids::kPbes2,
                        oids::kAes256Cbc,
                        oids::kPkcs7SignedData,
                        oids::kExtensionRequest,
                        oids::kOcspNoCheck,
                        oids::kTlsFeature,
                        oids::kPseudonym}) {
    CAPTURE(oid.to_dotted());
    CHECK(find_oid(oid) != nullptr);
  }
}

}  // namespace pki::asn1
