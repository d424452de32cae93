#include "base/bytes.h"

#include <catch2/catch_test_macros.hpp>

namespace pki {

TEST_CASE("text and octets are views of each other") {
  const std::string text("a\0\xFF", 3);
  const Bytes octets = as_bytes(text);
  CHECK(octets.size() == 3);
  CHECK(octets[2] == 0xFF);
  CHECK(as_text(octets) == text);
  CHECK(as_text(octets).data() == text.data());
  CHECK(as_bytes("").empty());
  CHECK(as_text({}).empty());
}

TEST_CASE("octets are compared as unsigned numbers, the shorter first") {
  CHECK(compare(as_bytes("a"), as_bytes("b")) < 0);
  CHECK(compare(as_bytes("\x7F"), as_bytes("\x80")) < 0);
  CHECK(compare(as_bytes("\xFF"), as_bytes("a")) > 0);
  CHECK(compare(as_bytes("a"), as_bytes("ab")) < 0);
  CHECK(compare(as_bytes("ab"), as_bytes("ab")) == 0);
  CHECK(compare({}, {}) == 0);
  CHECK(compare({}, as_bytes("a")) < 0);
  CHECK(equal({}, {}));
  CHECK(equal(as_bytes("ab"), to_vector(as_bytes("ab"))));
  CHECK_FALSE(equal(as_bytes("ab"), as_bytes("a")));
}

TEST_CASE("octets are appended, none too") {
  ByteVector octets;
  append(octets, {});
  append(octets, as_bytes("ab"));
  append(octets, {});
  append(octets, as_bytes("c"));
  CHECK(as_text(octets) == "abc");
}

TEST_CASE("a part has its place in the whole, and nothing else has one") {
  const ByteVector buffer = {0, 1, 2, 3, 4, 5};
  const Bytes whole = Bytes(buffer).subspan(1, 4);
  CHECK(range_within(whole, whole) == ByteRange{0, 4});
  CHECK(range_within(whole, whole.subspan(1, 2)) == ByteRange{1, 2});
  CHECK(range_within(whole, whole.subspan(4)) == ByteRange{4, 0});
  CHECK_FALSE(range_within(whole, Bytes(buffer)));
  CHECK_FALSE(range_within(whole, Bytes(buffer).subspan(4, 2)));
  CHECK_FALSE(range_within(whole, Bytes(buffer).first(1)));
  CHECK_FALSE(range_within(whole, Bytes()));
  const ByteVector other = buffer;
  CHECK_FALSE(range_within(whole, other));
  CHECK(ByteRange{2, 3}.end() == 5);
}

}  // namespace pki
