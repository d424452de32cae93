// The good chain, and what time does to it.

#include "examples/workshop.h"
#include "path/rules.h"

namespace pki::examples {
namespace {

constexpr std::string_view kHost = "www.lab.example";

Result<Question> make_good(Time now) {
  const Workshop workshop(now);
  PKI_TRY(const ThreeTier three, make_three_tier(workshop, workshop.server(kHost)));
  Question question = three.ask(path::Purpose::TlsServer);
  question.names = {std::string(kHost)};
  return question;
}

Result<Question> make_expired_leaf(Time now) {
  const Workshop workshop(now);
  ca::IssueInput server = workshop.server(kHost);
  server.validity.not_before = workshop.in_days(-370);
  server.validity.not_after = workshop.in_days(-5);
  PKI_TRY(const ThreeTier three, make_three_tier(workshop, server));
  return three.ask(path::Purpose::TlsServer);
}

Result<Question> make_not_yet_valid(Time now) {
  const Workshop workshop(now);
  ca::IssueInput server = workshop.server("radius.lab.example");
  server.validity.not_before = workshop.in_days(1);
  PKI_TRY(const ThreeTier three, make_three_tier(workshop, server));
  return three.ask(path::Purpose::TlsServer);
}

Result<Question> make_expired_intermediate(Time now) {
  const Workshop workshop(now);
  ca::IssueInput issuing = workshop.issuing("CN=Lab Issuing CA,O=Lab");
  issuing.validity.not_after = workshop.in_days(-3);
  PKI_TRY(const ThreeTier three, make_three_tier(workshop, issuing, workshop.server(kHost)));
  return three.ask(path::Purpose::TlsServer);
}

Result<Question> make_expired_root(Time now) {
  const Workshop workshop(now);
  ca::IssueInput old_root = workshop.root("CN=Lab Root,O=Lab");
  old_root.validity.not_after = workshop.in_days(-1);
  PKI_TRY(const Party root, workshop.make(old_root));
  PKI_TRY(const Party issuing, workshop.make(workshop.issuing("CN=Lab Issuing CA,O=Lab"), root));
  PKI_TRY(const Party leaf, workshop.make(workshop.client("tablet-17"), issuing));
  return Question{
      .target = leaf.der(), .pool = {issuing.der()}, .anchors = {root.der()}, .purpose = path::Purpose::TlsClient};
}

constexpr Example kExamples[] = {
    {.id = "good",
     .title = "A good chain",
     .story = "Ann opens https://www.lab.example. Her computer trusts the Lab Root; the web server sends its own "
              "certificate and that of the issuing CA, as it should.",
     .lesson = "Every certificate is signed by the next one, every one is valid today, and the last one is trusted.",
     .make = make_good},
    {.id = "expired-leaf",
     .title = "The server's certificate has expired",
     .story =
         "Since last week browsers warn of https://www.lab.example. Nobody changed anything on the server: that is "
         "just it, for nobody renewed its certificate either.",
     .lesson = "A certificate ends at its notAfter, to the second, whatever else is right with it.",
     .rule = &path::rules::kExpired,
     .make = make_expired_leaf},
    {.id = "not-yet-valid",
     .title = "The certificate is not valid yet",
     .story = "A RADIUS server has a new certificate, and no device joins the Wi-Fi any more. The CA's clock is a day "
              "ahead of everyone else's.",
     .lesson = "A certificate begins at its notBefore; where it lies ahead, one of the two clocks is wrong.",
     .rule = &path::rules::kNotYetValid,
     .make = make_not_yet_valid},
    {.id = "expired-intermediate",
     .title = "The issuing CA has expired",
     .story = "https://www.lab.example fails, although its certificate is good for eleven more months. The certificate "
              "of the CA that issued it ended three days ago.",
     .lesson = "A path holds as long as its shortest-lived certificate: a leaf should not outlive its CA.",
     .rule = &path::rules::kExpired,
     .make = make_expired_intermediate},
    {.id = "expired-root",
     .title = "The root has expired",
     .story =
         "A tablet with a good certificate cannot join the Wi-Fi since yesterday. The RADIUS server trusts the Lab "
         "Root, whose certificate has ended; the renewed root was never installed there.",
     .lesson =
         "RFC 5280 does not look at an anchor's dates, but nearly every relying party does: renew anchors in time.",
     .rule = &path::rules::kAnchorExpired,
     .make = make_expired_root},
};

}  // namespace

std::span<const Example> time_examples() { return kExamples; }

}  // namespace pki::examples
