#include "estate/ready_lab.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "cloudpki/fleet/check_in.h"
#include "estate/conversation.h"
#include "estate/create.h"
#include "estate_lab.h"

namespace pki::test {
namespace {

using estate::DeploymentModel;

std::vector<std::string> issuing_cas(const estate::ReadyLab& lab) {
  std::vector<std::string> names;
  for (const estate::ClientChain& chain : estate::client_chains(lab.tenant)) names.push_back(chain.ca->name);
  return names;
}

}  // namespace

TEST_CASE("ready lab: each model has its issuing CAs, active, and a service of every kind") {
  const auto cloud = estate::make_ready_lab(DeploymentModel::CloudRoot, start());
  REQUIRE(cloud.ok());
  CHECK(issuing_cas(*cloud) == std::vector<std::string>{"Cloud Issuing"});
  CHECK(cloud->private_pki == nullptr);
  CHECK(cloud->estate.services.size() == estate::service_kinds().size());
  const auto byoca = estate::make_ready_lab(DeploymentModel::Byoca, start());
  REQUIRE(byoca.ok());
  CHECK(issuing_cas(*byoca) == std::vector<std::string>{"BYOCA Issuing"});
  REQUIRE(byoca->private_pki != nullptr);
  CHECK(byoca->estate.server_pki == byoca->private_pki);
}

TEST_CASE("ready lab: with both models in one tenant, a laptop and a phone can talk to everybody") {
  auto lab = estate::make_ready_lab(DeploymentModel::Both, start());
  REQUIRE(lab.ok());
  CHECK(issuing_cas(*lab) == std::vector<std::string>{"Cloud Issuing", "BYOCA Issuing"});
  std::vector<std::string> two;
  for (const char* name : {"LAPTOP-ANN", "Pixel of Cleo"}) {
    const fleet::Device* device = fleet::find_device(lab->tenant.fleet, name);
    REQUIRE(device != nullptr);
    REQUIRE(fleet::check_in(lab->tenant, lab->tenant.fleet, device->id).ok());
    two.push_back(device->id);
  }
  const auto publication = estate::publish_all(lab->tenant, lab->estate);
  REQUIRE(publication.ok());
  const estate::Scene scene = estate::make_scene(lab->tenant, lab->estate, *publication, two);
  estate::Judge judge(scene);
  const auto all = estate::converse_all(scene, judge);
  CHECK(estate::count_working(all) == all.size());
  CHECK(all.size() == 2 * estate::service_kinds().size());
  const auto issuer_of = [&](std::size_t device) {
    return x509::to_rfc4514(scene.devices[device].identities.front().certificate->issuer());
  };
  CHECK(issuer_of(0).find("Cloud Issuing") != std::string::npos);
  CHECK(issuer_of(1).find("BYOCA Issuing") != std::string::npos);
}

}  // namespace pki::test
