#include "crypto/password_encryption.h"

#include "asn1/oids.h"
#include "crypto/support.h"

namespace pki::crypto {
namespace {

constexpr std::string_view kPassword = "correct horse";

/// An EncryptedPrivateKeyInfo with PBES2 of these parameters (hex), over 16 octets of nothing.
ByteVector pbes2(std::string_view parameters) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& w) {
    w.sequence([&](asn1::Writer& algorithm) {
      algorithm.oid(asn1::oids::kPbes2);
      algorithm.raw(hex(parameters));
    });
    w.octet_string(ByteVector(16));
  });
  return writer.take();
}

std::string open(Bytes der, std::string_view password = kPassword) {
  return error_id(PrivateKey::from_encrypted_pkcs8(der, password));
}

/// PBES2-params with PBKDF2 of this salt and these further parameters, and AES-256-CBC.
std::string with_pbkdf2(std::string_view parameters) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& w) {
    w.sequence([&](asn1::Writer& derivation) {
      derivation.oid(asn1::oids::kPbkdf2);
      derivation.raw(hex(parameters));
    });
    w.sequence([&](asn1::Writer& encryption) {
      encryption.oid(asn1::oids::kAes256Cbc);
      encryption.octet_string(ByteVector(16));
    });
  });
  return to_hex(writer.view());
}

}  // namespace

TEST_CASE("encrypted keys made by OpenSSL open with the password and no other") {
  const ByteVector plain = read_pem("p-256.pem");
  for (const char* name : {"default", "aes-128-cbc", "aes-192-cbc", "aes-256-cbc", "des-ede3-cbc", "hmac-SHA1",
                           "hmac-SHA224", "hmac-SHA256", "hmac-SHA384", "hmac-SHA512"}) {
    CAPTURE(name);
    const ByteVector der = read_pem("p-256." + std::string(name) + ".encrypted.pem");
    const auto key = PrivateKey::from_encrypted_pkcs8(der, kPassword);
    REQUIRE(error_id(key).empty());
    CHECK(equal(key->to_pkcs8().view(), plain));
    CHECK(open(der, "Correct horse") == "crypto.key.password");
    CHECK(open(der, "") == "crypto.key.password");
  }
}

TEST_CASE("a key that OpenSSL encrypted with the empty password opens with it") {
  const auto key = PrivateKey::from_encrypted_pkcs8(read_pem("p-256.empty-password.encrypted.pem"), "");
  REQUIRE(error_id(key).empty());
  CHECK(equal(key->to_pkcs8().view(), read_pem("p-256.pem")));
}

TEST_CASE("what is encrypted here opens here, differs each time, and keeps the key") {
  for (const char* name : {"rsa-2048", "p-521", "rsa-pss-sha256"}) {
    CAPTURE(name);
    const PrivateKey key = private_key(name);
    for (const std::string_view password :
         {std::string_view(""), std::string_view("pass wörd"), std::string_view("nul\0inside", 10)}) {
      const ByteVector a = key.to_encrypted_pkcs8(password, 2).value();
      const ByteVector b = key.to_encrypted_pkcs8(password, 2).value();
      CHECK(a != b);
      const auto again = PrivateKey::from_encrypted_pkcs8(a, password);
      REQUIRE(error_id(again).empty());
      CHECK(equal(again->to_pkcs8().view(), key.to_pkcs8().view()));
      CHECK(open(a, "another") == "crypto.key.password");
    }
  }
}

TEST_CASE("a wrong password is found out even where the padding is right by chance") {
  const ByteVector der = read_pem("p-256.aes-128-cbc.encrypted.pem");
  // One in 256 wrong passwords meets a padding; 700 of them meet some.
  const ByteVector cheap = private_key("p-256").to_encrypted_pkcs8(kPassword, 1).value();
  for (int i = 0; i < 700; ++i) {
    REQUIRE(open(cheap, std::to_string(i)) == "crypto.key.password");
  }
}

TEST_CASE("damaged ciphertext is refused as a wrong password is") {
  const ByteVector der = private_key("p-256").to_encrypted_pkcs8(kPassword, 1).value();
  REQUIRE(open(der).empty());
  for (std::size_t at = der.size() - 140; at < der.size(); ++at) {
    ByteVector damaged = der;
    damaged[at] ^= 0x10;
    const std::string id = open(damaged);
    // Within the private key's own octets damage shows as such.
    REQUIRE((id == "crypto.key.password" || id == "crypto.key.malformed"));
  }
}

TEST_CASE("other kinds of encryption are named as unsupported") {
  for (const char* name : {"pbes1", "scrypt", "aes-256-cfb"}) {
    CAPTURE(name);
    CHECK(open(read_pem("p-256." + std::string(name) + ".encrypted.pem")) == "crypto.key.encryption_unsupported");
  }
  struct Case {
    const char* name;
    std::string parameters;
  };
  const Case cases[] = {
      {"no parameters", ""},
      {"PBKDF2 without parameters", with_pbkdf2("")},
      {"PBKDF2 with NULL", with_pbkdf2("0500")},
      {"a salt from elsewhere", with_pbkdf2("3008 3000 020164 02 0120")},
      {"an unknown PRF", with_pbkdf2("300e 0401aa 020164 300506032b6570 00")},
      {"a key length that is not the cipher's", with_pbkdf2("3009 0401aa 020164 020110")},
      {"an initialisation vector that is too short",
       "3026 3014 06092a864886f70d01050c 3007 0401aa 020201 00 300e 060960864801650304012a 040100"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const std::string id = open(pbes2(c.parameters));
    CHECK((id == "crypto.key.encryption_unsupported" || id.starts_with("asn1.")));
  }
}

TEST_CASE("iteration counts have a limit, below and above") {
  CHECK(open(pbes2(with_pbkdf2("3006 0401aa 020100"))) == "crypto.key.iterations");
  CHECK(open(pbes2(with_pbkdf2("3006 0401aa 020101"))) == "crypto.key.password");
  CHECK(open(pbes2(with_pbkdf2("3009 0401aa 020400989681"))) == "crypto.key.iterations");
  CHECK(open(pbes2(with_pbkdf2("300a 0401aa 02050100000000"))) == "crypto.key.iterations");
  CHECK(open(pbes2(with_pbkdf2("300e 0401aa 0209010000000000000000"))) == "asn1.integer.too_large");
  CHECK(open(pbes2(with_pbkdf2("3006 0401aa 0201ff"))) == "asn1.integer.negative");
  const PrivateKey key = private_key("p-256");
  CHECK(error_id(key.to_encrypted_pkcs8(kPassword, 0)) == "crypto.key.iterations");
  CHECK(error_id(key.to_encrypted_pkcs8(kPassword, kMaxIterations + 1)) == "crypto.key.iterations");
}

TEST_CASE("ciphertext that is not whole blocks is refused before the work") {
  // With the most iterations allowed: that would take seconds.
  asn1::Writer writer;
  for (const std::size_t size : {0U, 1U, 15U, 17U}) {
    asn1::Writer outer;
    outer.sequence([&](asn1::Writer& w) {
      w.sequence([&](asn1::Writer& algorithm) {
        algorithm.oid(asn1::oids::kPbes2);
        algorithm.raw(hex(with_pbkdf2("3009 0401aa 020400989680")));
      });
      w.octet_string(ByteVector(size));
    });
    CHECK(open(outer.view()) == "crypto.key.password");
  }
}

TEST_CASE("what is no EncryptedPrivateKeyInfo fails with the rule of asn1") {
  for (const char* der : {"", "3000", "0500", "30053003060100"}) {
    CAPTURE(der);
    CHECK(open(hex(der)).starts_with("asn1."));
  }
  // A key that is not encrypted at all.
  CHECK(open(read_pem("p-256.pem")) == "asn1.element.unexpected");
}

}  // namespace pki::crypto
