#include "x509/request.h"

#include "asn1/oids.h"
#include "asn1/rules.h"
#include "x509/field_map.h"
#include "x509/object_reader.h"
#include "x509/request_attributes.h"
#include "x509/rules.h"

namespace pki::x509 {

using asn1::Context;
using asn1::Element;
using asn1::Reader;
namespace tags = asn1::tags;
namespace oids = asn1::oids;

// Reads one request, field by field, in the order of RFC 2986 4.
struct Request::Parser {
  Request& request;
  Context context;
  FieldMap fields;
  bool has_extensions = false;

  explicit Parser(Request& target) : request(target), context(target.der_), fields(target.der_) {}

  Status run();
  Status read_outline(Reader& reader);
  Status read_info(Reader& info);
  void read_version(const Element& element);
  Status read_attributes(Reader& info);
  void read_meaning(const RequestAttribute& attribute);
  void read_extension_request(const RequestAttribute& attribute);

  void note(Finding finding) { context.note(std::move(finding)); }
};

Status Request::Parser::run() {
  Reader input(request.der_, context);
  PKI_TRY(Reader outline, input.enter(tags::kSequence, "CertificationRequest"));
  PKI_CHECK(input.finish("CertificationRequest"));
  PKI_CHECK(read_outline(outline));
  request.fingerprint_ = crypto::digest(crypto::HashAlgorithm::Sha256, request.der_);
  request.findings_ = context.take_findings();
  fields.name_fields(request.findings_);
  return {};
}

// CertificationRequest ::= SEQUENCE { certificationRequestInfo, signatureAlgorithm, signature }
Status Request::Parser::read_outline(Reader& reader) {
  PKI_TRY(const Element info, reader.expect(tags::kSequence, "certificationRequestInfo"));
  request.info_ = info.whole;
  Reader inside(info.value, context);
  PKI_CHECK(read_info(inside));

  PKI_TRY(request.algorithm_, take_algorithm(reader, "signatureAlgorithm"));
  fields.add(request.algorithm_.whole, "signatureAlgorithm");
  request.signature_algorithm_ = note_signature_algorithm(request.algorithm_, context);

  const Bytes signature = reader.rest();
  PKI_TRY(request.signature_, take_signature(reader, "signature"));
  fields.add(signature, "signature");
  return reader.finish("CertificationRequest");
}

// CertificationRequestInfo ::= SEQUENCE { version, subject, subjectPKInfo, attributes [0] }
Status Request::Parser::read_info(Reader& info) {
  PKI_TRY(const Element version, info.expect(tags::kInteger, "version"));
  fields.add(version.whole, "certificationRequestInfo.version");
  read_version(version);

  PKI_TRY(NameField subject, take_name(info, "subject"));
  fields.add(subject.whole, "certificationRequestInfo.subject");
  request.subject_ = std::move(subject.name);

  PKI_TRY(request.public_key_, take_public_key(info));
  fields.add(request.public_key_.whole, "certificationRequestInfo.subjectPKInfo");

  PKI_CHECK(read_attributes(info));
  return info.finish("certificationRequestInfo");
}

void Request::Parser::read_version(const Element& element) {
  request.version_ = 0;
  auto number = asn1::read_unsigned(element, context);
  if (!number) return note(std::move(number).error());
  if (*number < ~std::uint64_t{0}) request.version_ = *number + 1;
  if (*number != 0) {
    context.note(rules::kRequestVersion, element.whole, {{"version", std::to_string(*number)}});
  }
}

// attributes [0] IMPLICIT SET OF Attribute: not optional, though some software leaves an empty one out.
Status Request::Parser::read_attributes(Reader& info) {
  PKI_TRY(const auto set, info.optional(tags::context_constructed(0)));
  if (!set) {
    context.note(rules::kRequestAttributesMissing, info.rest().first(0));
    return {};
  }
  Reader reader(set->value, context);
  Bytes before;
  for (std::size_t index = 0; !reader.at_end(); ++index) {
    auto element = reader.next();
    if (!element) {
      note(std::move(element).error());
      return {};
    }
    fields.add(element->whole, "certificationRequestInfo.attributes[" + std::to_string(index) + "]");
    if (compare(before, element->whole) > 0) context.note(asn1::rules::kSetOrder, element->whole);
    before = element->whole;
    auto attribute = read_request_attribute(*element, context);
    if (!attribute) {
      note(std::move(attribute).error());
      continue;
    }
    read_meaning(*attribute);
    request.attributes_.push_back(std::move(attribute).value());
  }
  return {};
}

void Request::Parser::read_meaning(const RequestAttribute& attribute) {
  if (attribute.type == oids::kExtensionRequest || attribute.type == oids::kMsCertExtensions) {
    read_extension_request(attribute);
  } else if (attribute.type == oids::kChallengePassword) {
    if (!request.challenge_password_) {
      request.challenge_password_ = read_challenge_password(attribute, context);
    }
  } else {
    read_microsoft_attribute(attribute, request.microsoft_, context);
  }
}

void Request::Parser::read_extension_request(const RequestAttribute& attribute) {
  const Element* value = single_value(attribute, context);
  if (value == nullptr) return;
  if (has_extensions) {
    context.note(rules::kRequestExtensionsTwice, attribute.whole);
    return;
  }
  has_extensions = true;
  if (value->tag != tags::kSequence) {
    context.note(asn1::rules::kElementUnexpected, value->whole,
                 {{"what", "extensionRequest"},
                  {"expected", asn1::tag_name(tags::kSequence)},
                  {"found", asn1::tag_name(value->tag)}});
    return;
  }
  auto extensions = read_extensions(value->value, context);
  if (!extensions) return note(std::move(extensions).error());
  request.extensions_ = parse_known_extensions(std::move(extensions).value(), context);
}

Result<RequestPtr> Request::parse(ByteVector der) {
  // std::make_shared needs a public constructor; this class has one and is known here only.
  struct Made final : Request {
    explicit Made(ByteVector octets) : Request(std::move(octets)) {}
  };
  const auto request = std::make_shared<Made>(std::move(der));
  Parser parser(*request);
  PKI_CHECK(parser.run());
  return RequestPtr(request);
}

ByteRange Request::range(Bytes part) const {
  const std::optional<ByteRange> range = range_within(der_, part);
  PKI_ASSERT(range.has_value());
  return *range;
}

Status verify_proof_of_possession(const Request& request) {
  return crypto::verify_signature(request.public_key(), request.signature_algorithm(), request.info(),
                                  request.signature().octets);
}

}  // namespace pki::x509
