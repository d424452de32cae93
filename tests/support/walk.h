#pragma once
// Every value in a JSON value. Include only where pki_json is linked.

#include <string>
#include <utility>
#include <vector>

#include "json/reader.h"

namespace pki::test {

/// Calls `visit(pointer, value)` for `root` and everything in it.
template <typename Visit>
void walk(const json::Json& root, Visit visit) {
  std::vector<std::pair<std::string, const json::Json*>> open = {{"", &root}};
  while (!open.empty()) {
    const auto [pointer, value] = std::move(open.back());
    open.pop_back();
    visit(pointer, *value);
    if (!value->is_structured()) continue;
    for (const auto& member : value->items()) {
      open.emplace_back(json::append_pointer(pointer, member.key()), &member.value());
    }
  }
}

}  // namespace pki::test
