#include "path/report.h"

#include <iterator>

#include "base/assert.h"

namespace pki::path {
namespace {

constexpr std::string_view kOutcomeNames[] = {"pass", "fail", "warn", "skipped", "not-reached"};
constexpr std::string_view kEventNames[] = {"considered", "refused",  "postponed",   "chosen",
                                            "anchored",   "dead-end", "backtracked", "limit-hit"};

}  // namespace

std::string_view outcome_name(Outcome outcome) {
  const auto index = static_cast<std::size_t>(outcome);
  PKI_ASSERT(index < std::size(kOutcomeNames));
  return kOutcomeNames[index];
}

std::string_view search_event_name(SearchEventKind kind) {
  const auto index = static_cast<std::size_t>(kind);
  PKI_ASSERT(index < std::size(kEventNames));
  return kEventNames[index];
}

}  // namespace pki::path
