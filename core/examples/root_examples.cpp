// What is trusted, and what is not.

#include "examples/workshop.h"
#include "path/rules.h"

namespace pki::examples {
namespace {

Result<Question> make_wrong_anchor(Time now) {
  const Workshop workshop(now);
  PKI_TRY(const ThreeTier three, make_three_tier(workshop, workshop.client("laptop-23")));
  PKI_TRY(const Party other, workshop.make(workshop.root("CN=Lab Root,O=Lab")));
  Question question = three.ask(path::Purpose::TlsClient);
  question.anchors = {other.der()};
  return question;
}

Result<Question> make_untrusted_root(Time now) {
  const Workshop workshop(now);
  PKI_TRY(const ThreeTier three, make_three_tier(workshop, workshop.server("intranet.lab.example")));
  PKI_TRY(const Party other, workshop.make(workshop.root("CN=Public Root,O=Some Public CA")));
  Question question = three.ask(path::Purpose::TlsServer);
  question.pool.push_back(three.root.der());
  question.anchors = {other.der()};
  return question;
}

Result<Question> make_partial_chain(Time now) {
  const Workshop workshop(now);
  PKI_TRY(const ThreeTier three, make_three_tier(workshop, workshop.client("scanner-5")));
  Question question = three.ask(path::Purpose::TlsClient);
  question.pool.clear();
  question.anchors = {three.issuing.der()};
  return question;
}

Result<Question> make_self_signed_leaf(Time now) {
  const Workshop workshop(now);
  PKI_TRY(const Party root, workshop.make(workshop.root("CN=Lab Root,O=Lab")));
  PKI_TRY(const Party leaf, workshop.make(workshop.server("printer.lab.example")));
  return Question{.target = leaf.der(), .anchors = {root.der()}, .purpose = path::Purpose::TlsServer};
}

Result<Question> make_key_rollover(Time now) {
  const Workshop workshop(now);
  const ca::IssueInput name = workshop.root("CN=Lab Root,O=Lab");
  PKI_TRY(const Party old_root, workshop.make(name));
  // RFC 4210 4.4: the new key, certified with the old one.
  ca::IssueInput renewed = name;
  renewed.validity.not_before = workshop.in_days(-200);
  PKI_TRY(const Party new_with_old, workshop.make(renewed, old_root));
  ca::IssueInput young = workshop.issuing("CN=Lab Issuing CA,O=Lab");
  young.validity.not_before = workshop.in_days(-180);
  PKI_TRY(const Party issuing, workshop.make(young, new_with_old));
  PKI_TRY(const Party leaf, workshop.make(workshop.client("kiosk-2"), issuing));
  return Question{.target = leaf.der(),
                  .pool = ders({issuing.certificate, new_with_old.certificate}),
                  .anchors = {old_root.der()},
                  .purpose = path::Purpose::TlsClient};
}

constexpr Example kExamples[] = {
    {.id = "untrusted-root",
     .title = "The root is not trusted",
     .story = "A guest opens https://intranet.lab.example. The server even sends the Lab Root along, but the guest's "
              "computer has never heard of it.",
     .lesson = "Trust comes from the relying party, never from what it is sent: a root in the message proves nothing.",
     .rule = &path::rules::kAnchorNotTrusted,
     .make = make_untrusted_root},
    {.id = "wrong-anchor",
     .title = "The trusted root only has the same name",
     .story =
         "A laptop cannot join the Wi-Fi, although its chain ends at the Lab Root and the RADIUS server trusts the "
         "Lab Root. Somebody set the lab up twice: there are two roots of that name, with two keys.",
     .lesson = "A trust anchor is a name and a key: compare key identifiers or fingerprints, never names.",
     .rule = &path::rules::kIssuerKeyDiffers,
     .make = make_wrong_anchor},
    {.id = "partial-chain",
     .title = "The issuing CA itself is trusted",
     .story = "A scanner's gateway accepts certificates of one issuing CA and of nobody else. So the issuing CA is its "
              "trust anchor, and the root above is not there at all.",
     .lesson = "An anchor need not be self-signed: the path ends at what is trusted (OpenSSL wants -partial_chain).",
     .make = make_partial_chain},
    {.id = "self-signed-leaf",
     .title = "A self-signed server certificate",
     .story = "A new printer shows its web page at https://printer.lab.example, with a certificate that it made for "
              "itself. Browsers warn, and somebody asks for the Lab Root to be installed: that does not help.",
     .lesson = "A self-signed certificate has no issuer to be trusted: it is trusted itself, or not at all.",
     .rule = &path::rules::kAnchorNotTrusted,
     .make = make_self_signed_leaf},
    {.id = "key-rollover",
     .title = "The root has a new key",
     .story =
         "The Lab Root has kept its name and taken a new key. For those who only trust the old one, the old key has "
         "certified the new: a certificate whose subject and issuer are the same, and yet not self-signed.",
     .lesson =
         "Self-issued is not self-signed: a rollover certificate is a link like any other, and takes no path length.",
     .make = make_key_rollover},
};

}  // namespace

std::span<const Example> root_examples() { return kExamples; }

}  // namespace pki::examples
