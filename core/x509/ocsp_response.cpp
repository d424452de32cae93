#include "x509/ocsp_response.h"

#include <array>
#include <limits>
#include <utility>

#include "asn1/oids.h"
#include "asn1/rules.h"
#include "x509/field_map.h"
#include "x509/object_reader.h"
#include "x509/ocsp_rules.h"
#include "x509/reading.h"
#include "x509/rules.h"

namespace pki::x509 {

using asn1::Context;
using asn1::Element;
using asn1::Reader;
namespace tags = asn1::tags;
namespace oids = asn1::oids;

namespace {

constexpr std::size_t kSha1Octets = 20;

constexpr std::array<std::pair<OcspResponseStatus, std::string_view>, 6> kStatuses = {{
    {OcspResponseStatus::Successful, "successful"},
    {OcspResponseStatus::MalformedRequest, "malformedRequest"},
    {OcspResponseStatus::InternalError, "internalError"},
    {OcspResponseStatus::TryLater, "tryLater"},
    {OcspResponseStatus::SigRequired, "sigRequired"},
    {OcspResponseStatus::Unauthorized, "unauthorized"},
}};

OcspResponseStatus to_status(std::uint64_t number) {
  for (const auto& [status, name] : kStatuses) {
    if (static_cast<std::uint64_t>(status) == number) return status;
  }
  return OcspResponseStatus::Unknown;
}

/// `rule` of the thing that `params` name, with why it could not be read.
void note_unreadable(const Rule& rule, std::vector<Param> params, const Finding& why, Context& context, Bytes whole) {
  params.push_back({"rule", std::string(why.id())});
  params.push_back({"reason", render_summary(why)});
  Finding finding{&rule, why.where, std::move(params)};
  if (!finding.where.range || finding.where.range->length == 0) finding.where = context.where(whole);
  context.note(std::move(finding));
}

// RFC 6960 4.2.2.1: times are GeneralizedTime as RFC 5280 4.1.2.5.2 has it.
Result<TimeField> take_generalized_time(Reader& reader, std::string_view what) {
  PKI_TRY(const Element element, reader.expect(tags::kGeneralizedTime, what));
  PKI_TRY(const Time time, asn1::read_time(element, reader.context()));
  return TimeField{.time = time, .element = element};
}

// The element inside an explicit tag.
Result<Element> open_explicit(const Element& outer, const asn1::Tag& tag, std::string_view what, Context& context) {
  return asn1::read_single(outer.value, tag, what, context);
}

// CertID ::= SEQUENCE { hashAlgorithm, issuerNameHash, issuerKeyHash OCTET STRING, serialNumber }
Result<OcspCertId> take_cert_id(Reader& single) {
  PKI_TRY(const Element sequence, single.expect(tags::kSequence, "certID"));
  Reader reader(sequence.value, single.context());
  OcspCertId id;
  id.whole = sequence.whole;
  PKI_TRY(id.hash, crypto::read_algorithm_identifier(reader, "hashAlgorithm"));
  id.hash_algorithm = crypto::hash_from_oid(id.hash.oid);
  PKI_TRY(const Element name_hash, reader.expect(tags::kOctetString, "issuerNameHash"));
  id.issuer_name_hash = name_hash.value;
  PKI_TRY(const Element key_hash, reader.expect(tags::kOctetString, "issuerKeyHash"));
  id.issuer_key_hash = key_hash.value;
  PKI_TRY(const Element serial, reader.expect(tags::kInteger, "serialNumber"));
  PKI_TRY(id.serial, asn1::read_integer(serial, reader.context()));
  PKI_CHECK(reader.finish("certID"));
  return id;
}

// RevokedInfo ::= SEQUENCE { revocationTime, revocationReason [0] EXPLICIT CRLReason OPTIONAL }
Status read_revoked_info(const Element& element, OcspSingleResponse& single, Context& context) {
  Reader reader(element.value, context);
  PKI_TRY(single.revocation_time, take_generalized_time(reader, "revocationTime"));
  PKI_TRY(const auto outer, reader.optional(tags::context_constructed(0)));
  if (outer) {
    const auto reason = read_reason_code(outer->value, context);
    if (reason) {
      single.reason = *reason;
    } else if (reason.error().id() == rules::kReasonCodeUnknown.id) {
      context.note(reason.error());
    } else {
      return reason.error();
    }
  }
  return reader.finish("RevokedInfo");
}

// CertStatus ::= CHOICE { good [0] IMPLICIT NULL, revoked [1] IMPLICIT RevokedInfo, unknown [2] IMPLICIT NULL }
Status take_cert_status(Reader& reader, OcspSingleResponse& single) {
  Context& context = reader.context();
  PKI_TRY(const Element element, reader.next());
  if (element.tag == tags::context(0)) {
    single.status = OcspCertStatus::Good;
    return asn1::read_null(element, context);
  }
  if (element.tag == tags::context_constructed(1)) {
    single.status = OcspCertStatus::Revoked;
    return read_revoked_info(element, single, context);
  }
  if (element.tag == tags::context(2)) {
    single.status = OcspCertStatus::Unknown;
    return asn1::read_null(element, context);
  }
  return context.finding(asn1::rules::kElementUnexpected, element.whole,
                         {{"what", "certStatus"}, {"expected", "[0], [1] or [2]"}, {"found", tag_name(element.tag)}});
}

// [1] EXPLICIT Extensions. False where they cannot be read, which is noted.
bool read_extension_field(const Element& outer, std::vector<Extension>& to, std::string of, Context& context) {
  const auto note = [&](const Finding& why) {
    note_unreadable(rules::kOcspExtensionsMalformed, {{"of", std::move(of)}}, why, context, outer.whole);
    return false;
  };
  const auto list = open_explicit(outer, tags::kSequence, "extensions", context);
  if (!list) return note(list.error());
  auto extensions = read_extensions(list->value, context);
  if (!extensions) return note(extensions.error());
  to = std::move(extensions).value();
  return true;
}

std::optional<Time> read_archive_cutoff(const std::vector<Extension>& extensions, Context& context) {
  const Extension* extension = find_extension(extensions, oids::kOcspArchiveCutoff);
  if (extension == nullptr) return std::nullopt;
  Reader reader(extension->value, context);
  const auto time = take_generalized_time(reader, "archiveCutoff");
  Status status = time ? reader.finish("archiveCutoff") : Status(time.error());
  if (status.ok()) return time->time;
  note_unreadable(rules::kOcspExtensionsMalformed, {{"of", "an answer"}}, status.error(), context, extension->whole);
  return std::nullopt;
}

// SingleResponse ::= SEQUENCE { certID, certStatus, thisUpdate, nextUpdate [0] OPTIONAL, singleExtensions [1] OPTIONAL
// }
Result<OcspSingleResponse> read_single_response(const Element& sequence, std::size_t index, Context& context) {
  Reader reader(sequence.value, context);
  OcspSingleResponse single;
  single.whole = sequence.whole;
  PKI_TRY(single.id, take_cert_id(reader));
  PKI_CHECK(take_cert_status(reader, single));
  PKI_TRY(single.this_update, take_generalized_time(reader, "thisUpdate"));
  PKI_TRY(const auto next_update, reader.optional(tags::context_constructed(0)));
  if (next_update) {
    Reader inside(next_update->value, context);
    PKI_TRY(single.next_update, take_generalized_time(inside, "nextUpdate"));
    PKI_CHECK(inside.finish("nextUpdate"));
  }
  PKI_TRY(const auto extensions, reader.optional(tags::context_constructed(1)));
  PKI_CHECK(reader.finish("SingleResponse"));
  if (extensions) {
    single.extensions_readable =
        read_extension_field(*extensions, single.extensions, "answer " + std::to_string(index), context);
    single.archive_cutoff = read_archive_cutoff(single.extensions, context);
  }
  return single;
}

}  // namespace

std::string_view ocsp_response_status_name(OcspResponseStatus status) {
  for (const auto& [known, name] : kStatuses) {
    if (known == status) return name;
  }
  return "unknown";
}

std::string_view ocsp_cert_status_name(OcspCertStatus status) {
  switch (status) {
    case OcspCertStatus::Good:
      return "good";
    case OcspCertStatus::Revoked:
      return "revoked";
    case OcspCertStatus::Unknown:
      return "unknown";
  }
  PKI_ASSERT(false);
}

// Reads one response, field by field, in the order of RFC 6960 4.2.1.
struct OcspResponse::Parser {
  OcspResponse& response;
  Context context;
  FieldMap fields;

  explicit Parser(OcspResponse& target) : response(target), context(target.der_), fields(target.der_) {}

  Status run();
  Status read_outline(Reader& reader);
  Status read_response_bytes(const Element& outer);
  Status read_basic(Bytes der);
  Status read_data(Reader& data);
  void read_version(const Element& element);
  Status read_responder(const Element& element);
  void read_responder_name(const Element& outer);
  Status read_singles(const Element& list);
  Status read_certificates(const Element& outer);
};

Status OcspResponse::Parser::run() {
  Reader input(response.der_, context);
  PKI_TRY(Reader outline, input.enter(tags::kSequence, "OCSPResponse"));
  PKI_CHECK(input.finish("OCSPResponse"));
  PKI_CHECK(read_outline(outline));
  response.fingerprint_ = crypto::digest(crypto::HashAlgorithm::Sha256, response.der_);
  response.findings_ = context.take_findings();
  fields.name_fields(response.findings_);
  return {};
}

// OCSPResponse ::= SEQUENCE { responseStatus ENUMERATED, responseBytes [0] EXPLICIT ResponseBytes OPTIONAL }
Status OcspResponse::Parser::read_outline(Reader& reader) {
  PKI_TRY(const Element status, reader.expect(tags::kEnumerated, "responseStatus"));
  fields.add(status.whole, "responseStatus");
  PKI_TRY(response.status_number_, asn1::read_unsigned(status, context));
  response.status_ = to_status(response.status_number_);
  if (response.status_ == OcspResponseStatus::Unknown) {
    context.note(rules::kOcspStatusUnknown, status.whole, {{"status", std::to_string(response.status_number_)}});
  }
  PKI_TRY(const auto bytes, reader.optional(tags::context_constructed(0)));
  PKI_CHECK(reader.finish("OCSPResponse"));
  if ((response.status_ == OcspResponseStatus::Successful) != bytes.has_value()) {
    context.note(rules::kOcspBytes, bytes ? bytes->whole : status.whole,
                 {{"status", std::string(ocsp_response_status_name(response.status_))},
                  {"found", bytes ? "there" : "not there"}});
  }
  return bytes ? read_response_bytes(*bytes) : Status();
}

// ResponseBytes ::= SEQUENCE { responseType OBJECT IDENTIFIER, response OCTET STRING }
Status OcspResponse::Parser::read_response_bytes(const Element& outer) {
  PKI_TRY(const Element sequence, open_explicit(outer, tags::kSequence, "responseBytes", context));
  Reader reader(sequence.value, context);
  PKI_TRY(response.type_, take_oid(reader, "responseType"));
  PKI_TRY(const Element octets, reader.expect(tags::kOctetString, "response"));
  PKI_CHECK(reader.finish("responseBytes"));
  // Another type than the basic one is for those who know it.
  return response.type_ == oids::kOcspBasic ? read_basic(octets.value) : Status();
}

// BasicOCSPResponse ::= SEQUENCE { tbsResponseData, signatureAlgorithm, signature, certs [0] EXPLICIT OPTIONAL }
Status OcspResponse::Parser::read_basic(Bytes der) {
  PKI_TRY(Reader reader, enter_sequence(der, "BasicOCSPResponse", context));
  PKI_TRY(const Element data, reader.expect(tags::kSequence, "tbsResponseData"));
  Reader inside(data.value, context);
  PKI_CHECK(read_data(inside));
  response.tbs_ = data.whole;

  PKI_TRY(response.algorithm_, take_algorithm(reader, "signatureAlgorithm"));
  fields.add(response.algorithm_.whole, "signatureAlgorithm");
  response.signature_algorithm_ = note_signature_algorithm(response.algorithm_, context);
  const Bytes signature = reader.rest();
  PKI_TRY(response.signature_, take_signature(reader, "signature"));
  fields.add(signature.first(signature.size() - reader.rest().size()), "signature");

  PKI_TRY(const auto certificates, reader.optional(tags::context_constructed(0)));
  PKI_CHECK(reader.finish("BasicOCSPResponse"));
  return certificates ? read_certificates(*certificates) : Status();
}

// ResponseData ::= SEQUENCE { version [0] EXPLICIT DEFAULT v1, responderID, producedAt, responses,
//                             responseExtensions [1] EXPLICIT OPTIONAL }
Status OcspResponse::Parser::read_data(Reader& data) {
  PKI_TRY(const auto version, data.optional(tags::context_constructed(0)));
  if (version) read_version(*version);

  PKI_TRY(const Element responder, data.next());
  fields.add(responder.whole, "tbsResponseData.responderID");
  response.responder_ = responder.whole;
  PKI_CHECK(read_responder(responder));

  PKI_TRY(const Element produced_at, data.expect(tags::kGeneralizedTime, "producedAt"));
  fields.add(produced_at.whole, "tbsResponseData.producedAt");
  auto time = asn1::read_time(produced_at, context);
  if (time) {
    response.produced_at_ = TimeField{.time = *time, .element = produced_at};
  } else {
    context.note(std::move(time).error());
  }

  PKI_TRY(const Element singles, data.expect(tags::kSequence, "responses"));
  PKI_CHECK(read_singles(singles));

  PKI_TRY(const auto extensions, data.optional(tags::context_constructed(1)));
  PKI_CHECK(data.finish("tbsResponseData"));
  if (extensions) {
    fields.add(extensions->whole, "tbsResponseData.responseExtensions");
    response.extensions_readable_ = read_extension_field(*extensions, response.extensions_, "the response", context);
  }
  return {};
}

void OcspResponse::Parser::read_version(const Element& element) {
  fields.add(element.whole, "tbsResponseData.version");
  response.version_ = 0;
  auto integer = open_explicit(element, tags::kInteger, "version", context);
  if (!integer) return context.note(std::move(integer).error());
  auto number = asn1::read_unsigned(*integer, context);
  if (!number) return context.note(std::move(number).error());
  if (*number == 0) {
    // X.690 11.5: a default value is not encoded.
    context.note(asn1::rules::kDefaultEncoded, element.whole, {{"what", "version"}});
  } else {
    context.note(rules::kOcspVersion, element.whole, {{"version", std::to_string(*number)}});
  }
  if (*number < std::numeric_limits<std::uint64_t>::max()) response.version_ = *number + 1;
}

// ResponderID ::= CHOICE { byName [1] EXPLICIT Name, byKey [2] EXPLICIT OCTET STRING }
Status OcspResponse::Parser::read_responder(const Element& element) {
  if (element.tag == tags::context_constructed(1)) {
    read_responder_name(element);
    return {};
  }
  if (element.tag == tags::context_constructed(2)) {
    PKI_TRY(const Element hash, open_explicit(element, tags::kOctetString, "byKey", context));
    response.responder_key_hash_ = hash.value;
    if (hash.value.size() != kSha1Octets) {
      context.note(rules::kOcspResponder, hash.whole, {{"octets", std::to_string(hash.value.size())}});
    }
    return {};
  }
  return context.finding(asn1::rules::kElementUnexpected, element.whole,
                         {{"what", "responderID"}, {"expected", "[1] or [2]"}, {"found", tag_name(element.tag)}});
}

void OcspResponse::Parser::read_responder_name(const Element& outer) {
  auto name = read_name(outer.value, context);
  if (!name) return context.note(std::move(name).error());
  response.responder_name_ = std::move(name).value();
}

Status OcspResponse::Parser::read_singles(const Element& list) {
  if (list.value.empty()) context.note(rules::kOcspSinglesNone, list.whole);
  Reader reader(list.value, context);
  for (std::size_t index = 0; !reader.at_end(); ++index) {
    PKI_TRY(const Element element, reader.expect(tags::kSequence, "SingleResponse"));
    fields.add(element.whole, "tbsResponseData.responses[" + std::to_string(index) + "]");
    auto single = read_single_response(element, index, context);
    if (single) {
      response.singles_.push_back(std::move(single).value());
      continue;
    }
    response.unreadable_singles_ = true;
    note_unreadable(rules::kOcspSingleMalformed, {{"index", std::to_string(index)}}, single.error(), context,
                    element.whole);
  }
  return {};
}

// certs [0] EXPLICIT SEQUENCE OF Certificate
Status OcspResponse::Parser::read_certificates(const Element& outer) {
  PKI_TRY(const Element list, open_explicit(outer, tags::kSequence, "certs", context));
  Reader reader(list.value, context);
  for (std::size_t index = 0; !reader.at_end(); ++index) {
    PKI_TRY(const Element element, reader.next());
    fields.add(element.whole, "certs[" + std::to_string(index) + "]");
    auto certificate = Certificate::parse(to_vector(element.whole));
    if (certificate) {
      response.certificates_.push_back(std::move(certificate).value());
      continue;
    }
    context.note(rules::kOcspCertificateMalformed, element.whole,
                 {{"index", std::to_string(index)},
                  {"rule", std::string(certificate.error().id())},
                  {"reason", render_summary(certificate.error())}});
  }
  return {};
}

Result<OcspResponsePtr> OcspResponse::parse(ByteVector der) {
  // std::make_shared needs a public constructor; this class has one and is known here only.
  struct Made final : OcspResponse {
    explicit Made(ByteVector octets) : OcspResponse(std::move(octets)) {}
  };
  const auto response = std::make_shared<Made>(std::move(der));
  Parser parser(*response);
  PKI_CHECK(parser.run());
  return OcspResponsePtr(response);
}

ByteRange OcspResponse::range(Bytes part) const {
  const std::optional<ByteRange> range = range_within(der_, part);
  PKI_ASSERT(range.has_value());
  return *range;
}

Status verify_signed_by(const OcspResponse& response, const crypto::PublicKey& responder_key) {
  return crypto::verify_signature(responder_key, response.signature_algorithm(), response.tbs(),
                                  response.signature().octets);
}

}  // namespace pki::x509
