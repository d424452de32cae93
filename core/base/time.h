#pragma once
// Time: a second in UTC. The core reads no clock; every function that needs "now" is given it.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pki {

/// A point in time, in whole seconds since 1970-01-01T00:00:00Z without leap seconds. Years 0000 to 9999.
struct Time {
  std::int64_t seconds = 0;

  friend constexpr auto operator<=>(const Time&, const Time&) = default;
};

/// Seconds in a day, for durations: all durations of the core are in seconds.
inline constexpr std::int64_t kSecondsPerDay = 86400;

/// 9999-12-31T23:59:59Z: "no well-defined expiration date" (RFC 5280 4.1.2.5).
inline constexpr Time kNoExpiry{253402300799};

/// A date and a time of day in the proleptic Gregorian calendar, UTC.
struct CivilTime {
  int year = 1970;  // 0 to 9999
  int month = 1;    // 1 to 12
  int day = 1;      // 1 to 31
  int hour = 0;     // 0 to 23
  int minute = 0;   // 0 to 59
  int second = 0;   // 0 to 59

  friend constexpr bool operator==(const CivilTime&, const CivilTime&) = default;
};

/// The second that `civil` names; nothing where a field is out of its range (30 February, second 60).
std::optional<Time> to_time(const CivilTime& civil);

/// The calendar fields of `time`.
CivilTime to_civil(Time time);

/// "2026-11-22T19:38:58Z".
std::string to_iso8601(Time time);

/// Reads "2026-11-22T19:38:58Z", "2026-11-22 19:38:58Z" or "2026-11-22" (midnight), always UTC; nothing
/// where it is none of these.
std::optional<Time> from_iso8601(std::string_view text);

/// `time` moved by whole calendar months (12 a year) and then by days. A day that the month lacks becomes
/// the month's last. The result is held within years 0000 to 9999.
Time add_calendar(Time time, int months, int days);

}  // namespace pki
