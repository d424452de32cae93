#include "x509/field_map.h"

#include <algorithm>

#include "base/assert.h"

namespace pki::x509 {

void FieldMap::add(Bytes part, std::string name) {
  const std::optional<ByteRange> range = range_within(root_, part);
  if (!range || range->length == 0) return;
  PKI_ASSERT(fields_.empty() || fields_.back().range.end() <= range->offset);
  fields_.push_back({*range, std::move(name)});
}

void FieldMap::name_fields(Findings& findings) const {
  for (Finding& finding : findings) {
    if (!finding.where.range || !finding.where.field.empty()) continue;
    const std::size_t offset = finding.where.range->offset;
    const auto next = std::upper_bound(fields_.begin(), fields_.end(), offset,
                                       [](std::size_t at, const Field& field) { return at < field.range.offset; });
    if (next == fields_.begin()) continue;
    const Field& field = *std::prev(next);
    if (offset <= field.range.end() && finding.where.range->end() <= field.range.end()) {
      finding.where.field = field.name;
    }
  }
}

}  // namespace pki::x509
