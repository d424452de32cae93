// BoringSSL's CRLs: one certificate, its issuer and one CRL each. Skipped where the vectors are not at hand.

#include <catch2/catch_test_macros.hpp>
#include <map>

#include "base/encoding.h"
#include "conformance_support.h"

namespace pki::path::test {
namespace {

// Where the answer is another than BoringSSL's, which answers only what a browser needs, and why.
const std::map<std::string, const char*> kDivergences = {
    {"bad_crldp_has_crlissuer",
     "the CRL is the issuer's own and full, which RFC 5280 6.3.3 takes for a distribution point besides the one with "
     "cRLIssuer"},
    {"bad_thisupdate_too_old", "RFC 5280 knows no age at which a CRL goes bad before nextUpdate"},
    {"bad_idp_indirectcrl", "an indirect CRL is also about its own issuer's certificates (RFC 5280 5.3.3)"},
    {"invalid_revoked_empty_sequence", "the list must be left out, but it says the same: noted, not refused"},
    {"invalid_idp_onlycontainsusercerts_v1_leaf", "RFC 5280 6.3.3 (b)(2)(ii) asks for no version"},
};

template <typename T>
std::shared_ptr<const T> read_object(const Json& base64) {
  const auto der = from_base64(base64.get<std::string>());
  REQUIRE(der.has_value());
  const auto object = T::parse(*der);
  return object ? *object : nullptr;
}

std::string_view answer_of(const CandidatePath& path) {
  const Step* step = find_step(path, checks::kRevocation, 0);
  REQUIRE(step != nullptr);
  if (step->outcome == Outcome::Pass) return "GOOD";
  REQUIRE(step->outcome == Outcome::Fail);
  return step->findings.front().id() == "path.revocation.undetermined" ? "UNKNOWN" : "REVOKED";
}

}  // namespace

TEST_CASE("BoringSSL's CRLs") {
  const Json cases = load_cases("boringssl/crl.json");
  if (cases.empty()) SKIP("no BoringSSL vectors at " PKI_SHARED_CONFORMANCE_DIR);
  for (const Json& item : cases) {
    const auto id = item["id"].get<std::string>();
    const std::string name = id.substr(id.rfind(':') + 1);
    CAPTURE(name);
    const auto leaf = read_object<x509::Certificate>(item["cert"]);
    const auto issuer = read_object<x509::Certificate>(item["ca"]);
    const bool rolled_over = item["ca2"].is_string() && !item["ca2"].get<std::string>().empty();
    const auto anchor = rolled_over ? read_object<x509::Certificate>(item["ca2"]) : issuer;
    PathQuestion question = ask(leaf, {issuer}, {anchor});
    const auto crl = read_object<x509::Crl>(item["crl"]);
    if (crl != nullptr) question.crls.push_back(crl);
    question.options.at = Time{item["verify_time"].get<std::int64_t>()};
    question.options.strength = StrengthPolicy::legacy();
    question.options.anchor_validity = Reaction::Ignore;
    question.options.revocation = {.mode = RevocationMode::HardFail, .scope = RevocationScope::Target};
    const Report report = check_paths(question);
    CAPTURE(failures_text(report));
    const auto expected = item["expected"].get<std::string>();
    if (kDivergences.contains(name)) {
      CHECK(answer_of(*report.best()) != expected);
    } else {
      CHECK(answer_of(*report.best()) == expected);
    }
  }
}

}  // namespace pki::path::test
