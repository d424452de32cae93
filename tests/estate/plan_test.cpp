// The plan: rows of both models, what the documents say, and what happens without.

#include <algorithm>

#include "estate/plan.h"
#include "estate_lab.h"

namespace pki::test {

using estate::Holder;
using estate::Need;
using estate::Part;
using estate::PlanRow;

namespace {

std::vector<PlanRow> rows_of(const EstateLab& lab) {
  auto plan = estate::make_plan(lab.tenant, lab.estate);
  REQUIRE(plan.ok());
  return std::move(plan->rows);
}

const PlanRow& row_of(const std::vector<PlanRow>& rows, Part part, Holder holder, std::string_view who) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const PlanRow& row) {
    return row.part == part && row.holder == holder && row.who.find(who) != std::string::npos;
  });
  REQUIRE(found != rows.end());
  return *found;
}

std::vector<Need> needs(const PlanRow& row) {
  std::vector<Need> all;
  for (const estate::Statement* statement : row.said) all.push_back(statement->need);
  return all;
}

}  // namespace

TEST_CASE("plan: the Cloud PKI root model, for a device and for a relying party outside the domain") {
  const EstateLab lab(Model::CloudRoot, {ServiceKind::Apache});
  const auto rows = rows_of(lab);
  // Four certificates, for four platforms and one service.
  CHECK(rows.size() == 20);
  const PlanRow& root = row_of(rows, Part::CloudRoot, Holder::RelyingParty, "Apache");
  CHECK(needs(root) == std::vector<Need>{Need::Required});
  CHECK(root.held == PlanRow::Held::Yes);
  CHECK(root.conversations == 4);
  CHECK(root.works_with == 4);
  CHECK(root.works_without == 0);
  REQUIRE(root.reason.has_value());
  CHECK(std::find(root.means.begin(), root.means.end(), "by hand, in its PEM files") != root.means.end());
  // Recommended, and what happens without it depends on what devices send.
  const PlanRow& issuing = row_of(rows, Part::CloudIssuing, Holder::RelyingParty, "Apache");
  CHECK(needs(issuing) == std::vector<Need>{Need::Recommended});
  CHECK(issuing.works_without == 3);  // Windows, iOS and macOS send it; Android does not
  const PlanRow& servers = row_of(rows, Part::ServerRoot, Holder::ManagedDevice, "Windows");
  CHECK(servers.works_without == 0);
  CHECK(servers.means.front() == "trusted certificate profile");
}

TEST_CASE("plan: with BYOCA the documents disagree on the private root, and both are told with their dates") {
  const EstateLab lab(Model::Byoca, {ServiceKind::Nps});
  const auto rows = rows_of(lab);
  const PlanRow& root = row_of(rows, Part::PrivateRoot, Holder::ManagedDevice, "Windows");
  CHECK(needs(root) == std::vector<Need>{Need::NotListed, Need::Required});
  CHECK(root.said[0]->date < root.said[1]->date);
  CHECK(root.works_without == 0);  // it is the root of the servers as well
  // It is the same certificate in another part.
  const PlanRow& servers = row_of(rows, Part::ServerRoot, Holder::ManagedDevice, "Windows");
  CHECK(equal(root.certificate->fingerprint(), servers.certificate->fingerprint()));
  const PlanRow& byoca = row_of(rows, Part::ByocaIssuing, Holder::RelyingParty, "NPS");
  CHECK(needs(byoca) == std::vector<Need>{Need::Recommended, Need::Required});
  // Windows fetches what is missing where AIA leads to it.
  CHECK(byoca.works_without == 4);
  CHECK(byoca.fetched_instead);
}

TEST_CASE("plan: what is missing is told, with what it would bring") {
  EstateLab lab(Model::CloudRoot, {ServiceKind::Nginx});
  lab.change(ChangeKind::Remove, lab.estate.services.front().id, lab.client_chain().front());
  const auto rows = rows_of(lab);
  const PlanRow& root = row_of(rows, Part::CloudRoot, Holder::RelyingParty, "nginx");
  CHECK(root.held == PlanRow::Held::No);
  CHECK(root.works_now == 0);
  CHECK(root.works_with == 4);
}

}  // namespace pki::test
