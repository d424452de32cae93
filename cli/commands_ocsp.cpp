// pkiwb ocsp: looking at OCSP responses.

#include "show_objects.h"

namespace pki::cli {
namespace {

ExitCode show(const Arguments& arguments) { return show_objects(arguments, {"ocsp-response", "OCSP response"}); }

}  // namespace

std::vector<Command> ocsp_commands() {
  return {
      {"ocsp",
       "show",
       "FILE...",
       "Show OCSP responses, as `openssl ocsp -respout` writes them",
       {{"ranges", "", "show where each field stands in the DER"},
        {"now", "TIME", "the time for \"valid\" and \"expired\" (default: the clock)"}},
       {"pkiwb ocsp show www.ocsp"},
       show},
  };
}

}  // namespace pki::cli
