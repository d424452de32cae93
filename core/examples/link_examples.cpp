// Links that are missing, broken or doubled.

#include <algorithm>

#include "examples/workshop.h"
#include "path/rules.h"

namespace pki::examples {
namespace {

constexpr std::string_view kHost = "www.lab.example";
constexpr std::string_view kIssuingUrl = "http://pki.lab.example/issuing.cer";

/// Changes the first `from` in `der` to `to`, which is as long.
void forge(ByteVector& der, std::string_view from, std::string_view to) {
  const Bytes wanted = as_bytes(from);
  const auto found = std::search(der.begin(), der.end(), wanted.begin(), wanted.end());
  if (found != der.end()) std::copy(to.begin(), to.end(), found);
}

Result<Question> make_tampered(Time now) {
  const Workshop workshop(now);
  ca::IssueInput server = workshop.server(kHost);
  server.alternative_names = {general_name("DNS:www.lab.example")};
  PKI_TRY(const ThreeTier three, make_three_tier(workshop, server));
  Question question = three.ask(path::Purpose::TlsServer);
  // In the subject, which comes first.
  forge(question.target, "www", "pay");
  return question;
}

Result<Question> make_missing_intermediate(Time now) {
  const Workshop workshop(now);
  PKI_TRY(const ThreeTier three, make_three_tier(workshop, workshop.server(kHost)));
  Question question = three.ask(path::Purpose::TlsServer);
  question.pool.clear();
  return question;
}

Result<Question> make_fetched_intermediate(Time now) {
  const Workshop workshop(now);
  ca::IssueInput server = workshop.server(kHost);
  server.extensions.aia_uris = {std::string(kIssuingUrl)};
  PKI_TRY(const ThreeTier three, make_three_tier(workshop, server));
  Question question = three.ask(path::Purpose::TlsServer);
  question.pool.clear();
  question.repository = {{.url = std::string(kIssuingUrl), .data = three.issuing.der()}};
  question.follow = repository::Follow::Issuers;
  return question;
}

Result<Question> make_cross_signed(Time now) {
  const Workshop workshop(now);
  const ca::IssueInput new_root = workshop.root("CN=Lab Root 2,O=Lab");
  PKI_TRY(const Party known, workshop.make(workshop.root("CN=Lab Root 1,O=Lab")));
  PKI_TRY(const Party unknown, workshop.make(new_root));
  PKI_TRY(const x509::CertificatePtr cross, workshop.certify(new_root, unknown.key, known));
  PKI_TRY(const Party issuing, workshop.make(workshop.issuing("CN=Lab Issuing CA,O=Lab"), unknown));
  PKI_TRY(const Party leaf, workshop.make(workshop.server(kHost), issuing));
  return Question{.target = leaf.der(),
                  .pool = ders({issuing.certificate, unknown.certificate, cross}),
                  .anchors = {known.der()},
                  .purpose = path::Purpose::TlsServer};
}

Result<Question> make_same_name(Time now) {
  const Workshop workshop(now);
  constexpr std::string_view kName = "CN=Contoso Cloud PKI,O=Contoso";
  PKI_TRY(const Party root, workshop.make(workshop.root(kName)));
  PKI_TRY(const Party issuing, workshop.make(workshop.issuing(kName), root));
  PKI_TRY(const Party leaf, workshop.make(workshop.client("phone-4711"), issuing));
  return Question{
      .target = leaf.der(), .pool = {issuing.der()}, .anchors = {root.der()}, .purpose = path::Purpose::TlsClient};
}

constexpr Example kExamples[] = {
    {.id = "tampered",
     .title = "Somebody changed the certificate",
     .story =
         "Somebody took the certificate of www.lab.example, wrote another name into it with a hex editor, and hopes "
         "to pass for pay.lab.example. All names, dates and key identifiers look right.",
     .lesson = "A signature covers every octet: a certificate cannot be changed, only issued again.",
     .rule = &path::rules::kSignatureInvalid,
     .make = make_tampered},
    {.id = "missing-intermediate",
     .title = "The issuing CA's certificate is missing",
     .story = "https://www.lab.example works in the administrator's browser, which has seen the issuing CA before, and "
              "fails on every phone. The server sends its own certificate and nothing else.",
     .lesson =
         "A server must send the chain up to the root, without the root: the root alone is not enough to trust it.",
     .rule = &path::rules::kNoIssuer,
     .make = make_missing_intermediate},
    {.id = "fetched-intermediate",
     .title = "The issuing CA's certificate is fetched",
     .story =
         "The same server, again without the issuing CA's certificate. This time the server's certificate says where "
         "that is to be had (authority information access), and the relying party goes and fetches it.",
     .lesson = "Fetching hides the server's fault from those who fetch (Windows, Apple); others still refuse.",
     .make = make_fetched_intermediate},
    {.id = "cross-signed",
     .title = "A new root, cross-signed by the old one",
     .story =
         "The lab has a second root that few devices know yet. So the old root has certified the new root's key as "
         "well, and servers send that cross-certificate along.",
     .lesson =
         "One key, two certificates, two paths: one good path is enough, if it is looked for; OpenSSL takes the first "
         "issuer that fits.",
     .make = make_cross_signed},
    {.id = "same-name",
     .title = "Root and issuing CA have the same name",
     .story =
         "Contoso gave its root and its issuing CA the same name. A phone wants to join the Wi-Fi with a certificate "
         "of the issuing CA; some programs take that CA for the root, or turn in circles.",
     .lesson = "Names do not tell CAs apart, keys do: give every CA a name of its own, and rely on key identifiers.",
     .make = make_same_name},
};

}  // namespace

std::span<const Example> link_examples() { return kExamples; }

}  // namespace pki::examples
