#include "x509/extension.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "asn1/oids.h"
#include "reading.h"
#include "vectors.h"

namespace pki::x509 {
namespace {

namespace oids = asn1::oids;

/// The contents of SEQUENCE OF Extension with these.
ByteVector contents_of(const std::vector<ExtensionInput>& extensions) {
  asn1::Writer writer;
  write_extensions(writer, extensions);
  asn1::Context context(writer.view());
  return to_vector(asn1::read_single(writer.view(), asn1::tags::kSequence, "Extensions", context)->value);
}

ExtensionInput extension(asn1::Oid id) { return {asn1::OwnedOid(id), false, bytes("3000")}; }

}  // namespace

TEST_CASE("extensions are written as OpenSSL writes them, and read again") {
  asn1::Writer writer;
  write_extensions(writer,
                   {{asn1::OwnedOid(oids::kBasicConstraints), true, bytes("30030101ff")},
                    {asn1::OwnedOid(oids::kSubjectKeyIdentifier), false, openssl_octets("subject_key_identifier")}});
  const ByteVector der = writer.take();
  CHECK(der == openssl_octets("extensions"));

  asn1::Context context(der);
  const auto list = asn1::read_single(der, asn1::tags::kSequence, "Extensions", context);
  const auto extensions = read_extensions(list->value, context);
  REQUIRE(extensions.ok());
  CHECK(context.findings().empty());
  REQUIRE(extensions->size() == 2);
  CHECK((*extensions)[0].id == oids::kBasicConstraints);
  CHECK((*extensions)[0].critical);
  CHECK(equal((*extensions)[0].value, bytes("30030101ff")));
  CHECK(range_within(der, (*extensions)[0].whole) == ByteRange{2, 17});
  CHECK_FALSE((*extensions)[1].critical);
  CHECK(find_extension(*extensions, oids::kSubjectKeyIdentifier) == &(*extensions)[1]);
  CHECK(find_extension(*extensions, oids::kKeyUsage) == nullptr);
}

TEST_CASE("no extensions are written as nothing at all") {
  asn1::Writer writer;
  write_extensions(writer, {});
  CHECK(writer.view().empty());
}

TEST_CASE("what is questionable in the envelope is noted") {
  const auto [hex, rule] = GENERATE(table<std::string_view, std::string_view>({
      {"", "x509.extensions.empty"},
      {"300c0603551d13 010100 04023000", "asn1.default.encoded"},
      {"300c0603551d13 010101 04023000", "asn1.boolean.not_der"},
  }));
  CAPTURE(hex);
  const Reading reading = read_hex(read_extensions, hex);
  CHECK(reading.failure.empty());
  CHECK(reading.noted == Ids{rule});
}

TEST_CASE("an extension that is no extension fails") {
  const auto hex = GENERATE("3000", "30050603551d13", "30090603551d1304023000ff", "300b0603551d1304023000 0500",
                            "3009020101 04023000", "04023000", "300a0603551d13010204023000", "30090603551d9304023000");
  CAPTURE(hex);
  CHECK_FALSE(read_hex(read_extensions, hex).failure.empty());
}

TEST_CASE("each further instance of an extension is noted") {
  const ByteVector contents =
      contents_of({extension(oids::kKeyUsage), extension(oids::kBasicConstraints), extension(oids::kKeyUsage),
                   extension(oids::kNameConstraints), extension(oids::kKeyUsage)});
  asn1::Context context(contents);
  const auto extensions = read_extensions(contents, context);
  REQUIRE(extensions.ok());
  CHECK(ids(context.findings()) == Ids{"x509.extensions.duplicate", "x509.extensions.duplicate"});
  CHECK(context.findings()[0].param("extension") == "keyUsage");
  CHECK(context.findings()[0].where.range == range_within(contents, (*extensions)[2].whole));
}

TEST_CASE("a hundred thousand extensions are read in no time") {
  std::vector<ExtensionInput> many;
  for (std::uint32_t i = 0; i < 100000; ++i) {
    many.push_back({*asn1::OwnedOid::from_dotted("1.2." + std::to_string(i)), false, bytes("0500")});
  }
  const ByteVector contents = contents_of(many);
  asn1::Context context(contents);
  CHECK(read_extensions(contents, context)->size() == many.size());
  CHECK(context.findings().empty());
}

}  // namespace pki::x509
