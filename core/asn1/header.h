#pragma once
// The identifier and length octets of one element (X.690 8.1.2, 8.1.3): what the strict reader, the tree and the
// writer's sorting of SETs have in common.

#include <cstddef>

#include "asn1/tag.h"
#include "base/bytes.h"
#include "base/rule.h"

namespace pki::asn1 {

/// What stands before the contents of an element.
struct Header {
  Tag tag;
  /// Octets of identifier and length together.
  std::size_t size = 0;
  /// Octets of contents as announced, which may be more than there are; 0 where `indefinite`.
  std::size_t length = 0;
  bool indefinite = false;
  bool tag_not_minimal = false;
  bool length_not_minimal = false;
  /// Why no header could be read: asn1.tag.* or asn1.length.*; null where one was. `size` then tells how many
  /// octets were looked at.
  const Rule* failure = nullptr;

  /// True if the contents lie in `input`, the octets that the header was read from.
  bool fits(Bytes input) const { return failure == nullptr && length <= input.size() - size; }
};

/// Reads the header at the beginning of `input`.
Header read_header(Bytes input);

}  // namespace pki::asn1
