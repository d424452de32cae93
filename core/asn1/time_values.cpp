// Reading UTCTime and GeneralizedTime: first by the grammar of X.680, then by what RFC 5280 leaves of it.

#include <cstdint>
#include <limits>

#include "asn1/rules.h"
#include "asn1/values.h"
#include "base/text.h"

namespace pki::asn1 {
namespace {

/// What a time type's text says, and whether it says so in the one form that DER and RFC 5280 want.
struct ParsedTime {
  Time time;
  bool strict = true;
};

/// Takes digits and signs off a text, one after the other.
class TimeScanner {
 public:
  explicit TimeScanner(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }
  bool next_is_digit() const { return !rest_.empty() && is_digit(rest_[0]); }
  /// A number of exactly `count` digits; nothing where other characters stand there.
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
  bool take(char wanted) {
    if (rest_.empty() || rest_[0] != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }
  /// One digit or more, as a fraction of `unit` seconds in whole seconds; nothing where there is no digit.
  std::optional<std::int64_t> fraction(std::int64_t unit) {
    if (!next_is_digit()) return std::nullopt;
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
    for (; next_is_digit(); rest_.remove_prefix(1)) {
      if (denominator >= 1000000000) continue;
      numerator = numerator * 10 + (rest_[0] - '0');
      denominator *= 10;
    }
    return unit * numerator / denominator;
  }

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  std::string_view rest_;
};

/// "Z", "+hhmm", "-hhmm", for GeneralizedTime also "+hh" and nothing: what to add for UTC, in seconds.
std::optional<std::int64_t> read_zone(TimeScanner& scanner, bool generalized, ParsedTime& parsed) {
  if (scanner.take('Z')) return 0;
  parsed.strict = false;
  if (scanner.at_end()) {
    // Local time: whose, nobody knows, so it is taken for UTC.
    return generalized ? std::optional<std::int64_t>(0) : std::nullopt;
  }
  const bool west = scanner.take('-');
  if (!west && !scanner.take('+')) return std::nullopt;
  const std::optional<int> hours = scanner.number(2);
  if (!hours || *hours > 23) return std::nullopt;
  int minutes = 0;
  if (!generalized || !scanner.at_end()) {
    const std::optional<int> read = scanner.number(2);
    if (!read || *read > 59) return std::nullopt;
    minutes = *read;
  }
  const std::int64_t offset = *hours * 3600 + minutes * 60;
  return west ? offset : -offset;
}

/// Minutes and seconds as far as they are there, and a fraction of the last of them: its seconds.
std::optional<std::int64_t> read_minutes(TimeScanner& scanner, bool generalized, CivilTime& civil, ParsedTime& parsed) {
  std::int64_t unit = 3600;
  if (!generalized || scanner.next_is_digit()) {
    const std::optional<int> minute = scanner.number(2);
    if (!minute) return std::nullopt;
    civil.minute = *minute;
    unit = 60;
    if (scanner.next_is_digit()) {
      const std::optional<int> second = scanner.number(2);
      if (!second) return std::nullopt;
      civil.second = *second;
      unit = 1;
    }
  }
  if (unit != 1) parsed.strict = false;
  if (!generalized || (!scanner.take('.') && !scanner.take(','))) return 0;
  parsed.strict = false;
  return scanner.fraction(unit);
}

std::optional<ParsedTime> parse_time(std::string_view text, bool generalized) {
  TimeScanner scanner(text);
  ParsedTime parsed;
  const std::optional<int> year = scanner.number(generalized ? 4 : 2);
  const std::optional<int> month = year ? scanner.number(2) : std::nullopt;
  const std::optional<int> day = month ? scanner.number(2) : std::nullopt;
  const std::optional<int> hour = day ? scanner.number(2) : std::nullopt;
  if (!hour) return std::nullopt;
  CivilTime civil{.year = *year, .month = *month, .day = *day, .hour = *hour};
  // RFC 5280 4.1.2.5.1: below 50 it is 20YY.
  if (!generalized) civil.year += *year < 50 ? 2000 : 1900;
  const std::optional<std::int64_t> fraction = read_minutes(scanner, generalized, civil, parsed);
  if (!fraction) return std::nullopt;
  const std::optional<std::int64_t> offset = read_zone(scanner, generalized, parsed);
  const std::optional<Time> time = to_time(civil);
  if (!offset || !time || !scanner.at_end()) return std::nullopt;
  parsed.time.seconds = time->seconds + *fraction + *offset;
  // An offset may lead out of the years that can be told.
  if (parsed.time > kNoExpiry || to_time(to_civil(parsed.time)) != parsed.time) return std::nullopt;
  return parsed;
}

}  // namespace

Result<Time> read_time(const Element& element, Context& context) {
  const bool generalized = element.tag == tags::kGeneralizedTime;
  const std::string_view text = as_text(element.value);
  const std::optional<ParsedTime> parsed = parse_time(text, generalized);
  constexpr std::size_t kShown = 40;
  const std::vector<Param> params = {{"value", std::string(text.substr(0, kShown))}};
  if (!parsed) return context.finding(rules::kTimeMalformed, element.whole, params);
  if (!parsed->strict) context.note(rules::kTimeForm, element.whole, params);
  return parsed->time;
}

}  // namespace pki::asn1
