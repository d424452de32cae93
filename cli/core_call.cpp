#include "core_call.h"

#include <charconv>
#include <cstdio>
#include <ctime>

#include "api/handle.h"
#include "base/encoding.h"
#include "base/text.h"
#include "base/time.h"
#include "files.h"
#include "password.h"
#include "show.h"

namespace pki::cli {
namespace {

Json split_at_commas(const std::vector<std::string>& values) {
  Json list = Json::array();
  for (std::string_view rest : values) {
    while (!rest.empty()) {
      const std::size_t comma = rest.find(',');
      if (comma != 0) list.push_back(std::string(rest.substr(0, comma)));
      if (comma == std::string_view::npos) break;
      rest.remove_prefix(comma + 1);
    }
  }
  return list;
}

/// What the core says of an input that it cannot read is exit status 3, what it says of the command line is 2.
ExitCode exit_code_of(std::string_view rule) {
  if (rule.starts_with("api.param.")) return ExitCode::Usage;
  for (const std::string_view layer :
       {"api.source.", "api.key.", "asn1.", "pem.", "formats.", "crypto.key.", "cms.message."}) {
    if (rule.starts_with(layer)) return ExitCode::Unreadable;
  }
  return ExitCode::CheckFailed;
}

}  // namespace

Call::Call(const Arguments& arguments, std::string_view method)
    : arguments_(&arguments), method_(method), params_(Json::object()) {}

std::optional<Json> Call::source(const std::string& path) {
  const auto content = read_file(path);
  if (!content) {
    fail(ExitCode::Unreadable);
    return std::nullopt;
  }
  Json source = Json::object();
  source["name"] = path;
  source["data"] = to_base64(*content);
  return source;
}

Call& Call::file(std::string_view key, const std::string& path) {
  if (auto one = source(path)) params_[std::string(key)] = std::move(*one);
  return *this;
}

Call& Call::files(std::string_view key, const std::vector<std::string>& paths) {
  Json list = Json::array();
  for (const std::string& path : paths) {
    if (auto one = source(path)) list.push_back(std::move(*one));
  }
  params_[std::string(key)] = std::move(list);
  return *this;
}

Call& Call::text(std::string_view key, std::string_view option) {
  if (const auto value = arguments_->get(option)) params_[std::string(key)] = *value;
  return *this;
}

Call& Call::texts(std::string_view key, std::string_view option, Split split) {
  if (!arguments_->has(option)) return *this;
  const std::vector<std::string> values = arguments_->all(option);
  params_[std::string(key)] = split == Split::AtCommas ? split_at_commas(values) : Json(values);
  return *this;
}

Call& Call::flag(std::string_view key, std::string_view option) {
  if (arguments_->has(option)) params_[std::string(key)] = true;
  return *this;
}

Call& Call::number(std::string_view key, std::string_view option) { return number_in(params_, key, option); }

Call& Call::number_in(Json& object, std::string_view key, std::string_view option) {
  const auto value = arguments_->get(option);
  if (!value) return *this;
  if (*value == "none") {
    object[std::string(key)] = nullptr;
    return *this;
  }
  int number = 0;
  const char* end = value->data() + value->size();
  const auto [stop, error] = std::from_chars(value->data(), end, number);
  if (error != std::errc() || stop != end) {
    std::fprintf(stderr, "pkiwb: --%.*s wants a number, not %s\n", static_cast<int>(option.size()), option.data(),
                 value->c_str());
    fail(ExitCode::Usage);
    return *this;
  }
  object[std::string(key)] = number;
  return *this;
}

Call& Call::key(std::string_view key, const std::string& path) {
  const auto content = read_file(path);
  if (!content) {
    fail(ExitCode::Unreadable);
    return *this;
  }
  Json value = Json::object();
  // Text as it is; DER as base64, which the core reads as well.
  value["pem"] = is_utf8(as_text(*content)) ? std::string(as_text(*content)) : to_base64(*content);
  if (const auto source = arguments_->get("passin")) {
    const auto password = read_password(*source, Confirm::No);
    if (!password) fail(ExitCode::Unreadable);
    value["password"] = password.value_or("");
  }
  params_[std::string(key)] = std::move(value);
  return *this;
}

Call& Call::now(std::string_view key, std::string_view option) {
  params_[std::string(key)] = arguments_->get_or(option, system_now());
  return *this;
}

std::optional<Json> Call::call() {
  if (exit_code_ != ExitCode::Pass) return std::nullopt;
  Json request = Json::object();
  request["method"] = method_;
  request["params"] = std::move(params_);
  const auto answer = json::parse(api::handle(json::dump(request)));
  if (!answer.ok()) {
    std::fputs("pkiwb: the core gave no answer\n", stderr);
    fail(ExitCode::CheckFailed);
    return std::nullopt;
  }
  if (truth_of(*answer, "ok")) return member(*answer, "result");
  const Json& error = member(*answer, "error");
  fail(exit_code_of(text_of(error, "rule")));
  if (arguments_->has("json")) {
    print_json(*answer);
  } else {
    std::fputs(("pkiwb: " + finding_text(error, "")).c_str(), stderr);
  }
  return std::nullopt;
}

std::string system_now() { return to_iso8601(Time{static_cast<std::int64_t>(std::time(nullptr))}); }

const Json& member(const Json& object, std::string_view key) {
  static const Json kNothing;
  if (!object.is_object()) return kNothing;
  const auto found = object.find(std::string(key));
  return found == object.end() ? kNothing : *found;
}

std::string text_of(const Json& object, std::string_view key) {
  const Json& value = member(object, key);
  return value.is_string() ? value.get<std::string>() : std::string();
}

bool truth_of(const Json& object, std::string_view key) {
  const Json& value = member(object, key);
  return value.is_boolean() && value.get<bool>();
}

void print_json(const Json& result) { print(result.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"); }

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

}  // namespace pki::cli
