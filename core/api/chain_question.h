#pragma once
// The question of a chain check (docs/api.md: CheckParams), which several methods take.

#include <optional>

#include "api/chain_fetch.h"
#include "api/method.h"
#include "path/builder.h"

namespace pki::api {

/// A question as it was handed in, and what was fetched for it.
struct ChainQuestion {
  /// What was fetched stands behind its own pool and CRLs.
  path::PathQuestion question;
  /// What of its lists could not be read, each with the pointer of its Source; bounds of fetching.
  Findings findings;
  /// Nothing where options.fetch is off.
  std::optional<ChainFetch> fetch = {};
};

/// Reads all of CheckParams, and follows URLs where that is asked for. Rules: api.param.*, api.source.*,
/// repository.entry.*, path.identity.reference; asn1.*, x509.* where the target cannot be read.
Result<ChainQuestion> read_chain_question(json::ObjectReader& params);

/// Finds and judges the paths. The report's findings tell also of what could not be read.
path::Report answer(const ChainQuestion& question);

/// The answer as a Report (docs/api.md), with what was fetched.
json::Json describe_answer(const path::Report& report, const ChainQuestion& question);

}  // namespace pki::api
