#pragma once
// The sentences of a report: what a step or an event of the search says.

#include <string>

#include "path/budget.h"
#include "path/report.h"

namespace pki::api {

/// What came of a step, in one line: the values that were compared, the finding, or why it was not made.
std::string step_text(const path::Step& step);

/// What happened, in one line.
std::string event_text(const path::SearchEvent& event);

/// The finding's summary as part of a longer sentence: its first letter is small unless it begins with a value.
std::string as_clause(const Finding& finding);

/// The headline of a path that was refused, and whom it is about: "«Lab Issuing»: the certificate expired at …". Empty
/// where there is none.
std::string headline_text(const path::CandidatePath& path);

/// What a CA leaves to those below: "No further CA may stand below it; a leaf may be for clientAuth."
std::string budget_text(const path::Budget& budget);

}  // namespace pki::api
