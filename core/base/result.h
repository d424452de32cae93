#pragma once
// Result<T>: a value, or the finding that says why there is none. The core throws nothing (it is compiled
// without exceptions), so whatever input can break returns one of these.

#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

#include "base/assert.h"
#include "base/finding.h"

namespace pki {

/// Either a T or the Finding for which there is none. Converts implicitly from both.
template <typename T>
class [[nodiscard]] Result {
 public:
  using ValueType = T;

  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}   // NOLINT: implicit by design
  Result(Finding why) : state_(std::in_place_index<1>, std::move(why)) {  // NOLINT: implicit by design
    PKI_ASSERT(error().rule != nullptr);
  }

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  /// The value; asking for it where there is none is a bug of the caller.
  const T& value() const& {
    PKI_ASSERT(ok());
    return *std::get_if<0>(&state_);
  }
  T& value() & {
    PKI_ASSERT(ok());
    return *std::get_if<0>(&state_);
  }
  T&& value() && {
    PKI_ASSERT(ok());
    return std::move(*std::get_if<0>(&state_));
  }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  /// Why there is no value; asking for it where there is one is a bug of the caller.
  const Finding& error() const& {
    PKI_ASSERT(!ok());
    return *std::get_if<1>(&state_);
  }
  Finding&& error() && {
    PKI_ASSERT(!ok());
    return std::move(*std::get_if<1>(&state_));
  }

 private:
  std::variant<T, Finding> state_;
};

/// Success, or the finding that says why not.
class [[nodiscard]] Status {
 public:
  Status() = default;
  Status(Finding why) : error_(std::move(why)) {  // NOLINT: implicit by design
    PKI_ASSERT(error_->rule != nullptr);
  }

  bool ok() const { return !error_.has_value(); }
  explicit operator bool() const { return ok(); }
  const Finding& error() const& {
    PKI_ASSERT(!ok());
    return *error_;
  }
  Finding&& error() && {
    PKI_ASSERT(!ok());
    return std::move(*error_);
  }

 private:
  std::optional<Finding> error_;
};

}  // namespace pki

#define PKI_CONCAT_INNER(a, b) a##b
#define PKI_CONCAT(a, b) PKI_CONCAT_INNER(a, b)

/// PKI_TRY(auto x, expression): `x` becomes the value, or the enclosing function returns the finding.
#define PKI_TRY(declaration, expression) PKI_TRY_INNER(PKI_CONCAT(pki_try_, __LINE__), declaration, expression)
#define PKI_TRY_INNER(temporary, declaration, expression)   \
  auto temporary = (expression);                            \
  if (!temporary.ok()) return std::move(temporary).error(); \
  declaration = std::move(temporary).value()

/// PKI_CHECK(expression): the enclosing function returns the finding of a failed Status or Result.
#define PKI_CHECK(expression)                                                                   \
  do {                                                                                          \
    if (auto pki_check_ = (expression); !pki_check_.ok()) return std::move(pki_check_).error(); \
  } while (false)
