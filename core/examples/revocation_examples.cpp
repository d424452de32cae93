// Revocation: what CRLs say, and what their absence does.

#include "ca/crl_issue.h"
#include "examples/workshop.h"
#include "path/revocation/rules.h"

namespace pki::examples {
namespace {

constexpr std::string_view kRootCrlUrl = "http://pki.lab.example/root.crl";
constexpr std::string_view kIssuingCrlUrl = "http://pki.lab.example/issuing.crl";
constexpr int kRootCrlDays = 90;
constexpr int kIssuingCrlDays = 7;

/// A three-tier chain whose certificates say where the CRLs are.
Result<ThreeTier> make_chain(const Workshop& workshop) {
  ca::IssueInput issuing = workshop.issuing("CN=Lab Issuing CA,O=Lab");
  issuing.extensions.crl_uris = {std::string(kRootCrlUrl)};
  ca::IssueInput leaf = workshop.client("laptop-42");
  leaf.extensions.crl_uris = {std::string(kIssuingCrlUrl)};
  return make_three_tier(workshop, issuing, leaf);
}

ca::RevokedCertificate revoke(const Party& party, Time date, x509::CrlReason reason) {
  return {.serial = to_vector(party.certificate->serial().octets), .date = date, .reason = reason};
}

/// The CRL of `issuer`, a day old and good for `days`.
Result<ByteVector> make_crl(const Workshop& workshop, const Party& issuer, int days,
                            std::vector<ca::RevokedCertificate> revoked = {}) {
  ca::CrlIssueInput input{.revoked = std::move(revoked),
                          .this_update = workshop.in_days(-1),
                          .next_update = workshop.in_days(days - 1),
                          .number = 17};
  PKI_TRY(ca::IssuedCrl issued, ca::issue_crl(input, issuer.signer()));
  return std::move(issued.der);
}

Question ask(const ThreeTier& three, std::vector<ByteVector> crls) {
  Question question = three.ask(path::Purpose::TlsClient);
  question.crls = std::move(crls);
  question.revocation = path::RevocationMode::HardFail;
  return question;
}

Result<Question> make_revoked_leaf(Time now) {
  const Workshop workshop(now);
  PKI_TRY(const ThreeTier three, make_chain(workshop));
  PKI_TRY(ByteVector root_crl, make_crl(workshop, three.root, kRootCrlDays));
  PKI_TRY(ByteVector issuing_crl, make_crl(workshop, three.issuing, kIssuingCrlDays,
                                           {revoke(three.leaf, workshop.in_days(-2), x509::CrlReason::KeyCompromise)}));
  return ask(three, {std::move(root_crl), std::move(issuing_crl)});
}

Result<Question> make_revoked_ca(Time now) {
  const Workshop workshop(now);
  PKI_TRY(const ThreeTier three, make_chain(workshop));
  PKI_TRY(ByteVector root_crl, make_crl(workshop, three.root, kRootCrlDays,
                                        {revoke(three.issuing, workshop.in_days(-4), x509::CrlReason::CaCompromise)}));
  PKI_TRY(ByteVector issuing_crl, make_crl(workshop, three.issuing, kIssuingCrlDays));
  return ask(three, {std::move(root_crl), std::move(issuing_crl)});
}

Result<Question> make_lapsed_crl(Time now) {
  const Workshop workshop(now);
  PKI_TRY(const ThreeTier three, make_chain(workshop));
  PKI_TRY(ByteVector root_crl, make_crl(workshop, three.root, kRootCrlDays));
  ca::CrlIssueInput input{.this_update = workshop.in_days(-9), .next_update = workshop.in_days(-2), .number = 16};
  PKI_TRY(ca::IssuedCrl lapsed, ca::issue_crl(input, three.issuing.signer()));
  return ask(three, {std::move(root_crl), std::move(lapsed.der)});
}

Result<Question> make_missing_crl(Time now) {
  const Workshop workshop(now);
  PKI_TRY(const ThreeTier three, make_chain(workshop));
  PKI_TRY(ByteVector issuing_crl, make_crl(workshop, three.issuing, kIssuingCrlDays));
  return ask(three, {std::move(issuing_crl)});
}

Result<Question> make_fetched_crls(Time now) {
  const Workshop workshop(now);
  PKI_TRY(const ThreeTier three, make_chain(workshop));
  PKI_TRY(ByteVector root_crl, make_crl(workshop, three.root, kRootCrlDays));
  PKI_TRY(ByteVector issuing_crl, make_crl(workshop, three.issuing, kIssuingCrlDays));
  Question question = ask(three, {});
  question.repository = {{.url = std::string(kRootCrlUrl), .data = std::move(root_crl)},
                         {.url = std::string(kIssuingCrlUrl), .data = std::move(issuing_crl)}};
  question.follow = repository::Follow::Crls;
  return question;
}

constexpr Example kExamples[] = {
    {.id = "fetched-crls",
     .title = "Revocation lists are fetched, and all is well",
     .story = "A RADIUS server checks revocation, and refuses where nothing tells. It has no revocation lists, but the "
              "certificates say where they are, and it goes and fetches them.",
     .lesson = "A certificate names its CRL distribution point; whoever checks must be able to reach it.",
     .make = make_fetched_crls},
    {.id = "revoked-leaf",
     .title = "The certificate is revoked",
     .story =
         "A laptop was stolen two days ago, and its certificate was revoked. Today somebody tries to join the Wi-Fi "
         "with it; the RADIUS server has the current revocation list.",
     .lesson = "A revoked certificate looks as good as ever: only the CA's list says otherwise.",
     .rule = &path::rules::kRevoked,
     .make = make_revoked_leaf},
    {.id = "revoked-ca",
     .title = "The issuing CA is revoked",
     .story =
         "The issuing CA's key was copied, and the root has revoked its certificate. The laptop's own certificate is "
         "on no list, and is refused all the same.",
     .lesson = "A revoked CA takes everything below it along: revocation is checked for the whole path.",
     .rule = &path::rules::kRevoked,
     .make = make_revoked_ca},
    {.id = "lapsed-crl",
     .title = "The revocation list has lapsed",
     .story =
         "Nothing was revoked, and yet no device gets into the Wi-Fi since the day before yesterday. The server that "
         "publishes the issuing CA's revocation list is full, and the list has passed its nextUpdate.",
     .lesson = "A CRL past its nextUpdate says nothing any more: with hard fail a forgotten list stops everyone.",
     .rule = &path::rules::kRevocationUndetermined,
     .make = make_lapsed_crl},
    {.id = "missing-crl",
     .title = "The root's revocation list is missing",
     .story = "The issuing CA's revocation list is there and current. The root's is not, so nothing says whether the "
              "issuing CA itself still holds, and the RADIUS server refuses.",
     .lesson = "Checking the whole path takes a current CRL of every CA above the leaf, the root's among them.",
     .rule = &path::rules::kRevocationUndetermined,
     .make = make_missing_crl},
};

}  // namespace

std::span<const Example> revocation_examples() { return kExamples; }

}  // namespace pki::examples
