#pragma once
// The question of a chain check, which several methods share: CheckParams of docs/api.md.

#include "api/method.h"
#include "path/builder.h"

namespace pki::api {

/// A question, and what is worth saying of the files that it came in.
struct ChainQuestion {
  path::PathQuestion question;
  /// About certificates of the pool and the anchors, CRLs and OCSP responses that could not be read.
  Findings findings = {};
};

/// Reads target, anchors, at, pool, crls, ocsp, purpose, names, relying_party and options. Rules: those of read_source
/// and read_check_options.
Result<ChainQuestion> read_chain_question(json::ObjectReader& params);

/// The rows of these parameters.
std::span<const ParamRow> chain_question_rows();

}  // namespace pki::api
