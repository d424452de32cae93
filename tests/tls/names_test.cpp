// Numbers and their names, and the rules.

#include <set>

#include "support.h"
#include "tls/rules.h"

namespace pki::tls {
namespace {

TEST_CASE("every rule of tls has an id of its own, a summary and a cure") {
  std::set<std::string_view> seen;
  for (const Rule* rule : tls_rules()) {
    CAPTURE(rule->id);
    CHECK(seen.insert(rule->id).second);
    CHECK(rule->id.starts_with("tls."));
    CHECK_FALSE(rule->summary.empty());
    CHECK_FALSE(rule->summary.ends_with('.'));
    CHECK_FALSE(rule->cure.empty());
    CHECK_FALSE(rule->cure.ends_with('.'));
  }
}

TEST_CASE("an alert's name and number go both ways") {
  int known = 0;
  for (int number = 0; number < 256; ++number) {
    const auto alert = static_cast<Alert>(number);
    if (alert_name(alert) == "unknown") continue;
    ++known;
    CHECK(alert_from_name(alert_name(alert)) == alert);
  }
  CHECK(known == 28);
  CHECK(alert_name(Alert{48}) == "unknown_ca");
  CHECK(alert_name(Alert{116}) == "certificate_required");
  CHECK_FALSE(alert_from_name("unknown").has_value());
  CHECK(alert_level_name(AlertLevel::Fatal) == "fatal");
  CHECK(alert_level_name(AlertLevel{7}) == "unknown");
}

TEST_CASE("numbers without a name are shown as numbers") {
  CHECK(cipher_suite_name(0x1302) == "TLS_AES_256_GCM_SHA384");
  CHECK(cipher_suite_name(0x1304) == "0x1304");
  CHECK(group_name(0x0017) == "secp256r1");
  CHECK(group_name(0x4588) == "0x4588");
  CHECK(signature_scheme_name(0x0503, Version::Tls13) == "ecdsa_secp384r1_sha384");
  CHECK(signature_scheme_name(0x0503, Version::Tls12) == "ecdsa_sha384");
  CHECK(signature_scheme_name(0x0804, Version::Tls12) == "rsa_pss_rsae_sha256");
  CHECK(handshake_type_name(HandshakeType{99}) == "handshake message 99");
}

TEST_CASE("each cause of an alert has its word") {
  CHECK(alert_cause_name(AlertCause::CertificateRefused) == "certificate_refused");
  CHECK(alert_cause_name(AlertCause::NoClientCertificate) == "no_client_certificate");
  CHECK(alert_cause_name(AlertCause::Protocol) == "protocol");
}

}  // namespace
}  // namespace pki::tls
