#pragma once
// Reading a request: typed, and with errors that say where in the request they are, by a JSON pointer (RFC 6901) in the
// finding's parameter `pointer`.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "json/json.h"

namespace pki::json {

/// The name of the finding's parameter that holds the JSON pointer.
inline constexpr std::string_view kPointer = "pointer";

/// A value of a request, and where it stands. Aliases the request.
class Value {
 public:
  /// `notes` (may be null) gets what is worth knowing of this value and those inside it; it must outlive them.
  Value(const Json& json, std::string pointer, Findings* notes = nullptr)
      : json_(&json), pointer_(std::move(pointer)), notes_(notes) {}
  /// The value `json` inside this one, at `part`.
  Value inner(const Json& json, std::string_view part) const;

  const Json& json() const { return *json_; }
  /// "/params/issuer/key".
  const std::string& pointer() const { return pointer_; }
  /// What to call it: the last part of the pointer, "key"; of an element of an array "names[0]".
  std::string name() const;

  /// api.param.type: this value is not `expected` ("a text", "a list").
  Finding wrong_type(std::string_view expected) const;
  /// api.param.value: this value is not `expected` ("a time such as 2026-11-22T19:38:58Z"). Quotes the beginning of a
  /// text: not for secrets.
  Finding wrong_value(std::string_view expected) const;
  /// `finding` with this value's pointer, unless it has one already.
  Finding at(Finding finding) const;
  /// Keeps `finding`, with this value's pointer, as worth knowing; the request goes on.
  void note(Finding finding) const;

 private:
  const Json* json_;
  std::string pointer_;
  Findings* notes_;
};

/// The text, which aliases the request. Rule: api.param.type; so with all that follow.
Result<std::string_view> read_text(const Value& value);
Result<bool> read_bool(const Value& value);

/// What an integer may be, both included.
struct Bounds {
  std::int64_t least = 0;
  std::int64_t most = 0;
};
/// An integer within the bounds. Rules: api.param.type, api.param.value.
Result<std::int64_t> read_integer(const Value& value, const Bounds& bounds);

/// The elements of an array.
Result<std::vector<Value>> read_list(const Value& value);
/// The elements of an array of texts, which alias the request.
Result<std::vector<std::string_view>> read_texts(const Value& value);

/// A word of a request and what it stands for.
template <typename T>
struct Choice {
  std::string_view word;
  T meaning;
};
/// The index of the text among `words`. Rules: api.param.type, api.param.value (lists the words).
Result<std::size_t> read_word(const Value& value, std::span<const std::string_view> words);
/// What the text stands for, by a table. Rules as read_word.
template <typename T, std::size_t Size>
Result<T> read_choice(const Value& value, const Choice<T> (&choices)[Size]) {
  std::string_view words[Size];
  for (std::size_t i = 0; i < Size; ++i) words[i] = choices[i].word;
  PKI_TRY(const std::size_t index, read_word(value, words));
  return choices[index].meaning;
}

/// An object of a request. Remembers which members it was asked for, and refuses the others: a typing mistake must not
/// silently change what is made.
class ObjectReader {
 public:
  /// Rule: api.param.type.
  static Result<ObjectReader> open(const Value& value);

  /// The member `name` (a constant), or nothing where it is absent or null.
  std::optional<Value> optional(std::string_view name);
  /// The member `name`, also where it is null.
  std::optional<Value> optional_or_null(std::string_view name);
  /// The member `name`. Rule: api.param.missing.
  Result<Value> required(std::string_view name);
  /// Fails with api.param.unknown if there is a member that nobody asked for.
  Status finish() const;

  /// The object itself.
  const Value& value() const { return value_; }

 private:
  explicit ObjectReader(Value value) : value_(std::move(value)) {}

  Value value_;
  std::vector<std::string_view> asked_;
};

/// `parent` with one more part: "~" and "/" are escaped as RFC 6901 3 has it.
std::string append_pointer(std::string_view parent, std::string_view part);

/// The beginning of `text`, at most `limit` octets and never half a character, with "…" where something was left out.
std::string excerpt(std::string_view text, std::size_t limit);

}  // namespace pki::json
