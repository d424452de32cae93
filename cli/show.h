#pragma once
// Answers of the core as text for a terminal.

#include <string>
#include <string_view>

#include "core_call.h"

namespace pki::cli {

/// "error: summary (citation)" with rule, place and cure on lines of their own, each behind `indent`.
std::string finding_text(const Json& finding, std::string_view indent);
/// All findings of a list; empty where there are none.
std::string findings_text(const Json& findings, std::string_view indent);

/// An object of the API (certificate, request, key): its sentence, its fields as an indented tree, its findings.
enum class Ranges { Hide, Show };
std::string object_text(const Json& object, Ranges ranges);

/// A chain report: the verdict, what to do, the paths. Explained: every step, every issuer that was considered.
enum class Detail { Verdict, Explained };
std::string report_text(const Json& report, Detail detail);

}  // namespace pki::cli
