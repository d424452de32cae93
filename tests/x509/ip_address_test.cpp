#include "x509/ip_address.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "reading.h"

namespace pki::x509 {

TEST_CASE("addresses are read, and written as RFC 5952 wants them") {
  const auto [text, hex, canonical] = GENERATE(table<std::string, std::string, std::string>({
      {"192.0.2.1", "c0000201", "192.0.2.1"},
      {"0.0.0.0", "00000000", "0.0.0.0"},
      {"255.255.255.255", "ffffffff", "255.255.255.255"},
      {"::", "00000000000000000000000000000000", "::"},
      {"::1", "00000000000000000000000000000001", "::1"},
      {"1::", "00010000000000000000000000000000", "1::"},
      {"2001:DB8:0:0:0:0:0:1", "20010db8000000000000000000000001", "2001:db8::1"},
      {"2001:0db8::0001", "20010db8000000000000000000000001", "2001:db8::1"},
      {"2001:db8:0:1:1:1:1:1", "20010db8000000010001000100010001", "2001:db8:0:1:1:1:1:1"},
      {"2001:0:0:1:0:0:0:1", "20010000000000010000000000000001", "2001:0:0:1::1"},
      {"2001:db8:0:0:1:0:0:1", "20010db8000000000001000000000001", "2001:db8::1:0:0:1"},
      {"::ffff:192.0.2.1", "00000000000000000000ffffc0000201", "::ffff:192.0.2.1"},
      {"64:ff9b::192.0.2.33", "0064ff9b0000000000000000c0000221", "64:ff9b::c000:221"},
      {"1:2:3:4:5:6:7::", "00010002000300040005000600070000", "1:2:3:4:5:6:7:0"},
      {"::2:3:4:5:6:7:8", "00000002000300040005000600070008", "0:2:3:4:5:6:7:8"},
      {"1:2:3:4:5:6:1.2.3.4", "00010002000300040005000601020304", "1:2:3:4:5:6:102:304"},
  }));
  CAPTURE(text);
  const auto octets = parse_ip_address(text);
  REQUIRE(octets.has_value());
  CHECK(to_hex(*octets) == hex);
  CHECK(ip_address_text(*octets) == canonical);
  CHECK(parse_ip_address(canonical) == octets);
}

TEST_CASE("what is no address is not read") {
  const auto text =
      GENERATE("", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.4 ", "+1.2.3.4", "1.2.3.-4", "1..2.3",
               ".1.2.3", "1.2.3.", "0x1.2.3.4", ":", ":::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3",
               "12345::", "::g", "fe80::1%eth0", "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8", "1.2.3.4::", "::1.2.3.4:5",
               ":1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8:", "1:2:3:4:5:6:7:1.2.3.4", "[::1]", "::1.2.3");
  CAPTURE(text);
  CHECK_FALSE(parse_ip_address(text).has_value());
}

TEST_CASE("ranges are read with a length or a mask, and written with a mask") {
  const auto [text, hex, written] = GENERATE(table<std::string, std::string, std::string>({
      {"192.0.2.0/24", "c0000200ffffff00", "192.0.2.0/255.255.255.0"},
      {"192.0.2.0/255.255.255.0", "c0000200ffffff00", "192.0.2.0/255.255.255.0"},
      {"10.0.0.0/9", "0a000000ff800000", "10.0.0.0/255.128.0.0"},
      {"192.0.2.1", "c0000201ffffffff", "192.0.2.1/255.255.255.255"},
      {"0.0.0.0/0", "0000000000000000", "0.0.0.0/0.0.0.0"},
      {"2001:db8::/32", "20010db8000000000000000000000000ffffffff000000000000000000000000", "2001:db8::/ffff:ffff::"},
      {"::1/128", "00000000000000000000000000000001ffffffffffffffffffffffffffffffff",
       "::1/ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"},
  }));
  CAPTURE(text);
  const auto range = parse_ip_range(text);
  REQUIRE(range.has_value());
  CHECK(to_hex(*range) == hex);
  CHECK(ip_range_text(*range) == written);
  CHECK(parse_ip_range(written) == range);
}

TEST_CASE("what is no range is not read") {
  const auto text = GENERATE("192.0.2.0/", "192.0.2.0/33", "192.0.2.0/-1", "::/129", "192.0.2.0/255.0.255.0",
                             "192.0.2.0/::", "/24", "192.0.2.0/24/24", "::/255.0.0.0");
  CAPTURE(text);
  CHECK_FALSE(parse_ip_range(text).has_value());
}

TEST_CASE("bits behind the mask are found") {
  CHECK(has_host_bits(*parse_ip_range("192.0.2.1/24")));
  CHECK_FALSE(has_host_bits(*parse_ip_range("192.0.2.0/24")));
}

TEST_CASE("octets of another size have no text") {
  CHECK(ip_address_text(bytes("0102")).empty());
  CHECK(ip_range_text(bytes("01020304")).empty());
  CHECK(ip_range_text({}).empty());
}

}  // namespace pki::x509
