// estate.handshake: a conversation, played.

#include "api/describe_finding.h"
#include "api/describe_tls.h"
#include "api/estate/taken.h"
#include "api/method.h"
#include "api/params.h"
#include "api/tenant/tenant_answer.h"
#include "estate/handshake.h"

namespace pki::api {
namespace {

using json::ObjectReader;
using json::Value;

/// How the service tells that it refuses a certificate.
Json manner_json(const estate::Manner& manner) {
  Json out;
  out["telling"] = estate::telling_name(manner.telling);
  out["certainty"] = relying::certainty_name(manner.certainty);
  out["source"] = manner.source;
  return out;
}

/// What comes of it all, in a sentence: where the handshake goes well, what came after it.
std::string sentence_of(const estate::PlayedConversation& played, const std::string& of_handshake) {
  if (!played.answer.empty()) {
    const std::string_view how =
        played.handshake.completed() ? " The service refuses in its answer: " : " What reaches the device: ";
    return of_handshake + std::string(how) + std::string(played.answer) + ".";
  }
  if (played.beyond) return of_handshake + " The service refuses afterwards: " + render_summary(*played.beyond) + ".";
  return of_handshake;
}

Result<Json> play_handshake(ObjectReader& params) {
  PKI_TRY(const Taken taken, take_both(params));
  PKI_TRY(const Pair pair, take_pair(params, taken));
  tls::Version version = tls::Version::Tls13;
  if (const std::optional<Value> value = params.optional("version")) {
    PKI_TRY(version, read_tls_version(*value));
  }
  PKI_TRY(const estate::Publication publication, estate::publish_all(taken.tenant, taken.estate));
  const estate::Scene scene = estate::make_scene(taken.tenant, taken.estate, publication, {pair.device});
  std::size_t place = 0;
  while (scene.services[place].service->id != pair.service) ++place;
  estate::Judge judge(scene);
  const estate::Conversation talk = estate::converse(scene, judge, 0, place);
  PKI_TRY(const estate::PlayedConversation played, estate::play(scene, judge, talk, version));

  Json out;
  out["outcome"] = estate::outcome_name(talk.outcome);
  out["talk"] = estate::talk_name(scene.services[place].kind->talk);
  out["handshake"] = describe(played.handshake, scene.at);
  out["sentence"] = sentence_of(played, out["handshake"]["sentence"].get<std::string>());
  out["manner"] = manner_json(estate::manner_of(scene.services[place].service->kind));
  out["answer"] = played.answer.empty() ? Json(nullptr) : Json(played.answer);
  out["beyond"] = played.beyond ? describe(*played.beyond) : Json(nullptr);
  return out;
}

constexpr ParamRow kRows[] = {
    {"estate", "Estate", Presence::Required, "The estate, as the request before gave it back"},
    {"device", "text", Presence::Required, "The device, by its id or its name"},
    {"service", "text", Presence::Required, "The service, by its id or its name"},
    {"version", "text", Presence::Optional, "Of TLS: 1.2 or 1.3; otherwise 1.3"},
};
constexpr std::span<const ParamRow> kParams[] = {kTenantRow, kRows};

constexpr Method kMethods[] = {
    {"estate.handshake",
     "Plays a conversation as a TLS handshake, flight by flight, with the certificates in it and the real alert",
     kParams, play_handshake},
};

}  // namespace

std::span<const Method> estate_handshake_methods() { return kMethods; }

}  // namespace pki::api
