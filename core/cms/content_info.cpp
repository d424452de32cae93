#include "cms/content_info.h"

#include "asn1/ber.h"
#include "asn1/oid_registry.h"
#include "asn1/rules.h"
#include "asn1/values.h"
#include "cms/rules.h"

namespace pki::cms {

using asn1::Context;
using asn1::Element;
using asn1::Reader;
namespace tags = asn1::tags;

Result<ContentInfo> read_content_info(Bytes der, Context& context) {
  PKI_TRY(const Element message, asn1::read_single(der, tags::kSequence, "ContentInfo", context));
  Reader reader(message.value, context);
  PKI_TRY(const Element type, reader.expect(tags::kOid, "contentType"));
  ContentInfo info;
  PKI_TRY(info.type, asn1::read_oid(type, context));
  info.type_whole = type.whole;
  PKI_TRY(info.content, reader.optional(tags::context_constructed(0)));
  PKI_CHECK(reader.finish("ContentInfo"));
  return info;
}

Result<Reader> enter_content(const ContentInfo& info, asn1::Oid type, std::string_view what, Context& context) {
  if (info.type != type) {
    return context.finding(rules::kMessageOther, info.type_whole,
                           {{"found", asn1::oid_name(info.type)}, {"expected", asn1::oid_name(type)}});
  }
  Reader around(info.content ? info.content->value : Bytes(), context);
  PKI_TRY(Reader inside, around.enter(tags::kSequence, what));
  PKI_CHECK(around.finish(what));
  return inside;
}

Result<MessageOctets> message_octets(ByteVector message) {
  if (message.size() > kMaxMessageOctets) {
    return Finding{&rules::kMessageTooLarge,
                   {},
                   {{"octets", std::to_string(message.size())}, {"limit", std::to_string(kMaxMessageOctets)}}};
  }
  PKI_TRY(ByteVector der, asn1::ber_to_der(message));
  const bool converted = !equal(der, message);
  return MessageOctets{.der = std::move(der), .converted = converted};
}

Result<ImplicitOctets> read_implicit_octets(const Element& element, Context& context) {
  ImplicitOctets result;
  if (!element.tag.constructed) {
    result.octets = element.value;
    return result;
  }
  Reader parts(element.value, context);
  while (!parts.at_end()) {
    PKI_TRY(const Element part, parts.expect(tags::kOctetString, "a part of an OCTET STRING"));
    append(result.joined, part.value);
  }
  result.octets = result.joined;
  return result;
}

Status check_count(std::size_t count, std::size_t limit, std::string_view what) {
  if (count <= limit) return {};
  return Finding{&rules::kMessageTooMany,
                 {},
                 {{"count", std::to_string(count)}, {"what", std::string(what)}, {"limit", std::to_string(limit)}}};
}

}  // namespace pki::cms
