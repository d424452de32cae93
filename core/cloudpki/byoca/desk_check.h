#pragma once
// The checks of the BYOCA desk, as a table, and what came of each.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "cloudpki/ground.h"
#include "x509/certificate.h"

namespace pki::cloudpki::byoca {

/// One check. Always a constant with static storage.
struct DeskCheck {
  /// "byoca.key": stable and unique.
  std::string_view id;
  std::string_view title;
  /// The question that it asks, as a sentence for people.
  std::string_view question;
  /// What it stands on, and where that is written.
  Ground ground = Ground::Sense;
  std::string_view source;
};

/// What came of a check.
///   Pass       nothing stands against an upload
///   Warn       it may be uploaded, and somebody will mind
///   Fail       it must not be uploaded as it is
///   NotJudged  what it needs is not here, or it was not asked for
enum class DeskOutcome : std::uint8_t { Pass, Warn, Fail, NotJudged };
/// "pass", "warn", "fail", "not-judged".
std::string_view desk_outcome_name(DeskOutcome outcome);

/// A finding, and the object whose octets its range counts.
struct DeskFinding {
  Finding finding;
  /// Null where it is about the request, or about no object.
  x509::CertificatePtr certificate = {};
};

/// One row of the report.
struct DeskRow {
  const DeskCheck* check = nullptr;
  DeskOutcome outcome = DeskOutcome::NotJudged;
  std::vector<DeskFinding> findings = {};
  /// What was seen, in a few words; why not, where it was not judged.
  std::string note = {};
};

namespace checks {

extern const DeskCheck kRequest, kKey, kSubject, kCa, kPurposesKept, kAnyPurpose, kPurposesEnough, kPurposesNested,
    kPathLength, kDates, kStrength, kSignatures, kKeyIdentifiers, kPointers, kChain, kElse, kPile, kFiles;

}  // namespace checks

/// All checks, in the order of the report.
std::span<const DeskCheck* const> all_desk_checks();

/// A row whose outcome follows from its findings: an error fails, a warning warns.
DeskRow row_of(const DeskCheck& check, std::vector<DeskFinding> findings, std::string note = {});
/// A row that was not judged, and why.
DeskRow not_judged(const DeskCheck& check, std::string why);

}  // namespace pki::cloudpki::byoca
