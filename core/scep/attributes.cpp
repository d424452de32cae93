#include "scep/attributes.h"

#include <array>

#include "asn1/message_oids.h"
#include "asn1/oid_registry.h"
#include "asn1/rules.h"
#include "base/text.h"
#include "scep/rules.h"

namespace pki::scep {
namespace {

namespace oids = asn1::oids;
namespace tags = asn1::tags;

/// A number of the protocol, which is written in decimal, and what it stands for.
template <typename T>
struct Word {
  T value;
  std::string_view number;
  std::string_view name;
  std::string_view meaning;
};

constexpr std::array<Word<MessageType>, 6> kTypes = {{
    {MessageType::CertRep, "3", "CertRep", "the reply to a request"},
    {MessageType::RenewalReq, "17", "RenewalReq", "a request that is authenticated by the current certificate"},
    {MessageType::PkcsReq, "19", "PKCSReq", "a first request, authenticated by a challenge password or by hand"},
    {MessageType::CertPoll, "20", "CertPoll", "asks what became of a request"},
    {MessageType::GetCert, "21", "GetCert", "asks for a certificate by issuer and serial number"},
    {MessageType::GetCrl, "22", "GetCRL", "asks for a revocation list"},
}};

constexpr std::array<Word<PkiStatus>, 3> kStatuses = {{
    {PkiStatus::Success, "0", "SUCCESS", "granted"},
    {PkiStatus::Failure, "2", "FAILURE", "refused"},
    {PkiStatus::Pending, "3", "PENDING", "waits to be approved by hand"},
}};

constexpr std::array<Word<FailInfo>, 5> kFailures = {{
    {FailInfo::BadAlg, "0", "badAlg", "an algorithm is not known or not supported"},
    {FailInfo::BadMessageCheck, "1", "badMessageCheck", "the integrity check of the message failed"},
    {FailInfo::BadRequest, "2", "badRequest", "the transaction is not permitted or not supported"},
    {FailInfo::BadTime, "3", "badTime", "the signing time is too far from the server's clock"},
    {FailInfo::BadCertId, "4", "badCertId", "no certificate was found that fits"},
}};

template <typename T, std::size_t N>
const Word<T>* find_value(const std::array<Word<T>, N>& words, T value) {
  for (const auto& word : words) {
    if (word.value == value) return &word;
  }
  return nullptr;
}

template <typename T, std::size_t N>
std::optional<T> find_number(const std::array<Word<T>, N>& words, const std::optional<std::string>& number) {
  for (const auto& word : words) {
    if (number == word.number) return word.value;
  }
  return std::nullopt;
}

template <typename T, std::size_t N>
std::optional<T> find_name(const std::array<Word<T>, N>& words, std::string_view name) {
  for (const auto& word : words) {
    if (equal_ignoring_ascii_case(word.name, name) || word.number == name) return word.value;
  }
  return std::nullopt;
}

/// Reads the attributes of one signer, and keeps what is wrong with them.
class AttributeReader {
 public:
  AttributeReader(const cms::SignedData& data, const cms::SignerInfo& signer, Findings& findings)
      : data_(data), signer_(signer), findings_(findings) {}

  /// The text of an attribute; nothing where it is absent or cannot be read.
  std::optional<std::string> text(asn1::Oid type, const asn1::Tag& expected) {
    const asn1::Element* value = single(type);
    if (value == nullptr) return std::nullopt;
    asn1::Context context(data_.der());
    if (!asn1::is_string_tag(value->tag)) {
      malformed(type, *value, asn1::tag_name(value->tag) + " is no string");
      return std::nullopt;
    }
    auto text = asn1::read_string(*value, context);
    if (!text.ok()) {
      malformed(type, *value, render_summary(text.error()));
      return std::nullopt;
    }
    if (value->tag != expected) {
      findings_.push_back(context.finding(rules::kAttributeString, value->whole,
                                          {{"attribute", asn1::oid_name(type)},
                                           {"found", asn1::tag_name(value->tag)},
                                           {"expected", asn1::tag_name(expected)}}));
    }
    return *std::move(text);
  }

  /// The octets of an OCTET STRING; nothing where it is absent or something else.
  std::optional<Bytes> octets(asn1::Oid type) {
    const asn1::Element* value = single(type);
    if (value == nullptr) return std::nullopt;
    if (value->tag == tags::kOctetString) return value->value;
    malformed(type, *value, asn1::tag_name(value->tag) + " is no OCTET STRING");
    return std::nullopt;
  }

 private:
  const asn1::Element* single(asn1::Oid type) {
    const cms::Attribute* attribute = signer_.find(type);
    if (attribute == nullptr) return nullptr;
    const auto value = cms::single_value(data_, *attribute);
    if (value.ok()) return *value;
    findings_.push_back(value.error());
    return nullptr;
  }

  void malformed(asn1::Oid type, const asn1::Element& value, std::string reason) {
    const asn1::Context context(data_.der());
    findings_.push_back(context.finding(rules::kAttributeMalformed, value.whole,
                                        {{"attribute", asn1::oid_name(type)}, {"reason", std::move(reason)}}));
  }

  const cms::SignedData& data_;
  const cms::SignerInfo& signer_;
  Findings& findings_;
};

void add_text(std::vector<cms::AttributeInput>& list, asn1::Oid type, const asn1::Tag& tag, std::string_view text) {
  asn1::Writer writer;
  writer.string(tag, text);
  list.push_back({asn1::OwnedOid(type), writer.take()});
}

void add_octets(std::vector<cms::AttributeInput>& list, asn1::Oid type, Bytes octets) {
  asn1::Writer writer;
  writer.octet_string(octets);
  list.push_back({asn1::OwnedOid(type), writer.take()});
}

}  // namespace

std::string_view message_type_name(MessageType type) { return find_value(kTypes, type)->name; }
std::string_view message_type_meaning(MessageType type) { return find_value(kTypes, type)->meaning; }
std::optional<MessageType> message_type_from_name(std::string_view name) { return find_name(kTypes, name); }

std::string_view pki_status_name(PkiStatus status) { return find_value(kStatuses, status)->name; }

std::string_view fail_info_name(FailInfo info) { return find_value(kFailures, info)->name; }
std::string_view fail_info_meaning(FailInfo info) { return find_value(kFailures, info)->meaning; }
std::optional<FailInfo> fail_info_from_name(std::string_view name) { return find_name(kFailures, name); }

MessageAttributes read_attributes(const cms::SignedData& data, const cms::SignerInfo& signer, Findings& findings) {
  AttributeReader reader(data, signer, findings);
  MessageAttributes attributes;
  attributes.type_text = reader.text(oids::kScepMessageType, tags::kPrintableString);
  attributes.type = find_number(kTypes, attributes.type_text);
  attributes.status_text = reader.text(oids::kScepPkiStatus, tags::kPrintableString);
  attributes.status = find_number(kStatuses, attributes.status_text);
  attributes.fail_info_text = reader.text(oids::kScepFailInfo, tags::kPrintableString);
  attributes.fail_info = find_number(kFailures, attributes.fail_info_text);
  attributes.explanation = reader.text(oids::kScepFailInfoText, tags::kUtf8String);
  attributes.transaction_id = reader.text(oids::kScepTransactionId, tags::kPrintableString);
  attributes.sender_nonce = reader.octets(oids::kScepSenderNonce);
  attributes.recipient_nonce = reader.octets(oids::kScepRecipientNonce);
  return attributes;
}

std::vector<cms::AttributeInput> make_attributes(const AttributesInput& input) {
  std::vector<cms::AttributeInput> list;
  add_text(list, oids::kScepMessageType, tags::kPrintableString, find_value(kTypes, input.type)->number);
  if (input.status) {
    add_text(list, oids::kScepPkiStatus, tags::kPrintableString, find_value(kStatuses, *input.status)->number);
  }
  if (input.fail_info) {
    add_text(list, oids::kScepFailInfo, tags::kPrintableString, find_value(kFailures, *input.fail_info)->number);
  }
  if (!input.explanation.empty()) {
    add_text(list, oids::kScepFailInfoText, tags::kUtf8String, input.explanation);
  }
  add_octets(list, oids::kScepSenderNonce, input.sender_nonce);
  if (input.recipient_nonce) add_octets(list, oids::kScepRecipientNonce, *input.recipient_nonce);
  add_text(list, oids::kScepTransactionId, tags::kPrintableString, input.transaction_id);
  return list;
}

}  // namespace pki::scep
