#include "cms/certificate_id.h"

#include <algorithm>

#include "cms/support.h"

namespace pki::cms {
namespace {

/// What is written of a certificate, read again.
struct Written {
  ByteVector der;
  CertificateId id;
};
Written written(const x509::Certificate& certificate, IdForm form) {
  asn1::Writer writer;
  REQUIRE(write_certificate_id(writer, certificate, form).ok());
  Written result{.der = writer.take(), .id = {}};
  asn1::Context context(result.der);
  asn1::Reader reader(result.der, context);
  result.id = read_certificate_id(reader, "sid").value();
  CHECK(reader.at_end());
  return result;
}

}  // namespace

TEST_CASE("a certificate is named by either form, and no other is meant") {
  const auto rsa = certificate("rsa");
  const auto other = certificate("other");
  for (const IdForm form : {IdForm::IssuerAndSerial, IdForm::SubjectKeyId}) {
    const Written id = written(*rsa, form);
    CHECK(id.id.form() == form);
    CHECK(id.id.names(*rsa));
    CHECK_FALSE(id.id.names(*other));
    CHECK(equal(id.id.whole, id.der));
    CHECK_FALSE(id.id.text().empty());
  }
}

TEST_CASE("the same serial number of another issuer is another certificate") {
  const auto rsa = certificate("rsa");
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& id) {
    id.raw(certificate("other")->issuer().der());
    id.integer_octets(rsa->serial().octets);
  });
  asn1::Context context(writer.view());
  asn1::Reader reader(writer.view(), context);
  CHECK_FALSE(read_certificate_id(reader, "sid").value().names(*rsa));
}

TEST_CASE("a certificate without a key identifier cannot be named by it") {
  // tests/data/x509 has certificates of version 1; here the key identifier's extension is overwritten.
  ByteVector der = to_vector(certificate("rsa")->der());
  const ByteVector oid = {0x06, 0x03, 0x55, 0x1D, 0x0E};
  const auto at = std::search(der.begin(), der.end(), oid.begin(), oid.end());
  REQUIRE(at != der.end());
  *(at + 4) = 0x7F;
  const auto without = x509::Certificate::parse(der).value();
  asn1::Writer writer;
  CHECK(error_id(write_certificate_id(writer, *without, IdForm::SubjectKeyId)) == "cms.certificate.no_key_identifier");
}

}  // namespace pki::cms
