// Law: every node lies in its parent, and a tree that is not complete says why.

#include <cstddef>
#include <cstdint>

#include "asn1/tree.h"
#include "base/assert.h"
#include "base/text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const pki::asn1::Tree tree = pki::asn1::read_tree({data, size});
  PKI_ASSERT(tree.complete || pki::has_errors(tree.findings));
  for (const pki::asn1::TreeNode& node : tree.nodes) {
    PKI_ASSERT(node.whole.end() <= size && node.value.end() <= node.whole.end());
    PKI_ASSERT(pki::is_utf8(node.text));
    if (node.depth == 0) continue;
    const pki::asn1::TreeNode& parent = tree.nodes[node.parent];
    PKI_ASSERT(parent.depth + 1 == node.depth && node.whole.offset >= parent.value.offset);
    PKI_ASSERT(node.whole.end() <= parent.value.end());
  }
  return 0;
}
