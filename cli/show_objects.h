#pragma once
// Showing the objects of one kind that files hold: what `cert show`, `crl show` and `ocsp show` have in common.

#include <string_view>

#include "arguments.h"
#include "command.h"

namespace pki::cli {

/// What to show.
struct ShownKind {
  /// The `kind` of the API's items: "crl".
  std::string_view kind;
  /// For people, after "there is no": "CRL".
  std::string_view name;
};

/// Inspects the command's files and prints the description of every object of that kind (with --json all that inspect
/// says; with --ranges where each field stands). Unreadable where there is none.
ExitCode show_objects(const Arguments& arguments, const ShownKind& kind);

}  // namespace pki::cli
