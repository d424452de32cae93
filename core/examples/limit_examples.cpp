// Limits that a CA above sets.

#include "base/assert.h"
#include "examples/workshop.h"
#include "path/policy/rules.h"
#include "path/rules.h"

namespace pki::examples {
namespace {

// Policies for documentation (RFC 5612).
constexpr std::string_view kSmartCardPolicy = "1.3.6.1.4.1.32473.2.1";

x509::PolicyInput policy(std::string_view dotted) {
  auto id = asn1::OwnedOid::from_dotted(dotted);
  PKI_ASSERT(id.has_value());
  return {.policy = *std::move(id), .cps_uri = {}};
}

Result<Question> make_path_length(Time now) {
  const Workshop workshop(now);
  ca::IssueInput regional = workshop.authority("CN=Lab Regional CA,O=Lab");
  regional.extensions.path_length = ca::PathLength{.limit = 0};
  PKI_TRY(const Party root, workshop.make(workshop.root("CN=Lab Root,O=Lab")));
  PKI_TRY(const Party above, workshop.make(regional, root));
  PKI_TRY(const Party issuing, workshop.make(workshop.issuing("CN=Lab Issuing CA,O=Lab"), above));
  PKI_TRY(const Party leaf, workshop.make(workshop.client("laptop-8"), issuing));
  return Question{.target = leaf.der(),
                  .pool = ders({issuing.certificate, above.certificate}),
                  .anchors = {root.der()},
                  .purpose = path::Purpose::TlsClient};
}

Result<Question> make_name_constraints(Time now) {
  const Workshop workshop(now);
  ca::IssueInput issuing = workshop.issuing("CN=Lab Issuing CA,O=Lab");
  issuing.extensions.permitted = {general_name("DNS:lab.example")};
  PKI_TRY(const ThreeTier three, make_three_tier(workshop, issuing, workshop.server("shop.partner.example")));
  return three.ask(path::Purpose::TlsServer);
}

Result<Question> make_policy_missing(Time now) {
  const Workshop workshop(now);
  ca::IssueInput card = workshop.client("Ann");
  card.extensions.policies = {policy(kSmartCardPolicy)};
  PKI_TRY(const ThreeTier three, make_three_tier(workshop, card));
  Question question = three.ask(path::Purpose::TlsClient);
  question.required_policies = {std::string(kSmartCardPolicy)};
  return question;
}

constexpr Example kExamples[] = {
    {.id = "path-length",
     .title = "One CA too many",
     .story = "A regional CA may issue to devices only: its path length is 0. Its administrator set up an issuing CA "
              "below it all the same, and no laptop with a certificate of that CA is let in.",
     .lesson = "The path length says how many CAs may stand below one: 0 means that it issues to leaves only.",
     .rule = &path::rules::kPathLength,
     .make = make_path_length},
    {.id = "name-constraints",
     .title = "A name outside the CA's realm",
     .story = "The issuing CA may certify hosts in lab.example and nowhere else: its root said so. It has issued a "
              "certificate for the shop of a partner, shop.partner.example.",
     .lesson = "Name constraints bind whatever stands below a CA, and nothing in the leaf can lift them.",
     .rule = &path::rules::kNameNotPermitted,
     .make = make_name_constraints},
    {.id = "policy-missing",
     .title = "A policy that the CA above does not have",
     .story = "A server lets people in only with keys on smart cards, and asks for the policy that says so. Ann's "
              "certificate claims that policy; the certificate of the CA that issued it says nothing of it.",
     .lesson = "A certificate policy counts only if every CA certificate on the way down has it as well.",
     .rule = &path::rules::kExplicitPolicyLost,
     .make = make_policy_missing},
};

}  // namespace

std::span<const Example> limit_examples() { return kExamples; }

}  // namespace pki::examples
