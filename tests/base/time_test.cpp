#include "base/time.h"

#include <catch2/catch_test_macros.hpp>

namespace pki {
namespace {

std::int64_t seconds(std::string_view iso) { return from_iso8601(iso).value().seconds; }
std::string moved(std::string_view iso, int months, int days) {
  return to_iso8601(add_calendar(from_iso8601(iso).value(), months, days));
}

}  // namespace

TEST_CASE("known points in time have their seconds") {
  CHECK(seconds("1970-01-01") == 0);
  CHECK(seconds("1969-12-31T23:59:59Z") == -1);
  CHECK(seconds("2000-02-29T12:00:00Z") == 951825600);
  CHECK(seconds("2038-01-19T03:14:08Z") == 2147483648);
  CHECK(seconds("9999-12-31T23:59:59Z") == kNoExpiry.seconds);
  CHECK(seconds("0000-01-01") == -62167219200);
}

TEST_CASE("dates that the calendar has not are refused") {
  const auto is_time = [](CivilTime civil) { return to_time(civil).has_value(); };
  CHECK(is_time({.year = 2024, .month = 2, .day = 29}));
  CHECK_FALSE(is_time({.year = 2023, .month = 2, .day = 29}));
  CHECK_FALSE(is_time({.year = 1900, .month = 2, .day = 29}));
  CHECK(is_time({.year = 2000, .month = 2, .day = 29}));
  CHECK_FALSE(is_time({.year = 2024, .month = 4, .day = 31}));
  CHECK_FALSE(is_time({.year = 2024, .month = 13}));
  CHECK_FALSE(is_time({.year = 2024, .month = 0}));
  CHECK_FALSE(is_time({.year = 2024, .day = 0}));
  CHECK_FALSE(is_time({.year = 10000}));
  CHECK_FALSE(is_time({.year = -1}));
  CHECK_FALSE(is_time({.hour = 24}));
  CHECK_FALSE(is_time({.minute = 60}));
  CHECK_FALSE(is_time({.second = 60}));
  CHECK_FALSE(is_time({.hour = -1}));
}

TEST_CASE("every day of 800 years goes to the calendar and back") {
  for (Time time = from_iso8601("1600-01-01T13:37:42Z").value(); to_civil(time).year < 2400;
       time.seconds += kSecondsPerDay) {
    REQUIRE(to_time(to_civil(time)) == time);
  }
}

TEST_CASE("ISO 8601 is written and read back") {
  for (const std::int64_t value :
       {std::int64_t{0}, std::int64_t{-1}, std::int64_t{1795376338}, kNoExpiry.seconds, std::int64_t{-62167219200}}) {
    CHECK(from_iso8601(to_iso8601(Time{value})) == Time{value});
  }
  CHECK(to_iso8601(Time{1795376338}) == "2026-11-22T19:38:58Z");
  CHECK(from_iso8601("2026-11-22 19:38:58Z") == from_iso8601("2026-11-22T19:38:58Z"));
}

TEST_CASE("text that is no time in ISO 8601 is not read") {
  for (const char* text : {"", "2026", "2026-11", "2026-11-2", "2026-11-31", "2026/11/22", "2026-11-22T",
                           "2026-11-22T19:38:58", "2026-11-22T19:38:58+01:00", "2026-11-22T19:38:58ZZ",
                           "2026-11-22x19:38:58Z", "2026-11-22T24:00:00Z", "2026-11-22T19-38-58Z", " 2026-11-22",
                           "2026-11-22 ", "20261122193858Z", "-026-11-22", "+026-11-22", "2026-1a-22"}) {
    CAPTURE(text);
    CHECK_FALSE(from_iso8601(text));
  }
}

TEST_CASE("times are moved by the calendar, and a day that a month lacks becomes its last") {
  CHECK(moved("2026-01-31", 1, 0) == "2026-02-28T00:00:00Z");
  CHECK(moved("2024-01-31", 1, 0) == "2024-02-29T00:00:00Z");
  CHECK(moved("2024-02-29", 12, 0) == "2025-02-28T00:00:00Z");
  CHECK(moved("2026-12-15T10:20:30Z", 1, 0) == "2027-01-15T10:20:30Z");
  CHECK(moved("2026-01-15", -1, 0) == "2025-12-15T00:00:00Z");
  CHECK(moved("2026-01-15", 0, 30) == "2026-02-14T00:00:00Z");
  CHECK(moved("2026-01-15", 0, -15) == "2025-12-31T00:00:00Z");
  CHECK(moved("2026-01-31", 1, 1) == "2026-03-01T00:00:00Z");
}

TEST_CASE("times that are moved stay within the years 0000 to 9999") {
  CHECK(moved("9999-12-01", 1, 0) == "9999-12-31T23:59:59Z");
  CHECK(moved("9999-12-01", 0, 365) == "9999-12-31T23:59:59Z");
  CHECK(moved("0000-01-15", -1, 0) == "0000-01-01T00:00:00Z");
  CHECK(moved("0000-01-15", 0, -365) == "0000-01-01T00:00:00Z");
  CHECK(add_calendar(Time{0}, 2147483647, 2147483647) == kNoExpiry);
  CHECK(to_iso8601(Time{INT64_MAX}) == "9999-12-31T23:59:59Z");
  CHECK(to_iso8601(Time{INT64_MIN}) == "0000-01-01T00:00:00Z");
}

}  // namespace pki
