#include "scep/attributes.h"

#include "asn1/message_oids.h"
#include "scep/support.h"

namespace pki::scep {
namespace {

/// A signed message with these attributes, and what is read of them.
struct Read {
  cms::SignedDataPtr data;
  MessageAttributes attributes;
  Findings findings;
};
Read read(std::vector<cms::AttributeInput> attributes) {
  const crypto::PrivateKey key = device_key();
  const auto certificate = make_ca(key);
  cms::SignedDataInput input;
  input.signers.push_back({.key = key, .certificate = *certificate, .attributes = std::move(attributes)});
  Read result;
  result.data = cms::SignedData::parse(cms::make_signed_data(input).value()).value();
  result.attributes = read_attributes(*result.data, result.data->signers().at(0), result.findings);
  return result;
}

cms::AttributeInput attribute(asn1::Oid type, const asn1::Tag& tag, std::string_view text) {
  return {asn1::OwnedOid(type), asn1::encode_element(tag, as_bytes(text))};
}

}  // namespace

TEST_CASE("attributes are written and read again") {
  const ByteVector sender(16, 1);
  const ByteVector recipient(16, 2);
  const Read again = read(make_attributes({.type = MessageType::CertRep,
                                           .transaction_id = "t-1",
                                           .sender_nonce = sender,
                                           .recipient_nonce = Bytes(recipient),
                                           .status = PkiStatus::Failure,
                                           .fail_info = FailInfo::BadCertId,
                                           .explanation = "no"}));
  CHECK(again.findings.empty());
  CHECK(again.attributes.type == MessageType::CertRep);
  CHECK(again.attributes.status == PkiStatus::Failure);
  CHECK(again.attributes.fail_info == FailInfo::BadCertId);
  CHECK(again.attributes.explanation == "no");
  CHECK(again.attributes.transaction_id == "t-1");
  CHECK(equal(*again.attributes.sender_nonce, sender));
  CHECK(equal(*again.attributes.recipient_nonce, recipient));
}

TEST_CASE("numbers that are not known are kept as they are written") {
  const Read unknown = read({attribute(asn1::oids::kScepMessageType, asn1::tags::kPrintableString, "18"),
                             attribute(asn1::oids::kScepPkiStatus, asn1::tags::kPrintableString, "1"),
                             attribute(asn1::oids::kScepFailInfo, asn1::tags::kPrintableString, "019")});
  CHECK(unknown.findings.empty());
  CHECK(unknown.attributes.type_text == "18");
  CHECK_FALSE(unknown.attributes.type);
  CHECK_FALSE(unknown.attributes.status);
  CHECK_FALSE(unknown.attributes.fail_info);
}

TEST_CASE("another string type is read and noted, and what is no string is not read") {
  const Read odd = read({attribute(asn1::oids::kScepMessageType, asn1::tags::kUtf8String, "19"),
                         attribute(asn1::oids::kScepTransactionId, asn1::tags::kOctetString, "abc"),
                         attribute(asn1::oids::kScepSenderNonce, asn1::tags::kPrintableString, "abc")});
  CHECK(odd.attributes.type == MessageType::PkcsReq);
  CHECK_FALSE(odd.attributes.transaction_id);
  CHECK_FALSE(odd.attributes.sender_nonce);
  CHECK(rule_ids(odd.findings) ==
        Ids{"scep.attribute.string_type", "scep.attribute.malformed", "scep.attribute.malformed"});
}

TEST_CASE("words of the protocol are read in either case, and as numbers") {
  CHECK(message_type_from_name("pkcsreq") == MessageType::PkcsReq);
  CHECK(message_type_from_name("17") == MessageType::RenewalReq);
  CHECK_FALSE(message_type_from_name("Update"));
  CHECK(fail_info_from_name("BADALG") == FailInfo::BadAlg);
  CHECK_FALSE(fail_info_from_name(""));
  CHECK(message_type_name(MessageType::CertPoll) == "CertPoll");
  CHECK(pki_status_name(PkiStatus::Pending) == "PENDING");
}

}  // namespace pki::scep
