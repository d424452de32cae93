#include "scep/request.h"

#include "crypto/random.h"
#include "scep/support.h"

namespace pki::scep {
namespace {

Ids outcomes(const std::vector<CheckRow>& rows) {
  Ids list;
  for (const CheckRow& row : rows) list.emplace_back(outcome_name(row.outcome));
  return list;
}

}  // namespace

TEST_CASE("a first request opens at the registration authority, down to the CSR, and every check that applies passes") {
  const Lab lab;
  const MadeRequest made = lab.request();
  const OpenedRequest opened = lab.open(made);
  CHECK(opened.acceptable());
  REQUIRE(opened.checks.size() == request_checks().size());
  CHECK(outcomes(opened.checks) ==
        Ids{"pass", "pass", "pass", "pass", "pass", "pass", "pass", "pass", "pass", "pass", "not-judged"});
  CHECK(opened.message.attributes.type == MessageType::PkcsReq);
  CHECK(opened.message.attributes.transaction_id == made.transaction_id);
  CHECK(equal(opened.message.attributes.sender_nonce.value(), made.sender_nonce));
  CHECK(made.sender_nonce.size() == kNonceSize);
  REQUIRE(opened.request != nullptr);
  CHECK(equal(opened.request->der(), lab.csr->der()));
  CHECK(opened.message.findings.empty());
  CHECK(opened.message.signed_data->findings().empty());
  CHECK(opened.message.envelope->findings().empty());
}

TEST_CASE("the device's certificate is self-signed, with the subject and the key of the request") {
  const Lab lab;
  const MadeRequest made = lab.request();
  CHECK(x509::is_self_signed(*made.certificate));
  CHECK(x509::names_match(made.certificate->subject(), lab.csr->subject()));
  CHECK(lab.key.matches(made.certificate->public_key()));
  const auto& usage = made.certificate->extensions().key_usage;
  REQUIRE(usage);
  CHECK(usage->has(x509::KeyUsageBit::DigitalSignature));
  CHECK(usage->has(x509::KeyUsageBit::KeyEncipherment));
  CHECK(equal(lab.open(made).message.signer_certificate->der(), made.certificate->der()));
}

TEST_CASE("a renewal is signed with the current certificate, and asks for a new key") {
  const Lab lab;
  const auto current = issue(lab.authority_key, lab.authority, lab.key);
  const auto csr = make_csr(new_key(), "");
  RequestInput input{.type = MessageType::RenewalReq,
                     .csr = *csr,
                     .key = lab.key,
                     .certificate = current.get(),
                     .recipient = *lab.authority,
                     .now = now()};
  const OpenedRequest opened = lab.open(make_request_message(input).value());
  CHECK(opened.acceptable());
  CHECK(came_of(opened.checks, "renewal") == "pass");
  CHECK(came_of(opened.checks, "requester") == "not-judged");
  CHECK(came_of(opened.checks, "challenge") == "not-judged");

  // Nobody says which CA may have issued it.
  AuthorityInput unknown = lab.desk();
  unknown.issuers.clear();
  const MadeRequest made = make_request_message(input).value();
  CHECK(came_of(open_request_message(made.der, unknown).value().checks, "renewal") == "not-judged");
}

TEST_CASE("a renewal with a certificate of another CA, an expired one, or a self-signed one is refused") {
  const Lab lab;
  const crypto::PrivateKey stranger_key = key_of("crypto/rsa-3072.pem");
  const auto stranger = make_ca(stranger_key);  // of the same name as the CA
  const auto foreign = issue(stranger_key, stranger, lab.key);
  const auto expired =
      issue(lab.authority_key, lab.authority, lab.key, "CN=device-1", from_iso8601("2026-11-22").value());
  const auto renew = [&](const x509::CertificatePtr& certificate, Time at) {
    RequestInput input = lab.input();
    input.type = MessageType::RenewalReq;
    input.certificate = certificate.get();
    AuthorityInput desk = lab.desk();
    desk.now = at;
    return open_request_message(make_request_message(input).value().der, desk).value();
  };
  CHECK(came_of(renew(foreign, now()).checks, "renewal") == "fail scep.renewal.issuer");
  CHECK(came_of(renew(expired, now()).checks, "renewal") == "pass");
  const OpenedRequest late = renew(expired, from_iso8601("2040-01-01").value());
  CHECK(came_of(late.checks, "renewal") == "fail scep.renewal.validity");
  CHECK(late.fail_info() == FailInfo::BadRequest);
  CHECK(came_of(renew(nullptr, now()).checks, "renewal") == "fail scep.renewal.self_signed");
}

TEST_CASE("challenge passwords: expected and right, wrong, missing; not expected and there, not there") {
  Lab lab;
  const auto with = [&](std::string_view sent, std::optional<std::string> expected) {
    lab.csr = make_csr(lab.key, sent);
    AuthorityInput desk = lab.desk();
    desk.challenge = std::move(expected);
    return came_of(open_request_message(lab.request().der, desk).value().checks, "challenge");
  };
  CHECK(with("secret", "secret") == "pass");
  CHECK(with("secret", "other") == "fail scep.challenge.differs");
  CHECK(with("", "secret") == "fail scep.challenge.missing");
  CHECK(with("secret", std::nullopt) == "pass");
  CHECK(with("", std::nullopt) == "warn scep.challenge.absent");
}

TEST_CASE("a self-signed certificate of another key or subject than the request's is told") {
  const Lab lab;
  // A certificate of its own, made for another request, and this request inside.
  RequestInput other = lab.input();
  const auto other_csr = make_csr(lab.key, "secret", "CN=device-2");
  const MadeRequest first =
      make_request_message({.csr = *other_csr, .key = lab.key, .recipient = *lab.authority, .now = now()}).value();
  other.certificate = first.certificate.get();
  CHECK(came_of(lab.open(make_request_message(other).value()).checks, "requester") ==
        "warn scep.request.subject_differs");
  const auto new_csr = make_csr(new_key());
  const RequestInput foreign_key{.csr = *new_csr,
                                 .key = lab.key,
                                 .certificate = first.certificate.get(),
                                 .recipient = *lab.authority,
                                 .now = now()};
  const OpenedRequest opened = lab.open(make_request_message(foreign_key).value());
  CHECK(row(opened.checks, "requester").outcome == Outcome::Fail);
  CHECK_FALSE(opened.acceptable());
}

TEST_CASE("a poll names issuer and subject, in the transaction of the request") {
  const Lab lab;
  const MadeRequest made = lab.request();
  RequestInput input = lab.input();
  input.certificate = made.certificate.get();
  input.transaction_id = made.transaction_id;
  const OpenedRequest opened = lab.open(make_poll_message(input, *lab.authority).value());
  CHECK(opened.acceptable());
  CHECK(opened.message.attributes.type == MessageType::CertPoll);
  CHECK(opened.message.attributes.transaction_id == made.transaction_id);
  REQUIRE(opened.poll);
  CHECK(x509::names_match(opened.poll->issuer, lab.authority->subject()));
  CHECK(x509::names_match(opened.poll->subject, lab.csr->subject()));
  CHECK(opened.request == nullptr);
}

TEST_CASE("without a key the envelope stays closed, and what is inside is not judged") {
  const Lab lab;
  const OpenedRequest opened = open_request_message(lab.request().der, {.now = now()}).value();
  CHECK(opened.acceptable());
  CHECK_FALSE(opened.content);
  for (const char* id : {"envelope", "request", "proof_of_possession", "requester", "challenge"}) {
    CHECK(row(opened.checks, id).outcome == Outcome::NotJudged);
  }
}

TEST_CASE("a request for another authority, and one opened with the wrong key, are told apart from a damaged one") {
  const Lab lab;
  const crypto::PrivateKey other_key = key_of("crypto/rsa-3072.pem");
  const auto other = make_ca(other_key, "CN=Other CA");
  const MadeRequest made = lab.request();
  AuthorityInput desk{.key = &other_key, .certificate = other.get(), .now = now()};
  const OpenedRequest elsewhere = open_request_message(made.der, desk).value();
  CHECK(came_of(elsewhere.checks, "envelope") == "fail cms.recipient.other");
  CHECK(elsewhere.fail_info() == FailInfo::BadMessageCheck);
  desk.certificate = lab.authority.get();
  // One in some 256 wrong keys opens to octets without meaning: with fixed random numbers this one does not.
  crypto::FixedRandom random(5);
  const crypto::ScopedRandom scope(random);
  CHECK(row(open_request_message(made.der, desk).value().checks, "envelope").outcome == Outcome::Fail);
}

TEST_CASE("a message whose signature does not fit is refused with badMessageCheck") {
  const Lab lab;
  MadeRequest made = lab.request();
  const auto message = read_message(made.der).value();
  made.der[message.signed_data->range(message.signer->signature).value().offset + 3] ^= 1;
  const OpenedRequest opened = lab.open(made);
  CHECK(came_of(opened.checks, "signature") == "fail crypto.signature.invalid");
  CHECK(opened.fail_info() == FailInfo::BadMessageCheck);
  // It can be answered all the same.
  CHECK(make_reply(opened.message, {.status = PkiStatus::Failure, .fail_info = opened.fail_info()},
                   {lab.authority_key, *lab.authority})
            .ok());
}

TEST_CASE("keys that cannot be encrypted for, and keys that belong to another certificate, are refused at once") {
  const Lab lab;
  const auto ec_csr = make_csr(ec_key());
  CHECK(error_id(make_request_message({.csr = *ec_csr, .key = ec_key(), .recipient = *lab.authority, .now = now()})) ==
        "scep.key.not_rsa");
  const auto ec_ca = make_ca(ec_key());
  CHECK(error_id(make_request_message({.csr = *lab.csr, .key = lab.key, .recipient = *ec_ca, .now = now()})) ==
        "scep.key.not_rsa");
  CHECK(
      error_id(make_request_message({.csr = *lab.csr, .key = new_key(), .recipient = *lab.authority, .now = now()})) ==
      "scep.request.key_differs");
  RequestInput input = lab.input();
  input.certificate = lab.authority.get();
  CHECK(error_id(make_request_message(input)) == "scep.signer.key");
  input.certificate = nullptr;
  input.type = MessageType::CertRep;
  CHECK(error_id(make_request_message(input)) == "scep.message_type.unexpected");
}

TEST_CASE("messages without SCEP's attributes are read, and each that is missing is named") {
  const Lab lab;
  cms::SignedDataInput input;
  const auto certificate = make_ca(lab.key);
  input.certificates = {to_vector(certificate->der())};
  input.signers.push_back({.key = lab.key, .certificate = *certificate});
  const OpenedRequest opened = open_request_message(cms::make_signed_data(input).value(), lab.desk()).value();
  for (const char* id : {"message_type", "transaction_id", "sender_nonce"}) {
    CHECK(came_of(opened.checks, id) == "fail scep.attribute.missing");
  }
  CHECK(came_of(opened.checks, "envelope") == "fail scep.envelope.missing");
  CHECK(came_of(opened.checks, "signature") == "pass");
  CHECK(error_id(open_request_message({0x30, 0x00}, lab.desk())) == "asn1.element.unexpected");
}

TEST_CASE("the transaction is that of the CSR, unless one is given") {
  const Lab lab;
  CHECK(lab.request().transaction_id == lab.request().transaction_id);
  RequestInput input = lab.input();
  input.transaction_id = "my transaction";
  CHECK(make_request_message(input).value().transaction_id == "my transaction");
}

}  // namespace pki::scep
