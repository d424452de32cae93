// Input that somebody made to do harm: an answer always comes, soon, and says what is wrong.

#include "cms/content_info.h"
#include "cms/support.h"
#include "support/mutation.h"

namespace pki::cms {
namespace {

/// `body` (DER) as the content of a message of this type.
ByteVector message_of(asn1::Oid type, Bytes body) {
  return write_content_info(type, [&](asn1::Writer& content) { content.raw(body); });
}

/// A SignedData with so many signers, each of which is `signer`.
ByteVector many_signers(std::size_t count, Bytes signer) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& data) {
    data.integer(1);
    data.set_of([](asn1::Writer&) {});
    data.sequence([](asn1::Writer& encapsulated) { encapsulated.oid(asn1::oids::kPkcs7Data); });
    data.wrap(asn1::tags::kSet, [&](asn1::Writer& set) {
      for (std::size_t i = 0; i < count; ++i) set.raw(signer);
    });
  });
  return message_of(asn1::oids::kPkcs7SignedData, writer.view());
}

}  // namespace

TEST_CASE("a megabyte of nested BER is refused, whatever it claims to be") {
  ByteVector nested(1 << 20);
  for (std::size_t i = 0; i + 1 < nested.size(); i += 2) {
    nested[i] = 0x30;
    nested[i + 1] = 0x80;
  }
  CHECK_FALSE(SignedData::parse(nested).ok());
  CHECK_FALSE(EnvelopedData::parse(nested).ok());
  for (std::size_t i = 0; i < nested.size(); i += 2) nested[i] = 0x24;
  CHECK_FALSE(SignedData::parse(nested).ok());
}

TEST_CASE("a megabyte of empty parts of a string is refused or read, and soon") {
  ByteVector ber = {0x24, 0x80};
  for (int i = 0; i < 500'000; ++i) {
    ber.push_back(0x04);
    ber.push_back(0x00);
  }
  ber.insert(ber.end(), {0x00, 0x00});
  CHECK_FALSE(SignedData::parse(ber).ok());
}

TEST_CASE("sizes, signers, recipients, attributes and certificates have limits") {
  CHECK(error_id(SignedData::parse(ByteVector(kMaxMessageOctets + 1))) == "cms.message.too_large");
  const ByteVector signer = to_vector(SignedData::parse(read_octets("signed.p7")).value()->signers()[0].whole);
  CHECK(SignedData::parse(many_signers(kMaxSigners, signer)).value()->signers().size() == kMaxSigners);
  CHECK(error_id(SignedData::parse(many_signers(kMaxSigners + 1, signer))) == "cms.message.too_many");

  const auto good = EnvelopedData::parse(read_octets("enveloped.aes128.p7")).value();
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& data) {
    data.integer(0);
    data.wrap(asn1::tags::kSet, [&](asn1::Writer& set) {
      for (std::size_t i = 0; i <= kMaxRecipients; ++i) set.raw(good->recipients()[0].whole);
    });
  });
  CHECK(error_id(EnvelopedData::parse(message_of(asn1::oids::kPkcs7EnvelopedData, writer.view()))) ==
        "cms.message.too_many");
}

TEST_CASE("a signer that cannot be read is a finding, and the others go on") {
  asn1::Writer writer;
  writer.sequence([](asn1::Writer& signer) { signer.integer(1); });
  const auto data = SignedData::parse(many_signers(2, writer.view())).value();
  CHECK(data->signers().empty());
  CHECK(data->findings().size() == 2);
}

TEST_CASE("a truncated message is refused at every length") {
  for (const char* name : {"signed.p7", "signed.ber.p7", "enveloped.aes128.p7", "enveloped.ber.p7"}) {
    const ByteVector whole = read_octets(name);
    for (std::size_t size = 0; size < whole.size(); ++size) {
      const ByteVector part(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
      REQUIRE_FALSE(SignedData::parse(part).ok());
      REQUIRE_FALSE(EnvelopedData::parse(part).ok());
    }
  }
}

TEST_CASE("of mutated messages none verifies with another content, and none opens to another") {
  const auto rsa = certificate("rsa");
  const ByteVector signed_message = read_octets("signed.p7");
  test::Mutator signed_mutator(signed_message);
  for (int i = 0; i < 3000; ++i) {
    const auto data = SignedData::parse(signed_mutator.next());
    if (!data.ok()) continue;
    for (const Finding& finding : (*data)->findings()) {
      if (finding.where.range) REQUIRE(finding.where.range->end() <= (*data)->der().size());
    }
    for (const SignerInfo& signer : (*data)->signers()) {
      if (verify_signer(**data, signer, rsa->public_key()).ok()) REQUIRE(as_text((*data)->content()) == kContent);
    }
  }
  const crypto::PrivateKey key = private_key("rsa");
  test::Mutator sealed_mutator(read_octets("enveloped.aes128.p7"));
  for (int i = 0; i < 300; ++i) {
    const auto data = EnvelopedData::parse(sealed_mutator.next());
    if (data.ok()) (void)open_envelope(**data, key, nullptr);
  }
}

}  // namespace pki::cms
