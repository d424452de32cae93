#include "cms/envelope.h"

#include "cms/support.h"
#include "crypto/random.h"

namespace pki::cms {
namespace {

EnvelopedDataPtr read(const std::string& name) { return EnvelopedData::parse(read_octets(name)).value(); }

std::string opened(const EnvelopedData& envelope, const std::string& who = "rsa") {
  const auto content = open_envelope(envelope, private_key(who), certificate(who).get());
  return content.ok() ? std::string(as_text(content->view())) : std::string(content.error().id());
}

}  // namespace

TEST_CASE("messages that OpenSSL encrypted open with the recipient's key") {
  for (const char* name :
       {"enveloped.aes128.p7", "enveloped.aes192.p7", "enveloped.aes256.p7", "enveloped.3des.p7", "enveloped.keyid.p7",
        "enveloped.two.p7", "enveloped.oaep.p7", "enveloped.oaep-sha256.p7", "enveloped.ber.p7"}) {
    CAPTURE(name);
    CHECK(opened(*read(name)) == kContent);
  }
  CHECK(opened(*read("enveloped.two.p7"), "other") == kContent);
}

TEST_CASE("a message for one recipient opens without its certificate, and one for two asks for it") {
  const auto one = open_envelope(*read("enveloped.aes128.p7"), private_key("rsa"), nullptr);
  REQUIRE(one.ok());
  CHECK(as_text(one->view()) == kContent);
  CHECK(error_id(open_envelope(*read("enveloped.two.p7"), private_key("rsa"), nullptr)) == "cms.recipient.unclear");
}

TEST_CASE("a message for somebody else says for whom it is") {
  const auto other = certificate("other");
  const auto result = open_envelope(*read("enveloped.aes128.p7"), private_key("other"), other.get());
  REQUIRE(error_id(result) == "cms.recipient.other");
  CHECK(result.error().param("recipients").find("CN=CMS rsa") != std::string::npos);
}

TEST_CASE("a wrong key, a damaged key and damaged content are one and the same finding") {
  const EnvelopedDataPtr good = read("enveloped.aes128.p7");
  const ByteVector octets = read_octets("enveloped.aes128.p7");
  crypto::FixedRandom random(3);
  const crypto::ScopedRandom scope(random);
  std::vector<Finding> findings;
  const auto collect = [&](const EnvelopedData& envelope, const crypto::PrivateKey& key) {
    auto result = open_envelope(envelope, key, nullptr);
    if (!result.ok()) findings.push_back(result.error());
  };
  const auto damaged = [&](Bytes part, std::size_t at) {
    ByteVector copy = octets;
    copy[good->range(part).value().offset + at] ^= 0x40;
    return EnvelopedData::parse(copy).value();
  };
  collect(*good, private_key("other"));
  collect(*damaged(good->recipients()[0].encrypted_key, 9), private_key("rsa"));
  collect(*damaged(*good->encrypted_content(), 15), private_key("rsa"));
  REQUIRE(findings.size() == 3);
  for (const Finding& finding : findings) {
    CHECK(finding.id() == "cms.envelope.undecryptable");
    CHECK(render_summary(finding) == render_summary(findings[0]));
    CHECK(finding.where.range == findings[0].where.range);
    CHECK(finding.params.empty());
  }
}

TEST_CASE("other ways of encrypting are named") {
  const auto agreement = open_envelope(*read("enveloped.agreement.p7"), private_key("ec"), nullptr);
  REQUIRE(error_id(agreement) == "cms.recipient.kind");
  CHECK(agreement.error().param("kind") == "key agreement");
  const auto password = open_envelope(*read("enveloped.password.p7"), private_key("rsa"), nullptr);
  REQUIRE(error_id(password) == "cms.recipient.kind");
  CHECK(password.error().param("kind") == "a password");
}

TEST_CASE("what is encrypted here opens here, with each cipher, and differs each time") {
  const auto rsa = certificate("rsa");
  const auto other = certificate("other");
  const Bytes content = as_bytes(std::string_view(kContent));
  for (const auto cipher :
       {crypto::BlockCipher::Aes128Cbc, crypto::BlockCipher::Aes192Cbc, crypto::BlockCipher::Aes256Cbc}) {
    for (const IdForm form : {IdForm::IssuerAndSerial, IdForm::SubjectKeyId}) {
      const EnvelopeInput input{
          .recipients = {rsa.get(), other.get()}, .content = content, .cipher = cipher, .id = form};
      const ByteVector a = make_envelope(input).value();
      CHECK(a != make_envelope(input).value());
      const auto envelope = EnvelopedData::parse(a).value();
      CHECK(envelope->findings().empty());
      CHECK(envelope->cipher() == cipher);
      CHECK(equal(envelope->der(), a));
      CHECK(opened(*envelope) == kContent);
      CHECK(opened(*envelope, "other") == kContent);
    }
  }
}

TEST_CASE("RSAES-OAEP is written and opened") {
  const auto rsa = certificate("rsa");
  const EnvelopeInput input{.recipients = {rsa.get()},
                            .content = as_bytes(std::string_view(kContent)),
                            .transport = {.kind = crypto::KeyTransportKind::RsaOaep}};
  CHECK(opened(*EnvelopedData::parse(make_envelope(input).value()).value()) == kContent);
}

TEST_CASE("nothing is encrypted for an EC key, with 3DES, or without random numbers") {
  const auto rsa = certificate("rsa");
  const auto ec = certificate("ec");
  CHECK(error_id(make_envelope({.recipients = {ec.get()}, .content = {}})) == "crypto.transport.key");
  CHECK(error_id(
            make_envelope({.recipients = {rsa.get()}, .content = {}, .cipher = crypto::BlockCipher::TripleDesCbc})) ==
        "cms.cipher.unsupported");
}

TEST_CASE("a cipher that is not known, and an initialisation vector that is none, are named") {
  ByteVector octets = read_octets("enveloped.aes128.p7");
  const EnvelopedDataPtr good = read("enveloped.aes128.p7");
  const std::size_t oid = good->range(good->cipher_algorithm().oid.content()).value().end() - 1;
  octets[oid] = 0x06;  // AES-128-GCM
  CHECK(opened(*EnvelopedData::parse(octets).value()) == "cms.cipher.unsupported");
  octets[oid] = 0x02;
  octets[good->range(good->iv()).value().offset - 2] = 0x05;  // NULL with contents, where the vector was
  CHECK(opened(*EnvelopedData::parse(octets).value()) == "cms.cipher.unsupported");
}

TEST_CASE("content that is absent is named, and messages of other types are refused") {
  CHECK(error_id(EnvelopedData::parse(read_octets("signed.p7"))) == "cms.message.other_content");
  const EnvelopedDataPtr good = read("enveloped.aes128.p7");
  // The same without the last element: lengths are written anew.
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& info) {
    info.oid(asn1::oids::kPkcs7EnvelopedData);
    info.wrap(asn1::tags::context_constructed(0), [&](asn1::Writer& content) {
      content.sequence([&](asn1::Writer& data) {
        data.integer(0);
        data.set_of([&](asn1::Writer& set) { set.raw(good->recipients()[0].whole); });
        data.sequence([&](asn1::Writer& encrypted) {
          encrypted.oid(asn1::oids::kPkcs7Data);
          encrypted.raw(good->cipher_algorithm().whole);
        });
      });
    });
  });
  CHECK(opened(*EnvelopedData::parse(writer.take()).value()) == "cms.envelope.empty");
}

}  // namespace pki::cms
