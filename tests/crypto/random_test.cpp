#include "crypto/random.h"

#include <algorithm>
#include <array>

#include "crypto/support.h"

namespace pki::crypto {
namespace {

ByteVector take(RandomSource& source, std::size_t size) {
  ByteVector out(size);
  REQUIRE(source.fill(out));
  return out;
}

}  // namespace

TEST_CASE("a fixed source yields SplitMix64, least significant octet first") {
  // The first three numbers for the seed 1234567, in the order of the reference implementation:
  // 6457827717110365317, 3203168211198807973, 9817491932198370423.
  FixedRandom random(1234567);
  CHECK(to_hex(take(random, 24)) == "85fc08fb17d09e59a50f545884f0732c777cf2a3e5bc3e88");
}

TEST_CASE("each call of a fixed source begins a new number") {
  FixedRandom one(7), two(7);
  const ByteVector whole = take(one, 16);
  const ByteVector head = take(two, 3);
  const ByteVector tail = take(two, 8);
  CHECK(equal(Bytes(whole).first(3), head));
  CHECK(equal(Bytes(whole).subspan(8), tail));
  CHECK(take(one, 0).empty());
}

TEST_CASE("the system's source fills large and small buffers differently each time") {
  for (const std::size_t size : {16U, 255U, 256U, 257U, 5000U}) {
    CAPTURE(size);
    const ByteVector a = take(system_random(), size);
    const ByteVector b = take(system_random(), size);
    CHECK_FALSE(equal(a, b));
    CHECK(std::any_of(a.end() - 8, a.end(), [](std::uint8_t octet) { return octet != 0; }));
  }
}

TEST_CASE("scopes nest, and the source before comes back") {
  std::array<std::uint8_t, 8> out{};
  FixedRandom outer_source(1), inner_source(2), same_as_outer(1), same_as_inner(2);
  {
    const ScopedRandom outer(outer_source);
    {
      const ScopedRandom inner(inner_source);
      REQUIRE(random_fill(out));
      CHECK(equal(out, take(same_as_inner, 8)));
    }
    REQUIRE(random_fill(out));
    CHECK(equal(out, take(same_as_outer, 8)));
  }
  FailingRandom nothing;
  {
    const ScopedRandom scope(nothing);
    CHECK_FALSE(random_fill(out));
  }
  CHECK(random_fill(out));
}

}  // namespace pki::crypto
