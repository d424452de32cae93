#pragma once
// The events of a search, kept up to a bound.

#include <cstddef>
#include <vector>

#include "path/report.h"

namespace pki::path {

class SearchLog {
 public:
  /// Keeps at most `limit` events; those beyond are counted.
  explicit SearchLog(std::size_t limit) : limit_(limit) {}

  void add(SearchEvent event) {
    if (events_.size() < limit_) {
      events_.push_back(std::move(event));
    } else {
      ++left_out_;
    }
  }
  /// The event that was added last; null where it was left out or there is none.
  SearchEvent* last() { return left_out_ > 0 || events_.empty() ? nullptr : &events_.back(); }
  /// Paths were put in another order: path `i` is now at `place[i]`.
  void renumber(const std::vector<std::size_t>& place) {
    for (SearchEvent& event : events_) {
      if (event.path) event.path = place[*event.path];
    }
  }
  /// The path at `place` is not in the report any more.
  void forget(std::size_t place) {
    for (SearchEvent& event : events_) {
      if (event.path == place) event.path.reset();
    }
  }
  std::size_t left_out() const { return left_out_; }
  std::vector<SearchEvent> take() { return std::move(events_); }

 private:
  std::size_t limit_;
  std::size_t left_out_ = 0;
  std::vector<SearchEvent> events_;
};

}  // namespace pki::path
