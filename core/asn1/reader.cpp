#include "asn1/reader.h"

#include <utility>

#include "asn1/header.h"
#include "asn1/rules.h"

namespace pki::asn1 {
namespace {

Finding header_failure(const Header& header, Bytes rest, const Context& context) {
  return context.finding(*header.failure, rest.first(header.size));
}

/// Where two tags differ in nothing but their form, the names alone would be the same.
std::string form_suffix(const Tag& tag, const Tag& other) {
  if (tag_name(tag) != tag_name(other)) return {};
  return tag.constructed ? " (constructed)" : " (primitive)";
}

Finding unexpected(const Tag& expected, const Tag& found, std::string_view what, Bytes part, const Context& context) {
  return context.finding(rules::kElementUnexpected, part,
                         {{"what", std::string(what)},
                          {"expected", tag_name(expected) + form_suffix(expected, found)},
                          {"found", tag_name(found) + form_suffix(found, expected)}});
}

}  // namespace

Where Context::where(Bytes part, std::string_view field) const {
  return {range_within(root_, part), std::string(field)};
}

Finding Context::finding(const Rule& rule, Bytes part, std::vector<Param> params) const {
  return {&rule, where(part), std::move(params)};
}

void Context::note(const Rule& rule, Bytes part, std::vector<Param> params) {
  findings_.push_back(finding(rule, part, std::move(params)));
}

bool Reader::next_is(const Tag& tag) const {
  const Header header = read_header(rest_);
  return header.failure == nullptr && header.tag == tag;
}

Result<Element> Reader::next() {
  const Header header = read_header(rest_);
  if (header.failure != nullptr) return header_failure(header, rest_, *context_);
  const Bytes octets = rest_.first(header.size);
  if (header.indefinite) return context_->finding(rules::kLengthIndefinite, octets);
  if (!header.fits(rest_)) {
    return context_->finding(
        rules::kElementTruncated, rest_,
        {{"announced", std::to_string(header.length)}, {"available", std::to_string(rest_.size() - header.size)}});
  }
  if (header.tag_not_minimal) context_->note(rules::kTagNotMinimal, octets);
  if (header.length_not_minimal) context_->note(rules::kLengthNotMinimal, octets);
  const Element element{header.tag, rest_.subspan(header.size, header.length),
                        rest_.first(header.size + header.length)};
  rest_ = rest_.subspan(element.whole.size());
  return element;
}

Result<Element> Reader::expect(const Tag& tag, std::string_view what) {
  if (at_end()) {
    return context_->finding(rules::kElementUnexpected, rest_,
                             {{"what", std::string(what)}, {"expected", tag_name(tag)}, {"found", "the end"}});
  }
  const Header header = read_header(rest_);
  if (header.failure != nullptr) return header_failure(header, rest_, *context_);
  if (header.tag != tag) {
    const Bytes part = header.fits(rest_) ? rest_.first(header.size + header.length) : rest_;
    return unexpected(tag, header.tag, what, part, *context_);
  }
  return next();
}

Result<std::optional<Element>> Reader::optional(const Tag& tag) {
  if (!next_is(tag)) return std::optional<Element>();
  PKI_TRY(const Element element, next());
  return std::optional<Element>(element);
}

Result<Reader> Reader::enter(const Tag& tag, std::string_view what) {
  PKI_TRY(const Element element, expect(tag, what));
  return Reader(element.value, *context_);
}

Status Reader::finish(std::string_view what) const {
  if (at_end()) return {};
  return context_->finding(rules::kElementTrailing, rest_,
                           {{"what", std::string(what)}, {"octets", std::to_string(rest_.size())}});
}

Result<Element> read_single(Bytes input, const Tag& tag, std::string_view what, Context& context) {
  Reader reader(input, context);
  PKI_TRY(Element element, reader.expect(tag, what));
  PKI_CHECK(reader.finish(what));
  return element;
}

}  // namespace pki::asn1
