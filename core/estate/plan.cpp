#include "estate/plan.h"

#include <algorithm>
#include <map>

#include "estate/change.h"
#include "estate/create.h"

namespace pki::estate {
namespace {

namespace fleet = cloudpki::fleet;
namespace tenants = cloudpki::tenant;
using x509::CertificatePtr;

/// A certificate of the plan. One that is two things (the private root is often also the root of the servers) is there
/// once, with both.
struct Piece {
  CertificatePtr certificate;
  std::vector<Part> parts;
  /// Whether it is a root.
  ChangeKind add = ChangeKind::AddRoot;
};

void add_piece(std::vector<Piece>& pieces, const CertificatePtr& certificate, Part part, ChangeKind add) {
  const auto known = std::find_if(pieces.begin(), pieces.end(), [&](const Piece& piece) {
    return equal(piece.certificate->fingerprint(), certificate->fingerprint());
  });
  if (known == pieces.end()) {
    pieces.push_back({certificate, {part}, add});
  } else if (std::find(known->parts.begin(), known->parts.end(), part) == known->parts.end()) {
    known->parts.push_back(part);
  }
}

std::vector<Piece> pieces_of(const tenants::Tenant& tenant, const Estate& estate) {
  std::vector<Piece> pieces;
  for (const ClientChain& chain : client_chains(tenant)) {
    const bool byoca = chain.ca->kind == tenants::CaKind::Byoca;
    for (std::size_t i = 0; i < chain.certificates.size(); ++i) {
      const bool root = i == 0 && chain.certificates.size() > 1;
      const bool issuing = i + 1 == chain.certificates.size();
      Part part = root ? Part::CloudRoot : Part::CloudIssuing;
      if (byoca) part = root ? Part::PrivateRoot : issuing ? Part::ByocaIssuing : Part::PrivateIssuing;
      add_piece(pieces, chain.certificates[i], part, root ? ChangeKind::AddRoot : ChangeKind::AddIntermediate);
    }
  }
  const std::vector<CertificatePtr> servers = server_chain(estate);
  for (std::size_t i = 0; i < servers.size(); ++i) {
    add_piece(pieces, servers[i], i == 0 ? Part::ServerRoot : Part::ServerIssuing,
              i == 0 ? ChangeKind::AddRoot : ChangeKind::AddIntermediate);
  }
  return pieces;
}

std::vector<std::string_view> means_of(const fleet::Device& device) {
  std::vector<std::string_view> means = {"trusted certificate profile"};
  if (device.platform == fleet::Platform::Windows && device.join == fleet::Join::Hybrid) {
    means.emplace_back("group policy, or certutil -dspublish");
  }
  return means;
}

std::vector<std::string_view> means_of(const Service& service, const Piece& piece) {
  const auto system = kind_row(service.kind).system;
  if (system == ServiceKindRow::System::Cloud) return {"upload to the trust store of Microsoft Entra"};
  std::vector<std::string_view> means;
  if (service.membership == Service::Membership::Domain) {
    means.emplace_back("group policy, or certutil -dspublish");
    if (service.accounts == Accounts::ActiveDirectory && piece.add == ChangeKind::AddIntermediate) {
      means.emplace_back("certutil -dspublish NTAuthCA");
    }
  }
  means.emplace_back(system == ServiceKindRow::System::Windows ? "by hand, with certutil -addstore"
                                                               : "by hand, in its PEM files");
  return means;
}

bool is_of_servers(Part part) { return part == Part::ServerRoot || part == Part::ServerIssuing; }

bool holds(const Store& store, const CertificatePtr& certificate) {
  const auto same = [&](const CertificatePtr& each) { return equal(each->fingerprint(), certificate->fingerprint()); };
  return std::any_of(store.roots.begin(), store.roots.end(), same) ||
         std::any_of(store.intermediates.begin(), store.intermediates.end(), same);
}

/// Decides for the devices that stand for their platforms.
class Planner {
 public:
  Planner(const tenants::Tenant& tenant, const Estate& estate, Publication publication)
      : tenant_(tenant), estate_(estate), publication_(std::move(publication)), pieces_(pieces_of(tenant, estate)) {
    for (const fleet::Platform platform : fleet::all_platforms()) {
      const auto device = std::find_if(tenant.fleet.devices.begin(), tenant.fleet.devices.end(),
                                       [&](const fleet::Device& each) { return each.platform == platform; });
      if (device != tenant.fleet.devices.end()) devices_.push_back(device->id);
    }
  }

  Plan run() {
    now_ = decide(estate_, {});
    const Scene scene = make_scene(tenant_, estate_, publication_, devices_.empty() ? nobody() : devices_);
    for (const DeviceView& device : scene.devices) {
      for (const Piece& piece : pieces_) plan_device(device, piece);
    }
    for (const ServiceView& service : scene.services) {
      for (const Piece& piece : pieces_) plan_service(service, piece);
    }
    return std::move(plan_);
  }

 private:
  struct Decided {
    std::string device;
    std::string service;
    bool works = false;
    std::optional<Finding> reason = {};
    bool fetched = false;
  };

  static std::vector<std::string> nobody() { return {"-"}; }

  std::vector<Decided> decide(const Estate& estate, const std::string& only_device) const {
    std::vector<std::string> devices = devices_;
    if (!only_device.empty()) devices = {only_device};
    if (devices.empty()) devices = nobody();
    const Scene scene = make_scene(tenant_, estate, publication_, devices);
    Judge judge(scene);
    std::vector<Decided> all;
    for (const Conversation& each : converse_all(scene, judge)) {
      Decided decided{.device = scene.devices[each.device].device->id,
                      .service = scene.services[each.service].service->id,
                      .works = each.outcome == Outcome::Works};
      for (const VerdictPtr& verdict : {each.of_server, each.of_client}) {
        if (verdict == nullptr) continue;
        if (!verdict->accepted && !decided.reason) decided.reason = verdict->reason;
        decided.fetched = decided.fetched || !verdict->fetched.empty();
      }
      all.push_back(std::move(decided));
    }
    return all;
  }

  void fill(PlanRow& row, const Piece& piece) {
    const bool device = row.holder == Holder::ManagedDevice;
    const std::string only = device ? row.id : std::string();
    const auto mine = [&](const Decided& each) { return (device ? each.device : each.service) == row.id; };
    Estate with = estate_;
    Estate without = estate_;
    // What it does not hold cannot be taken, and what it holds need not be given.
    static_cast<void>(apply(tenant_, with, {.kind = piece.add, .holder = row.id, .certificate = piece.certificate}));
    static_cast<void>(
        apply(tenant_, without, {.kind = ChangeKind::Remove, .holder = row.id, .certificate = piece.certificate}));
    const std::vector<Decided> then = decide(without, only);
    std::map<std::pair<std::string, std::string>, bool> works_with;
    for (const Decided& each : row.held == PlanRow::Held::Yes ? now_ : decide(with, only)) {
      if (!mine(each)) continue;
      works_with[{each.device, each.service}] = each.works;
      row.works_with += each.works ? 1 : 0;
    }
    for (const Decided& each : now_) row.works_now += mine(each) && each.works ? 1 : 0;
    for (const Decided& each : then) {
      if (!mine(each)) continue;
      ++row.conversations;
      row.works_without += each.works ? 1 : 0;
      if (each.works && each.fetched) row.fetched_instead = true;
      if (!each.works && !row.reason && works_with[{each.device, each.service}]) row.reason = each.reason;
    }
  }

  void add_rows(PlanRow row, const Piece& piece) {
    fill(row, piece);
    for (const Part part : piece.parts) {
      row.part = part;
      row.said.clear();
      for (const Statement& statement : statements()) {
        if (statement.part == part && statement.holder == row.holder) row.said.push_back(&statement);
      }
      plan_.rows.push_back(row);
    }
  }

  void plan_device(const DeviceView& device, const Piece& piece) {
    PlanRow row{.holder = Holder::ManagedDevice,
                .who = std::string(fleet::platform_title(device.device->platform)),
                .id = device.device->id,
                .certificate = piece.certificate,
                .said = {},
                .means = means_of(*device.device)};
    if (holds(device.store, piece.certificate)) row.held = PlanRow::Held::Yes;
    add_rows(std::move(row), piece);
  }

  void plan_service(const ServiceView& view, Piece piece) {
    const Service& service = *view.service;
    // Who judges nobody needs nothing of the chains that devices show.
    if (view.party == nullptr) std::erase_if(piece.parts, [](Part part) { return !is_of_servers(part); });
    if (piece.parts.empty()) return;
    PlanRow row{.holder = Holder::RelyingParty,
                .who = service.name,
                .id = service.id,
                .certificate = piece.certificate,
                .said = {},
                .means = means_of(service, piece)};
    if (holds(service.store, piece.certificate)) row.held = PlanRow::Held::Yes;
    add_rows(std::move(row), piece);
  }

  const tenants::Tenant& tenant_;
  const Estate& estate_;
  Publication publication_;
  std::vector<Piece> pieces_;
  std::vector<std::string> devices_;
  std::vector<Decided> now_;
  Plan plan_;
};

}  // namespace

Result<Plan> make_plan(const tenants::Tenant& tenant, const Estate& estate) {
  PKI_TRY(Publication publication, publish_all(tenant, estate));
  return Planner(tenant, estate, std::move(publication)).run();
}

}  // namespace pki::estate
