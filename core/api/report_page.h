#pragma once
// A report on one page, for printing and for tickets: verdict, what was asked, the paths, what was found, what to do.

#include <string>

#include "api/page_writer.h"
#include "path/builder.h"

namespace pki::api {

/// The page. It names every certificate, CRL and OCSP response that was handed in by its SHA-256 fingerprint, the time
/// that was used, and the program's version. `question` is what `report` answers.
std::string report_page(const path::Report& report, const path::PathQuestion& question, PageStyle style);

/// How the files are called that hold such a page: "path-check-www-lab-example-0a1b2c3d".
std::string report_file_stem(const path::PathQuestion& question);

}  // namespace pki::api
