// Users, devices, groups and profiles that come and go, and what refers to them.

#include "cloudpki/fleet/directory.h"

#include <algorithm>

#include "cloudpki/fleet/check_in.h"
#include "cloudpki/fleet/integrity.h"
#include "cloudpki/fleet/samples.h"
#include "lab.h"

namespace pki::test {

namespace fleet = cloudpki::fleet;

namespace {

/// An issuing CA, and the sample fleet with the usual profiles of Windows.
struct Office {
  Pair pair = new_pair();

  Office() {
    auto made = fleet::make_sample_fleet();
    REQUIRE(made.ok());
    all() = *std::move(made);
    REQUIRE(fleet::add_usual_profiles(pair.tenant, pair.issuing_ca(), fleet::Platform::Windows, all()).ok());
  }
  fleet::Fleet& all() { return pair.tenant.fleet; }
  std::vector<std::string> remove(const std::string& id) {
    auto told = fleet::remove_object(pair.tenant, id);
    REQUIRE(told.ok());
    REQUIRE(fleet::check_integrity(all()).ok());
    std::vector<std::string> rules;
    for (const Finding& finding : *told) rules.emplace_back(finding.id());
    return rules;
  }
  std::ptrdiff_t members_called(const std::string& id) {
    return std::count_if(all().groups.begin(), all().groups.end(), [&](const fleet::Group& group) {
      return std::find(group.members.begin(), group.members.end(), id) != group.members.end();
    });
  }
};

const std::vector<std::string> kNone;
const std::vector<std::string> kStay = {"cloudpki.fleet.certificates_stay"};

}  // namespace

TEST_CASE("a user who is removed leaves groups and devices") {
  Office office;
  const std::string id = fleet::find_user(office.all(), "ann@corp.example")->id;
  REQUIRE(office.members_called(id) > 0);
  CHECK(office.remove(id) == kNone);
  CHECK(office.members_called(id) == 0);
  CHECK(fleet::find_device(office.all(), "LAPTOP-ANN")->user.empty());
}

TEST_CASE("a group that is removed leaves the profiles, a root's profile leaves the SCEP profile") {
  Office office;
  const std::string group = office.all().scep_profiles.back().groups.front();
  CHECK(office.remove(group) == kNone);
  for (const auto& profile : office.all().scep_profiles) CHECK(profile.groups.empty());
  for (const auto& profile : office.all().trusted_profiles) CHECK(profile.groups.empty());
  CHECK(office.remove(office.all().scep_profiles.back().root_profile) == kNone);
  CHECK(office.all().scep_profiles.back().root_profile.empty());
}

TEST_CASE("removing a SCEP profile or a device tells of certificates that stay active") {
  Office office;
  const std::string device = fleet::find_device(office.all(), "LAPTOP-ANN")->id;
  const std::string profile = office.all().scep_profiles.back().id;
  SECTION("none was issued") {
    CHECK(office.remove(device) == kNone);
    CHECK(office.remove(profile) == kNone);
  }
  SECTION("one was issued") {
    REQUIRE(fleet::check_in(office.pair.tenant, office.all(), device).ok());
    REQUIRE(office.pair.tenant.leaves.size() == 1);
    SECTION("the profile goes") { CHECK(office.remove(profile) == kStay); }
    SECTION("the device goes, with what was on it") {
      CHECK(office.remove(device) == kStay);
      CHECK(fleet::find_state(office.all(), device) == nullptr);
    }
    SECTION("it was revoked") {
      office.pair.tenant.leaves.front().revoked = office.pair.tenant.clock;
      CHECK(office.remove(profile) == kNone);
    }
    CHECK(office.pair.tenant.leaves.size() == 1);
  }
}

TEST_CASE("what is not there cannot be removed") {
  Office office;
  CHECK(refusal(fleet::remove_object(office.pair.tenant, "nobody")) == "cloudpki.fleet.no_such");
}

TEST_CASE("users, devices and groups need names of their own") {
  Office office;
  const fleet::User ann = *fleet::find_user(office.all(), "ann@corp.example");
  CHECK(refusal(fleet::check_name(office.all(), ann)) == "");
  CHECK(refusal(fleet::check_name(office.all(), fleet::User{.id = "new", .user_principal_name = ""})) ==
        "cloudpki.fleet.name_missing");
  CHECK(refusal(fleet::check_name(office.all(), fleet::User{.id = "new", .user_principal_name = "ann@corp.example"})) ==
        "cloudpki.fleet.name_taken");
  fleet::Device device;
  device.name = "LAPTOP-ANN";
  CHECK(refusal(fleet::check_name(office.all(), device)) == "cloudpki.fleet.name_taken");
  device.name = "LAPTOP-ZOE";
  CHECK(refusal(fleet::check_name(office.all(), device)) == "");
  fleet::Group group;
  CHECK(refusal(fleet::check_name(office.all(), group)) == "cloudpki.fleet.name_missing");
  group.name = office.all().groups.front().name;
  CHECK(refusal(fleet::check_name(office.all(), group)) == "cloudpki.fleet.name_taken");
}

}  // namespace pki::test
