// BoringSSL's chains. Skipped where they are not at hand; every other answer than theirs is listed with its reason.

#include <catch2/catch_test_macros.hpp>
#include <map>

#include "conformance_support.h"
#include "path/validator.h"

namespace pki::path::test {
namespace {

const std::map<std::string, Purpose> kPurposes = {
    {"ANY_EKU", Purpose::Any}, {"SERVER_AUTH", Purpose::TlsServer}, {"CLIENT_AUTH", Purpose::TlsClient}};

// Where the answer is another than BoringSSL's, and why.
const std::map<std::string, const char*> kDivergences = {
    {"root-lacks-basic-constraints/ta-with-constraints.test",
     "an anchor of version 3 that is no CA is refused where its constraints are honoured, as OpenSSL and Go do"},
    {"target-not-end-entity/main.test", "the key usage must suit the purpose (RFC 5280 4.2.1.3), as OpenSSL asks"},
    {"target-serverauth-various-keyusages/ec-decipherOnly.test", "the same"},
    {"target-serverauth-various-keyusages/rsa-decipherOnly.test", "the same"},
    {"many-names/toomany-all-types.test",
     "BoringSSL stops at 2^20 comparisons of names with subtrees; here they are looked up, and need no bound"},
    {"many-names/toomany-dirnames-excluded.test", "the same"},
    {"many-names/toomany-dirnames-permitted.test", "the same"},
    {"many-names/toomany-dns-excluded.test", "the same"},
    {"many-names/toomany-dns-permitted.test", "the same"},
    {"many-names/toomany-ips-excluded.test", "the same"},
    {"many-names/toomany-ips-permitted.test", "the same"},
};

// What `last_cert_trust` says. The constraints of an anchor include its extended key usage.
struct Trust {
  AnchorConstraints constraints = AnchorConstraints::Ignore;
  Reaction validity = Reaction::Ignore;
  EkuNesting nesting = EkuNesting::Intermediates;
};
constexpr Trust kConstrained{AnchorConstraints::Honour, Reaction::Ignore, EkuNesting::IncludingAnchor};
constexpr Trust kExpiring{AnchorConstraints::Ignore, Reaction::Refuse, EkuNesting::Intermediates};
constexpr Trust kBoth{AnchorConstraints::Honour, Reaction::Refuse, EkuNesting::IncludingAnchor};
const std::map<std::string, Trust> kTrust = {
    {"TRUSTED_ANCHOR", {}},
    {"TRUSTED_ANCHOR_WITH_EXPIRATION", kExpiring},
    {"TRUSTED_ANCHOR_WITH_CONSTRAINTS", kConstrained},
    {"TRUSTED_ANCHOR_WITH_EXPIRATION_AND_CONSTRAINTS", kBoth},
};

}  // namespace

TEST_CASE("BoringSSL's chains") {
  const Json cases = load_cases("boringssl/verify_certificate_chain.json");
  if (cases.empty()) SKIP("no BoringSSL vectors at " PKI_SHARED_CONFORMANCE_DIR);
  int covered = 0;
  for (const Json& item : cases) {
    const Json& x = item["x"];
    const auto file = x["file"].get<std::string>();
    const auto purpose = kPurposes.find(x["key_purpose"].get<std::string>());
    const auto trust = kTrust.find(x["last_cert_trust"].get<std::string>());
    if (!x["active_upstream"].get<bool>() || purpose == kPurposes.end() || trust == kTrust.end()) {
      continue;
    }
    std::vector<x509::CertificatePtr> chain;
    for (const Json& pem : x["chain"]) chain.push_back(read_certificate(pem));
    if (chain.size() < 2) continue;
    const bool expected = x["expected_errors"].get<std::string>().find("ERROR: ") == std::string::npos;
    CAPTURE(file, x["expected_errors"].get<std::string>());
    ++covered;
    bool readable = true;
    for (const auto& certificate : chain) readable = readable && certificate != nullptr;
    if (!readable) {
      CHECK_FALSE(expected);
      continue;
    }
    CheckOptions options;
    options.at = *from_iso8601(item["validation_time"].get<std::string>().substr(0, 19) + "Z");
    options.purpose = purpose->second;
    options.anchor_constraints = trust->second.constraints;
    options.anchor_validity = trust->second.validity;
    options.eku_nesting = trust->second.nesting;
    options.strength = StrengthPolicy::legacy();
    if (x["digest_policy"] == "STRONG") options.strength.hashes = StrengthPolicy().hashes;
    const TrustAnchorPtr anchor = TrustAnchor::from_certificate(chain.back());
    chain.pop_back();
    Report report;
    report.paths.push_back(validate_given_path(chain, anchor, options));
    CAPTURE(failures_text(report));
    CHECK(report.paths[0].accepted == (expected != kDivergences.contains(file)));
    const Json& policies = x["expected_user_constrained_policy_set"];
    if (!policies.is_null()) CHECK(user_constrained(report) == read_policies(policies));
  }
  CHECK(covered > 90);
}

}  // namespace pki::path::test
