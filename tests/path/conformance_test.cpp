// Vectors that no one here wrote: NIST PKITS, and BoringSSL's chains. Each file is skipped where it is not at hand.
// What is not covered yet is listed below, with its reason.

#include <catch2/catch_test_macros.hpp>
#include <map>

#include "conformance_support.h"
#include "path/validator.h"

namespace pki::path::test {
namespace {

// PKITS sections whose every test depends on what is not judged yet, or not here.
const std::map<std::string, const char*> kSectionsNotCovered = {
    {"4.4", "CRLs: pkits_revocation_test.cpp"},
    {"4.8", "certificate policies"},
    {"4.9", "an explicit policy"},
    {"4.10", "policy mappings"},
    {"4.11", "inhibited policy mapping"},
    {"4.12", "inhibited anyPolicy"},
    {"4.14", "the same"},
    {"4.15", "the same"},
};

// Single tests of the other sections.
const std::map<std::string, const char*> kTestsNotCovered = {
    {"4.1.4", "DSA"},
    {"4.1.5", "DSA, parameters inherited"},
    {"4.5.2", "CRLs: pkits_revocation_test.cpp"},
    {"4.5.5", "the same"},
    {"4.5.7", "the same"},
    {"4.5.8", "the same"},
    {"4.7.4", "the same"},
    {"4.7.5", "the same"},
};

// BoringSSL's chains, by folder.
const std::map<std::string, const char*> kChainsNotCovered = {
    {"policies-inhibit-anypolicy-by-root-fail", "certificate policies"},
    {"policies-inhibit-anypolicy-by-root-ok", "certificate policies"},
    {"policies-inhibit-mapping-by-root-fail", "certificate policies"},
    {"policies-inhibit-mapping-by-root-ok", "certificate policies"},
    {"policies-ok", "certificate policies"},
    {"policies-on-root-ok", "certificate policies"},
    {"policies-on-root-wrong", "certificate policies"},
    {"policies-required-by-root-fail", "certificate policies"},
    {"policies-required-by-root-ok", "certificate policies"},
    {"policy-mappings-on-root-fail", "certificate policies"},
    {"policy-mappings-on-root-ok", "certificate policies"},
    {"unknown-critical-policy-qualifier", "certificate policies"},
    {"issuer-and-subject-not-byte-for-byte-equal", "certificate policies"},
};

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

std::string folder_of(const std::string& file) { return file.substr(0, file.find('/')); }

}  // namespace

TEST_CASE(
    "NIST PKITS: signatures, validity, names, basic constraints, key usage, path length, extensions, name "
    "constraints") {
  const Json cases = load_cases("pkits/pkits.json");
  if (cases.empty()) SKIP("no PKITS at " PKI_SHARED_CONFORMANCE_DIR);
  int covered = 0;
  for (const Json& item : cases) {
    const Json& x = item["x"];
    const auto number = x["test_number"].get<std::string>();
    if (kSectionsNotCovered.contains(section_of(number)) || kTestsNotCovered.contains(number)) continue;
    CAPTURE(number, item["description"].get<std::string>());
    const Report report = check_paths(ask_pkits(item));
    CAPTURE(failures_text(report));
    CHECK(report.accepted == x["should_validate"].get<bool>());
    ++covered;
  }
  CHECK(covered == 87);
}

TEST_CASE("BoringSSL's chains") {
  const Json cases = load_cases("boringssl/verify_certificate_chain.json");
  if (cases.empty()) SKIP("no BoringSSL vectors at " PKI_SHARED_CONFORMANCE_DIR);
  int covered = 0;
  for (const Json& item : cases) {
    const Json& x = item["x"];
    const auto file = x["file"].get<std::string>();
    const auto purpose = kPurposes.find(x["key_purpose"].get<std::string>());
    const auto trust = kTrust.find(x["last_cert_trust"].get<std::string>());
    if (!x["active_upstream"].get<bool>() || kChainsNotCovered.contains(folder_of(file)) ||
        purpose == kPurposes.end() || trust == kTrust.end()) {
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
  }
  CHECK(covered > 90);
}

}  // namespace pki::path::test
