#pragma once
// An integer of any size, held by the engine. For public values only: nothing here takes the same time for all inputs.
// Internal to core/crypto; its sources calculate with get().

#include <memory>

#include "base/bytes.h"

struct mbedtls_mpi;

namespace pki::crypto {

class Number {
 public:
  Number();
  ~Number();
  Number(const Number&) = delete;
  Number& operator=(const Number&) = delete;

  /// Big endian; false where there is no memory, or it is longer than the engine takes.
  bool set(Bytes magnitude);
  bool odd() const;
  bool operator<(const Number& other) const;
  bool operator==(const Number& other) const;
  bool above_one() const;
  bool is_zero() const;
  std::size_t bit_length() const;

  mbedtls_mpi* get() { return value_.get(); }
  const mbedtls_mpi* get() const { return value_.get(); }

 private:
  std::unique_ptr<mbedtls_mpi> value_;
};

}  // namespace pki::crypto
