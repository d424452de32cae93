#include "api/texts.h"

#include <catch2/catch_test_macros.hpp>

using pki::Time;
using pki::api::decimal_text;
using pki::api::file_stem;
using pki::api::serial_text;
using pki::api::span_text;
using pki::api::validity_state;
using pki::api::validity_text;

namespace {

Time at(std::string_view text) { return *pki::from_iso8601(text); }

}  // namespace

TEST_CASE("a span is told in its two largest units") {
  CHECK(span_text(at("2026-11-22"), at("2036-11-21")) == "9 years, 365 days");
  CHECK(span_text(at("2026-11-22"), at("2036-11-22")) == "10 years");
  CHECK(span_text(at("2026-11-22"), at("2027-11-23")) == "1 year, 1 day");
  CHECK(span_text(at("2026-11-22"), at("2026-11-24T23:59:59Z")) == "2 days");
  CHECK(span_text(at("2026-11-22"), at("2026-11-22T01:05:00Z")) == "1 hour, 5 minutes");
  CHECK(span_text(at("2026-11-22"), at("2026-11-22T00:05:59Z")) == "5 minutes");
  CHECK(span_text(at("2026-11-22"), at("2026-11-22T00:00:01Z")) == "1 second");
  CHECK(span_text(at("2026-11-22"), at("2026-11-22")) == "0 seconds");
  CHECK(span_text(at("0000-01-01"), at("9999-12-31")) == "9999 years, 364 days");
}

TEST_CASE("a leap day's birthday is the last of February") {
  CHECK(span_text(at("2024-02-29"), at("2025-02-28")) == "1 year");
  CHECK(span_text(at("2024-02-29"), at("2025-02-27")) == "364 days");
}

TEST_CASE("both ends of a validity belong to it") {
  const Time from = at("2026-01-01");
  const Time to = at("2026-12-31T23:59:59Z");
  CHECK(validity_state(from, to, from) == "valid");
  CHECK(validity_state(from, to, to) == "valid");
  CHECK(validity_state(from, to, Time{from.seconds - 1}) == "not yet valid");
  CHECK(validity_state(from, to, Time{to.seconds + 1}) == "expired");
  CHECK(validity_state(from, to, std::nullopt) == "unknown");
  CHECK(validity_state(std::nullopt, to, from) == "unknown");
  CHECK(validity_text(from, to, Time{to.seconds + 1}) == "expired 1 second ago");
  CHECK(validity_text(from, pki::kNoExpiry, from) == "valid without a well-defined end");
}

TEST_CASE("a serial number keeps its leading zero and its sign") {
  const pki::ByteVector positive = {0x00, 0xFF, 0x01};
  const pki::ByteVector negative = {0xFF, 0x01};
  const pki::ByteVector least = {0x80};
  CHECK(serial_text({positive}) == "00:ff:01");
  CHECK(serial_text({negative}) == "-00:ff");
  CHECK(decimal_text({positive}) == "65281");
  CHECK(decimal_text({negative}) == "-255");
  CHECK(decimal_text({least}) == "-128");
  CHECK(decimal_text({pki::ByteVector{0}}) == "0");
  CHECK(decimal_text({pki::ByteVector(65, 1)}).empty());
}

TEST_CASE("a file's name is safe everywhere") {
  CHECK(file_stem("Lab Root", "0a1b2c3d4e") == "lab-root-0a1b2c3d");
  CHECK(file_stem("../../etc/passwd", "00") == "etc-passwd-00");
  CHECK(file_stem("\u00DC\u00DC", "12") == "object-12");
  CHECK(file_stem(std::string(1000, 'x'), "12345678").size() == 49);
}
