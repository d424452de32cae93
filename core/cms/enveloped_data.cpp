#include "cms/enveloped_data.h"

#include <array>

#include "asn1/oids.h"
#include "cms/rules.h"

namespace pki::cms {
namespace {

using asn1::Context;
using asn1::Element;
using asn1::Reader;
namespace tags = asn1::tags;

struct KindRow {
  RecipientKind kind;
  asn1::Tag tag;
  std::string_view name;
};
constexpr std::array<KindRow, 5> kKinds = {{
    {RecipientKind::KeyTransport, tags::kSequence, "key transport"},
    {RecipientKind::KeyAgreement, tags::context_constructed(1), "key agreement"},
    {RecipientKind::KeyEncryptionKey, tags::context_constructed(2), "a shared key"},
    {RecipientKind::Password, tags::context_constructed(3), "a password"},
    {RecipientKind::Other, tags::context_constructed(4), "another way"},
}};

RecipientKind kind_of(const asn1::Tag& tag) {
  for (const KindRow& row : kKinds) {
    if (row.tag == tag) return row.kind;
  }
  return RecipientKind::Other;
}

/// KeyTransRecipientInfo ::= SEQUENCE { version, rid, keyEncryptionAlgorithm, encryptedKey } (RFC 5652 6.2.1).
Result<Recipient> read_recipient(const Element& element, Context& context) {
  Recipient recipient;
  recipient.kind = kind_of(element.tag);
  recipient.whole = element.whole;
  if (recipient.kind != RecipientKind::KeyTransport) return recipient;
  Reader reader(element.value, context);
  PKI_TRY(const Element version, reader.expect(tags::kInteger, "version"));
  PKI_TRY(recipient.version, asn1::read_unsigned(version, context));
  PKI_TRY(recipient.recipient, read_certificate_id(reader, "rid"));
  PKI_TRY(recipient.algorithm, crypto::read_algorithm_identifier(reader, "keyEncryptionAlgorithm"));
  recipient.transport = crypto::read_key_transport(recipient.algorithm, context);
  PKI_TRY(const Element key, reader.expect(tags::kOctetString, "encryptedKey"));
  recipient.encrypted_key = key.value;
  PKI_CHECK(reader.finish("KeyTransRecipientInfo"));
  return recipient;
}

}  // namespace

std::string_view recipient_kind_name(RecipientKind kind) {
  for (const KindRow& row : kKinds) {
    if (row.kind == kind) return row.name;
  }
  return {};
}

Status EnvelopedData::read_recipients(const Element& set, Context& context) {
  Reader reader(set.value, context);
  std::size_t count = 0;
  while (!reader.at_end()) {
    PKI_TRY(const Element element, reader.next());
    PKI_CHECK(check_count(++count, kMaxRecipients, "recipients"));
    auto recipient = read_recipient(element, context);
    if (recipient.ok()) {
      recipients_.push_back(*std::move(recipient));
    } else {
      context.note(std::move(recipient).error());
    }
  }
  return {};
}

// EncryptedContentInfo ::= SEQUENCE { contentType, contentEncryptionAlgorithm, encryptedContent [0] IMPLICIT OPTIONAL }
Status EnvelopedData::read_content(Reader reader) {
  Context& context = reader.context();
  PKI_TRY(const Element type, reader.expect(tags::kOid, "contentType"));
  PKI_TRY(content_type_, asn1::read_oid(type, context));
  content_type_whole_ = type.whole;
  PKI_TRY(cipher_algorithm_, crypto::read_algorithm_identifier(reader, "contentEncryptionAlgorithm"));
  cipher_ = crypto::cipher_from_oid(cipher_algorithm_.oid);
  const auto& parameters = cipher_algorithm_.parameters;
  if (parameters && parameters->tag == tags::kOctetString) iv_ = parameters->value;
  if (!reader.at_end()) {
    PKI_TRY(const Element content, reader.next());
    const bool is_content = content.tag == tags::context(0) || content.tag == tags::context_constructed(0);
    if (!is_content) {
      Reader again(content.whole, context);
      PKI_CHECK(again.expect(tags::context(0), "encryptedContent"));
    }
    encrypted_content_whole_ = content.whole;
    PKI_TRY(ImplicitOctets octets, read_implicit_octets(content, context));
    joined_content_ = std::move(octets.joined);
    encrypted_content_ = content.tag.constructed ? Bytes(joined_content_) : octets.octets;
  }
  return reader.finish("EncryptedContentInfo");
}

Status EnvelopedData::read(Reader reader) {
  Context& context = reader.context();
  PKI_TRY(const Element version, reader.expect(tags::kInteger, "version"));
  PKI_TRY(version_, asn1::read_unsigned(version, context));
  version_whole_ = version.whole;
  PKI_CHECK(reader.optional(tags::context_constructed(0)));  // originatorInfo
  PKI_TRY(const Element recipients, reader.expect(tags::kSet, "recipientInfos"));
  PKI_CHECK(read_recipients(recipients, context));
  PKI_TRY(Reader content, reader.enter(tags::kSequence, "encryptedContentInfo"));
  PKI_CHECK(read_content(content));
  PKI_CHECK(reader.optional(tags::context_constructed(1)));  // unprotectedAttrs
  return reader.finish("EnvelopedData");
}

Result<EnvelopedDataPtr> EnvelopedData::parse(ByteVector message) {
  PKI_TRY(MessageOctets octets, message_octets(std::move(message)));
  std::shared_ptr<EnvelopedData> data(new EnvelopedData);
  data->der_ = std::move(octets.der);
  data->converted_ = octets.converted;
  Context context(data->der_);
  PKI_TRY(const ContentInfo info, read_content_info(data->der_, context));
  PKI_TRY(const Reader reader, enter_content(info, asn1::oids::kPkcs7EnvelopedData, "EnvelopedData", context));
  PKI_CHECK(data->read(reader));
  data->findings_ = context.take_findings();
  if (octets.converted) data->findings_.push_back({&rules::kMessageBer, {}, {}});
  return EnvelopedDataPtr(std::move(data));
}

}  // namespace pki::cms
