// Conversations as handshakes: who sends what, who refuses, and in which words.

#include "estate/handshake.h"

#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "estate/rules.h"
#include "estate_lab.h"

namespace pki::test {

using fleet::Platform;

namespace {

/// The conversation of the device with the only service.
Result<estate::PlayedConversation> try_to_play(const EstateLab& lab, const std::string& device, tls::Version version) {
  const auto publication = estate::publish_all(lab.tenant, lab.estate);
  REQUIRE(publication.ok());
  const estate::Scene scene = estate::make_scene(lab.tenant, lab.estate, *publication, {"id of " + device});
  estate::Judge judge(scene);
  return estate::play(scene, judge, estate::converse(scene, judge, 0, 0), version);
}

estate::PlayedConversation play(const EstateLab& lab, const std::string& device, tls::Version version) {
  auto played = try_to_play(lab, device, version);
  INFO((played.ok() ? std::string() : render_summary(played.error())));
  REQUIRE(played.ok());
  return *std::move(played);
}

tls::Version any_version() { return GENERATE(tls::Version::Tls12, tls::Version::Tls13); }

/// How many certificates the client sent; nothing where it was not asked.
std::optional<std::size_t> sent_by(const tls::Handshake& handshake, tls::Side side) {
  for (const tls::Flight& flight : handshake.flights) {
    for (const tls::Message& message : flight.messages) {
      if (message.sender == side && message.name == "Certificate") return message.certificates.size();
    }
  }
  return std::nullopt;
}

const std::string kWindows = device_on(Platform::Windows);

}  // namespace

TEST_CASE("handshake: with everything in its place both sides are connected, and each sends what it is known to send") {
  const tls::Version version = any_version();
  const Platform platform = GENERATE(from_range(std::begin(kPlatforms), std::end(kPlatforms)));
  const ServiceKind kind = GENERATE(ServiceKind::Nps, ServiceKind::Nginx, ServiceKind::Website);
  const EstateLab lab(Model::CloudRoot, {kind});
  const auto played = play(lab, device_on(platform), version);
  CHECK(played.handshake.completed());
  CHECK(played.answer.empty());
  CHECK_FALSE(played.beyond.has_value());
  CHECK(sent_by(played.handshake, tls::Side::Server) == lab.estate.services.front().sent.size());
  const auto of_client = sent_by(played.handshake, tls::Side::Client);
  if (kind == ServiceKind::Website) {
    CHECK_FALSE(of_client.has_value());
  } else {
    CHECK(of_client == (fleet::is_android(platform) ? 1U : 2U));
  }
}

TEST_CASE("handshake: a device that does not know the root of the servers says unknown_ca") {
  const tls::Version version = any_version();
  EstateLab lab(Model::CloudRoot, {ServiceKind::FreeRadius});
  lab.change(ChangeKind::Remove, kWindows, lab.server_chain().front());
  const auto played = play(lab, kWindows, version);
  CHECK(played.handshake.refusal ==
        tls::Refusal{tls::Side::Client, tls::Alert::UnknownCa, tls::AlertCause::CertificateRefused});
}

TEST_CASE("handshake: a service that ends it with an alert, and the client of TLS 1.3 that took itself for connected") {
  const tls::Version version = any_version();
  EstateLab lab(Model::Byoca, {ServiceKind::Apache});
  lab.change(ChangeKind::Remove, lab.estate.services.front().id, lab.client_chain().front());
  const auto played = play(lab, kWindows, version);
  CHECK(played.handshake.refusal ==
        tls::Refusal{tls::Side::Server, tls::Alert::UnknownCa, tls::AlertCause::CertificateRefused});
  CHECK(played.handshake.client_finished == (version == tls::Version::Tls13));
  CHECK(played.answer.empty());
}

TEST_CASE("handshake: FreeRADIUS makes the alert, and the device gets EAP-Failure") {
  const tls::Version version = any_version();
  EstateLab lab(Model::CloudRoot, {ServiceKind::FreeRadius});
  for (const auto& certificate : lab.client_chain()) {
    lab.change(ChangeKind::Remove, lab.estate.services.front().id, certificate);
  }
  const auto played = play(lab, kWindows, version);
  CHECK(played.handshake.refusal ==
        tls::Refusal{tls::Side::Server, tls::Alert::UnknownCa, tls::AlertCause::CertificateRefused});
  CHECK(played.answer == "EAP-Failure; the alert stays in the server's log");
}

TEST_CASE("handshake: alerts that Apache chooses in its own way") {
  estate::Verdict verdict;
  verdict.fault = relying::find_fault("too-long");
  CHECK(estate::alert_of(ServiceKind::Apache, verdict) == tls::Alert::InternalError);
  CHECK(estate::alert_of(ServiceKind::FreeRadius, verdict) == tls::Alert::UnknownCa);
  verdict.fault = relying::find_fault("revocation-unknown");
  CHECK(estate::alert_of(ServiceKind::Apache, verdict) == tls::Alert::UnknownCa);
  verdict.crl_expired = true;
  CHECK(estate::alert_of(ServiceKind::Apache, verdict) == tls::Alert::CertificateUnknown);
  CHECK(estate::alert_of(ServiceKind::FreeRadius, verdict) == tls::Alert::CertificateExpired);
}

TEST_CASE("handshake: nginx and IIS finish it, and refuse in the answer") {
  const tls::Version version = any_version();
  const ServiceKind kind = GENERATE(ServiceKind::Nginx, ServiceKind::Iis);
  EstateLab lab(Model::CloudRoot, {kind});
  lab.change(ChangeKind::Remove, lab.estate.services.front().id, lab.client_chain().front());
  const auto refused = play(lab, kWindows, version);
  CHECK(refused.handshake.completed());
  CHECK(refused.answer == (kind == ServiceKind::Nginx ? "HTTP 400: The SSL certificate error"
                                                      : "HTTP 403.16: client certificate is untrusted or invalid"));
  fleet::state_of(lab.tenant.fleet, "id of " + kWindows).identities.clear();
  const auto missing = play(lab, kWindows, version);
  CHECK(missing.handshake.completed());
  CHECK(missing.answer == (kind == ServiceKind::Nginx ? "HTTP 400: No required SSL certificate was sent"
                                                      : "HTTP 403.7: client certificate required"));
}

TEST_CASE("handshake: a device without a certificate is refused for that") {
  const tls::Version version = any_version();
  EstateLab lab(Model::CloudRoot, {ServiceKind::FreeRadius});
  fleet::state_of(lab.tenant.fleet, "id of " + kWindows).identities.clear();
  const auto played = play(lab, kWindows, version);
  REQUIRE(played.handshake.refusal.has_value());
  CHECK(played.handshake.refusal->sender == tls::Side::Server);
  CHECK(played.handshake.refusal->cause == tls::AlertCause::NoClientCertificate);
}

TEST_CASE("handshake: what Active Directory makes of the account, no handshake shows") {
  EstateLab lab(Model::CloudRoot, {ServiceKind::Nps});
  lab.estate.services.front().accounts = estate::Accounts::ActiveDirectory;
  lab.estate.services.front().nt_auth.clear();
  const auto played = play(lab, kWindows, tls::Version::Tls13);
  CHECK(played.handshake.completed());
  REQUIRE(played.beyond.has_value());
  CHECK(played.beyond->rule == &estate::rules::kNotInNtAuth);
}

TEST_CASE("handshake: TLS of a service that is not drawn is not played") {
  const EstateLab lab(Model::CloudRoot, {ServiceKind::EntraCba});
  const auto played = try_to_play(lab, kWindows, tls::Version::Tls13);
  REQUIRE_FALSE(played.ok());
  CHECK(played.error().rule == &estate::rules::kNotPlayed);
}

TEST_CASE("handshake: faults become the alerts of RFC 8446 6.2") {
  CHECK(estate::alert_of(nullptr) == tls::Alert::CertificateUnknown);
  CHECK(estate::alert_of(relying::find_fault("expired")) == tls::Alert::CertificateExpired);
  CHECK(estate::alert_of(relying::find_fault("revoked")) == tls::Alert::CertificateRevoked);
  CHECK(estate::alert_of(relying::find_fault("wrong-eku")) == tls::Alert::UnsupportedCertificate);
}

}  // namespace pki::test
