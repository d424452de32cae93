#include "api/field.h"

#include <algorithm>

#include "api/describe_finding.h"
#include "api/help.h"
#include "asn1/oid_registry.h"
#include "asn1/values.h"
#include "base/encoding.h"
#include "base/text.h"
#include "json/reader.h"

namespace pki::api {
namespace {

using json::Json;

constexpr std::size_t kOctetsShown = 512;
constexpr std::size_t kValueShown = 4096;

bool holds(const ByteRange& outer, const ByteRange& inner) {
  return outer.offset <= inner.offset && inner.end() <= outer.end();
}

template <typename List>
void put(Json& out, const char* name, const List& list) {
  if (!list.empty()) out[name] = list;
}

}  // namespace

Field::Field(std::string_view label, std::string_view value) : label_(label), value_(value) {}

Field& Field::range(const Place& place, Bytes part) {
  range_ = place.of(part);
  return *this;
}

Field& Field::path(std::string path) {
  path_ = std::move(path);
  return *this;
}

Field& Field::badge(std::string_view badge) {
  badges_.emplace_back(badge);
  return *this;
}

Field& Field::alias(std::string_view alias) {
  if (!alias.empty() && !equal_ignoring_ascii_case(alias, label_)) aliases_.emplace_back(alias);
  return *this;
}

Field& Field::oid(asn1::Oid oid) {
  oid_ = oid.to_dotted();
  return *this;
}

Field& Field::help(std::string_view key) {
  if (const HelpRow* row = find_help(key)) {
    help_ = row->text;
    source_ = row->source;
  }
  return *this;
}

Field& Field::source(std::string_view source) {
  source_ = source;
  return *this;
}

Field& Field::add(Field child) {
  children_.push_back(std::move(child));
  return *this;
}

Field& Field::add(std::vector<Field> children) {
  std::move(children.begin(), children.end(), std::back_inserter(children_));
  return *this;
}

bool Field::attach(const Finding& finding) {
  if (range_.has_value() && !holds(*range_, *finding.where.range)) return false;
  // As deep as our own tables nest fields, whatever the input.
  for (Field& child : children_) {
    if (child.attach(finding)) return true;
  }
  if (range_.has_value()) findings_.push_back(finding);
  return range_.has_value();
}

Json Field::to_json() const {
  Json out;
  out["label"] = label_;
  put(out, "value", json::excerpt(value_, kValueShown));
  if (range_.has_value()) out["range"] = range_json(range_);
  put(out, "path", path_);
  put(out, "badges", badges_);
  put(out, "aliases", aliases_);
  put(out, "oid", oid_);
  put(out, "source", source_);
  put(out, "help", help_);
  if (!children_.empty()) {
    Json children = Json::array();
    for (const Field& child : children_) children.push_back(child.to_json());
    out["children"] = std::move(children);
  }
  if (!findings_.empty()) out["findings"] = describe(findings_);
  return out;
}

Json to_json(FieldList fields, const Findings& findings) {
  for (const Finding& finding : most_severe(findings)) {
    if (!finding.where.range.has_value()) continue;
    for (Field& field : fields) {
      if (field.attach(finding)) break;
    }
  }
  Json out = Json::array();
  for (const Field& field : fields) out.push_back(field.to_json());
  return out;
}

std::string octets_text(Bytes octets) {
  if (octets.size() <= kOctetsShown) return to_hex(octets, ":");
  return to_hex(octets.first(kOctetsShown), ":") + ":\u2026 (" + count_text(octets.size(), "octet") + ")";
}

std::string count_text(std::size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

std::string element_text(const asn1::Element& element) {
  asn1::Context unused(element.whole);
  if (asn1::is_string_tag(element.tag)) {
    if (const auto text = asn1::read_string(element, unused); text.ok()) return printable(*text);
  } else if (element.tag == asn1::tags::kOid) {
    if (const auto oid = asn1::read_oid(element, unused); oid.ok()) return asn1::oid_name_and_dotted(*oid);
  } else if (element.tag == asn1::tags::kUtcTime || element.tag == asn1::tags::kGeneralizedTime) {
    if (const auto time = asn1::read_time(element, unused); time.ok()) return to_iso8601(*time);
  } else if (element.tag == asn1::tags::kBoolean) {
    if (const auto flag = asn1::read_boolean(element, unused); flag.ok()) return *flag ? "true" : "false";
  } else if (element.tag == asn1::tags::kInteger) {
    if (const auto number = asn1::read_unsigned(element, unused); number.ok()) return std::to_string(*number);
  }
  return octets_text(element.value);
}

}  // namespace pki::api
