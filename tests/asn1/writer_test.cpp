#include "asn1/writer.h"

#include <catch2/catch_test_macros.hpp>

#include "asn1/oids.h"
#include "asn1/support.h"
#include "asn1/values.h"

namespace pki::asn1 {
namespace {

template <typename Body>
std::string written(Body&& body) {
  Writer writer;
  body(writer);
  return to_hex(writer.take());
}

}  // namespace

TEST_CASE("values are written as DER") {
  CHECK(written([](Writer& w) { w.boolean(true); }) == "0101ff");
  CHECK(written([](Writer& w) { w.boolean(false); }) == "010100");
  CHECK(written([](Writer& w) { w.integer(0); }) == "020100");
  CHECK(written([](Writer& w) { w.integer(127); }) == "02017f");
  CHECK(written([](Writer& w) { w.integer(128); }) == "02020080");
  CHECK(written([](Writer& w) { w.integer(0xFFFFFFFFFFFFFFFF); }) == "020900ffffffffffffffff");
  CHECK(written([](Writer& w) { w.unsigned_integer({}); }) == "020100");
  CHECK(written([](Writer& w) { w.unsigned_integer(hex("000080")); }) == "02020080");
  CHECK(written([](Writer& w) { w.integer_octets(hex("FF")); }) == "0201ff");
  CHECK(written([](Writer& w) { w.null(); }) == "0500");
  CHECK(written([](Writer& w) { w.oid(oids::kCommonName); }) == "0603550403");
  CHECK(written([](Writer& w) { w.octet_string(hex("0102")); }) == "04020102");
  CHECK(written([](Writer& w) { w.bit_string(hex("0102")); }) == "0303000102");
  CHECK(written([](Writer& w) { w.bit_string(hex("FF"), 3); }) == "030203f8");
  CHECK(written([](Writer& w) { w.string(tags::kUtf8String, "ab"); }) == "0c026162");
}

TEST_CASE("lengths take as few octets as they can") {
  for (const std::size_t length : {0U, 1U, 127U, 128U, 255U, 256U, 65535U, 65536U, 1U << 24}) {
    CAPTURE(length);
    const ByteVector contents(length);
    const ByteVector der = encode_element(tags::kOctetString, contents);
    Context context(der);
    CHECK(read_single(der, tags::kOctetString, "", context).value().value.size() == length);
    CHECK(context.findings().empty());
    CHECK(written([&](Writer& w) { w.wrap(tags::kOctetString, [&](Writer& inner) { inner.raw(contents); }); }) ==
          to_hex(der));
  }
}

TEST_CASE("tags of any number are written and read back") {
  for (const std::uint32_t number : {0U, 30U, 31U, 127U, 128U, 16383U, 16384U, 0xFFFFFFFU, 0x10000000U, 0xFFFFFFFFU}) {
    CAPTURE(number);
    const Tag tag{TagClass::Private, true, number};
    const ByteVector der = encode_element(tag, {});
    Context context(der);
    CHECK(read_single(der, tag, "", context).ok());
    CHECK(context.findings().empty());
  }
}

TEST_CASE("named bits end with the last one bit") {
  CHECK(written([](Writer& w) { w.named_bits(0); }) == "030100");
  CHECK(written([](Writer& w) { w.named_bits(1); }) == "03020780");
  CHECK(written([](Writer& w) { w.named_bits(1U << 5 | 1U << 6); }) == "03020106");
  CHECK(written([](Writer& w) { w.named_bits(1U << 7); }) == "03020001");
  CHECK(written([](Writer& w) { w.named_bits(1U << 8); }) == "0303070080");
  CHECK(written([](Writer& w) { w.named_bits(1U << 31); }) == "03050000000001");
  CHECK(written([](Writer& w) { w.named_bits(1, tags::context(3)); }) == "83020780");
}

TEST_CASE("UTCTime is for 1950 to 2049, GeneralizedTime for other years") {
  const auto time = [](std::string_view iso) { return written([&](Writer& w) { w.time(from_iso8601(iso).value()); }); };
  CHECK(time("1949-12-31T23:59:59Z") == to_hex(encode_element(tags::kGeneralizedTime, as_bytes("19491231235959Z"))));
  CHECK(time("1950-01-01") == to_hex(encode_element(tags::kUtcTime, as_bytes("500101000000Z"))));
  CHECK(time("2049-12-31T23:59:59Z") == to_hex(encode_element(tags::kUtcTime, as_bytes("491231235959Z"))));
  CHECK(time("2050-01-01") == to_hex(encode_element(tags::kGeneralizedTime, as_bytes("20500101000000Z"))));
  CHECK(written([](Writer& w) { w.generalized_time(Time{0}); }) ==
        to_hex(encode_element(tags::kGeneralizedTime, as_bytes("19700101000000Z"))));
}

TEST_CASE("constructed elements close around what their body writes") {
  CHECK(written([](Writer& w) {
          w.sequence([](Writer& outer) {
            outer.integer(1);
            outer.octet_string_of([](Writer& inner) { inner.null(); });
            outer.bit_string_of([](Writer& inner) { inner.boolean(true); });
            outer.wrap(tags::context_constructed(0), [](Writer&) {});
          });
        }) ==
        "300f"
        "020101"
        "04020500"
        "0304000101ff"
        "a000");
}

TEST_CASE("a SET OF is written in ascending order") {
  CHECK(written([](Writer& w) {
          w.integer(9);
          w.set_of([](Writer& set) {
            set.octet_string(hex("00"));
            set.integer(300);
            set.integer(2);
            set.integer(1);
            set.integer(2);
          });
        }) ==
        "020109"
        "3110"
        "020101"
        "020102"
        "020102"
        "0202012c"
        "040100");
}

TEST_CASE("a SET OF of any elements passes the check of its order") {
  Noise noise(7);
  for (int round = 0; round < 500; ++round) {
    Writer writer;
    writer.set_of([&](Writer& set) {
      for (std::size_t count = noise.below(20); count > 0; --count) {
        ByteVector contents(noise.below(3));
        for (std::uint8_t& octet : contents) octet = noise.octet();
        set.element(Tag{TagClass::Context, noise.below(2) == 0, static_cast<std::uint32_t>(noise.below(40))}, contents);
      }
    });
    const ByteVector der = writer.take();
    Context context(der);
    const Element element = read_single(der, tags::kSet, "", context).value();
    REQUIRE(check_set_order(element, context).ok());
    REQUIRE(context.findings().empty());
  }
}

}  // namespace pki::asn1
