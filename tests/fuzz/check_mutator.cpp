// How libFuzzer damages inputs of check_fuzzer: mostly one element of DER within one item, so that the lengths around
// it still hold and the item is signed anew; sometimes the items themselves; sometimes any octets.

#include <algorithm>
#include <random>

#include "asn1/tree.h"
#include "asn1/writer.h"
#include "check_input.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace {

using namespace pki;
using test::CheckItem;

constexpr std::size_t kGrowth = 64;

Bytes cut(Bytes whole, ByteRange range) { return whole.subspan(range.offset, range.length); }

// `whole` with other octets in place of a range of it.
ByteVector replace(Bytes whole, ByteRange range, Bytes by) {
  ByteVector out = to_vector(whole.first(range.offset));
  append(out, by);
  append(out, whole.subspan(range.end()));
  return out;
}

class Mutation {
 public:
  explicit Mutation(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }

  ByteVector mutate_octets(Bytes octets) {
    ByteVector out = to_vector(octets);
    const std::size_t size = out.size();
    out.resize(size + kGrowth);
    out.resize(LLVMFuzzerMutate(out.data(), size, out.size()));
    return out;
  }

  // One element changed, doubled, left out, or replaced by another one.
  ByteVector mutate_der(Bytes der) {
    const asn1::Tree tree = asn1::read_tree(der);
    if (tree.nodes.empty()) return mutate_octets(der);
    const auto index = static_cast<std::uint32_t>(below(tree.nodes.size()));
    const asn1::TreeNode& node = tree.nodes[index];
    const Bytes whole = cut(der, node.whole);
    switch (below(8)) {
      case 0:
        return rebuild(der, tree, index, {});
      case 1: {
        ByteVector twice = to_vector(whole);
        append(twice, whole);
        return rebuild(der, tree, index, twice);
      }
      case 2:
        return rebuild(der, tree, index, cut(der, tree.nodes[below(tree.nodes.size())].whole));
      default:
        return rebuild(der, tree, index, asn1::encode_element(node.tag, mutate_octets(cut(der, node.value))));
    }
  }

 private:
  // The DER with other octets in place of a node; every length around it is written anew.
  static ByteVector rebuild(Bytes der, const asn1::Tree& tree, std::uint32_t index, Bytes octets) {
    ByteVector now = to_vector(octets);
    while (tree.nodes[index].parent != index) {
      const ByteRange replaced = tree.nodes[index].whole;
      index = tree.nodes[index].parent;
      const asn1::TreeNode& parent = tree.nodes[index];
      const ByteRange within{replaced.offset - parent.value.offset, replaced.length};
      now = asn1::encode_element(parent.tag, replace(cut(der, parent.value), within, now));
    }
    return replace(der, tree.nodes[index].whole, now);
  }

  std::minstd_rand random_;
};

bool holds_der(std::uint8_t kind) { return kind != 'O' && kind != 'N' && kind != 'D'; }

void mutate_items(Mutation& mutation, std::vector<CheckItem>& items) {
  const std::size_t place = mutation.below(items.size());
  const CheckItem item = items[place];
  const auto at = items.begin() + static_cast<std::ptrdiff_t>(place);
  static constexpr std::string_view kKinds = "TPABCRNDO";
  switch (mutation.below(4)) {
    case 0:
      items.erase(at);
      return;
    case 1:
      items.insert(at, item);
      return;
    case 2:
      at->kind = static_cast<std::uint8_t>(kKinds[mutation.below(kKinds.size())]);
      return;
    default:
      at->signer = static_cast<std::uint8_t>(mutation.below(items.size() + 1));
      return;
  }
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                               unsigned seed) {
  Mutation mutation(seed);
  std::vector<CheckItem> items = test::read_check_items(Bytes(data, size));
  if (items.empty() || mutation.below(16) == 0) return LLVMFuzzerMutate(data, size, max_size);
  ByteVector content;
  if (mutation.below(8) == 0) {
    mutate_items(mutation, items);
  } else {
    CheckItem& item = items[mutation.below(items.size())];
    content = holds_der(item.kind) ? mutation.mutate_der(item.content) : mutation.mutate_octets(item.content);
    item.content = content;
  }
  ByteVector out;
  for (const CheckItem& item : items) test::write_check_item(out, item);
  if (out.size() > max_size) return LLVMFuzzerMutate(data, size, max_size);
  std::copy(out.begin(), out.end(), data);
  return out.size();
}
