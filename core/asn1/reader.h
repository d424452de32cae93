#pragma once
// Reading DER (X.690). Strict in what it reports, patient in what it reads:
//
//   * What cannot be read (an element that runs past its parent, a tag or length that is cut short, the
//     indefinite length, a number that overflows) ends the reading: the function returns the Finding.
//   * What can be read but is not DER (a length or an integer that is longer than it need be, TRUE that is
//     not FF, a default that is spelled out, a SET out of order ...) is noted in the Context and read on. An
//     object whose Context holds an error was not DER, and whoever judges it says so.
//
// Nothing is copied: every view that comes back aliases the input. Ranges in findings count from the first
// octet of Context::root.

#include <cstdint>
#include <optional>
#include <string_view>

#include "asn1/tag.h"
#include "base/bytes.h"
#include "base/finding.h"
#include "base/result.h"

namespace pki::asn1 {

/// What the readers of one object share: where its octets begin, and what was found on the way. Not copied,
/// must outlive its readers.
class Context {
 public:
  explicit Context(Bytes root) : root_(root) {}
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  Bytes root() const { return root_; }
  /// The place of `part` in the object.
  Where where(Bytes part, std::string_view field = {}) const;
  /// A finding at `part`, not yet noted: to return as an error.
  Finding finding(const Rule& rule, Bytes part, std::vector<Param> params = {}) const;
  /// Notes a finding and reads on.
  void note(const Rule& rule, Bytes part, std::vector<Param> params = {});
  void note(Finding finding) { findings_.push_back(std::move(finding)); }

  const Findings& findings() const { return findings_; }
  Findings take_findings() { return std::move(findings_); }

 private:
  Bytes root_;
  Findings findings_;
};

/// One element: tag, contents, and the whole encoding (identifier, length and contents octets).
struct Element {
  Tag tag;
  Bytes value;
  Bytes whole;
};

/// Reads the elements of one constructed value, or of a whole input, in order.
class Reader {
 public:
  /// Reads `input`, which must lie within `context.root()` for ranges to be right.
  Reader(Bytes input, Context& context) : rest_(input), context_(&context) {}

  Context& context() const { return *context_; }
  bool at_end() const { return rest_.empty(); }
  /// What has not been read yet.
  Bytes rest() const { return rest_; }

  /// True if the next element has this tag. False at the end and where no tag can be read.
  bool next_is(const Tag& tag) const;

  /// The next element, whatever it is. Rules: asn1.element.truncated, asn1.tag.*, asn1.length.*.
  Result<Element> next();
  /// The next element, which must have this tag. `what` names the field for the finding
  /// asn1.element.unexpected ("serialNumber").
  Result<Element> expect(const Tag& tag, std::string_view what);
  /// The next element if it has this tag, else nothing and nothing is read.
  Result<std::optional<Element>> optional(const Tag& tag);
  /// A reader of the contents of the next element, which must have this tag.
  Result<Reader> enter(const Tag& tag, std::string_view what);
  /// Fails with asn1.element.trailing unless all is read: "nothing may follow" is the default of reading.
  Status finish(std::string_view what) const;

 private:
  Bytes rest_;
  Context* context_;
};

/// Reads one element that must fill `input`. Rules as Reader::expect and Reader::finish.
Result<Element> read_single(Bytes input, const Tag& tag, std::string_view what, Context& context);

}  // namespace pki::asn1
