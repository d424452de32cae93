// estate.*: who can talk to whom, why not, what would help, where it is anchored, and the plan.

#include <unordered_map>

#include "api/describe_report.h"
#include "api/estate/describe_estate.h"
#include "api/estate/taken.h"
#include "api/method.h"
#include "api/tenant/members.h"
#include "api/tenant/tenant_answer.h"
#include "estate/rules.h"

namespace pki::api {
namespace {

using json::ObjectReader;
using json::Value;

/// How many verdicts a request may bring along.
constexpr std::size_t kMostKnown = 200'000;
constexpr json::Bounds kDevices{0, 100'000};

/// [{key, accepted, fault, why, anchor}], as a matrix gave them.
Status take_known(ObjectReader& params, estate::Judge& judge) {
  const std::optional<Value> value = params.optional("known");
  if (!value) return {};
  PKI_TRY(const std::vector<Value> list, json::read_list(*value));
  if (list.size() > kMostKnown) return value->wrong_value("at most 200000 verdicts");
  for (const Value& each : list) {
    PKI_TRY(ObjectReader object, ObjectReader::open(each));
    estate::Verdict known;
    PKI_TRY(known.key, required_text(object, "key"));
    PKI_CHECK(read_flag(object, "accepted", known.accepted));
    PKI_TRY(const std::string fault, optional_text(object, "fault"));
    known.fault = relying::find_fault(fault);
    PKI_TRY(known.why, optional_text(object, "why"));
    PKI_TRY(known.anchor_id, optional_text(object, "anchor"));
    PKI_CHECK(object.finish());
    judge.remember(std::move(known));
  }
  return {};
}

Result<estate::Slice> take_slice(ObjectReader& params) {
  estate::Slice slice;
  if (const std::optional<Value> first = params.optional("first")) {
    PKI_TRY(const std::int64_t number, json::read_integer(*first, kDevices));
    slice.first = static_cast<std::size_t>(number);
  }
  if (const std::optional<Value> count = params.optional("count")) {
    PKI_TRY(const std::int64_t number, json::read_integer(*count, kDevices));
    slice.count = static_cast<std::size_t>(number);
  }
  return slice;
}

/// The verdicts that cells name by their places, each once.
class VerdictList {
 public:
  /// The place; the verdict is in the list from then on.
  std::size_t place_of(const estate::VerdictPtr& verdict) {
    const auto [known, is_new] = places_.try_emplace(verdict.get(), list_.size());
    if (is_new) {
      Json line;
      line["key"] = verdict->key;
      line.update(describe(*verdict));
      list_.push_back(std::move(line));
    }
    return known->second;
  }
  Json take() { return std::move(list_); }

 private:
  std::unordered_map<const estate::Verdict*, std::size_t> places_;
  Json list_ = Json::array();
};

/// {device, service, outcome, of_server, of_client}: the sides are places in `verdicts`.
Json cell_of(const estate::Scene& scene, const estate::Conversation& talk, VerdictList& verdicts) {
  const estate::DeviceView& device = scene.devices[talk.device];
  const estate::ServiceView& service = scene.services[talk.service];
  Json cell;
  cell["device"] = device.device->id;
  cell["service"] = service.service->id;
  cell["outcome"] = estate::outcome_name(talk.outcome);
  if (talk.of_server != nullptr) cell["of_server"] = verdicts.place_of(talk.of_server);
  if (talk.of_client != nullptr) cell["of_client"] = verdicts.place_of(talk.of_client);
  return cell;
}

Result<Json> decide_matrix(ObjectReader& params) {
  PKI_TRY(const Taken taken, take_both(params));
  PKI_TRY(const estate::Publication publication, estate::publish_all(taken.tenant, taken.estate));
  const estate::Scene scene = estate::make_scene(taken.tenant, taken.estate, publication);
  estate::Judge judge(scene);
  PKI_CHECK(take_known(params, judge));
  PKI_TRY(const estate::Slice slice, take_slice(params));
  const std::vector<estate::Conversation> all = estate::converse_all(scene, judge, slice);
  Json cells = Json::array();
  VerdictList verdicts;
  for (const estate::Conversation& talk : all) cells.push_back(cell_of(scene, talk, verdicts));
  Json out;
  out["cells"] = std::move(cells);
  out["verdicts"] = verdicts.take();
  out["working"] = estate::count_working(all);
  out["judged"] = judge.made();
  out["devices"] = scene.devices.size();
  return out;
}

std::string sentence_of(const estate::Conversation& talk, const estate::DeviceView& device,
                        const estate::ServiceView& service) {
  const std::string names = device.device->name + " and " + service.service->name;
  switch (talk.outcome) {
    case estate::Outcome::Works:
      return names + " can talk: each side that judges accepts what the other shows.";
    case estate::Outcome::DeviceRefuses:
      return names + " cannot talk: the device refuses the server's certificate.";
    case estate::Outcome::ServiceRefuses:
      return names + " cannot talk: the service refuses the device's certificate.";
    case estate::Outcome::BothRefuse:
      return names +
             " cannot talk: the device refuses the server's certificate, and the service would refuse the "
             "device's.";
    case estate::Outcome::NoIdentity:
      break;
  }
  return names + " cannot talk: the device has no certificate to show.";
}

Result<Json> show_conversation(ObjectReader& params) {
  PKI_TRY(const Taken taken, take_both(params));
  PKI_TRY(const Pair pair, take_pair(params, taken));
  PKI_TRY(const estate::Publication publication, estate::publish_all(taken.tenant, taken.estate));
  const estate::Scene scene = estate::make_scene(taken.tenant, taken.estate, publication, {pair.device});
  std::size_t place = 0;
  while (scene.services[place].service->id != pair.service) ++place;
  const estate::DeviceView& device = scene.devices.front();
  const estate::ServiceView& service = scene.services[place];
  estate::Judge judge(scene);
  const estate::Conversation talk = estate::converse(scene, judge, 0, place);
  CertificateIndex index;
  Json out;
  out["outcome"] = estate::outcome_name(talk.outcome);
  out["sentence"] = sentence_of(talk, device, service);
  out["talk"] = estate::talk_name(service.kind->talk);
  out["server_sends"] = index.names(service.service->sent);
  out["device_sends"] = talk.identity ? index.names(device.identities[*talk.identity].sent) : Json::array();
  out["of_server"] = talk.of_server != nullptr ? describe(judge.server_in_full(device, service), index) : Json(nullptr);
  out["of_client"] = talk.of_client != nullptr
                         ? describe(judge.client_in_full(service, device.identities[*talk.identity]), index)
                         : Json(nullptr);
  out["certificates"] = index.take(scene.at);
  return out;
}

Result<Json> list_cures(ObjectReader& params) {
  PKI_TRY(const Taken taken, take_both(params));
  PKI_TRY(const Pair pair, take_pair(params, taken));
  PKI_TRY(const estate::Cures cures, estate::find_cures(taken.tenant, taken.estate, pair.device, pair.service));
  return describe(cures, taken.tenant, taken.estate);
}

Result<Json> list_anchors(ObjectReader& params) {
  PKI_TRY(const Taken taken, take_both(params));
  PKI_TRY(const estate::Publication publication, estate::publish_all(taken.tenant, taken.estate));
  const estate::Scene scene = estate::make_scene(taken.tenant, taken.estate, publication);
  estate::Judge judge(scene);
  const std::vector<estate::Conversation> all = estate::converse_all(scene, judge);
  CertificateIndex index;
  Json out;
  out["anchors"] = describe(estate::find_anchors(scene, all), scene, index);
  out["certificates"] = index.take(scene.at);
  return out;
}

Result<Json> list_plan(ObjectReader& params) {
  PKI_TRY(const Taken taken, take_both(params));
  PKI_TRY(const estate::Plan plan, estate::make_plan(taken.tenant, taken.estate));
  CertificateIndex index;
  Json out;
  out["rows"] = describe(plan, index);
  out["certificates"] = index.take(taken.tenant.clock);
  return out;
}

constexpr ParamRow kEstateRow[] = {
    {"estate", "Estate", Presence::Required, "The estate, as the request before gave it back"},
};
constexpr ParamRow kMatrixRows[] = {
    {"known", "[EstateVerdict]", Presence::Optional,
     "Verdicts of a matrix before; what they depend on tells which still hold"},
    {"first", "number", Presence::Optional, "The first device, from 0; otherwise 0"},
    {"count", "number", Presence::Optional, "How many devices; otherwise all"},
};
constexpr ParamRow kPairRows[] = {
    {"device", "text", Presence::Required, "The device, by its id or its name"},
    {"service", "text", Presence::Required, "The service, by its id or its name"},
};
constexpr std::span<const ParamRow> kBothParams[] = {kTenantRow, kEstateRow};
constexpr std::span<const ParamRow> kMatrixParams[] = {kTenantRow, kEstateRow, kMatrixRows};
constexpr std::span<const ParamRow> kPairParams[] = {kTenantRow, kEstateRow, kPairRows};

constexpr Method kMethods[] = {
    {"estate.matrix", "Decides who can talk to whom: both directions of every conversation", kMatrixParams,
     decide_matrix},
    {"estate.conversation", "Decides one conversation, and tells everything about it", kPairParams, show_conversation},
    {"estate.cures", "Finds the smallest changes that make a conversation work, by trying them", kPairParams,
     list_cures},
    {"estate.anchors", "Finds the trust anchors, who relies on each, and what would stop without it", kBothParams,
     list_anchors},
    {"estate.plan", "Plans which certificate goes where, with what the documents say, and what happens without it",
     kBothParams, list_plan},
};

}  // namespace

std::span<const Method> estate_talk_methods() { return kMethods; }

}  // namespace pki::api
