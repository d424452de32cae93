#pragma once
// Field: how any object is shown (docs/api.md: Field). The page and the command line need not know what an extension
// means; they show labels, values, and where in the octets they stand.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "asn1/oid.h"
#include "asn1/reader.h"
#include "base/finding.h"
#include "json/json.h"

namespace pki::api {

/// The object that fields belong to: it turns views into ranges.
class Place {
 public:
  explicit Place(Bytes der) : der_(der) {}
  /// Where `part` lies in the object; nothing if it is not a view into it.
  std::optional<ByteRange> of(Bytes part) const { return range_within(der_, part); }

 private:
  Bytes der_;
};

/// One field and those below it.
class Field {
 public:
  /// `label` and `value` are printable already (base/text.h), as the texts of x509/ are; what comes raw out of an
  /// object goes through printable() first.
  explicit Field(std::string_view label, std::string_view value = {});

  // Each sets one member and returns this field.
  Field& range(const Place& place, Bytes part);
  Field& path(std::string path);
  Field& badge(std::string_view badge);
  Field& alias(std::string_view alias);
  Field& oid(asn1::Oid oid);
  /// Help and source from the table of api/help.h.
  Field& help(std::string_view key);
  Field& source(std::string_view source);

  Field& add(Field child);
  Field& add(std::vector<Field> children);

  /// Puts `finding` at the innermost field whose octets hold the finding's. False where there is none.
  bool attach(const Finding& finding);

  const std::string& label() const { return label_; }
  const std::string& value() const { return value_; }
  json::Json to_json() const;

 private:
  std::string label_;
  std::string value_;
  std::optional<ByteRange> range_;
  std::string path_;
  std::vector<std::string> badges_;
  std::vector<std::string> aliases_;
  std::string oid_;
  std::string_view help_;
  std::string_view source_;
  std::vector<Field> children_;
  Findings findings_;
};
using FieldList = std::vector<Field>;

/// The fields as JSON, with each finding at the innermost field whose octets hold it.
json::Json to_json(FieldList fields, const Findings& findings);

/// Lower-case hex with colons; of more than 512 octets the beginning and how many there are.
std::string octets_text(Bytes octets);

/// "1 octet", "2 octets": a number with its noun.
std::string count_text(std::size_t count, std::string_view noun);

/// What an element of unknown meaning says: its text, number or time, or else its octets. Printable.
std::string element_text(const asn1::Element& element);

}  // namespace pki::api
