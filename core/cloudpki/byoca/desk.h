#pragma once
// The BYOCA check desk: request, answer and chain in any form and number, and whether that can be uploaded to Cloud PKI
// ("Bring your own CA": an issuing CA in the cloud whose request a private CA signs).

#include <optional>
#include <string>
#include <vector>

#include "asn1/oid.h"
#include "cloudpki/byoca/desk_check.h"
#include "cloudpki/byoca/pile.h"

namespace pki::cloudpki::byoca {

struct DeskInput {
  Pile pile;
  /// The time for which validity is judged.
  Time at = {};
  /// Key purposes that SCEP profiles are to issue for; empty: not said, and then not judged.
  std::vector<asn1::OwnedOid> purposes = {};
};

/// How far the round is.
///   Nothing    there is nothing that the desk is about
///   Request    a request alone: it can be judged before it is signed
///   Answered   certificates too, whether or not one of them answers it
enum class Stage : std::uint8_t { Nothing, Request, Answered };

struct DeskReport {
  Stage stage = Stage::Nothing;
  /// Nothing stands against the next step: signing a request that is alone, uploading what was answered.
  bool ready = false;
  Parts parts;
  /// A row for each check, in the order of all_desk_checks().
  std::vector<DeskRow> rows = {};
};

/// Judges what was dropped. Work is bounded by that of one path search (path::Limits).
DeskReport examine(const DeskInput& input);

/// The first finding of the first row that fails; null where none does. It aliases `report`.
const DeskFinding* headline(const DeskReport& report);

}  // namespace pki::cloudpki::byoca
