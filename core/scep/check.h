#pragma once
// What either side checks of a message that it gets, as tables, and what came of each check.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "scep/attributes.h"

namespace pki::scep {

/// The layer of a message that a check is about: ranges of its findings count from the first octet of that layer's DER.
///   Signed    the SignedData that is sent
///   Envelope  the EnvelopedData that is signed
///   Content   what is encrypted: the request, the certificates
enum class Layer : std::uint8_t { Signed, Envelope, Content };
/// "signed", "envelope", "content".
std::string_view layer_name(Layer layer);

/// One check. Always a constant with static storage.
struct Check {
  /// "signature": stable, and unique in its table.
  std::string_view id;
  std::string_view title;
  /// The question that it asks, as a sentence for people.
  std::string_view question;
  /// Where it is asked for: "RFC 8894 3.2.1.5".
  std::string_view citation;
  Layer layer = Layer::Signed;
  /// What a registration authority answers where it fails (requests only).
  FailInfo fail_info = FailInfo::BadRequest;
};

/// What came of a check.
///   Pass       as it should be
///   Warn       it can be lived with, and somebody will mind
///   Fail       the message must not be acted upon
///   NotJudged  it does not apply, or what it needs is not here
enum class Outcome : std::uint8_t { Pass, Warn, Fail, NotJudged };
/// "pass", "warn", "fail", "not-judged".
std::string_view outcome_name(Outcome outcome);

struct CheckRow {
  const Check* check = nullptr;
  Outcome outcome = Outcome::NotJudged;
  Findings findings = {};
  /// What was seen, in a few words; why not, where it was not judged. Printable.
  std::string note = {};
};

/// A row whose outcome follows from its findings: an error fails, a warning warns.
CheckRow row_of(const Check& check, Findings findings, std::string note = {});
/// The same of a Status.
CheckRow row_of(const Check& check, const Status& status, std::string note = {});
/// A row that was not judged, and why.
CheckRow not_judged(const Check& check, std::string why);

/// True unless a row failed.
bool all_passed(std::span<const CheckRow> rows);
/// The first row that failed, or null.
const CheckRow* first_failure(std::span<const CheckRow> rows);

namespace checks {

// Of requests, by the registration authority.
extern const Check kSignature, kAlgorithms, kMessageType, kTransactionId, kSenderNonce, kEnvelope, kRequest, kProof,
    kRequester, kChallenge, kRenewal;
// Of replies, by the device.
extern const Check kReplySignature, kReplyAlgorithms, kReplyType, kReplyTransaction, kRecipientNonce, kStatus,
    kReplyEnvelope, kCertificates, kIssued;

}  // namespace checks

/// All checks of requests, and all of replies, in the order of the rows.
std::span<const Check* const> request_checks();
std::span<const Check* const> reply_checks();

}  // namespace pki::scep
