#pragma once
// All candidate paths of a report as one tree of characters, for terminals, printed pages and screen readers.

#include <string>

#include "path/report.h"

namespace pki::api {

/// A line for each certificate of each path, the target first and what stands above it below; paths that begin alike
/// share their lines. At the end of a path its number (from 1), what came of it, and why. Lines end with "\n".
std::string report_picture(const path::Report& report);

}  // namespace pki::api
