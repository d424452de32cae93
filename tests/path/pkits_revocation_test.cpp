// NIST PKITS with its CRLs: what depends on revocation, and, since they come with CRLs too, all else that is judged
// without policies. Skipped where the vectors are not at hand.

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>

#include "conformance_support.h"

namespace pki::path::test {
namespace {

// Sections whose tests are about certificate policies.
const std::set<std::string> kPolicySections = {"4.8", "4.9", "4.10", "4.11", "4.12"};

// Single tests that need more than revocation.
const std::map<std::string, const char*> kNotCovered = {
    {"4.1.4", "DSA"},
    {"4.1.5", "DSA, parameters inherited"},
};

std::string considered_text(const Report& report) {
  std::string text;
  for (const CandidatePath& path : report.paths) {
    for (const Step& step : path.steps) {
      if (step.check != &checks::kRevocation) continue;
      text += std::to_string(step.certificate) + " " + std::string(outcome_name(step.outcome)) + ": ";
      for (const Finding& finding : step.findings) text += render_summary(finding) + " ";
      for (const Finding& finding : step.considered) text += "[" + render_summary(finding) + "] ";
    }
    text += "; ";
  }
  return text;
}

}  // namespace

TEST_CASE("NIST PKITS with CRLs: hard fail for the whole chain") {
  const Json cases = load_cases("pkits/pkits.json");
  if (cases.empty()) SKIP("no PKITS at " PKI_SHARED_CONFORMANCE_DIR);
  int covered = 0;
  for (const Json& item : cases) {
    const Json& x = item["x"];
    const auto number = x["test_number"].get<std::string>();
    if (kPolicySections.contains(section_of(number)) || kNotCovered.contains(number)) continue;
    CAPTURE(number, item["description"].get<std::string>());
    const PathQuestion question = ask_pkits_with_crls(item);
    const Report report = check_paths(question);
    CAPTURE(failures_text(report), considered_text(report));
    CHECK(report.accepted == x["should_validate"].get<bool>());
    ++covered;
  }
  CHECK(covered > 150);
}

TEST_CASE("NIST PKITS: the tests of revocation fail for it and for nothing else") {
  const Json cases = load_cases("pkits/pkits.json");
  if (cases.empty()) SKIP("no PKITS at " PKI_SHARED_CONFORMANCE_DIR);
  int covered = 0;
  for (const Json& item : cases) {
    const Json& x = item["x"];
    const auto number = x["test_number"].get<std::string>();
    const std::string section = section_of(number);
    if (section != "4.4" && section != "4.14" && section != "4.15") continue;
    if (x["should_validate"].get<bool>()) continue;
    CAPTURE(number, item["description"].get<std::string>());
    PathQuestion question = ask_pkits_with_crls(item);
    const Report hard = check_paths(question);
    CAPTURE(failures_text(hard));
    REQUIRE(hard.headline.has_value());
    CHECK(hard.headline->id().starts_with("path.revocation."));
    question.options.revocation.mode = RevocationMode::Off;
    CHECK(check_paths(question).accepted);
    ++covered;
  }
  CHECK(covered > 30);
}

}  // namespace pki::path::test
