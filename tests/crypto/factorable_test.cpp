// Keys that give their factors away. tests/data/crypto/make-factorable made them.

#include "crypto/factorable.h"

#include "crypto/support.h"

namespace pki::crypto {
namespace {

PublicKey rsa_key(Bytes modulus) {
  PublicKey key;
  key.kind = KeyKind::Rsa;
  key.bits = static_cast<std::uint32_t>(modulus.size() * 8);
  key.modulus = modulus;
  return key;
}

ByteVector from_digits(std::string digits) {
  if (digits.size() % 2 != 0) digits.insert(digits.begin(), '0');
  return hex(digits);
}

}  // namespace

TEST_CASE("keys whose factors can be found are told, and others are not") {
  std::istringstream rows(read_data("factorable.tsv"));
  std::size_t count = 0;
  for (std::string name, way, digits;
       std::getline(rows, name, '\t') && std::getline(rows, way, '\t') && std::getline(rows, digits);) {
    CAPTURE(name);
    const ByteVector modulus = from_digits(digits);
    const std::optional<Factorable> found = find_factorable(rsa_key(modulus));
    if (way == "roca") {
      CHECK(found == Factorable::Roca);
    } else if (way == "fermat") {
      CHECK(found == Factorable::ClosePrimes);
    } else {
      CHECK(way == "-");
      CHECK(!found);
    }
    // Zeros in front are no other number.
    ByteVector longer(5);
    append(longer, modulus);
    CHECK(find_factorable(rsa_key(longer)) == found);
    ++count;
  }
  CHECK(count == 16);
}

TEST_CASE("keys that OpenSSL and this library make are not factorable") {
  for (const char* file : {"rsa-512", "rsa-1025", "rsa-2048", "rsa-8192", "rsa-pss"}) {
    CAPTURE(file);
    CHECK(!find_factorable(public_key(std::string(file)).key));
  }
}

TEST_CASE("numbers that are no modulus, and keys of other kinds, are let be") {
  for (const char* digits : {"", "00", "01", "02", "03", "0f", "0100", "ffffffffffffffff"}) {
    CAPTURE(digits);
    find_factorable(rsa_key(hex(digits)));  // comes back
  }
  CHECK(!find_factorable(rsa_key({})));
  CHECK(!find_factorable(rsa_key(hex("00"))));
  CHECK(find_factorable(rsa_key(hex("0f"))) == Factorable::ClosePrimes);  // 3 times 5
  CHECK(find_factorable(rsa_key(hex("31"))) == Factorable::ClosePrimes);  // 7 times 7
  CHECK(!find_factorable(public_key(std::string("p-256")).key));
  CHECK(!find_factorable(public_key(std::string("ed25519")).key));
  // A million bits are not looked at.
  CHECK(!find_factorable(rsa_key(ByteVector(125'000, 0xFF))));
}

TEST_CASE("the ways to find factors have names") {
  CHECK(factorable_name(Factorable::Roca) == "ROCA, CVE-2017-15361");
  CHECK(factorable_name(Factorable::ClosePrimes) == "Fermat's method, CVE-2022-26320");
}

}  // namespace pki::crypto
