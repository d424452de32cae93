// pkiwb crl: looking at certificate revocation lists.

#include "show_objects.h"

namespace pki::cli {
namespace {

ExitCode show(const Arguments& arguments) { return show_objects(arguments, {"crl", "CRL"}); }

}  // namespace

std::vector<Command> crl_commands() {
  return {
      {"crl",
       "show",
       "FILE...",
       "Show certificate revocation lists, with their first hundred entries",
       {{"ranges", "", "show where each field stands in the DER"},
        {"now", "TIME", "the time for \"valid\" and \"expired\" (default: the clock)"}},
       {"pkiwb crl show issuing.crl"},
       show},
  };
}

}  // namespace pki::cli
