#include "asn1/oids.h"
#include "crypto/support.h"

namespace pki::crypto {
namespace {

PrivateKey from_scalar(std::string_view scalar, asn1::Oid curve) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& w) {
    w.integer(1);
    w.octet_string(hex(scalar));
    w.wrap(asn1::tags::context_constructed(0), [&](asn1::Writer& inner) { inner.oid(curve); });
  });
  return PrivateKey::from_sec1(writer.view()).value();
}

ByteVector signature_of(std::string_view r, std::string_view s) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& w) {
    w.unsigned_integer(hex(r));
    w.unsigned_integer(hex(s));
  });
  return writer.take();
}

SignatureAlgorithm ecdsa(HashAlgorithm hash) { return {.kind = SignatureKind::Ecdsa, .hash = hash}; }

}  // namespace

TEST_CASE("ECDSA signatures are those of RFC 6979 A.2.5 to A.2.7") {
  struct Case {
    const char* name;
    asn1::Oid curve;
    std::string_view scalar;
    HashAlgorithm hash;
    std::string_view message;
    std::string_view r;
    std::string_view s;
  };
  constexpr std::string_view kP256Scalar = "C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721";
  const Case cases[] = {
      {"P-256, SHA-256, sample", asn1::oids::kSecp256r1, kP256Scalar, HashAlgorithm::Sha256, "sample",
       "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716",
       "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8"},
      {"P-256, SHA-256, test", asn1::oids::kSecp256r1, kP256Scalar, HashAlgorithm::Sha256, "test",
       "F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367",
       "019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083"},
      {"P-384, SHA-384, sample", asn1::oids::kSecp384r1,
       "6B9D3DAD2E1B8C1C05B19875B6659F4DE23C3B667BF297BA9AA47740787137D8"
       "96D5724E4C70A825F872C9EA60D2EDF5",
       HashAlgorithm::Sha384, "sample",
       "94EDBB92A5ECB8AAD4736E56C691916B3F88140666CE9FA73D64C4EA95AD133C"
       "81A648152E44ACF96E36DD1E80FABE46",
       "99EF4AEB15F178CEA1FE40DB2603138F130E740A19624526203B6351D0A3A94F"
       "A329C145786E679E7B82C71A38628AC8"},
      {"P-521, SHA-512, sample", asn1::oids::kSecp521r1,
       "00FAD06DAA62BA3B25D2FB40133DA757205DE67F5BB0018FEE8C86E1B68C7E75"
       "CAA896EB32F1F47C70855836A6D16FCC1466F6D8FBEC67DB89EC0C08B0E996B83538",
       HashAlgorithm::Sha512, "sample",
       "00C328FAFCBD79DD77850370C46325D987CB525569FB63C5D3BC53950E6D4C5F"
       "174E25A1EE9017B5D450606ADD152B534931D7D4E8455CC91F9B15BF05EC36E377FA",
       "00617CCE7CF5064806C467F678D3B4080D6F1CC50AF26CA209417308281B68AF"
       "282623EAA63E5B5C0723D8B8C37FF0777B1A20F8CCB1DCCC43997F1EE0E44DA4A67A"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const PrivateKey key = from_scalar(c.scalar, c.curve);
    const ByteVector signature = key.sign(ecdsa(c.hash), as_bytes(c.message)).value();
    CHECK(to_hex(signature) == to_hex(signature_of(c.r, c.s)));
  }
}

TEST_CASE("RSA PKCS#1 v1.5 signatures are octet for octet OpenSSL's") {
  for (const SignatureCase& c : openssl_signatures()) {
    if (c.kind != "pkcs1" || c.hash == "md5" || c.hash == "sha1") continue;
    CAPTURE(c.key, c.hash);
    CHECK(private_key(c.key).sign(c.algorithm, message()).value() == c.signature);
  }
}

TEST_CASE("what a key signs, its public half finds valid") {
  constexpr HashAlgorithm kHashes[] = {HashAlgorithm::Sha224, HashAlgorithm::Sha256, HashAlgorithm::Sha384,
                                       HashAlgorithm::Sha512};
  const auto round_trip = [](const PrivateKey& key, const SignatureAlgorithm& algorithm) {
    CAPTURE(signature_algorithm_name(algorithm));
    const OwnedPublicKey half = public_key(key.public_key_der());
    const auto signature = key.sign(algorithm, message());
    REQUIRE(error_id(signature).empty());
    CHECK(error_id(verify_signature(half.key, algorithm, message(), *signature)).empty());
    CHECK(error_id(verify_signature(half.key, algorithm, {}, *signature)) == "crypto.signature.invalid");
  };
  for (const char* name : {"rsa-1025", "rsa-2048"}) {
    const PrivateKey key = private_key(name);
    for (const HashAlgorithm hash : kHashes) {
      round_trip(key, {.kind = SignatureKind::RsaPkcs1, .hash = hash});
      for (const std::uint32_t salt : {0U, 20U, 62U}) {
        round_trip(key, {SignatureKind::RsaPss, hash, hash, salt});
      }
    }
  }
  for (const char* name : {"p-256", "p-384", "p-521", "secp256k1"}) {
    const PrivateKey key = private_key(name);
    for (const HashAlgorithm hash : kHashes) round_trip(key, ecdsa(hash));
  }
  round_trip(private_key("rsa-pss"), kPssSha256);
  round_trip(private_key("rsa-pss-sha256"), kPssSha256);
}

TEST_CASE("the default algorithm is as strong as the key") {
  struct Case {
    const char* key;
    SignatureAlgorithm algorithm;
  };
  const Case cases[] = {
      {"rsa-2048", kPkcs1Sha256},
      {"rsa-3072", {.kind = SignatureKind::RsaPkcs1, .hash = HashAlgorithm::Sha384}},
      {"rsa-8192", {.kind = SignatureKind::RsaPkcs1, .hash = HashAlgorithm::Sha512}},
      {"p-256", kEcdsaSha256},
      {"p-384", ecdsa(HashAlgorithm::Sha384)},
      {"p-521", ecdsa(HashAlgorithm::Sha512)},
      {"rsa-pss", kPssSha256},
      {"rsa-pss-sha256", kPssSha256},
  };
  for (const Case& c : cases) {
    CAPTURE(c.key);
    CHECK(private_key(c.key).default_signature_algorithm() == c.algorithm);
  }
}

TEST_CASE("nothing is signed with MD5 or SHA-1") {
  const PrivateKey rsa = private_key("rsa-2048");
  const PrivateKey ec = private_key("p-256");
  for (const HashAlgorithm hash : {HashAlgorithm::Md5, HashAlgorithm::Sha1}) {
    CHECK(error_id(rsa.sign({.kind = SignatureKind::RsaPkcs1, .hash = hash}, message())) ==
          "crypto.signature.weak_hash");
    CHECK(error_id(rsa.sign({SignatureKind::RsaPss, hash, hash, 20}, message())) == "crypto.signature.weak_hash");
    CHECK(error_id(ec.sign(ecdsa(hash), message())) == "crypto.signature.weak_hash");
  }
}

TEST_CASE("a key does not sign with an algorithm of another kind") {
  CHECK(error_id(private_key("rsa-2048").sign(kEcdsaSha256, message())) == "crypto.signature.key_mismatch");
  CHECK(error_id(private_key("p-256").sign(kPkcs1Sha256, message())) == "crypto.signature.key_mismatch");
  CHECK(error_id(private_key("rsa-pss").sign(kPkcs1Sha256, message())) == "crypto.signature.key_mismatch");
  CHECK(error_id(private_key("p-256").sign(SignatureAlgorithm{}, message())) == "crypto.signature.unsupported");
}

TEST_CASE("a signature that has no room in the modulus, or two hashes, is unsupported") {
  const PrivateKey small = private_key("rsa-512");
  CHECK(small.sign(kPkcs1Sha256, message()).ok());
  CHECK(error_id(small.sign({.kind = SignatureKind::RsaPkcs1, .hash = HashAlgorithm::Sha512}, message())) ==
        "crypto.signature.unsupported");
  CHECK(error_id(small.sign(kPssSha256, message())) == "crypto.signature.unsupported");
  const PrivateKey key = private_key("rsa-1025");
  SignatureAlgorithm pss{SignatureKind::RsaPss, HashAlgorithm::Sha256, HashAlgorithm::Sha256, 94};
  CHECK(key.sign(pss, message()).ok());
  for (const std::uint32_t salt : {95U, 96U, 200U, 0x7FFFFFFFU, 0xFFFFFFFFU}) {
    pss.salt_length = salt;
    CHECK(error_id(key.sign(pss, message())) == "crypto.signature.unsupported");
  }
  CHECK(error_id(key.sign({SignatureKind::RsaPss, HashAlgorithm::Sha256, HashAlgorithm::Sha384, 32}, message())) ==
        "crypto.signature.unsupported");
}

}  // namespace pki::crypto
