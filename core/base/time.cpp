#include "base/time.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace pki {
namespace {

constexpr Time kFirst{-62167219200};  // 0000-01-01T00:00:00Z

bool digits_at(std::string_view text, std::size_t at, std::size_t count, int& value) {
  value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (i >= text.size() || text[i] < '0' || text[i] > '9') return false;
    value = value * 10 + (text[i] - '0');
  }
  return true;
}

}  // namespace

std::optional<Time> to_time(const CivilTime& civil) {
  if (civil.year < 0 || civil.year > 9999) return std::nullopt;
  if (civil.hour < 0 || civil.hour > 23 || civil.minute < 0 || civil.minute > 59) return std::nullopt;
  if (civil.second < 0 || civil.second > 59 || civil.month < 1 || civil.day < 1) return std::nullopt;
  const std::chrono::year_month_day date(std::chrono::year(civil.year),
                                         std::chrono::month(static_cast<unsigned>(civil.month)),
                                         std::chrono::day(static_cast<unsigned>(civil.day)));
  if (!date.ok()) return std::nullopt;
  const std::int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
  return Time{days * kSecondsPerDay + civil.hour * 3600 + civil.minute * 60 + civil.second};
}

CivilTime to_civil(Time time) {
  const std::int64_t seconds = std::clamp(time.seconds, kFirst.seconds, kNoExpiry.seconds);
  std::int64_t days = seconds / kSecondsPerDay;
  std::int64_t rest = seconds % kSecondsPerDay;
  if (rest < 0) {
    rest += kSecondsPerDay;
    --days;
  }
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(days))};
  return {.year = static_cast<int>(date.year()),
          .month = static_cast<int>(static_cast<unsigned>(date.month())),
          .day = static_cast<int>(static_cast<unsigned>(date.day())),
          .hour = static_cast<int>(rest / 3600),
          .minute = static_cast<int>(rest / 60 % 60),
          .second = static_cast<int>(rest % 60)};
}

std::string to_iso8601(Time time) {
  const CivilTime c = to_civil(time);
  std::array<char, 96> text{};
  const int length = std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02dZ", c.year, c.month, c.day,
                                   c.hour, c.minute, c.second);
  return std::string(text.data(), static_cast<std::size_t>(length));
}

std::optional<Time> from_iso8601(std::string_view text) {
  CivilTime c;
  if (!digits_at(text, 0, 4, c.year) || !digits_at(text, 5, 2, c.month) || !digits_at(text, 8, 2, c.day) ||
      text[4] != '-' || text[7] != '-') {
    return std::nullopt;
  }
  if (text.size() == 10) return to_time(c);
  if (text.size() != 20 || (text[10] != 'T' && text[10] != ' ') || text[13] != ':' || text[16] != ':' ||
      text[19] != 'Z') {
    return std::nullopt;
  }
  if (!digits_at(text, 11, 2, c.hour) || !digits_at(text, 14, 2, c.minute) || !digits_at(text, 17, 2, c.second)) {
    return std::nullopt;
  }
  return to_time(c);
}

Time add_calendar(Time time, int months, int days) {
  const CivilTime c = to_civil(time);
  const std::int64_t month_index = std::int64_t{c.year} * 12 + (c.month - 1) + months;
  if (month_index < 0) return kFirst;
  if (month_index / 12 > 9999) return kNoExpiry;
  const std::chrono::year year(static_cast<int>(month_index / 12));
  const std::chrono::month month(static_cast<unsigned>(month_index % 12) + 1);
  const std::chrono::year_month_day_last last(year, std::chrono::month_day_last(month));
  CivilTime moved = c;
  moved.year = static_cast<int>(year);
  moved.month = static_cast<int>(static_cast<unsigned>(month));
  moved.day = std::min(c.day, static_cast<int>(static_cast<unsigned>(last.day())));
  const std::int64_t seconds = to_time(moved)->seconds + std::int64_t{days} * kSecondsPerDay;
  return Time{std::clamp(seconds, kFirst.seconds, kNoExpiry.seconds)};
}

}  // namespace pki
