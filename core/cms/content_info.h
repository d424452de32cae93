#pragma once
// ContentInfo (RFC 5652 3): what every message is wrapped in, and what all messages have in common.

#include <optional>
#include <string_view>

#include "asn1/oid.h"
#include "asn1/reader.h"
#include "asn1/writer.h"

namespace pki::cms {

/// Limits of one message. A hostile one must not cost more than one that is meant well: each signer costs a signature
/// check, each recipient a private key operation.
inline constexpr std::size_t kMaxMessageOctets = std::size_t{4} << 20;
inline constexpr std::size_t kMaxSigners = 16;
inline constexpr std::size_t kMaxRecipients = 64;
inline constexpr std::size_t kMaxAttributes = 64;
inline constexpr std::size_t kMaxCertificates = 256;

/// A message before it is known what is in it. Views alias the octets that it was read from.
struct ContentInfo {
  asn1::Oid type;
  Bytes type_whole;
  /// The [0] around the content; nothing where it is absent.
  std::optional<asn1::Element> content;
};

/// Reads the ContentInfo that fills `der`. Rules: asn1.*.
Result<ContentInfo> read_content_info(Bytes der, asn1::Context& context);

/// A reader of the SEQUENCE that is the content of a message of type `type`. Rules: cms.message.other_content; asn1.*.
Result<asn1::Reader> enter_content(const ContentInfo& info, asn1::Oid type, std::string_view what,
                                   asn1::Context& context);

/// A ContentInfo of this type, whose content `body(writer)` writes.
template <std::invocable<asn1::Writer&> Body>
ByteVector write_content_info(asn1::Oid type, Body&& body) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& info) {
    info.oid(type);
    info.wrap(asn1::tags::context_constructed(0), std::forward<Body>(body));
  });
  return writer.take();
}

/// Octets of a message, and whether they had to be converted.
struct MessageOctets {
  ByteVector der;
  bool converted = false;
};
/// The message as DER. One that has definite lengths and no strings in parts stays as it is, octet for octet, whether
/// the rest of it is DER or not. Rules: cms.message.too_large; where it is no element at all, asn1.*.
Result<MessageOctets> message_octets(ByteVector message);

/// The OCTET STRING under the IMPLICIT tag [0], in one piece or, as BER may have it, in parts (asn1/ber.h leaves those
/// as they are: behind such a tag they can't be told from other values).
struct ImplicitOctets {
  /// Aliases the element where it is in one piece.
  Bytes octets;
  /// The parts put together; `octets` aliases it then.
  ByteVector joined;
};
Result<ImplicitOctets> read_implicit_octets(const asn1::Element& element, asn1::Context& context);

/// cms.message.too_many where `count` is beyond `limit`.
Status check_count(std::size_t count, std::size_t limit, std::string_view what);

}  // namespace pki::cms
