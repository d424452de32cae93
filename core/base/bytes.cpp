#include "base/bytes.h"

#include <algorithm>
#include <functional>

namespace pki {

Bytes as_bytes(std::string_view text) { return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}; }

std::string_view as_text(Bytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

ByteVector to_vector(Bytes bytes) { return ByteVector(bytes.begin(), bytes.end()); }

bool equal(Bytes a, Bytes b) { return std::equal(a.begin(), a.end(), b.begin(), b.end()); }

int compare(Bytes a, Bytes b) {
  const int order = as_text(a).compare(as_text(b));
  return order < 0 ? -1 : (order > 0 ? 1 : 0);
}

void append(ByteVector& to, Bytes more) { to.insert(to.end(), more.begin(), more.end()); }

std::optional<ByteRange> range_within(Bytes whole, Bytes part) {
  // std::less orders any two pointers, also of different buffers; `<` alone would not have to.
  const std::less<const std::uint8_t*> before;
  if (part.data() == nullptr || before(part.data(), whole.data())) return std::nullopt;
  if (before(whole.data() + whole.size(), part.data() + part.size())) return std::nullopt;
  return ByteRange{static_cast<std::size_t>(part.data() - whole.data()), part.size()};
}

}  // namespace pki
