#include "crypto/algorithm_identifier.h"

#include "asn1/oids.h"
#include "crypto/support.h"

namespace pki::crypto {
namespace {

struct Read {
  std::string error;
  Ids noted;
  SignatureAlgorithm algorithm;
  std::string name;
};

Read read(const ByteVector& der) {
  asn1::Context context(der);
  asn1::Reader reader(der, context);
  const auto identifier = read_algorithm_identifier(reader, "signatureAlgorithm");
  if (!identifier.ok()) return {error_id(identifier), {}, {}, {}};
  const auto algorithm = read_signature_algorithm(*identifier, context);
  if (!algorithm.ok()) return {error_id(algorithm), ids(context.findings()), {}, {}};
  return {"", ids(context.findings()), *algorithm, signature_algorithm_name(*algorithm, *identifier)};
}

Read read(std::string_view der) { return read(hex(der)); }

ByteVector write(const SignatureAlgorithm& algorithm) {
  asn1::Writer writer;
  write_signature_algorithm(writer, algorithm);
  return writer.take();
}

/// AlgorithmIdentifier of id-RSASSA-PSS with these parameters (hex).
ByteVector pss(std::string_view parameters) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& w) {
    w.oid(asn1::oids::kRsassaPss);
    w.raw(hex(parameters));
  });
  return writer.take();
}

constexpr std::string_view kOpensslPkcs1 = "300d06092a864886f70d01010b0500";
constexpr std::string_view kOpensslPss256 =
    "304106092a864886f70d01010a3034a00f300d06096086480165030402010500a11c301a06092a864886f70d010108"
    "300d06096086480165030402010500a203020120";
constexpr std::string_view kOpensslPss384Mgf1 =
    "302306092a864886f70d01010a3016a00f300d06096086480165030402020500a203020130";
constexpr std::string_view kOpensslPssSha1 = "300d06092a864886f70d01010a3000";

}  // namespace

TEST_CASE("signature algorithms are read as OpenSSL writes them, and written the same") {
  struct Case {
    std::string_view der;
    SignatureAlgorithm algorithm;
    std::string_view name;
  };
  const Case cases[] = {
      {kOpensslPkcs1, kPkcs1Sha256, "sha256WithRSAEncryption"},
      {kOpensslPss256, kPssSha256, "rsassaPss (SHA-256, MGF1 SHA-256, salt 32)"},
      {kOpensslPss384Mgf1,
       {SignatureKind::RsaPss, HashAlgorithm::Sha384, HashAlgorithm::Sha1, 48},
       "rsassaPss (SHA-384, MGF1 SHA-1, salt 48)"},
      {kOpensslPssSha1,
       {SignatureKind::RsaPss, HashAlgorithm::Sha1, HashAlgorithm::Sha1, 20},
       "rsassaPss (SHA-1, MGF1 SHA-1, salt 20)"},
      {"300a06082a8648ce3d040303", {.kind = SignatureKind::Ecdsa, .hash = HashAlgorithm::Sha384}, "ecdsa-with-SHA384"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Read found = read(c.der);
    CHECK(found.error.empty());
    CHECK(found.noted.empty());
    CHECK(found.algorithm == c.algorithm);
    CHECK(found.name == c.name);
    CHECK(signature_algorithm_name(c.algorithm) == c.name);
    CHECK(to_hex(write(c.algorithm)) == c.der);
  }
}

TEST_CASE("what is written is read back as the same") {
  constexpr HashAlgorithm kAll[] = {HashAlgorithm::Sha1, HashAlgorithm::Sha224, HashAlgorithm::Sha256,
                                    HashAlgorithm::Sha384, HashAlgorithm::Sha512};
  for (const HashAlgorithm hash : kAll) {
    for (const SignatureKind kind : {SignatureKind::RsaPkcs1, SignatureKind::Ecdsa}) {
      const SignatureAlgorithm algorithm{.kind = kind, .hash = hash};
      CHECK(read(write(algorithm)).algorithm == algorithm);
    }
    for (const HashAlgorithm mgf_hash : kAll) {
      for (const std::uint32_t salt : {0U, 19U, 20U, 21U, 128U, 0xFFFFFFFFU}) {
        const SignatureAlgorithm algorithm{SignatureKind::RsaPss, hash, mgf_hash, salt};
        const Read found = read(write(algorithm));
        CHECK(found.noted.empty());
        CHECK(found.algorithm == algorithm);
      }
    }
  }
}

TEST_CASE("an unknown algorithm is no error, whatever its parameters are") {
  const Read ed25519 = read("300506032b6570");
  CHECK(ed25519.error.empty());
  CHECK(ed25519.noted.empty());
  CHECK(ed25519.algorithm.kind == SignatureKind::Unknown);
  const Read private_one = read("300b06062a0304050607 020105");
  CHECK(private_one.algorithm.kind == SignatureKind::Unknown);
  CHECK(private_one.name == "1.2.3.4.5.6.7");
}

TEST_CASE("OIW's identifier of SHA-1 with RSA is read") {
  const Read found = read("300906052b0e03021d0500");
  CHECK(found.algorithm == SignatureAlgorithm{.kind = SignatureKind::RsaPkcs1, .hash = HashAlgorithm::Sha1});
}

TEST_CASE("parameters that the specification forbids are noted and read on") {
  struct Case {
    const char* name;
    std::string_view der;
    SignatureKind kind;
  };
  const Case cases[] = {
      {"RSA without NULL", "300b06092a864886f70d01010b", SignatureKind::RsaPkcs1},
      {"RSA with an INTEGER", "300e06092a864886f70d01010b020105", SignatureKind::RsaPkcs1},
      {"ECDSA with NULL", "300c06082a8648ce3d0403020500", SignatureKind::Ecdsa},
      {"PSS whose hash has an INTEGER", "301f06092a864886f70d01010a3012a010300e0609608648016503040201020105",
       SignatureKind::RsaPss},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Read found = read(c.der);
    CHECK(found.error.empty());
    CHECK(found.noted == Ids{"crypto.algorithm.parameters"});
    CHECK(found.algorithm.kind == c.kind);
  }
}

TEST_CASE("PSS takes hashes without NULL too, since RFC 4055 2.1 says so") {
  const Read found = read(pss("300f a00d 300b 0609 608648016503040201"));
  CHECK(found.noted.empty());
  CHECK(found.algorithm == SignatureAlgorithm{SignatureKind::RsaPss, HashAlgorithm::Sha256, HashAlgorithm::Sha1, 20});
}

TEST_CASE("PSS parameters that spell out their defaults are noted and read on") {
  struct Case {
    const char* name;
    std::string_view parameters;
  };
  const Case cases[] = {
      {"the hash", "300d a00b 3009 06052b0e03021a 0500"},
      {"the hash of MGF1", "301a a118 3016 06092a864886f70d010108 3009 06052b0e03021a 0500"},
      {"the salt length", "3005 a203 020114"},
      {"the trailer field", "3005 a303 020101"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Read found = read(pss(c.parameters));
    CHECK(found.error.empty());
    CHECK(found.noted == Ids{"asn1.default.encoded"});
    CHECK(found.algorithm == SignatureAlgorithm{SignatureKind::RsaPss, HashAlgorithm::Sha1, HashAlgorithm::Sha1, 20});
  }
}

TEST_CASE("PSS with a hash or mask generation that is not known is an unknown algorithm") {
  // SHA3-256; and another function than MGF1.
  CHECK(read(pss("300f a00d 300b 0609 608648016503040208")).algorithm.kind == SignatureKind::Unknown);
  CHECK(read(pss("3009 a107 3005 0603 2b6570")).algorithm.kind == SignatureKind::Unknown);
}

TEST_CASE("PSS parameters that cannot be read fail") {
  struct Case {
    const char* name;
    std::string_view parameters;
  };
  const Case cases[] = {
      {"absent", ""},
      {"NULL", "0500"},
      {"a hash that is cut short", "3004 a002 3001"},
      {"two hashes in one", "3014 a012 300706052b0e03021a 300706052b0e03021a"},
      {"an empty MGF1", "3011 a10f 300d 06092a864886f70d010108 3000"},
      {"a salt that is negative", "3005 a203 0201ff"},
      {"a salt of five octets", "3009 a207 02050100000000"},
      {"a trailer other than 1", "3005 a303 020102"},
      {"something more at the end", "3005 a403 020101"},
      {"the salt before the hash", "3010 a203 020120 a009 300706052b0e03021a"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(read(pss(c.parameters)).error == "crypto.algorithm.pss_parameters");
  }
}

TEST_CASE("an AlgorithmIdentifier that cannot be read fails with the rule of asn1") {
  CHECK(read("3000").error == "asn1.element.unexpected");
  CHECK(read("3003020105").error == "asn1.element.unexpected");
  CHECK(read("310506032b6570").error == "asn1.element.unexpected");
  CHECK(read("300906032b657005000500").error == "asn1.element.trailing");
}

}  // namespace pki::crypto
