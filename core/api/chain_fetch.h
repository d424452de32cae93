#pragma once
// The parameters `repository` and `options.fetch` of a chain check, and what a report says of them (docs/api.md:
// CheckParams, Report).

#include <optional>

#include "json/reader.h"
#include "repository/gather.h"

namespace pki::api {

/// What was fetched for a question.
struct ChainFetch {
  repository::Gathered gathered;
  /// The question as it was before.
  path::PathQuestion at_hand;
};

/// "off", "issuers", "crls", "all": the word of options.fetch.
std::string_view follow_name(repository::Follow follow);

/// Reads `repository` and `options.fetch`, and follows the URLs of what `question` is about. Nothing where fetching is
/// off; then `repository` is read all the same. Rules: api.param.*, api.source.*, repository.entry.*.
Result<std::optional<ChainFetch>> read_chain_fetch(json::ObjectReader& params, const path::PathQuestion& question);

/// Adds to a Report, which is about the question with what was fetched, `fetches` and `without_fetching`; certificates
/// that were fetched get "fetched" as their source.
void describe_fetches(json::Json& report, const ChainFetch& fetch);

}  // namespace pki::api
