#pragma once
// An integer of any size, held by mbedTLS. For public values only: nothing here takes the same time for all inputs.
// Internal to core/crypto.

#include <mbedtls/bignum.h>

#include "base/bytes.h"

namespace pki::crypto {

class Number {
 public:
  Number() { mbedtls_mpi_init(&value_); }
  ~Number() { mbedtls_mpi_free(&value_); }
  Number(const Number&) = delete;
  Number& operator=(const Number&) = delete;

  /// Big endian; false where there is no memory, or it is longer than mbedTLS takes.
  bool set(Bytes magnitude) { return mbedtls_mpi_read_binary(&value_, magnitude.data(), magnitude.size()) == 0; }
  bool odd() const { return mbedtls_mpi_get_bit(&value_, 0) == 1; }
  bool operator<(const Number& other) const { return mbedtls_mpi_cmp_mpi(&value_, &other.value_) < 0; }
  bool operator==(const Number& other) const { return mbedtls_mpi_cmp_mpi(&value_, &other.value_) == 0; }
  bool above_one() const { return mbedtls_mpi_cmp_int(&value_, 1) > 0; }
  bool is_zero() const { return mbedtls_mpi_cmp_int(&value_, 0) == 0; }
  std::size_t bit_length() const { return mbedtls_mpi_bitlen(&value_); }

  mbedtls_mpi* get() { return &value_; }
  const mbedtls_mpi* get() const { return &value_; }

 private:
  mbedtls_mpi value_;
};

}  // namespace pki::crypto
