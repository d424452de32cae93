// Reading UTCTime and GeneralizedTime: first by the grammar of X.680, then by what RFC 5280 leaves of it.

#include <cstdint>
#include <optional>
#include <string_view>

#include "asn1/rules.h"
#include "asn1/values.h"

namespace pki::asn1 {
namespace {

/// Takes a time off a text, from left to right. The functions are false, or give nothing, where the grammar of X.680
/// is left.
class TimeParser {
 public:
  TimeParser(std::string_view text, bool generalized) : rest_(text), generalized_(generalized) {}

  std::optional<Time> parse() {
    if (!date_and_hour() || !minutes_and_seconds() || !fraction()) return std::nullopt;
    const std::optional<std::int64_t> offset = zone();
    const std::optional<Time> time = to_time(civil_);
    if (!offset || !time || !rest_.empty()) return std::nullopt;
    const Time utc{time->seconds + fraction_seconds_ + *offset};
    // An offset may lead out of the years that can be told.
    return to_time(to_civil(utc)) == utc ? std::optional<Time>(utc) : std::nullopt;
  }

  /// After parse(): whether the text has the one form that DER and RFC 5280 want.
  bool is_strict() const { return strict_; }

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  bool next_is_digit() const { return !rest_.empty() && is_digit(rest_[0]); }

  bool take(char wanted) {
    if (rest_.empty() || rest_[0] != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }

  /// A number of exactly `count` digits.
  std::optional<int> number(std::size_t count) {
    if (rest_.size() < count) return std::nullopt;
    int value = 0;
    for (const char c : rest_.substr(0, count)) {
      if (!is_digit(c)) return std::nullopt;
      value = value * 10 + (c - '0');
    }
    rest_.remove_prefix(count);
    return value;
  }

  bool date_and_hour() {
    const std::optional<int> year = number(generalized_ ? 4 : 2);
    const std::optional<int> month = year ? number(2) : std::nullopt;
    const std::optional<int> day = month ? number(2) : std::nullopt;
    const std::optional<int> hour = day ? number(2) : std::nullopt;
    if (!hour) return false;
    civil_ = {.year = *year, .month = *month, .day = *day, .hour = *hour};
    // RFC 5280 4.1.2.5.1: below 50 it is 20YY.
    if (!generalized_) civil_.year += *year < 50 ? 2000 : 1900;
    return true;
  }

  /// GeneralizedTime may leave out both, UTCTime the seconds.
  bool minutes_and_seconds() {
    strict_ = false;
    if (generalized_ && !next_is_digit()) return true;
    const std::optional<int> minute = number(2);
    if (!minute) return false;
    civil_.minute = *minute;
    unit_ = 60;
    if (!next_is_digit()) return true;
    const std::optional<int> second = number(2);
    if (!second) return false;
    civil_.second = *second;
    unit_ = 1;
    strict_ = true;
    return true;
  }

  /// A fraction of the last of hour, minute and second, in whole seconds.
  bool fraction() {
    if (!generalized_ || (!take('.') && !take(','))) return true;
    strict_ = false;
    if (!next_is_digit()) return false;
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
    for (; next_is_digit(); rest_.remove_prefix(1)) {
      if (denominator >= 1000000000) continue;
      numerator = numerator * 10 + (rest_[0] - '0');
      denominator *= 10;
    }
    fraction_seconds_ = unit_ * numerator / denominator;
    return true;
  }

  /// "Z", "+hhmm", "-hhmm", in a GeneralizedTime also "+hh" and nothing: what to add for UTC, in seconds.
  std::optional<std::int64_t> zone() {
    if (take('Z')) return 0;
    strict_ = false;
    // Local time: whose, nobody knows, so it is taken for UTC.
    if (rest_.empty()) return generalized_ ? std::optional<std::int64_t>(0) : std::nullopt;
    const bool west = take('-');
    if (!west && !take('+')) return std::nullopt;
    const std::optional<int> hours = number(2);
    const std::optional<int> minutes = generalized_ && rest_.empty() ? 0 : number(2);
    if (!hours || *hours > 23 || !minutes || *minutes > 59) return std::nullopt;
    const std::int64_t offset = *hours * 3600 + *minutes * 60;
    return west ? offset : -offset;
  }

  std::string_view rest_;
  bool generalized_ = false;
  CivilTime civil_;
  /// Seconds in the last unit that was read.
  std::int64_t unit_ = 3600;
  std::int64_t fraction_seconds_ = 0;
  bool strict_ = true;
};

}  // namespace

Result<Time> read_time(const Element& element, Context& context) {
  const bool generalized = element.tag == tags::kGeneralizedTime;
  const std::string_view text = as_text(element.value);
  TimeParser parser(text, generalized);
  const std::optional<Time> time = parser.parse();
  constexpr std::size_t kShown = 40;
  const std::vector<Param> params = {{"value", std::string(text.substr(0, kShown))}};
  if (!time) return context.finding(rules::kTimeMalformed, element.whole, params);
  if (!parser.is_strict()) context.note(rules::kTimeForm, element.whole, params);
  return *time;
}

}  // namespace pki::asn1
