#include "cms/signed_data.h"

#include <algorithm>

#include "asn1/message_oids.h"
#include "asn1/oids.h"
#include "cms/certificates_only.h"
#include "cms/support.h"

namespace pki::cms {
namespace {

SignedDataPtr read(const std::string& name) { return SignedData::parse(read_octets(name)).value(); }

/// What comes of checking the first signer with the key of this certificate.
std::string verified(const SignedData& data, const std::string& signer = "rsa", std::size_t index = 0) {
  REQUIRE(data.signers().size() > index);
  return error_id(verify_signer(data, data.signers()[index], certificate(signer)->public_key()));
}

/// The message with the octets `from` once replaced by `to`.
ByteVector replaced(ByteVector message, std::string_view from, std::string_view to) {
  const Bytes wanted = as_bytes(from);
  const auto at = std::search(message.begin(), message.end(), wanted.begin(), wanted.end());
  REQUIRE(at != message.end());
  std::copy(to.begin(), to.end(), at);
  return message;
}

}  // namespace

TEST_CASE("messages that OpenSSL signed verify with the signer's key, and with no other") {
  for (const char* name : {"signed.p7", "signed.keyid-sha384.p7", "signed.sha512.p7", "signed.sha1.p7",
                           "signed.no-attributes.p7", "signed.pss.p7", "signed.ber.p7"}) {
    CAPTURE(name);
    const SignedDataPtr data = read(name);
    CHECK(as_text(data->content()) == kContent);
    CHECK(data->content_type() == asn1::oids::kPkcs7Data);
    CHECK(verified(*data).empty());
    CHECK(verified(*data, "other") == "crypto.signature.invalid");
    CHECK(data->signers()[0].signer.names(*certificate("rsa")));
  }
  CHECK(verified(*read("signed.ec.p7"), "ec").empty());
  const SignedDataPtr two = read("signed.two.p7");
  REQUIRE(two->signers().size() == 2);
  // A DER SET has them in the order of their octets.
  const std::size_t ec = two->signers()[0].signer.names(*certificate("ec")) ? 0 : 1;
  CHECK(verified(*two, "ec", ec).empty());
  CHECK(verified(*two, "rsa", 1 - ec).empty());
  CHECK(verified(*two, "rsa", ec) == "crypto.signature.key_mismatch");
}

TEST_CASE("each field is where it was read") {
  const SignedDataPtr data = read("signed.p7");
  const ByteVector message = read_octets("signed.p7");
  CHECK(equal(data->der(), message));
  CHECK_FALSE(data->converted());
  const ByteRange content = data->range(data->content()).value();
  CHECK(as_text(Bytes(message).subspan(content.offset, content.length)) == kContent);
  const SignerInfo& signer = data->signers()[0];
  for (const Bytes part : {signer.whole, signer.signature, signer.signed_attributes_whole, signer.signer.whole,
                           signer.digest_algorithm.whole, data->outline().digest_algorithms.whole}) {
    REQUIRE(data->range(part).has_value());
  }
  REQUIRE(data->outline().certificates.size() == 1);
  CHECK(equal(data->outline().certificates[0].whole, certificate("rsa")->der()));
}

TEST_CASE("a message in BER is converted, and says so") {
  const SignedDataPtr data = read("signed.ber.p7");
  CHECK(data->converted());
  CHECK(rule_ids(data->findings()) == Ids{"cms.message.ber"});
}

TEST_CASE("a changed content, a changed attribute and a changed signature are told apart") {
  const ByteVector message = read_octets("signed.p7");
  const auto content = SignedData::parse(replaced(message, "content of", "kontent of")).value();
  CHECK(verified(*content) == "cms.digest.mismatch");
  const auto range = [](const SignedData& data, Bytes part) { return data.range(part).value().offset; };
  const SignedDataPtr good = read("signed.p7");
  ByteVector changed = message;
  changed[range(*good, good->signers()[0].signature) + 7] ^= 1;
  CHECK(verified(*SignedData::parse(changed).value()) == "crypto.signature.invalid");
  // The signing time's last digit but one: no attribute that is compared.
  changed = message;
  const Attribute* time = good->signers()[0].find(asn1::oids::kSigningTime);
  REQUIRE(time != nullptr);
  changed[range(*good, time->values[0].value) + 10] ^= 1;
  CHECK(verified(*SignedData::parse(changed).value()) == "crypto.signature.invalid");
}

TEST_CASE("signed attributes without a digest, and with two, are refused") {
  // The type messageDigest (…9.4) becomes …9.127, and contentType (…9.3) becomes a second messageDigest.
  const std::string digest = "\x2A\x86\x48\x86\xF7\x0D\x01\x09\x04";
  const std::string type = "\x2A\x86\x48\x86\xF7\x0D\x01\x09\x03";
  const ByteVector message = read_octets("signed.p7");
  const auto without = SignedData::parse(replaced(message, digest, "\x2A\x86\x48\x86\xF7\x0D\x01\x09\x7F")).value();
  CHECK(verified(*without) == "cms.attribute.missing");
  const auto twice = SignedData::parse(replaced(message, type, digest)).value();
  CHECK(test::has_rule(twice->findings(), "cms.attribute.repeated"));
  CHECK(verified(*twice) == "cms.attribute.repeated");
}

TEST_CASE("a content type that is not the one that was signed is refused") {
  // The first id-data is that of the content, …7.1 becomes …7.5.
  const std::string data = "\x2A\x86\x48\x86\xF7\x0D\x01\x07\x01";
  const auto message =
      SignedData::parse(replaced(read_octets("signed.p7"), data, "\x2A\x86\x48\x86\xF7\x0D\x01\x07\x05"));
  CHECK(verified(**message) == "cms.attribute.content_type");
}

TEST_CASE("absent content counts as empty, so that a detached signature does not fit") {
  const SignedDataPtr data = read("signed.detached.p7");
  CHECK_FALSE(data->has_content());
  CHECK(data->content().empty());
  CHECK(verified(*data) == "cms.digest.mismatch");
}

TEST_CASE("certificates may be left out, and then the signer must be known from elsewhere") {
  const SignedDataPtr data = read("signed.no-certificates.p7");
  CHECK(data->outline().certificates.empty());
  CHECK(verified(*data).empty());
}

TEST_CASE("messages of other types are refused by name") {
  for (const char* name : {"enveloped.aes128.p7", "digested.p7"}) {
    const auto data = SignedData::parse(read_octets(name));
    CHECK(error_id(data) == "cms.message.other_content");
    CHECK(data.error().param("expected") == "signedData");
  }
  CHECK(error_id(SignedData::parse({})) == "asn1.tag.truncated");
  CHECK(error_id(SignedData::parse({0x30, 0x00})) == "asn1.element.unexpected");
}

TEST_CASE("certs-only is read as a message without content and signers") {
  const std::vector<ByteVector> certificates = {to_vector(certificate("rsa")->der()),
                                                to_vector(certificate("ec")->der())};
  const auto data = SignedData::parse(write_certificates_only({.certificates = certificates})).value();
  CHECK(data->outline().certificates.size() == 2);
  CHECK(data->signers().empty());
  CHECK_FALSE(data->has_content());
  CHECK(data->findings().empty());
}

}  // namespace pki::cms
