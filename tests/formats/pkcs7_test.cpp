#include "formats/pkcs7.h"

#include <catch2/catch_test_macros.hpp>

#include "asn1/reader.h"
#include "cms/certificates_only.h"
#include "formats/support.h"

namespace pki::formats {
namespace {

std::string error_of(Bytes message) {
  const Result<Pkcs7Contents> contents = read_pkcs7(message);
  return contents.ok() ? "" : std::string(contents.error().id());
}

}  // namespace

TEST_CASE("the certificates and CRLs of a bundle are read where they stand") {
  const ByteVector message = read_octets("bundle.p7b");
  const Pkcs7Contents contents = read_pkcs7(message).value();
  CHECK(contents.findings.empty());
  CHECK(contents.signers == 0);
  CHECK(contents.converted.empty());
  REQUIRE(contents.certificates.size() == 2);
  REQUIRE(contents.crls.size() == 1);
  CHECK(contents.certificates[0].der == read_octets("certificate.der"));
  const ByteRange range = contents.certificates[0].range.value();
  CHECK(equal(Bytes(message).subspan(range.offset, range.length), contents.certificates[0].der));
  CHECK(contents.crls[0].der == read_block("crl.pem"));
}

TEST_CASE("a signed message in BER is converted, and its certificate keeps its octets") {
  const Pkcs7Contents contents = read_pkcs7(read_octets("signed-ber.p7m")).value();
  CHECK(ids(contents.findings) == Ids{"formats.pkcs7.signed", "formats.pkcs7.ber"});
  REQUIRE(contents.certificates.size() == 1);
  CHECK(contents.certificates[0].der == read_octets("certificate.der"));
  CHECK_FALSE(contents.certificates[0].range);
  CHECK(contents.signers == 1);
  CHECK_FALSE(contents.converted.empty());
  CHECK(read_pkcs7(contents.converted).value().certificates.size() == 1);
}

TEST_CASE("a message of another type is refused by name") {
  const Result<Pkcs7Contents> contents = read_pkcs7(read_octets("enveloped.p7m"));
  REQUIRE_FALSE(contents.ok());
  CHECK(contents.error().id() == "formats.pkcs7.other_content");
  CHECK(contents.error().param("type") == "envelopedData");
}

TEST_CASE("what is written is read back, in the order of a DER SET") {
  const std::vector<ByteVector> certificates = {hex("30 03 02 01 09"), hex("30 03 02 01 01"), hex("30 03 02 01 09"),
                                                hex("30 00")};
  const std::vector<ByteVector> crls = {hex("30 03 02 01 07")};
  const ByteVector message = cms::write_certificates_only({.certificates = certificates, .crls = crls});
  CHECK(read_dropped(message).items.at(0).kind == ItemKind::Pkcs7);
  const Pkcs7Contents contents = read_pkcs7(message).value();
  CHECK(contents.findings.empty());
  REQUIRE(contents.certificates.size() == 3);
  CHECK(contents.certificates[0].der == certificates[3]);
  CHECK(contents.certificates[1].der == certificates[1]);
  CHECK(contents.certificates[2].der == certificates[0]);
  REQUIRE(contents.crls.size() == 1);
}

TEST_CASE("certs-only is, octet for octet, what OpenSSL writes") {
  const std::vector<ByteVector> certificate = {read_octets("certificate.der")};
  CHECK(cms::write_certificates_only({.certificates = certificate}) == read_octets("one.p7b"));
}

TEST_CASE("a message without certificates and CRLs is noted") {
  CHECK(ids(read_pkcs7(cms::write_certificates_only({})).value().findings) == Ids{"formats.pkcs7.empty"});
}

TEST_CASE("attribute certificates and the like are left out and noted") {
  // certificates [0] { [2] attribute certificate, SEQUENCE }
  const ByteVector message = hex(
      "30 24 06 09 2A 86 48 86 F7 0D 01 07 02 A0 17 30 15 02 01 05 31 00 30 06 06 04 2A 03 04 05 A0 04 A2 00 30 00 31 "
      "00");
  const Pkcs7Contents contents = read_pkcs7(message).value();
  CHECK(ids(contents.findings) == Ids{"formats.pkcs7.other_certificate"});
  CHECK(contents.certificates.size() == 1);
}

TEST_CASE("what is no message is refused") {
  CHECK(error_of({}) == "asn1.element.unexpected");
  CHECK(error_of(hex("30 00")) == "asn1.element.unexpected");
  CHECK(error_of(hex("30 80 06 09 2A 86 48 86 F7 0D 01 07 02")) == "asn1.tree.unclosed");
  ByteVector message = read_octets("bundle.p7b");
  message.push_back(0);
  CHECK(error_of(message) == "asn1.element.trailing");
  message.resize(message.size() - 2);
  CHECK(error_of(message) == "asn1.element.truncated");
}

TEST_CASE("of mutated messages whatever is read can be written and read again") {
  asn1::Noise noise(12);
  for (const char* name : {"bundle.p7b", "signed-ber.p7m"}) {
    const ByteVector seed = read_octets(name);
    for (int round = 0; round < 3000; ++round) {
      const ByteVector message = asn1::mutated(seed, noise);
      const Result<Pkcs7Contents> contents = read_pkcs7(message);
      if (!contents.ok()) continue;
      std::vector<ByteVector> certificates;
      for (const Pkcs7Member& member : contents->certificates) {
        if (member.range) REQUIRE(member.range->end() <= message.size());
        certificates.push_back(member.der);
      }
      const ByteVector again = cms::write_certificates_only({.certificates = certificates});
      REQUIRE(read_pkcs7(again).value().certificates.size() <= certificates.size());
    }
  }
}

}  // namespace pki::formats
