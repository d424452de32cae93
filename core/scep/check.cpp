#include "scep/check.h"

#include <algorithm>
#include <array>

namespace pki::scep {

namespace checks {

const Check kSignature{"signature",
                       "Signature",
                       "Did the key of the certificate in the message sign it as it is?",
                       "RFC 8894 3.1, 3.2; RFC 5652 5.6",
                       Layer::Signed,
                       FailInfo::BadMessageCheck};
const Check kAlgorithms{"algorithms",   "Algorithms",  "Are the algorithms up to date?",
                        "RFC 8894 2.9", Layer::Signed, FailInfo::BadAlg};
const Check kMessageType{"message_type",     "Message type", "Is it a request that is answered here?",
                         "RFC 8894 3.2.1.2", Layer::Signed,  FailInfo::BadRequest};
const Check kTransactionId{
    "transaction_id", "Transaction identifier", "Is there one, so that polls and replies find it?", "RFC 8894 3.2.1.1",
    Layer::Signed,    FailInfo::BadRequest};
const Check kSenderNonce{"sender_nonce",     "Sender nonce", "Is there a nonce of 16 octets for the reply to return?",
                         "RFC 8894 3.2.1.5", Layer::Signed,  FailInfo::BadRequest};
const Check kEnvelope{"envelope",
                      "Envelope",
                      "Is it encrypted for this authority, and does it open?",
                      "RFC 8894 3.2.2; RFC 5652 6",
                      Layer::Envelope,
                      FailInfo::BadMessageCheck};
const Check kRequest{"request",
                     "Request",
                     "Is there a certification request (or what the type asks for) inside?",
                     "RFC 8894 3.3.1; RFC 2986 4",
                     Layer::Content,
                     FailInfo::BadRequest};
const Check kProof{"proof_of_possession", "Proof of possession", "Did the key of the request sign the request?",
                   "RFC 2986 3, 4.2",     Layer::Content,        FailInfo::BadMessageCheck};
const Check kRequester{
    "requester",    "Requester",   "Does a self-signed certificate have the key and the subject of the request?",
    "RFC 8894 2.3", Layer::Signed, FailInfo::BadRequest};
const Check kChallenge{"challenge",           "Challenge password", "Does the requester know the challenge?",
                       "RFC 8894 2.4, 3.3.1", Layer::Content,       FailInfo::BadRequest};
const Check kRenewal{"renewal",
                     "Current certificate",
                     "Is a renewal signed with a certificate of this CA that is valid now?",
                     "RFC 8894 2.3, 3.3.1",
                     Layer::Signed,
                     FailInfo::BadRequest};

const Check kReplySignature{"signature", "Signature", "Did the CA, or its registration authority, sign it as it is?",
                            "RFC 8894 3.2, 3.3.2; RFC 5652 5.6"};
const Check kReplyAlgorithms{"algorithms", "Algorithms", "Are the algorithms up to date?", "RFC 8894 2.9"};
const Check kReplyType{"message_type", "Message type", "Is it a reply?", "RFC 8894 3.2.1.2"};
const Check kReplyTransaction{"transaction_id", "Transaction identifier", "Is it about the transaction of the request?",
                              "RFC 8894 3.2.1.1"};
const Check kRecipientNonce{"recipient_nonce", "Recipient nonce", "Does it return the nonce of the request?",
                            "RFC 8894 3.2.1.5"};
const Check kStatus{"status", "Status", "Was the request granted?", "RFC 8894 3.2.1.3, 3.2.1.4"};
const Check kReplyEnvelope{"envelope", "Envelope", "Is it encrypted for this device, and does it open?",
                           "RFC 8894 3.2.2; RFC 5652 6", Layer::Envelope};
const Check kCertificates{"certificates", "Certificates", "Are there certificates inside?", "RFC 8894 3.3.2.1, 3.4",
                          Layer::Content};
const Check kIssued{"issued", "Issued certificate", "Is one of them for the key of the request, and of a known CA?",
                    "RFC 8894 3.3.2.1", Layer::Content};

}  // namespace checks

namespace {

using namespace checks;

constexpr std::array<const Check*, 11> kRequestChecks = {&kSignature,   &kAlgorithms, &kMessageType, &kTransactionId,
                                                         &kSenderNonce, &kEnvelope,   &kRequest,     &kProof,
                                                         &kRequester,   &kChallenge,  &kRenewal};
constexpr std::array<const Check*, 9> kReplyChecks = {&kReplySignature,   &kReplyAlgorithms, &kReplyType,
                                                      &kReplyTransaction, &kRecipientNonce,  &kStatus,
                                                      &kReplyEnvelope,    &kCertificates,    &kIssued};

}  // namespace

std::string_view layer_name(Layer layer) {
  switch (layer) {
    case Layer::Signed:
      return "signed";
    case Layer::Envelope:
      return "envelope";
    case Layer::Content:
      return "content";
  }
  return {};
}

std::string_view outcome_name(Outcome outcome) {
  switch (outcome) {
    case Outcome::Pass:
      return "pass";
    case Outcome::Warn:
      return "warn";
    case Outcome::Fail:
      return "fail";
    case Outcome::NotJudged:
      return "not-judged";
  }
  return {};
}

CheckRow row_of(const Check& check, Findings findings, std::string note) {
  Outcome outcome = Outcome::Pass;
  for (const Finding& finding : findings) {
    if (finding.severity() >= Severity::Error) outcome = Outcome::Fail;
    if (finding.severity() == Severity::Warning && outcome == Outcome::Pass) outcome = Outcome::Warn;
  }
  return {.check = &check, .outcome = outcome, .findings = std::move(findings), .note = std::move(note)};
}

CheckRow row_of(const Check& check, const Status& status, std::string note) {
  return row_of(check, status.ok() ? Findings() : Findings{status.error()}, std::move(note));
}

CheckRow not_judged(const Check& check, std::string why) {
  return {.check = &check, .outcome = Outcome::NotJudged, .findings = {}, .note = std::move(why)};
}

bool all_passed(std::span<const CheckRow> rows) { return first_failure(rows) == nullptr; }

const CheckRow* first_failure(std::span<const CheckRow> rows) {
  const auto failed =
      std::find_if(rows.begin(), rows.end(), [](const CheckRow& row) { return row.outcome == Outcome::Fail; });
  return failed == rows.end() ? nullptr : &*failed;
}

std::span<const Check* const> request_checks() { return kRequestChecks; }
std::span<const Check* const> reply_checks() { return kReplyChecks; }

}  // namespace pki::scep
