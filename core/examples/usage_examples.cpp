// What a key may be used for, and for whom.

#include "asn1/oids.h"
#include "examples/workshop.h"
#include "path/rules.h"

namespace pki::examples {
namespace {

namespace oids = asn1::oids;

std::vector<asn1::OwnedOid> purposes(std::initializer_list<asn1::Oid> list) { return {list.begin(), list.end()}; }

Result<Question> make_wrong_purpose(Time now) {
  const Workshop workshop(now);
  PKI_TRY(const ThreeTier three, make_three_tier(workshop, workshop.server("pc-12.lab.example")));
  return three.ask(path::Purpose::TlsClient);
}

Result<Question> make_limited_ca(Time now) {
  const Workshop workshop(now);
  ca::IssueInput issuing = workshop.issuing("CN=Lab Issuing CA,O=Lab");
  issuing.extensions.purposes = purposes({oids::kServerAuth});
  PKI_TRY(const ThreeTier three, make_three_tier(workshop, issuing, workshop.client("phone-31")));
  return three.ask(path::Purpose::TlsClient);
}

Result<Question> make_purposes_lost(Time now) {
  const Workshop workshop(now);
  ca::IssueInput issuing = workshop.issuing("CN=Contoso Cloud Issuing CA,O=Contoso");
  PKI_TRY(const Party root, workshop.make(workshop.root("CN=Contoso Private Root,O=Contoso")));
  PKI_TRY(const Party ca, workshop.make(issuing, root));
  PKI_TRY(const Party leaf, workshop.make(workshop.client("phone-4711"), ca));
  return Question{
      .target = leaf.der(), .pool = {ca.der()}, .anchors = {root.der()}, .purpose = path::Purpose::TlsClient};
}

Result<Question> make_wrong_host(Time now) {
  const Workshop workshop(now);
  PKI_TRY(const ThreeTier three, make_three_tier(workshop, workshop.server("www.lab.example")));
  Question question = three.ask(path::Purpose::TlsServer);
  question.names = {"mail.lab.example"};
  return question;
}

constexpr Example kExamples[] = {
    {.id = "wrong-purpose",
     .title = "A server's certificate used by a client",
     .story = "A computer wants to join the Wi-Fi with the certificate that it has: one for a TLS server. The RADIUS "
              "server asks for one whose extended key usage has clientAuth.",
     .lesson = "Extended key usage says what a key is for, and a relying party may insist on its own purpose.",
     .rule = &path::rules::kPurposeDenied,
     .make = make_wrong_purpose},
    {.id = "limited-ca",
     .title = "The issuing CA is limited to servers",
     .story =
         "The issuing CA's certificate has the extended key usage serverAuth only. It issued a client certificate to "
         "a phone, and the RADIUS server refuses: not for the phone's certificate, but for the CA's.",
     .lesson =
         "Most programs take a CA's extended key usage as a limit on everything below it, though RFC 5280 does not.",
     .rule = &path::rules::kPurposeDeniedByIssuer,
     .make = make_limited_ca},
    {.id = "ca-purposes-lost",
     .title = "The issuing CA lost its extended key usage",
     .story = "Contoso brings its own CA to Cloud PKI. The request for the issuing CA asked for clientAuth, and the "
              "private CA left the extended key usage out when it signed. The chain of a phone is checked.",
     .lesson = "No extended key usage in a CA means no limit, so the chain is good; what was asked for and lost only "
               "shows when the certificate is compared with its request.",
     .make = make_purposes_lost},
    {.id = "wrong-host",
     .title = "The certificate is for another host",
     .story = "Ann's mail program connects to mail.lab.example. The machine that answers is also the web server, and "
              "shows the certificate of www.lab.example.",
     .lesson =
         "A good path proves who the certificate is for; that it is the host that was meant is a check of its own.",
     .rule = &path::rules::kIdentityMismatch,
     .make = make_wrong_host},
};

}  // namespace

std::span<const Example> usage_examples() { return kExamples; }

}  // namespace pki::examples
