#pragma once
// Prepared chains: lessons that can be checked. Each is a row of data and a builder that makes its certificates on the
// spot with the workbench's own CA (P-256 keys; nobody keeps them), around whatever time it is.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "path/builder.h"
#include "repository/virtual_repository.h"

namespace pki::examples {

/// What is asked about the chain: the inputs of path::PathQuestion, and of fetching, as octets that can be handed on.
/// What is not here is as the defaults have it.
struct Question {
  ByteVector target;
  std::vector<ByteVector> pool = {};
  std::vector<ByteVector> anchors = {};
  std::vector<ByteVector> crls = {};
  path::Purpose purpose = path::Purpose::Any;
  /// Names that the target must be for: "www.lab.example".
  std::vector<std::string> names = {};
  path::RevocationMode revocation = path::RevocationMode::Off;
  /// Dotted OIDs of the policies that are accepted, of which one is then required; empty: not asked.
  std::vector<std::string> required_policies = {};
  std::vector<repository::Entry> repository = {};
  repository::Follow follow = repository::Follow::Off;
};

/// One prepared chain.
struct Example {
  /// Stable, for the command line and the API: "expired-leaf".
  std::string_view id;
  std::string_view title;
  /// Two to four sentences: who wants what, and what they have.
  std::string_view story;
  /// One sentence.
  std::string_view lesson;
  /// The rule of the headline: why it is not accepted; null where it is.
  const Rule* rule = nullptr;
  /// Makes the certificates for a check at `now`, with keys from the random source in force. Rules: those of
  /// ca::issue, crypto.random.failed.
  Result<Question> (*make)(Time now) = nullptr;

  bool accepted() const { return rule == nullptr; }
};

/// All of them, the good one first.
std::span<const Example> examples();

/// The example of this id, or null.
const Example* find_example(std::string_view id);

// One table for each area (<area>.cpp).
std::span<const Example> time_examples();
std::span<const Example> issuer_examples();
std::span<const Example> link_examples();
std::span<const Example> root_examples();
std::span<const Example> limit_examples();
std::span<const Example> usage_examples();
std::span<const Example> revocation_examples();

}  // namespace pki::examples
