#include "scep/reply.h"

#include "scep/support.h"

namespace pki::scep {

TEST_CASE("a granted request gives the device its certificate, and every check passes") {
  const Lab lab;
  const MadeRequest made = lab.request();
  const OpenedRequest opened = lab.open(made);
  const MadeReply reply = lab.grant(opened);
  const OpenedReply received = open_reply(reply.der, lab.expectation(made)).value();
  REQUIRE(received.checks.size() == reply_checks().size());
  for (const CheckRow& row : received.checks) {
    CAPTURE(row.check->id);
    CHECK(row.outcome == Outcome::Pass);
  }
  CHECK(received.granted());
  REQUIRE(received.issued != nullptr);
  CHECK(lab.key.matches(received.issued->public_key()));
  CHECK(x509::verify_signed_by(*received.issued, lab.authority->public_key()).ok());
  CHECK(received.message.attributes.status == PkiStatus::Success);
  CHECK(equal(received.message.attributes.recipient_nonce.value(), made.sender_nonce));
  CHECK(equal(received.message.attributes.sender_nonce.value(), reply.sender_nonce));
  CHECK(received.message.findings.empty());
}

TEST_CASE("a renewal's reply is opened with the old key, and the certificate is for the new one") {
  const Lab lab;
  const auto current = issue(lab.authority_key, lab.authority, lab.key);
  const crypto::PrivateKey fresh = new_key();
  const auto csr = make_csr(fresh, "");
  const MadeRequest made = make_request_message({.type = MessageType::RenewalReq,
                                                 .csr = *csr,
                                                 .key = lab.key,
                                                 .certificate = current.get(),
                                                 .recipient = *lab.authority,
                                                 .now = now()})
                               .value();
  const MadeReply reply = lab.grant(lab.open(made));
  ReplyExpectation expected = lab.expectation(made);
  CHECK(came_of(open_reply(reply.der, expected).value().checks, "issued") == "fail scep.reply.no_certificate");
  expected.requested_key = fresh.public_key_der();
  const OpenedReply received = open_reply(reply.der, expected).value();
  CHECK(received.granted());
  CHECK(fresh.matches(received.issued->public_key()));
}

TEST_CASE("a refusal says why, in the protocol's word and the server's") {
  const Lab lab;
  const MadeRequest made = lab.request();
  const MadeReply reply = lab.answer(
      lab.open(made), {.status = PkiStatus::Failure, .fail_info = FailInfo::BadTime, .explanation = "Zu spät"});
  const OpenedReply received = open_reply(reply.der, lab.expectation(made)).value();
  CHECK_FALSE(received.granted());
  CHECK(came_of(received.checks, "status") == "fail scep.status.failure");
  CHECK(received.message.attributes.fail_info == FailInfo::BadTime);
  CHECK(received.message.attributes.explanation == "Zu spät");
  CHECK(received.message.envelope == nullptr);
  CHECK_FALSE(received.message.signed_data->has_content());
  for (const char* id : {"signature", "message_type", "transaction_id", "recipient_nonce"}) {
    CHECK(came_of(received.checks, id) == "pass");
  }
  CHECK(came_of(received.checks, "envelope") == "not-judged");
}

TEST_CASE("a request that waits is neither granted nor refused") {
  const Lab lab;
  const MadeRequest made = lab.request();
  const MadeReply reply = lab.answer(lab.open(made), {.status = PkiStatus::Pending});
  const OpenedReply received = open_reply(reply.der, lab.expectation(made)).value();
  CHECK_FALSE(received.granted());
  CHECK(all_passed(received.checks));
  CHECK(came_of(received.checks, "status") == "warn scep.status.pending");
}

TEST_CASE("a registration authority that the CA certified may answer, and a stranger may not") {
  const Lab lab;
  const MadeRequest made = lab.request();
  const OpenedRequest opened = lab.open(made);
  const crypto::PrivateKey ra_key = key_of("crypto/rsa-3072.pem");
  const auto answer_as = [&](const x509::CertificatePtr& certificate) {
    const ReplyInput reply{.certificates = {lab.issue_for(*opened.request)}};
    return open_reply(make_reply(opened.message, reply, {ra_key, *certificate}).value().der, lab.expectation(made))
        .value();
  };
  CHECK(answer_as(issue(lab.authority_key, lab.authority, ra_key, "CN=RA")).granted());
  const OpenedReply strange = answer_as(make_ca(ra_key));  // of the CA's name, with a key of its own
  CHECK(came_of(strange.checks, "signature") == "fail scep.reply.signer");
  CHECK_FALSE(strange.granted());
}

TEST_CASE("the reply to another message is told by its transaction and its nonce") {
  const Lab lab;
  const MadeRequest first = lab.request();
  RequestInput input = lab.input();
  input.transaction_id = "second";
  input.certificate = first.certificate.get();
  const MadeRequest second = make_request_message(input).value();
  const MadeReply reply = lab.grant(lab.open(first));
  const OpenedReply received = open_reply(reply.der, lab.expectation(second)).value();
  CHECK(came_of(received.checks, "transaction_id") == "fail scep.transaction.differs");
  CHECK(came_of(received.checks, "recipient_nonce") == "fail scep.nonce.differs");
  CHECK_FALSE(received.granted());
}

TEST_CASE("a request is no reply, and a reply is no request") {
  const Lab lab;
  const MadeRequest made = lab.request();
  CHECK(came_of(open_reply(made.der, lab.expectation(made)).value().checks, "message_type") ==
        "fail scep.message_type.unexpected");
  const MadeReply reply = lab.grant(lab.open(made));
  CHECK(came_of(open_request_message(reply.der, lab.desk()).value().checks, "message_type") ==
        "fail scep.message_type.unexpected");
}

TEST_CASE("what the request used is used again, unless it is obsolete or something else is asked for") {
  const Lab lab;
  RequestInput input = lab.input();
  input.cipher = crypto::BlockCipher::Aes256Cbc;
  input.digest = crypto::HashAlgorithm::Sha512;
  const OpenedRequest opened = lab.open(make_request_message(input).value());
  const auto reply_of = [&](const ReplyInput& reply) { return read_message(lab.answer(opened, reply).der).value(); };
  const ByteVector issued = lab.issue_for(*opened.request);
  const Message same = reply_of({.certificates = {issued}});
  CHECK(same.envelope->cipher() == crypto::BlockCipher::Aes256Cbc);
  CHECK(same.signer->digest == crypto::HashAlgorithm::Sha512);
  const Message other = reply_of(
      {.certificates = {issued}, .cipher = crypto::BlockCipher::Aes192Cbc, .digest = crypto::HashAlgorithm::Sha256});
  CHECK(other.envelope->cipher() == crypto::BlockCipher::Aes192Cbc);
  CHECK(other.signer->digest == crypto::HashAlgorithm::Sha256);
}

TEST_CASE("nobody answers with a key that is not the certificate's") {
  const Lab lab;
  const OpenedRequest opened = lab.open(lab.request());
  CHECK(error_id(make_reply(opened.message, {.status = PkiStatus::Pending}, {lab.key, *lab.authority})) ==
        "scep.signer.key");
}

TEST_CASE("without the device's key a reply is checked as far as can be seen") {
  const Lab lab;
  const MadeRequest made = lab.request();
  ReplyExpectation expected = lab.expectation(made);
  expected.key = nullptr;
  const OpenedReply received = open_reply(lab.grant(lab.open(made)).der, expected).value();
  CHECK(came_of(received.checks, "signature") == "pass");
  CHECK(came_of(received.checks, "envelope") == "not-judged");
  CHECK(came_of(received.checks, "issued") == "not-judged");
  CHECK_FALSE(received.granted());
}

}  // namespace pki::scep
