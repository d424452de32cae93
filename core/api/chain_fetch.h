#pragma once
// The parameters `repository` and `options.fetch` of a chain check, and what a report says of them (docs/api.md:
// CheckParams, Report).

#include <optional>

#include "json/reader.h"
#include "relying/check.h"

namespace pki::api {

/// The network of a question, as it was handed in.
struct NetworkParams {
  /// `repository`; nothing where it was left out.
  std::optional<repository::VirtualRepository> repository;
  /// `options.fetch`; nothing where it was left out.
  std::optional<repository::Follow> follow;

  /// For asking relying parties; it points into this object. Who asks for fetching and hands in no repository has a
  /// network at which nothing stands.
  relying::Network network() const;
};

/// What was fetched for a question.
struct ChainFetch {
  repository::Gathered gathered;
  /// The question as it was before.
  path::PathQuestion at_hand;
};

/// "off", "issuers", "crls", "all": the word of options.fetch.
std::string_view follow_name(repository::Follow follow);

/// Reads `repository` and `options.fetch`. Rules: api.param.*, api.source.*, repository.entry.*.
Result<NetworkParams> read_network(json::ObjectReader& params);

/// Follows the URLs of what `question` is about, as options.fetch says; where it says nothing, as `party` does if there
/// is a repository. Nothing where fetching is off. `party` may be null: nobody in particular, who follows none.
std::optional<ChainFetch> fetch_for(const path::PathQuestion& question, const NetworkParams& params,
                                    const relying::RelyingParty* party);

/// Fetches, for the certificates of a Report with these `certificates`. Each that was fetched gets "fetched" as its
/// source there.
json::Json describe_fetches(const repository::Gathered& gathered, json::Json& certificates);

/// Adds to a Report, which is about the question with what was fetched, `fetches` and `without_fetching`.
void describe_fetch(json::Json& report, const ChainFetch& fetch);

}  // namespace pki::api
