// The tree is read with an explicit stack of open elements. What lies beyond the end of its parent is cut at that
// end and read on, so that of an object that was cut short all is seen that is left of it.

#include "asn1/tree.h"

#include <optional>
#include <utility>

#include "asn1/header.h"
#include "asn1/rules.h"
#include "asn1/tree_text.h"

namespace pki::asn1 {
namespace {

constexpr Tag kEndOfContents{TagClass::Universal, false, 0};

bool has_known_form(const Tag& tag) {
  if (tag.tag_class == TagClass::Context) return true;
  const bool is_group = tag.number == tags::kSequence.number || tag.number == tags::kSet.number;
  return tag.tag_class == TagClass::Universal && tag.constructed == is_group && tag.number > 0 && tag.number <= 30;
}

/// The header at the beginning of `input` if it and its length are DER.
std::optional<Header> read_der_header(Bytes input) {
  const Header header = read_header(input);
  if (!header.fits(input) || header.indefinite || header.tag_not_minimal || header.length_not_minimal) {
    return std::nullopt;
  }
  return header;
}

/// True if the contents of constructed elements, at any depth, are elements of DER to the last octet.
bool holds_only_der(Bytes contents) {
  std::vector<Bytes> open = {contents};
  while (!open.empty()) {
    Bytes& rest = open.back();
    if (rest.empty()) {
      open.pop_back();
      continue;
    }
    const std::optional<Header> header = read_der_header(rest);
    if (!header || !has_known_form(header->tag) || open.size() > kMaxTreeDepth) return false;
    const Bytes inner = rest.subspan(header->size, header->length);
    rest = rest.subspan(header->size + header->length);
    if (header->tag.constructed) open.push_back(inner);
  }
  return true;
}

/// True if the contents of a string are one element of DER. Octets that were never meant as DER pass now and then, by
/// chance; hence the demands on tag and value.
bool is_der_inside(Bytes contents, bool sequence_only) {
  const std::optional<Header> header = read_der_header(contents);
  if (!header || header->size + header->length != contents.size()) return false;
  if (header->tag.tag_class != TagClass::Universal || !has_known_form(header->tag)) return false;
  if (sequence_only && header->tag != tags::kSequence) return false;
  const Bytes value = contents.subspan(header->size);
  return header->tag.constructed ? holds_only_der(value) : is_plausible_value({header->tag, value, contents});
}

class TreeReader {
 public:
  explicit TreeReader(Bytes input) : input_(input), context_(input) {}

  Tree read() {
    while (!stopped_ && !at_end()) read_element();
    while (!open_.empty()) close_innermost(limit());
    tree_.findings = context_.take_findings();
    return std::move(tree_);
  }

 private:
  /// An element whose contents are being read.
  struct Open {
    std::uint32_t node = 0;
    /// Where its contents end at the latest; exactly there, unless the length is indefinite.
    std::size_t end = 0;
    bool indefinite = false;
    /// True if the element, or one around it, was cut at the end of its parent.
    bool cut = false;
  };

  std::size_t limit() const { return open_.empty() ? input_.size() : open_.back().end; }
  bool is_cut() const { return !open_.empty() && open_.back().cut; }

  /// Leaves the elements that end here; true at the end of the input.
  bool at_end() {
    while (at_ == limit() && !open_.empty()) {
      const Open& open = open_.back();
      if (open.indefinite && !open.cut) {
        const ByteRange whole = tree_.nodes[open.node].whole;
        tree_.complete = false;
        context_.note(rules::kTreeUnclosed, input_.subspan(whole.offset, at_ - whole.offset));
      }
      close_innermost(at_);
    }
    return at_ == limit();
  }

  /// Closes the innermost element, whose contents end at `end` at the latest.
  void close_innermost(std::size_t end) {
    TreeNode& node = tree_.nodes[open_.back().node];
    if (open_.back().indefinite) {
      node.value.length = end - node.value.offset;
      node.whole.length = end - node.whole.offset;
    }
    open_.pop_back();
  }

  /// Nothing more can be read of the innermost element: goes on behind the innermost one whose end is known.
  void abandon() {
    tree_.complete = false;
    const std::size_t end = limit();
    bool found = false;
    while (!open_.empty() && !found) {
      found = !open_.back().indefinite;
      close_innermost(end);
    }
    at_ = end;
  }

  void read_element() {
    const Bytes rest = input_.subspan(at_, limit() - at_);
    const Header header = read_header(rest);
    const Bytes octets = rest.first(header.size);
    if (header.failure != nullptr) {
      if (!is_cut()) context_.note(*header.failure, octets);
      return abandon();
    }
    if (header.tag == kEndOfContents && header.length == 0 && !header.indefinite) return end_of_contents(octets);
    if (header.indefinite && !header.tag.constructed) {
      context_.note(rules::kLengthIndefinitePrimitive, octets);
      return abandon();
    }
    if (tree_.nodes.size() >= kMaxTreeNodes) return stop(rules::kTreeTooLarge, octets, kMaxTreeNodes);
    if (open_.size() >= kMaxTreeDepth) return stop(rules::kTreeTooDeep, octets, kMaxTreeDepth);
    note_header(header, octets, rest);
    add_node(header, rest);
  }

  void end_of_contents(Bytes octets) {
    if (open_.empty() || !open_.back().indefinite) {
      context_.note(rules::kTreeStrayEnd, octets);
      return abandon();
    }
    TreeNode& node = tree_.nodes[open_.back().node];
    close_innermost(at_);
    at_ += octets.size();
    node.whole.length += octets.size();
  }

  void stop(const Rule& rule, Bytes octets, std::size_t limit) {
    context_.note(rule, octets, {{"limit", std::to_string(limit)}});
    tree_.complete = false;
    stopped_ = true;
  }

  void note_header(const Header& header, Bytes octets, Bytes rest) {
    if (header.tag_not_minimal) context_.note(rules::kTagNotMinimal, octets);
    if (header.length_not_minimal) context_.note(rules::kLengthNotMinimal, octets);
    if (header.indefinite) context_.note(rules::kLengthIndefinite, octets);
    if (header.tag.constructed && header.tag.tag_class == TagClass::Universal && !has_known_form(header.tag)) {
      context_.note(rules::kStringConstructed, octets);
    }
    if (!header.fits(rest)) tree_.complete = false;
    if (!header.fits(rest) && !is_cut()) {
      context_.note(
          rules::kElementTruncated, rest,
          {{"announced", std::to_string(header.length)}, {"available", std::to_string(rest.size() - header.size)}});
    }
  }

  void add_node(const Header& header, Bytes rest) {
    const bool fits = header.fits(rest);
    const std::size_t length = header.indefinite || !fits ? rest.size() - header.size : header.length;
    const auto index = static_cast<std::uint32_t>(tree_.nodes.size());
    TreeNode node{.tag = header.tag,
                  .whole = {at_, header.size + length},
                  .value = {at_ + header.size, length},
                  .depth = static_cast<std::uint32_t>(open_.size()),
                  .parent = open_.empty() ? index : open_.back().node,
                  .indefinite = header.indefinite,
                  .encapsulates = false,
                  .text = {}};
    const Open inside{index, node.value.end(), header.indefinite, is_cut() || !fits};
    const Element element{node.tag, rest.subspan(header.size, length), rest.first(header.size + length)};
    if (header.tag.constructed) {
      at_ = node.value.offset;
      open_.push_back(inside);
    } else if (const std::size_t skipped = octets_before_der(element); skipped < length && fits) {
      node.encapsulates = true;
      at_ = node.value.offset + skipped;
      open_.push_back(inside);
    } else {
      node.text = fits ? tree_text(element, context_) : std::string();
      at_ = node.whole.end();
    }
    tree_.nodes.push_back(std::move(node));
  }

  /// How many octets of a string's contents stand before the DER in it; all of them where there is none.
  std::size_t octets_before_der(const Element& element) const {
    if (open_.size() + 1 >= kMaxTreeDepth) return element.value.size();
    if (element.tag == tags::kOctetString) {
      // A string in a string, as the value of a subject key identifier, most often ends there.
      const bool in_string = !open_.empty() && tree_.nodes[open_.back().node].encapsulates;
      return is_der_inside(element.value, in_string) ? 0 : element.value.size();
    }
    if (element.tag == tags::kBitString && element.value.size() > 1 && element.value[0] == 0) {
      return is_der_inside(element.value.subspan(1), true) ? 1 : element.value.size();
    }
    return element.value.size();
  }

  Bytes input_;
  Context context_;
  Tree tree_;
  std::vector<Open> open_;
  std::size_t at_ = 0;
  bool stopped_ = false;
};

}  // namespace

Tree read_tree(Bytes input) { return TreeReader(input).read(); }

}  // namespace pki::asn1
