#pragma once
// Relying parties as data: what a library, a platform, a browser, a server or a service asks of a chain. Each row says
// what it is, where that is known from and how sure it is, and what it does to the options of path/.
//
// A relying party is its behaviour as it comes, without the switches that it has; where a switch is met often, the row
// names it. Anchors are those of the question: nobody's own root store is here.

#include <span>
#include <string_view>

#include "path/options.h"
#include "relying/certainty.h"
#include "relying/word.h"

namespace pki::relying {

enum class Kind : std::uint8_t { Standard, Library, Platform, Browser, Server, Service };

/// "standard", "library" ...
std::string_view kind_name(Kind kind);

/// What a row is about. Every relying party has one row for each.
enum class Topic : std::uint8_t {
  MissingIssuers,
  PathBuilding,
  PartialChains,
  AnchorLimits,
  AnchorValidity,
  ExtendedKeyUsage,
  KeyIdentifiers,
  NameConstraints,
  Policies,
  Revocation,
  Depth,
  Names,
  Strength,
  Validity,
  IssuerRules,
};

/// "AIA", "path building" ...: what the row is called.
std::string_view topic_name(Topic topic);
std::span<const Topic> all_topics();

/// One row.
struct Setting {
  Topic topic = Topic::MissingIssuers;
  /// In a word or two, to compare columns by: "not fetched", "SAN, else CN".
  std::string_view value;
  /// One sentence.
  std::string_view text;
  /// The document, header or source that says so; "measured with ..." where it was.
  std::string_view source;
  Certainty certainty = Certainty::Assumed;
  /// What it does to the options; null where RFC 5280's default is what it does.
  void (*apply)(path::CheckOptions&) = nullptr;
};

/// How the certificates of a path are found.
///   AllPaths     every path is tried, as here
///   FirstIssuer  one issuer is chosen for each certificate, by name and key identifier and before its signature is
///                checked, and there is no way back
enum class PathBuilding : std::uint8_t { AllPaths, FirstIssuer };

/// One relying party.
struct RelyingParty {
  /// "openssl": stable and unique.
  std::string_view id;
  std::string_view title;
  Kind kind = Kind::Library;
  /// One or two sentences.
  std::string_view description;
  /// In the order of Topic.
  std::span<const Setting> settings;
  /// Whose words it speaks; its own first.
  std::span<const Product> words;
  PathBuilding building = PathBuilding::AllPaths;
  /// The real implementation that tests/peers compare with; empty where there is none.
  std::string_view checked_against = {};
};

/// All relying parties, in the order in which they are shown.
std::span<const RelyingParty> relying_parties();

/// The relying party with this id, or null.
const RelyingParty* find_relying_party(std::string_view id);

/// `base` with what this relying party asks instead. Time, purpose, names, revocation scope and limits of the work are
/// kept; names are dropped where it compares none.
path::CheckOptions options_for(const RelyingParty& party, path::CheckOptions base);

}  // namespace pki::relying
