#include <catch2/catch_test_macros.hpp>

#include "asn1/support.h"
#include "asn1/values.h"
#include "asn1/writer.h"

namespace pki::asn1 {
namespace {

using Ids = std::vector<std::string>;

Read<Time> read_text(const Tag& tag, std::string_view text) {
  const ByteVector der = encode_element(tag, as_bytes(text));
  return read_value(der, [](const Element& e, Context& c) { return read_time(e, c); });
}

/// What a time is read as: ISO 8601, with "(form)" where asn1.time.form is noted; or the rule's id.
std::string as_read(const Tag& tag, std::string_view text) {
  const Read<Time> read = read_text(tag, text);
  if (!read.result.ok()) return read.error();
  return to_iso8601(*read.result) + (read.noted == Ids{"asn1.time.form"} ? " (form)" : "");
}

std::string utc(std::string_view text) { return as_read(tags::kUtcTime, text); }
std::string generalized(std::string_view text) { return as_read(tags::kGeneralizedTime, text); }

}  // namespace

TEST_CASE("a UTCTime below 50 is in this century") {
  CHECK(utc("491231235959Z") == "2049-12-31T23:59:59Z");
  CHECK(utc("500101000000Z") == "1950-01-01T00:00:00Z");
  CHECK(utc("000229000000Z") == "2000-02-29T00:00:00Z");
}

TEST_CASE("a GeneralizedTime has a year of four digits") {
  CHECK(generalized("20500101000000Z") == "2050-01-01T00:00:00Z");
  CHECK(generalized("99991231235959Z") == "9999-12-31T23:59:59Z");
  CHECK(generalized("00000101000000Z") == "0000-01-01T00:00:00Z");
}

TEST_CASE("forms of time that X.680 allows and RFC 5280 does not are read and noted") {
  CHECK(utc("2611221938Z") == "2026-11-22T19:38:00Z (form)");
  CHECK(utc("261122193858+0130") == "2026-11-22T18:08:58Z (form)");
  CHECK(utc("2611221938-0100") == "2026-11-22T20:38:00Z (form)");
  CHECK(generalized("2026112219Z") == "2026-11-22T19:00:00Z (form)");
  CHECK(generalized("202611221938Z") == "2026-11-22T19:38:00Z (form)");
  CHECK(generalized("20261122193858.999Z") == "2026-11-22T19:38:58Z (form)");
  CHECK(generalized("20261122193858,5+01") == "2026-11-22T18:38:58Z (form)");
  CHECK(generalized("2026112219.5Z") == "2026-11-22T19:30:00Z (form)");
  CHECK(generalized("202611221938.25Z") == "2026-11-22T19:38:15Z (form)");
  CHECK(generalized("20261122193858") == "2026-11-22T19:38:58Z (form)");
  CHECK(generalized("20261122193858.00000000000000000000000000000001Z") == "2026-11-22T19:38:58Z (form)");
}

TEST_CASE("what is no time is refused") {
  for (const char* text : {"",
                           "Z",
                           "261122193858",
                           "2611221938",
                           "26112219Z",
                           "261122193858z",
                           "261322193858Z",
                           "260230000000Z",
                           "261122240000Z",
                           "261122236000Z",
                           "261122235960Z",
                           "2611221938585Z",
                           "261122193858.5Z",
                           "261122193858ZZ",
                           "261122193858+",
                           "261122193858+01",
                           "261122193858+2400",
                           "261122193858+0160",
                           "26112219385 Z",
                           "-61122193858Z",
                           "20261122193858Z"}) {
    CAPTURE(text);
    CHECK(utc(text) == "asn1.time.malformed");
  }
  for (const char* text :
       {"", "2026", "20261122Z", "20261122193858.Z", "20261122193858Z0", "20260229000000Z", "261122193858Z",
        "00000101000000+0100", "99991231235959-0001", "2026112219385", "20261122193858.5.5Z"}) {
    CAPTURE(text);
    CHECK(generalized(text) == "asn1.time.malformed");
  }
}

TEST_CASE("every time that is written is read back without a note") {
  Noise noise(4);
  for (int round = 0; round < 5000; ++round) {
    const Time time{static_cast<std::int64_t>(noise.next() % 315569520000ULL) - 62167219200};
    Writer writer;
    writer.time(time);
    const ByteVector der = writer.take();
    const Read<Time> read = read_value(der, [](const Element& e, Context& c) { return read_time(e, c); });
    REQUIRE(read.result.ok());
    REQUIRE(*read.result == time);
    REQUIRE(read.noted.empty());
  }
}

TEST_CASE("a mutated time is read or refused, and what is read can be told") {
  Noise noise(5);
  const std::string_view seed = "20261122193858.5+0100";
  for (int round = 0; round < 20000; ++round) {
    const ByteVector text = mutated(as_bytes(seed), noise);
    const Read<Time> read = read_text(round % 2 == 0 ? tags::kGeneralizedTime : tags::kUtcTime, as_text(text));
    if (read.result.ok()) REQUIRE(to_time(to_civil(*read.result)) == *read.result);
  }
}

}  // namespace pki::asn1
