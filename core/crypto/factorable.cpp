#include "crypto/factorable.h"

#include <mbedtls/bignum.h>

#include <array>
#include <cstdint>
#include <numeric>

#include "crypto/number.h"

namespace pki::crypto {
namespace {

constexpr std::uint32_t kMaxBits = 16384;
/// BR 6.1.1.3 (5) asks for 100 rounds.
constexpr unsigned kFermatRounds = 100;

/// magnitude mod divisor; big endian.
std::uint32_t remainder(Bytes magnitude, std::uint32_t divisor) {
  std::uint64_t rest = 0;
  std::size_t i = 0;
  for (; i < magnitude.size() % 4; ++i) rest = (rest << 8 | magnitude[i]) % divisor;
  for (; i < magnitude.size(); i += 4) {
    const std::uint32_t word = static_cast<std::uint32_t>(magnitude[i]) << 24 |
                               static_cast<std::uint32_t>(magnitude[i + 1]) << 16 |
                               static_cast<std::uint32_t>(magnitude[i + 2]) << 8 | magnitude[i + 3];
    rest = (rest << 32 | word) % divisor;
  }
  return static_cast<std::uint32_t>(rest);
}

// The odd ones of the first 39 primes: M of the shortest keys, a divisor of the M of all others.
constexpr std::array<std::uint8_t, 38> kPrimes = {3,   5,   7,   11,  13,  17,  19,  23,  29,  31,  37,  41,  43,
                                                  47,  53,  59,  61,  67,  71,  73,  79,  83,  89,  97,  101, 103,
                                                  107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167};
/// Those that tell most, first: one sound key in 17,000 passes them.
constexpr std::array<std::uint8_t, 5> kTelling = {11, 37, 61, 79, 97};
constexpr std::uint32_t kProductOfTelling = 11 * 37 * 61 * 79 * 97;
constexpr std::uint32_t kGenerator = 65537;

/// The powers of 65537 modulo a prime.
struct Powers {
  std::uint32_t order = 0;
  /// The exponent of each residue, or -1 where no power is that residue.
  std::array<std::int16_t, 168> exponents{};

  explicit Powers(std::uint32_t prime) {
    exponents.fill(-1);
    std::uint32_t power = 1;
    while (exponents[power] < 0) {
      exponents[power] = static_cast<std::int16_t>(order++);
      power = power * kGenerator % prime;
    }
  }
};

// True if the modulus is a power of 65537 modulo each prime, and one power serves for all. (The modulus is
// 65537^(a + b) mod M. Remainders that agree two by two have a common solution: the Chinese remainder theorem.)
bool is_roca(Bytes modulus) {
  const std::uint32_t first = remainder(modulus, kProductOfTelling);
  for (const std::uint8_t prime : kTelling) {
    if (Powers(prime).exponents[first % prime] < 0) return false;
  }
  std::array<std::uint32_t, kPrimes.size()> orders{};
  std::array<std::uint32_t, kPrimes.size()> exponents{};
  for (std::size_t i = 0; i < kPrimes.size(); ++i) {
    const Powers powers(kPrimes[i]);
    const std::int16_t exponent = powers.exponents[remainder(modulus, kPrimes[i])];
    if (exponent < 0) return false;
    orders[i] = powers.order;
    exponents[i] = static_cast<std::uint32_t>(exponent);
    for (std::size_t j = 0; j < i; ++j) {
      const std::uint32_t common = std::gcd(orders[i], orders[j]);
      if (exponents[i] % common != exponents[j] % common) return false;
    }
  }
  return true;
}

/// The integer part of the square root of `of`, digit after digit twice as long (as Python's math.isqrt does it).
/// False where there is no memory.
bool square_root(Number& root, const Number& of) {
  const std::size_t half = (of.bit_length() - 1) / 2;
  std::size_t rounds = 0;
  while (half >> rounds != 0) ++rounds;
  std::size_t done = 0;
  Number head;
  Number quotient;
  if (mbedtls_mpi_lset(root.get(), 1) != 0) return false;
  for (std::size_t i = rounds; i-- > 0;) {
    const std::size_t bits = half >> i;
    if (mbedtls_mpi_copy(head.get(), of.get()) != 0 ||
        mbedtls_mpi_shift_r(head.get(), 2 * half - done - bits + 1) != 0 ||
        mbedtls_mpi_div_mpi(quotient.get(), nullptr, head.get(), root.get()) != 0 ||
        mbedtls_mpi_shift_l(root.get(), bits - done - 1) != 0 ||
        mbedtls_mpi_add_mpi(root.get(), root.get(), quotient.get()) != 0) {
      return false;
    }
    done = bits;
  }
  Number square;
  if (mbedtls_mpi_mul_mpi(square.get(), root.get(), root.get()) != 0) return false;
  return !(of < square) || mbedtls_mpi_sub_int(root.get(), root.get(), 1) == 0;
}

bool is_square(const Number& number) {
  if (number.is_zero()) return true;
  Number root;
  Number square;
  return square_root(root, number) && mbedtls_mpi_mul_mpi(square.get(), root.get(), root.get()) == 0 &&
         square == number;
}

/// What a square leaves modulo a small number: most numbers are told to be none by that alone.
class Residues {
 public:
  static constexpr std::uint32_t kModulus = 64 * 63 * 65 * 11 * 17 * 19;

  static bool may_be_square(std::uint64_t number) {
    for (const std::uint32_t modulus : {64U, 63U, 65U, 11U, 17U, 19U}) {
      const std::uint64_t rest = number % modulus;
      bool found = false;
      for (std::uint64_t root = 0; root <= modulus / 2 && !found; ++root) found = root * root % modulus == rest;
      if (!found) return false;
    }
    return true;
  }
};

// Fermat: n = a^2 - b^2 = (a + b)(a - b), a tried from the square root upwards.
bool has_close_primes(Bytes modulus) {
  Number n;
  Number a;
  if (!n.set(modulus) || !n.odd() || !n.above_one() || !square_root(a, n)) return false;
  mbedtls_mpi_uint rest = 0;
  if (mbedtls_mpi_mod_int(&rest, a.get(), Residues::kModulus) != 0) return false;
  std::uint64_t a_rest = rest;
  const std::uint64_t n_rest = remainder(modulus, Residues::kModulus);
  Number square;
  // The first round is for a modulus that is a square itself.
  for (unsigned round = 0; round <= kFermatRounds; ++round) {
    if (Residues::may_be_square((a_rest * a_rest + Residues::kModulus - n_rest) % Residues::kModulus)) {
      if (mbedtls_mpi_mul_mpi(square.get(), a.get(), a.get()) != 0 ||
          mbedtls_mpi_sub_mpi(square.get(), square.get(), n.get()) != 0) {
        return false;
      }
      if (mbedtls_mpi_cmp_int(square.get(), 0) >= 0 && is_square(square)) return true;
    }
    if (mbedtls_mpi_add_int(a.get(), a.get(), 1) != 0) return false;
    a_rest = (a_rest + 1) % Residues::kModulus;
  }
  return false;
}

}  // namespace

std::string_view factorable_name(Factorable way) {
  return way == Factorable::Roca ? "ROCA, CVE-2017-15361" : "Fermat's method, CVE-2022-26320";
}

std::optional<Factorable> find_factorable(const PublicKey& key) {
  if (key.kind != KeyKind::Rsa || key.bits > kMaxBits) return std::nullopt;
  if (is_roca(key.modulus)) return Factorable::Roca;
  if (has_close_primes(key.modulus)) return Factorable::ClosePrimes;
  return std::nullopt;
}

}  // namespace pki::crypto
