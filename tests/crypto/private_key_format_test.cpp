#include "asn1/oids.h"
#include "crypto/support.h"

namespace pki::crypto {
namespace {

/// A PrivateKeyInfo of these parts; `more` is what follows the privateKey.
ByteVector pkcs8(std::uint64_t version, std::string_view algorithm, Bytes key, Bytes more = {}) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& w) {
    w.integer(version);
    w.raw(hex(algorithm));
    w.octet_string(key);
    w.raw(more);
  });
  return writer.take();
}

constexpr std::string_view kRsa = "300d06092a864886f70d0101010500";
constexpr std::string_view kEcP256 = "301306072a8648ce3d020106082a8648ce3d030107";
constexpr std::string_view kEcP384 = "301006072a8648ce3d020106052b81040022";
constexpr std::string_view kEcAlone = "300906072a8648ce3d0201";

/// RSAPrivateKey of rsa-2048 with number `index` (0 is the version) replaced by what `change` makes of its magnitude.
template <typename Change>
ByteVector changed_pkcs1(std::size_t index, Change change) {
  const ByteVector der = read_pem("rsa-2048.pkcs1.pem");
  asn1::Context context(der);
  asn1::Reader reader = asn1::Reader(der, context).enter(asn1::tags::kSequence, "").value();
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& w) {
    for (std::size_t i = 0; i < 9; ++i) {
      const asn1::Element element = reader.next().value();
      if (i != index) {
        w.raw(element.whole);
        continue;
      }
      ByteVector octets = to_vector(element.value);
      change(octets);
      w.integer_octets(octets);
    }
  });
  return writer.take();
}

/// ECPrivateKey with this scalar (hex); `more` (hex) follows.
ByteVector sec1(std::string_view scalar, std::string_view more = {}, std::uint64_t version = 1) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& w) {
    w.integer(version);
    w.octet_string(hex(scalar));
    w.raw(hex(more));
  });
  return writer.take();
}

constexpr std::string_view kParametersP256 = "a00a06082a8648ce3d030107";
constexpr std::string_view kOrderP256 = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";

}  // namespace

TEST_CASE("PKCS#8 of OpenSSL is read, and written octet for octet the same") {
  for (const char* name : {"rsa-512", "rsa-1024-e3", "rsa-1025", "rsa-2048", "rsa-3072", "rsa-8192", "rsa-pss",
                           "rsa-pss-sha256", "p-256", "p-384", "p-521", "secp256k1"}) {
    CAPTURE(name);
    const ByteVector der = read_pem(std::string(name) + ".pem");
    const auto key = PrivateKey::from_pkcs8(der);
    REQUIRE(error_id(key).empty());
    CHECK(equal(key->to_pkcs8().view(), der));
    CHECK(key->public_key_der() == read_pem(std::string(name) + ".pub.pem"));
  }
}

TEST_CASE("PKCS#1 and SEC 1 of OpenSSL give the same key as PKCS#8") {
  const auto same = [](const Result<PrivateKey>& key, const char* pkcs8_name) {
    return key.ok() && equal(key->to_pkcs8().view(), read_pem(pkcs8_name));
  };
  CHECK(same(PrivateKey::from_pkcs1(read_pem("rsa-2048.pkcs1.pem")), "rsa-2048.pem"));
  CHECK(same(PrivateKey::from_sec1(read_pem("p-256.sec1.pem")), "p-256.pem"));
  CHECK(same(PrivateKey::from_sec1(read_pem("p-384.sec1.pem")), "p-384.pem"));
  CHECK(same(PrivateKey::from_sec1(read_pem("p-521.sec1.pem")), "p-521.pem"));
  CHECK(same(PrivateKey::from_sec1(read_pem("p-256-no-public.sec1.pem")), "p-256.pem"));
  CHECK(same(PrivateKey::from_sec1(read_pem("p-256-compressed.sec1.pem")), "p-256.pem"));
}

TEST_CASE("an RSA key whose primes are in the other order is kept as it is") {
  const ByteVector der = read_pem("rsa-512-swapped.pkcs1.pem");
  const PrivateKey key = PrivateKey::from_pkcs1(der).value();
  CHECK(equal(key.to_pkcs8().view(), pkcs8(0, kRsa, der)));
  CHECK(key.matches(public_key(std::string("rsa-512")).key));
  CHECK(key.sign(kPkcs1Sha256, message()).value() == private_key("rsa-512").sign(kPkcs1Sha256, message()).value());
}

TEST_CASE("the forms of ECPrivateKey that are in use are read") {
  const ByteVector scalar_one = pkcs8(0, kEcP256, sec1("01"));
  REQUIRE(PrivateKey::from_pkcs8(scalar_one).ok());
  const auto key = PrivateKey::from_pkcs8(scalar_one).value().to_pkcs8();
  const auto same = [&](const ByteVector& der) {
    const auto found = PrivateKey::from_pkcs8(der);
    return found.ok() && equal(found->to_pkcs8().view(), key.view());
  };
  const std::string long_one = std::string(70, '0') + "01";
  CHECK(same(pkcs8(0, kEcP256, sec1(long_one))));
  CHECK(same(pkcs8(0, kEcP256, sec1("01", kParametersP256))));
  CHECK(same(pkcs8(0, kEcAlone, sec1("01", kParametersP256))));
  // The generator of P-256 is the point of the scalar one.
  const std::string generator =
      "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
      "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5";
  CHECK(same(pkcs8(0, kEcP256, sec1("01", "a144034200" + generator))));
  // RFC 5958: attributes, and the public key beside the private one.
  CHECK(same(pkcs8(0, kEcP256, sec1("01"), hex("a000"))));
  CHECK(same(pkcs8(1, kEcP256, sec1("01"), hex("a000 814200" + generator))));
}

TEST_CASE("RSA keys with numbers that do not fit each other are malformed") {
  const char* const names[] = {"version", "n", "e", "d", "p", "q", "dp", "dq", "qinv"};
  for (std::size_t index = 1; index < 9; ++index) {
    CAPTURE(names[index]);
    const auto plus_two = changed_pkcs1(index, [](ByteVector& octets) { octets.back() ^= 2; });
    CHECK(error_id(PrivateKey::from_pkcs1(plus_two)) == "crypto.key.malformed");
    const auto even = changed_pkcs1(index, [](ByteVector& octets) { octets.back() ^= 1; });
    CHECK(error_id(PrivateKey::from_pkcs1(even)) == "crypto.key.malformed");
    const auto one = changed_pkcs1(index, [](ByteVector& octets) { octets = {1}; });
    CHECK(error_id(PrivateKey::from_pkcs1(one)) == "crypto.key.malformed");
    const auto zero = changed_pkcs1(index, [](ByteVector& octets) { octets = {0}; });
    CHECK(error_id(PrivateKey::from_pkcs1(zero)) == "crypto.key.malformed");
    const auto negative = changed_pkcs1(index, [](ByteVector& octets) { octets = {0x80, 1}; });
    CHECK(error_id(PrivateKey::from_pkcs1(negative)) == "crypto.key.malformed");
    const auto huge = changed_pkcs1(index, [](ByteVector& octets) { octets.insert(octets.begin(), 2000, 0x11); });
    CHECK(error_id(PrivateKey::from_pkcs1(huge)) == (index == 1 ? "crypto.key.unsupported" : "crypto.key.malformed"));
  }
  const auto version_2 = changed_pkcs1(0, [](ByteVector& octets) { octets = {2}; });
  CHECK(error_id(PrivateKey::from_pkcs1(version_2)) == "crypto.key.malformed");
}

TEST_CASE("a \"prime\" that is none shows at the first signature") {
  const auto key = PrivateKey::from_pkcs1(read_pem("rsa-512-composite.pkcs1.pem"));
  REQUIRE(key.ok());
  CHECK(error_id(key->sign(kPkcs1Sha256, message())) == "crypto.key.malformed");
}

TEST_CASE("EC keys that are none are malformed") {
  struct Case {
    const char* name;
    ByteVector der;
  };
  const std::string other_point = "a144034200" + to_hex(public_key(std::string("p-256")).key.key_bits);
  const Case cases[] = {
      {"the scalar zero", pkcs8(0, kEcP256, sec1("00"))},
      {"no scalar", pkcs8(0, kEcP256, sec1(""))},
      {"the order as scalar", pkcs8(0, kEcP256, sec1(kOrderP256))},
      {"a scalar beyond the order", pkcs8(0, kEcP256, sec1(std::string(64, 'f')))},
      {"a scalar that is too long", pkcs8(0, kEcP256, sec1(std::string(66, '1')))},
      {"another key's point", pkcs8(0, kEcP256, sec1("01", other_point))},
      {"a point that is none", pkcs8(0, kEcP256, sec1("01", "a10403020004"))},
      {"two curves", pkcs8(0, kEcP384, sec1("01", kParametersP256))},
      {"no curve", pkcs8(0, kEcAlone, sec1("01"))},
      {"version 0", pkcs8(0, kEcP256, sec1("01", {}, 0))},
      {"no ECPrivateKey", pkcs8(0, kEcP256, hex("0500"))},
      {"something behind it", pkcs8(0, kEcP256, sec1("01", "0500"))},
      {"another public key beside it", pkcs8(1, kEcP256, sec1("01"), hex("8142" + other_point.substr(8)))},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(error_id(PrivateKey::from_pkcs8(c.der)) == "crypto.key.malformed");
  }
  CHECK(error_id(PrivateKey::from_sec1(sec1("01"))) == "crypto.key.malformed");
}

TEST_CASE("keys of other kinds are unsupported") {
  CHECK(error_id(PrivateKey::from_pkcs8(read_pem("ed25519.pem"))) == "crypto.key.unsupported");
  CHECK(error_id(PrivateKey::from_pkcs8(read_pem("brainpool.pem"))) == "crypto.key.unsupported");
  CHECK(error_id(PrivateKey::from_pkcs8(read_pem("rsa-3-primes.pem"))) == "crypto.key.unsupported");
  CHECK(error_id(PrivateKey::from_sec1(sec1("01", "a00d060b2b2403030208010107 0500"))) != "");
  CHECK(error_id(PrivateKey::from_sec1(sec1("01", "a0023000"))) == "crypto.key.unsupported");
  CHECK(error_id(PrivateKey::from_pkcs8(pkcs8(0, "300b06072a8648ce3d02013000", sec1("01")))) ==
        "crypto.key.unsupported");
}

TEST_CASE("what is no PrivateKeyInfo fails with the rule of asn1") {
  for (const char* der : {"", "3000", "0500", "3003020100", "30820000"}) {
    CAPTURE(der);
    CHECK(error_id(PrivateKey::from_pkcs8(hex(der))).starts_with("asn1."));
  }
  ByteVector longer = read_pem("p-256.pem");
  longer.push_back(0);
  CHECK(error_id(PrivateKey::from_pkcs8(longer)) == "asn1.element.trailing");
  CHECK(error_id(PrivateKey::from_pkcs8(pkcs8(2, kRsa, hex("3000")))) == "crypto.key.malformed");
  // A certificate or a public key dropped where a private key is wanted.
  CHECK_FALSE(PrivateKey::from_pkcs8(read_pem("p-256.pub.pem")).ok());
  CHECK_FALSE(PrivateKey::from_pkcs1(read_pem("p-256.pem")).ok());
  CHECK_FALSE(PrivateKey::from_sec1(read_pem("rsa-2048.pkcs1.pem")).ok());
}

TEST_CASE("the finding of a key that cannot be read tells nothing of it") {
  const ByteVector der = pkcs8(0, kEcP256, hex("3007020101040201"));
  const auto key = PrivateKey::from_pkcs8(der);
  REQUIRE(error_id(key) == "crypto.key.malformed");
  CHECK(key.error().param("reason").find("0201") == std::string_view::npos);
}

}  // namespace pki::crypto
