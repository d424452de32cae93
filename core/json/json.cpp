#include "json/json.h"

#include <utility>
#include <vector>

#include "json/rules.h"

template class nlohmann::basic_json<nlohmann::ordered_map>;

namespace pki::json {
namespace {

Finding at_offset(const Rule& rule, std::size_t offset) {
  return {&rule, {ByteRange{offset, 0}, {}}, {{"offset", std::to_string(offset)}}};
}

/// Builds a value from the events of nlohmann's parser, which itself does not recurse, and stops it at a limit.
class Builder {
 public:
  using number_integer_t = Json::number_integer_t;
  using number_unsigned_t = Json::number_unsigned_t;
  using number_float_t = Json::number_float_t;
  using string_t = Json::string_t;
  using binary_t = Json::binary_t;

  bool null() { return put(Json(nullptr)) != nullptr; }
  bool boolean(bool value) { return put(Json(value)) != nullptr; }
  bool number_integer(number_integer_t value) { return put(Json(value)) != nullptr; }
  bool number_unsigned(number_unsigned_t value) { return put(Json(value)) != nullptr; }
  bool number_float(number_float_t value, const string_t&) { return put(Json(value)) != nullptr; }
  bool string(string_t& value) { return put(Json(std::move(value))) != nullptr; }
  bool binary(binary_t&) { return false; }  // no JSON text has one
  bool start_object(std::size_t) { return open(Json::object()); }
  bool start_array(std::size_t) { return open(Json::array()); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(string_t& name) {
    Json& object = *open_.back();
    if (object.size() >= kMaxMembers) {
      return fail({&rules::kTooManyMembers, {}, {{"limit", std::to_string(kMaxMembers)}}});
    }
    if (object.contains(name)) return fail({&rules::kDuplicateName, {}, {}});
    member_ = &object[name];
    return true;
  }

  template <typename Exception>
  bool parse_error(std::size_t position, const std::string&, const Exception&) {
    return fail(at_offset(rules::kSyntax, position > 0 ? position - 1 : 0));
  }

  Result<Json> take() {
    if (error_.has_value()) return std::move(*error_);
    return std::move(root_);
  }

 private:
  /// Puts a value where the next one belongs, and returns its place. Places stay where they are as long as they are
  /// open: what holds them grows only after they were closed.
  Json* put(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    if (open_.back()->is_array()) {
      open_.back()->push_back(std::move(value));
      return &open_.back()->back();
    }
    *member_ = std::move(value);
    return member_;
  }
  bool open(Json container) {
    if (open_.size() >= kMaxDepth) {
      return fail({&rules::kTooDeep, {}, {{"limit", std::to_string(kMaxDepth)}}});
    }
    open_.push_back(put(std::move(container)));
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }
  bool fail(Finding why) {
    error_ = std::move(why);
    return false;
  }

  Json root_;
  std::vector<Json*> open_;  // the arrays and objects that are not closed yet, outermost first
  Json* member_ = nullptr;   // where the value after a name goes
  std::optional<Finding> error_;
};

}  // namespace

Result<Json> parse(std::string_view text) {
  if (text.size() > kMaxSize) {
    return Finding{&rules::kTooLong, {}, {{"limit", std::to_string(kMaxSize)}}};
  }
  // The library takes NUL for the end of the text; JSON has no place for one (RFC 8259 7).
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
    return at_offset(rules::kSyntax, nul);
  }
  Builder builder;
  // False only where the builder holds the reason.
  static_cast<void>(Json::sax_parse(text.begin(), text.end(), &builder));
  return builder.take();
}

std::string dump(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string dump_indented(const Json& value) { return value.dump(1, ' ', false, Json::error_handler_t::replace); }

}  // namespace pki::json
