#include "crypto/number.h"

#include <mbedtls/bignum.h>

namespace pki::crypto {

Number::Number() : value_(std::make_unique<mbedtls_mpi>()) { mbedtls_mpi_init(get()); }
Number::~Number() { mbedtls_mpi_free(get()); }

bool Number::set(Bytes magnitude) { return mbedtls_mpi_read_binary(get(), magnitude.data(), magnitude.size()) == 0; }
bool Number::odd() const { return mbedtls_mpi_get_bit(get(), 0) == 1; }
bool Number::operator<(const Number& other) const { return mbedtls_mpi_cmp_mpi(get(), other.get()) < 0; }
bool Number::operator==(const Number& other) const { return mbedtls_mpi_cmp_mpi(get(), other.get()) == 0; }
bool Number::above_one() const { return mbedtls_mpi_cmp_int(get(), 1) > 0; }
bool Number::is_zero() const { return mbedtls_mpi_cmp_int(get(), 0) == 0; }
std::size_t Number::bit_length() const { return mbedtls_mpi_bitlen(get()); }

}  // namespace pki::crypto
