#include "base/result.h"

#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <string>

namespace pki {
namespace {

constexpr Rule kRule{"test.rule", Severity::Error, "", "no", ""};

Finding failure(std::string_view field) { return {&kRule, {std::nullopt, std::string(field)}, {}}; }

Result<int> half(int number) {
  if (number % 2 != 0) return failure("odd");
  return number / 2;
}

Result<int> quarter(int number) {
  PKI_TRY(const int first, half(number));
  PKI_TRY(const int second, half(first));
  return second;
}

Status is_even(int number) {
  PKI_CHECK(half(number));
  return {};
}

Result<std::string> both_even(int a, int b) {
  PKI_CHECK(is_even(a));
  PKI_CHECK(is_even(b));
  return std::string("both");
}

}  // namespace

TEST_CASE("a result is a value or the finding for which there is none") {
  const Result<int> good = half(4);
  REQUIRE(good.ok());
  CHECK(static_cast<bool>(good));
  CHECK(*good == 2);
  CHECK(good.value() == 2);
  const Result<int> bad = half(3);
  REQUIRE_FALSE(bad.ok());
  CHECK(bad.error().where.field == "odd");
}

TEST_CASE("PKI_TRY and PKI_CHECK hand the first finding on") {
  CHECK(quarter(8).value() == 2);
  CHECK_FALSE(quarter(6).ok());
  CHECK_FALSE(quarter(5).ok());
  CHECK(is_even(2).ok());
  CHECK(is_even(3).error().id() == "test.rule");
  CHECK(both_even(2, 4).value() == "both");
  CHECK_FALSE(both_even(2, 3).ok());
}

TEST_CASE("a value that cannot be copied is moved out") {
  Result<std::unique_ptr<int>> result(std::make_unique<int>(5));
  CHECK(**result == 5);
  const std::unique_ptr<int> taken = std::move(result).value();
  CHECK(*taken == 5);
}

}  // namespace pki
