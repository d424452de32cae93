// Law: whatever is asked for, the hits are known words, the exact ones come first, no more than were wanted come, and
// what a word is found by finds it again as it is written.

#include "base/assert.h"
#include "base/bytes.h"
#include "relying/search.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pki::relying;
  const std::string_view query = pki::as_text(pki::Bytes(data, size));
  const std::size_t limit = size % 50;
  const std::vector<Hit> hits = find_words(query, limit);
  PKI_ASSERT(hits.size() <= limit);
  bool part = false;
  for (const Hit& hit : hits) {
    PKI_ASSERT(hit.word != nullptr);
    part = part || hit.match == Match::Part;
    PKI_ASSERT(!part || hit.match == Match::Part);
  }
  if (hits.empty() || hits.front().word->name.empty()) return 0;
  for (const Hit& again : find_words(hits.front().word->name)) {
    if (again.word == hits.front().word) {
      PKI_ASSERT(again.match == Match::Exact);
      return 0;
    }
  }
  PKI_ASSERT(false);
  return 0;
}
