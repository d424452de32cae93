#pragma once
// The generic tree of elements: any DER (or BER, saying where it is not DER), for the byte view.

#include <cstdint>
#include <string>
#include <vector>

#include "asn1/reader.h"

namespace pki::asn1 {

/// One element of a tree. Nodes stand in a flat list in the order of their octets.
struct TreeNode {
  Tag tag;
  ByteRange whole;
  ByteRange value;
  std::uint32_t depth = 0;
  /// The node that holds this one; the index of the node itself for one at the top.
  std::uint32_t parent = 0;
  bool indefinite = false;
  /// True where the node is a primitive OCTET STRING or BIT STRING whose contents are DER themselves, and its
  /// children are those contents.
  bool encapsulates = false;
  /// A one-line reading of a primitive value ("sha256WithRSAEncryption (1.2...)", "2026-11-22T19:38:58Z");
  /// printable.
  std::string text;
};

struct Tree {
  std::vector<TreeNode> nodes;
  /// Where it is not DER, and where reading had to stop.
  Findings findings;
  /// True if all of the input was read as elements, each of them whole.
  bool complete = true;
};

/// Reads as many elements as `input` holds, BER's indefinite lengths too. Never recurses; stops with a finding
/// at `kMaxTreeDepth` levels or `kMaxTreeNodes` nodes. An element that would end behind its parent is cut at the
/// parent's end and has the finding asn1.element.truncated; behind octets that are no element, reading goes on with
/// what follows their parent.
Tree read_tree(Bytes input);

inline constexpr std::uint32_t kMaxTreeDepth = 64;
inline constexpr std::size_t kMaxTreeNodes = 200000;

}  // namespace pki::asn1
