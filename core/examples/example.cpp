#include "examples/example.h"

#include <algorithm>

namespace pki::examples {
namespace {

using Group = std::span<const Example> (*)();
constexpr Group kGroups[] = {time_examples,  link_examples,  root_examples,      issuer_examples,
                             limit_examples, usage_examples, revocation_examples};

std::vector<Example> all_examples() {
  std::vector<Example> all;
  for (const Group group : kGroups) all.insert(all.end(), group().begin(), group().end());
  return all;
}

}  // namespace

std::span<const Example> examples() {
  static const std::vector<Example> kExamples = all_examples();
  return kExamples;
}

const Example* find_example(std::string_view id) {
  const auto all = examples();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Example& example) { return example.id == id; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace pki::examples
