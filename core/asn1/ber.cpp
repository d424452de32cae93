#include "asn1/ber.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "asn1/header.h"
#include "asn1/rules.h"
#include "asn1/tree.h"
#include "asn1/values.h"
#include "asn1/writer.h"

namespace pki::asn1 {
namespace {

constexpr Tag kEndOfContents{TagClass::Universal, false, 0};

bool is_string_in_parts(Tag tag) {
  if (!tag.constructed) return false;
  tag.constructed = false;
  return tag == tags::kOctetString || is_string_tag(tag);
}

/// Writes a tree's nodes as DER. An element in which all lengths are definite and all strings whole is copied as it is,
/// so that a certificate keeps the octets that were signed. Lengths are added up from the last node to the first, then
/// all is written from the first to the last.
class DerFromTree {
 public:
  DerFromTree(Bytes ber, const Tree& tree) : ber_(ber), tree_(tree), plans_(tree.nodes.size()) {}

  ByteVector convert() {
    for (std::size_t i = plans_.size(); i-- > 0;) find_change(i);
    for (std::size_t i = 0; i < plans_.size(); ++i) plan(i);
    for (std::size_t i = plans_.size(); i-- > 0;) measure(i);
    Writer out;
    for (std::size_t i = 0; i < plans_.size(); ++i) write(i, out);
    return out.take();
  }

 private:
  struct Plan {
    /// The element, or one within it, must be written otherwise than it is.
    bool changes = false;
    /// Written with the element around it.
    bool skip = false;
    /// A part of a string, of which only the contents are written.
    bool part = false;
    /// A string in parts, written in one piece.
    bool joined = false;
    /// Octets of contents that will be written.
    std::size_t contents = 0;
  };

  const TreeNode& node(std::size_t i) const { return tree_.nodes[i]; }

  void find_change(std::size_t i) {
    Plan& mine = plans_[i];
    mine.changes = mine.changes || node(i).indefinite || is_string_in_parts(node(i).tag);
    if (mine.changes && node(i).depth > 0) plans_[node(i).parent].changes = true;
  }

  void plan(std::size_t i) {
    Plan& mine = plans_[i];
    if (node(i).depth > 0) {
      const Plan& parent = plans_[node(i).parent];
      mine.part = parent.joined;
      mine.skip = parent.skip || (!parent.changes && !parent.joined) || !node(node(i).parent).tag.constructed;
    }
    mine.joined = node(i).tag.constructed && (mine.part || is_string_in_parts(node(i).tag));
  }

  bool is_copied(const Plan& plan) const { return !plan.changes && !plan.part; }

  void measure(std::size_t i) {
    Plan& mine = plans_[i];
    if (mine.skip) return;
    if (!node(i).tag.constructed) mine.contents = node(i).value.length;
    if (node(i).depth == 0) return;
    std::size_t size = mine.contents;
    if (is_copied(mine)) {
      size = node(i).whole.length;
    } else if (!mine.part) {
      size += header_of(i).size();
    }
    plans_[node(i).parent].contents += size;
  }

  ByteVector header_of(std::size_t i) const {
    Tag tag = node(i).tag;
    if (plans_[i].joined) tag.constructed = false;
    return encode_header(tag, plans_[i].contents);
  }

  void write(std::size_t i, Writer& out) const {
    const Plan& mine = plans_[i];
    if (mine.skip) return;
    if (is_copied(mine)) {
      out.raw(ber_.subspan(node(i).whole.offset, node(i).whole.length));
    } else if (!mine.part) {
      out.raw(header_of(i));
    } else if (!node(i).tag.constructed) {
      out.raw(ber_.subspan(node(i).value.offset, node(i).value.length));
    }
  }

  Bytes ber_;
  const Tree& tree_;
  std::vector<Plan> plans_;
};

}  // namespace

std::optional<std::size_t> element_size(Bytes input) {
  std::size_t at = 0;
  std::size_t open = 0;
  do {
    const Bytes rest = input.subspan(at);
    const Header header = read_header(rest);
    if (!header.fits(rest) || (header.indefinite && !header.tag.constructed)) return std::nullopt;
    at += header.size + header.length;
    if (header.indefinite) {
      ++open;
    } else if (open > 0 && header.tag == kEndOfContents && header.length == 0) {
      --open;
    }
  } while (open > 0);
  return at;
}

Result<ByteVector> ber_to_der(Bytes ber) {
  Tree tree = read_tree(ber);
  const Context context(ber);
  if (!tree.complete) {
    const auto fatal = std::find_if(tree.findings.begin(), tree.findings.end(),
                                    [](const Finding& f) { return f.severity() == Severity::Fatal; });
    PKI_ASSERT(fatal != tree.findings.end());
    return std::move(*fatal);
  }
  if (tree.nodes.empty()) return context.finding(rules::kTagTruncated, ber);
  const std::size_t end = tree.nodes[0].whole.end();
  if (end != ber.size()) {
    return context.finding(rules::kElementTrailing, ber.subspan(end),
                           {{"what", "value"}, {"octets", std::to_string(ber.size() - end)}});
  }
  return DerFromTree(ber, tree).convert();
}

}  // namespace pki::asn1
