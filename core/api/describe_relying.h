#pragma once
// Relying parties, faults and foreign words as JSON (docs/api.md).

#include "json/json.h"
#include "relying/check.h"
#include "relying/search.h"

namespace pki::api {

/// {id, title, kind, description, settings, options, checked_against}.
json::Json describe(const relying::RelyingParty& party);

/// {id, title, meaning, cure, lab, see, rules, words, enforced_by, example}.
json::Json describe(const relying::Fault& fault);

/// {word, product, code, name, text, match, fault, certainty}.
json::Json describe(const relying::Hit& hit);

/// One row of the method chain.relying_parties; `question` is the one that was asked.
json::Json describe(const relying::Opinion& opinion, const path::PathQuestion& question);

}  // namespace pki::api
