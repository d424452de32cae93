#include "cloudpki/byoca/desk_check.h"

#include <algorithm>

#include "cloudpki/rules.h"

namespace pki::cloudpki::byoca {
namespace checks {

constexpr std::string_view kCreate = "Configure root and issuing CA for Microsoft Cloud PKI";

const DeskCheck kRequest{"byoca.request", "Request", "Is the request whole, and one of a BYOCA issuing CA?",
                         Ground::Documented, rules::kByoca};
const DeskCheck kKey{"byoca.key", "Same key", "Does the certificate have the key of the request?", Ground::Rfc,
                     "RFC 2986 3"};
const DeskCheck kSubject{"byoca.subject", "Subject", "Is the subject the request's, of attributes that are supported?",
                         Ground::Documented, rules::kByoca};
const DeskCheck kCa{"byoca.ca", "CA and key usage", "May it, and every CA above it, sign certificates and CRLs?",
                    Ground::Rfc, "RFC 5280 6.1.4 (k), (n)"};
const DeskCheck kPurposesKept{"byoca.purposes_kept", "Extended key usage kept",
                              "Did the extended key usage of the request survive the signing?", Ground::Sense,
                              "KB 283789 (EnableRequestExtensionList)"};
const DeskCheck kAnyPurpose{"byoca.any_purpose", "No Any Purpose", "Is Any Purpose (2.5.29.37.0) left out?",
                            Ground::Documented, kCreate};
const DeskCheck kPurposesEnough{"byoca.purposes_enough", "Enough for the SCEP profiles",
                                "Does it have the purposes that SCEP profiles are to issue for?", Ground::Documented,
                                kCreate};
const DeskCheck kPurposesNested{"byoca.purposes_nested", "Extended key usage nested",
                                "Does every CA above that has an extended key usage allow these purposes?",
                                Ground::Measured, "OpenSSL 3.0, error 26 at the CA's depth"};
const DeskCheck kPathLength{"byoca.path_length", "Path length", "Do the CAs above leave room for one more?",
                            Ground::Rfc, "RFC 5280 4.2.1.9, 6.1.4 (l)"};
const DeskCheck kDates{"byoca.dates", "Dates", "Is the whole chain valid, and does nobody outlive the CA above?",
                       Ground::Rfc, "RFC 5280 6.1.3 (a)(2)"};
const DeskCheck kStrength{"byoca.strength", "Key and hash", "Are key sizes and hashes such as Cloud PKI supports?",
                          Ground::Documented, kCreate};
const DeskCheck kSignatures{"byoca.signatures", "Signatures", "Does every signature fit the key of the CA above?",
                            Ground::Rfc, "RFC 5280 6.1.3 (a)(1), (a)(4)"};
const DeskCheck kKeyIdentifiers{"byoca.key_identifiers", "Key identifiers",
                                "Do authority and subject key identifiers link the chain?", Ground::Rfc,
                                "RFC 5280 4.2.1.1, 4.2.1.2"};
const DeskCheck kPointers{"byoca.pointers", "AIA and CDP",
                          "Can issuer certificates and CRLs be fetched over http, from outside the domain too?",
                          Ground::Documented, rules::kByoca};
const DeskCheck kChain{"byoca.chain", "Chain to the root", "Are the root and every CA between here?",
                       Ground::Documented, rules::kByoca};
const DeskCheck kElse{"byoca.rfc5280", "Everything else of RFC 5280",
                      "Does the path hold in every other check of path validation?", Ground::Rfc, "RFC 5280 6.1"};
const DeskCheck kPile{"byoca.pile", "Strays and duplicates", "Is nothing here that does not belong to the upload?",
                      Ground::Sense, ""};
const DeskCheck kFiles{"byoca.files", "Kinds of files", "Are the files of the kinds that the two upload boxes take?",
                       Ground::Documented, rules::kByoca};

}  // namespace checks

std::string_view desk_outcome_name(DeskOutcome outcome) {
  switch (outcome) {
    case DeskOutcome::Pass:
      return "pass";
    case DeskOutcome::Warn:
      return "warn";
    case DeskOutcome::Fail:
      return "fail";
    case DeskOutcome::NotJudged:
      break;
  }
  return "not-judged";
}

std::span<const DeskCheck* const> all_desk_checks() {
  using namespace checks;
  static constexpr const DeskCheck* kAll[] = {
      &kRequest,        &kKey,        &kSubject, &kCa,       &kPurposesKept, &kAnyPurpose,     &kPurposesEnough,
      &kPurposesNested, &kPathLength, &kDates,   &kStrength, &kSignatures,   &kKeyIdentifiers, &kPointers,
      &kChain,          &kElse,       &kPile,    &kFiles,
  };
  return kAll;
}

DeskRow row_of(const DeskCheck& check, std::vector<DeskFinding> findings, std::string note) {
  DeskRow row{.check = &check, .outcome = DeskOutcome::Pass, .findings = std::move(findings), .note = std::move(note)};
  for (const DeskFinding& each : row.findings) {
    const Severity severity = each.finding.severity();
    const DeskOutcome outcome = severity >= Severity::Error     ? DeskOutcome::Fail
                                : severity == Severity::Warning ? DeskOutcome::Warn
                                                                : DeskOutcome::Pass;
    row.outcome = std::max(row.outcome, outcome);
  }
  return row;
}

DeskRow not_judged(const DeskCheck& check, std::string why) {
  return {.check = &check, .outcome = DeskOutcome::NotJudged, .findings = {}, .note = std::move(why)};
}

}  // namespace pki::cloudpki::byoca
