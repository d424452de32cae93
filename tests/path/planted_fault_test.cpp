// Laws of the whole check, over random hierarchies: cross-certificates, renewed and expired CAs, CAs of the same name,
// circles, strangers and duplicates, in any order, with one planted fault or none.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>

#include "path_support.h"
#include "support/random_hierarchy.h"

namespace pki::path::test {
namespace {

// How many: more by an environment variable, for a run that is not the daily one.
unsigned hierarchies() {
  const char* wanted = std::getenv("PKI_HIERARCHIES");
  return wanted == nullptr ? 120 : static_cast<unsigned>(std::strtoul(wanted, nullptr, 10));
}

Report check(RandomHierarchy& hierarchy) {
  hierarchy.finish();
  PathQuestion question = ask(hierarchy.trunk_certificates()[0], hierarchy.pool(), {});
  const x509::CertificatePtr& anchor = hierarchy.anchor();
  if (hierarchy.anchor_is_bare()) {
    const ByteVector name = to_vector(anchor->subject().der());
    question.anchors.add(TrustAnchor::from_name_and_key(name, to_vector(anchor->public_key().whole)).value());
  } else {
    question.anchors.add(anchor);
  }
  question.options.purpose = Purpose::TlsServer;
  question.options.identities = {parse_reference_identity("leaf.example.com").value()};
  question.options.limits.max_paths = 1000;
  return check_paths(question);
}

// The path of the report that is the trunk; null where there is none.
const CandidatePath* find_trunk(const RandomHierarchy& hierarchy, const Report& report) {
  const auto same = [](const x509::CertificatePtr& a, const x509::CertificatePtr& b) {
    return std::ranges::equal(a->der(), b->der());
  };
  const auto& trunk = hierarchy.trunk_certificates();
  for (const CandidatePath& path : report.paths) {
    if (!path.complete() || path.judged != trunk.size()) continue;
    if (std::equal(trunk.begin(), trunk.end(), path.certificates.begin(), same)) return &path;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("In a random hierarchy without a fault the good path is found and is the best") {
  for (unsigned seed = 1; seed <= hierarchies(); ++seed) {
    CAPTURE(seed);
    RandomHierarchy hierarchy(seed, Anchors::OfEveryForm);
    hierarchy.add_decoys();
    const Report report = check(hierarchy);
    CHECK(report.accepted);
    const CandidatePath* trunk = find_trunk(hierarchy, report);
    REQUIRE(trunk != nullptr);
    CHECK(failures(*trunk).empty());
    CHECK(report.best()->accepted);
  }
}

TEST_CASE("In a random hierarchy with one planted fault, the fault is found, nothing else, and nothing is accepted") {
  for (unsigned seed = 1; seed <= hierarchies(); ++seed) {
    RandomHierarchy hierarchy(seed, Anchors::OfEveryForm);
    const std::size_t place = hierarchy.choose(hierarchy.cas() + 1);
    const PlantedFault& fault = hierarchy.draw_fault(place);
    CAPTURE(seed, place, fault.name);
    fault.plant(hierarchy.trunk(place), place);
    hierarchy.add_decoys();
    const Report report = check(hierarchy);
    CHECK_FALSE(report.accepted);
    REQUIRE(report.headline);
    const CandidatePath* trunk = find_trunk(hierarchy, report);
    REQUIRE(trunk != nullptr);
    CHECK(failures(*trunk) ==
          std::set<std::string>{std::string(fault.rule) + "@" + std::to_string(fault.found_at(place))});
    CHECK(trunk->near_miss());
    CHECK(report.best()->failures == 1);
  }
}

TEST_CASE("A good certificate beside the one with the fault saves the path, and the fault is still told") {
  for (unsigned seed = 1; seed <= hierarchies(); ++seed) {
    RandomHierarchy hierarchy(seed, Anchors::OfEveryForm);
    const std::size_t place = 1 + hierarchy.choose(hierarchy.cas());
    const PlantedFault& fault = hierarchy.draw_fault(place);
    CAPTURE(seed, place, fault.name);
    hierarchy.add(hierarchy.trunk(place));
    fault.plant(hierarchy.trunk(place), place);
    hierarchy.add_decoys();
    const Report report = check(hierarchy);
    CHECK(report.accepted);
    const CandidatePath* trunk = find_trunk(hierarchy, report);
    // A candidate whose signature does not fit is left out where another one's does.
    REQUIRE((trunk != nullptr || std::string_view(fault.rule) == "path.signature.invalid"));
    if (trunk != nullptr) CHECK_FALSE(trunk->accepted);
  }
}

TEST_CASE("A wrong authority key identifier in a random hierarchy is a warning and no more") {
  for (unsigned seed = 1; seed <= hierarchies() / 4; ++seed) {
    RandomHierarchy hierarchy(seed, Anchors::OfEveryForm);
    const std::size_t place = hierarchy.choose(hierarchy.cas() + 1);
    CAPTURE(seed, place);
    hierarchy.trunk(place).key_ids = KeyIds::WrongAuthority;
    hierarchy.add_decoys();
    const Report report = check(hierarchy);
    CHECK(report.accepted);
    const CandidatePath* trunk = find_trunk(hierarchy, report);
    REQUIRE(trunk != nullptr);
    CHECK(trunk->accepted);
    // A bare anchor has no key identifier to compare with.
    const bool compared = place < hierarchy.cas() || !hierarchy.anchor_is_bare();
    CHECK(warnings(*trunk).contains("path.key_identifier.mismatch@" + std::to_string(place)) == compared);
  }
}

}  // namespace pki::path::test
