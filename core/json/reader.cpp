#include "json/reader.h"

#include <algorithm>

#include "json/rules.h"

namespace pki::json {
namespace {

constexpr std::size_t kQuoted = 80;

std::string_view type_words(const Json& json) {
  switch (json.type()) {
    case Json::value_t::null:
      return "null";
    case Json::value_t::object:
      return "an object";
    case Json::value_t::array:
      return "a list";
    case Json::value_t::string:
      return "a text";
    case Json::value_t::boolean:
      return "true or false";
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
    case Json::value_t::number_float:
      return "a number";
    case Json::value_t::binary:
    case Json::value_t::discarded:
      break;
  }
  return "something else";
}

std::string join(std::span<const std::string_view> words, std::string_view separator) {
  std::string text;
  for (const std::string_view word : words) {
    if (!text.empty()) text += separator;
    text += word;
  }
  return text;
}

std::string quote(const Json& json) {
  if (const auto* text = json.get_ptr<const std::string*>()) return excerpt(*text, kQuoted);
  if (json.is_number() || json.is_boolean()) return dump(json);
  return std::string(type_words(json));
}

}  // namespace

std::string append_pointer(std::string_view parent, std::string_view part) {
  std::string pointer(parent);
  pointer += '/';
  for (const char c : part) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
  return pointer;
}

std::string excerpt(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return std::string(text);
  std::size_t end = limit;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "\u2026";
}

Value Value::inner(const Json& json, std::string_view part) const {
  return Value(json, append_pointer(pointer_, part), notes_);
}

void Value::note(Finding finding) const {
  if (notes_ != nullptr) notes_->push_back(at(std::move(finding)));
}

std::string Value::name() const {
  const std::string_view pointer = pointer_;
  const std::size_t slash = pointer.rfind('/');
  if (slash == std::string_view::npos) return "request";
  const std::string last(pointer.substr(slash + 1));
  const bool is_index = last.find_first_not_of("0123456789") == std::string::npos;
  if (!is_index || slash == 0) return last;
  const std::string_view list = pointer.substr(0, slash);
  return std::string(list.substr(list.rfind('/') + 1)) + "[" + last + "]";
}

Finding Value::wrong_type(std::string_view expected) const {
  return at({&rules::kParamType,
             {},
             {{"name", name()}, {"expected", std::string(expected)}, {"found", std::string(type_words(*json_))}}});
}

Finding Value::wrong_value(std::string_view expected) const {
  return at(
      {&rules::kParamValue, {}, {{"name", name()}, {"expected", std::string(expected)}, {"found", quote(*json_)}}});
}

Finding Value::at(Finding finding) const {
  if (finding.param(kPointer).empty()) finding.params.push_back({kPointer, pointer_});
  return finding;
}

Result<std::string_view> read_text(const Value& value) {
  const auto* text = value.json().get_ptr<const std::string*>();
  if (text == nullptr) return value.wrong_type("a text");
  return std::string_view(*text);
}

Result<bool> read_bool(const Value& value) {
  const auto* flag = value.json().get_ptr<const bool*>();
  if (flag == nullptr) return value.wrong_type("true or false");
  return *flag;
}

Result<std::int64_t> read_integer(const Value& value, const Bounds& bounds) {
  const Json& json = value.json();
  if (!json.is_number()) return value.wrong_type("a whole number");
  const std::string expected =
      "a whole number from " + std::to_string(bounds.least) + " to " + std::to_string(bounds.most);
  if (!json.is_number_integer()) return value.wrong_value(expected);
  if (const auto* large = json.get_ptr<const std::uint64_t*>();
      json.is_number_unsigned() && *large > static_cast<std::uint64_t>(INT64_MAX)) {
    return value.wrong_value(expected);
  }
  const auto number = json.get<std::int64_t>();
  if (number < bounds.least || number > bounds.most) return value.wrong_value(expected);
  return number;
}

Result<std::vector<Value>> read_list(const Value& value) {
  if (!value.json().is_array()) return value.wrong_type("a list");
  std::vector<Value> elements;
  elements.reserve(value.json().size());
  for (const Json& element : value.json()) {
    elements.push_back(value.inner(element, std::to_string(elements.size())));
  }
  return elements;
}

Result<std::vector<std::string_view>> read_texts(const Value& value) {
  PKI_TRY(const std::vector<Value> elements, read_list(value));
  std::vector<std::string_view> texts;
  texts.reserve(elements.size());
  for (const Value& element : elements) {
    PKI_TRY(const std::string_view text, read_text(element));
    texts.push_back(text);
  }
  return texts;
}

Result<std::size_t> read_word(const Value& value, std::span<const std::string_view> words) {
  PKI_TRY(const std::string_view text, read_text(value));
  const auto found = std::find(words.begin(), words.end(), text);
  if (found == words.end()) return value.wrong_value("one of: " + join(words, ", "));
  return static_cast<std::size_t>(found - words.begin());
}

Result<ObjectReader> ObjectReader::open(const Value& value) {
  if (!value.json().is_object()) return value.wrong_type("an object");
  return ObjectReader(value);
}

std::optional<Value> ObjectReader::optional(std::string_view name) {
  std::optional<Value> member = optional_or_null(name);
  if (member.has_value() && member->json().is_null()) return std::nullopt;
  return member;
}

std::optional<Value> ObjectReader::optional_or_null(std::string_view name) {
  asked_.push_back(name);
  const auto member = value_.json().find(name);
  if (member == value_.json().end()) return std::nullopt;
  return value_.inner(*member, name);
}

Result<Value> ObjectReader::required(std::string_view name) {
  std::optional<Value> member = optional(name);
  if (member.has_value()) return *std::move(member);
  return Finding{
      &rules::kParamMissing, {}, {{"name", std::string(name)}, {kPointer, append_pointer(value_.pointer(), name)}}};
}

Status ObjectReader::finish() const {
  for (const auto& member : value_.json().items()) {
    if (std::find(asked_.begin(), asked_.end(), member.key()) != asked_.end()) continue;
    const std::string name = excerpt(member.key(), kQuoted);
    return Finding{&rules::kParamUnknown,
                   {},
                   {{"name", name}, {"known", join(asked_, ", ")}, {kPointer, append_pointer(value_.pointer(), name)}}};
  }
  return {};
}

}  // namespace pki::json
