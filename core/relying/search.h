#pragma once
// Search by foreign words: a code, a name, a message, or a whole line of a log that holds one.
//
//   800B0109, 0x800b0109, -2146762487     HRESULTs in every form
//   error 20, num=20, (20:...             OpenSSL's numbers, where a word before tells that it is one
//   alert 48, alert number 48             TLS alerts, likewise
//   reason 258, Reason Code: 258          NPS, likewise
//   X509_V_ERR_..., unknown_ca, ...       names, with or without their prefix, in any case
//   unable to get local issuer ...        messages, also in the midst of a line
//
// What fits as a whole comes before what only holds the query.

#include <string_view>
#include <vector>

#include "relying/word.h"

namespace pki::relying {

/// Octets of a query that are looked at; what comes after them is left out.
inline constexpr std::size_t kLongestQuery = 4096;
/// Hits that are kept at most.
inline constexpr std::size_t kMostHits = 200;

enum class Match : std::uint8_t { Exact, Part };

struct Hit {
  const Word* word = nullptr;
  Product product = Product::OpenSsl;
  Match match = Match::Part;
};

/// The words that the query is about, best first, at most `limit` of them. Work: the length of the query (bounded by
/// kLongestQuery) times the number of words.
std::vector<Hit> find_words(std::string_view query, std::size_t limit = kMostHits);

}  // namespace pki::relying
