// Vectors that no one here wrote: NIST PKITS, and BoringSSL's chains. Each file is skipped where it is not at hand.
// What is not covered yet is listed below, with its reason.

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include "asn1/pem.h"
#include "json/json.h"
#include "path/validator.h"
#include "path_support.h"

namespace pki::path::test {
namespace {

using json::Json;

// The file's test cases; an empty list where it is absent.
Json load_cases(const std::string& file) {
  std::ifstream stream(PKI_SHARED_CONFORMANCE_DIR "/" + file, std::ios::binary);
  if (!stream) return Json::array();
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  Result<Json> json = json::parse(text);
  REQUIRE(json);
  return (*json)["testcases"];
}

// Null where it cannot be read.
x509::CertificatePtr read_certificate(const Json& pem) {
  const asn1::PemText text = asn1::read_pem(pem.get<std::string>());
  REQUIRE(text.blocks.size() == 1);
  Result<x509::CertificatePtr> certificate = x509::Certificate::parse(text.blocks[0].der);
  return certificate ? *certificate : nullptr;
}

std::set<std::string> read_policies(const Json& list) {
  return list.is_null() ? std::set<std::string>() : list.get<std::set<std::string>>();
}

std::set<std::string> user_constrained(const Report& report) {
  std::set<std::string> policies;
  for (const asn1::OwnedOid& oid : report.best()->policies.outcome.user_constrained) {
    policies.insert(oid.view().to_dotted());
  }
  return policies;
}

policy::Inputs read_policy_inputs(const Json& policy) {
  policy::Inputs inputs;
  for (const Json& oid : policy["initial_policy_set"]) {
    inputs.acceptable.push_back(*asn1::OwnedOid::from_dotted(oid.get<std::string>()));
  }
  if (policy["initial_explicit_policy"].get<bool>()) inputs.explicit_policy = policy::ExplicitPolicy::Required;
  if (policy["initial_policy_mapping_inhibit"].get<bool>()) inputs.mapping = policy::PolicyMapping::Inhibited;
  if (policy["initial_inhibit_any_policy"].get<bool>()) inputs.any_policy = policy::AnyPolicy::Inhibited;
  return inputs;
}

std::string failures_text(const Report& report) {
  std::ostringstream text;
  for (const CandidatePath& path : report.paths) {
    for (const std::string& failure : failures(path)) text << failure << ' ';
    text << "; ";
  }
  return text.str();
}

// PKITS sections whose every test depends on what is not judged yet.
const std::map<std::string, const char*> kSectionsNotCovered = {
    {"4.4", "revocation"},
    {"4.14", "distribution points of CRLs"},
    {"4.15", "delta CRLs"},
};

// Single tests of the other sections.
const std::map<std::string, const char*> kTestsNotCovered = {
    {"4.1.4", "DSA"},
    {"4.1.5", "DSA, parameters inherited"},
    {"4.5.2", "revocation"},
    {"4.5.5", "revocation"},
    {"4.5.7", "revocation"},
    {"4.5.8", "revocation: the CRL's signer may not sign CRLs"},
    {"4.7.4", "revocation: the CRL's signer may not sign CRLs"},
    {"4.7.5", "revocation: the CRL's signer may not sign CRLs"},
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

// "4.10" of "4.10.1.1".
std::string section_of(const std::string& number) { return number.substr(0, number.find('.', number.find('.') + 1)); }

}  // namespace

TEST_CASE(
    "NIST PKITS: signatures, validity, names, basic constraints, key usage, path length, extensions, name "
    "constraints, policies") {
  const Json cases = load_cases("pkits/pkits.json");
  if (cases.empty()) SKIP("no PKITS at " PKI_SHARED_CONFORMANCE_DIR);
  int covered = 0;
  for (const Json& item : cases) {
    const Json& x = item["x"];
    const auto number = x["test_number"].get<std::string>();
    if (kSectionsNotCovered.contains(section_of(number)) || kTestsNotCovered.contains(number)) continue;
    CAPTURE(number, item["description"].get<std::string>());
    PathQuestion question = ask(read_certificate(item["peer_certificate"]), {}, {});
    for (const Json& pem : item["untrusted_intermediates"]) question.pool.push_back(read_certificate(pem));
    for (const Json& pem : item["trusted_certs"]) question.anchors.add(read_certificate(pem));
    question.options.at = *from_iso8601("2011-04-15");
    question.options.strength = StrengthPolicy::legacy();
    question.options.policies = read_policy_inputs(x["policy"]);
    const Report report = check_paths(question);
    CAPTURE(failures_text(report));
    CHECK(report.accepted == x["should_validate"].get<bool>());
    if (x["should_validate"].get<bool>()) {
      CHECK(user_constrained(report) == read_policies(x["expected_user_constrained_policy_set"]));
    }
    ++covered;
  }
  CHECK(covered == 175);
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
