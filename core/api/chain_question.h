#pragma once
// The question of a chain check (docs/api.md: CheckParams), which several methods take.

#include "api/method.h"
#include "path/builder.h"

namespace pki::api {

/// A question as it was handed in.
struct ChainQuestion {
  path::PathQuestion question;
  /// What of its lists could not be read, each with the pointer of its Source.
  Findings findings;
};

/// Reads all of CheckParams. Rules: api.param.*, api.source.*, path.identity.reference; asn1.*, x509.* where the target
/// cannot be read.
Result<ChainQuestion> read_chain_question(json::ObjectReader& params);

/// Finds and judges the paths. The report's findings tell also of what could not be read.
path::Report answer(const ChainQuestion& question);

}  // namespace pki::api
