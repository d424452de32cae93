#include "x509/certificate.h"

#include <limits>

#include "asn1/rules.h"
#include "x509/field_map.h"
#include "x509/object_reader.h"

namespace pki::x509 {

using asn1::Context;
using asn1::Element;
using asn1::Reader;
namespace tags = asn1::tags;

// Reads one certificate, field by field, in the order of RFC 5280 4.1.
struct Certificate::Parser {
  Certificate& certificate;
  Context context;
  FieldMap fields;
  NameField issuer;
  NameField subject;

  explicit Parser(Certificate& target) : certificate(target), context(target.der_), fields(target.der_) {}

  Status run();
  Status read_outline(Reader& reader);
  Status read_tbs(Reader& tbs);
  void read_version(const Element& element);
  void read_validity(const Element& element);
  Status read_unique_ids(Reader& tbs);
  std::optional<asn1::BitString> read_unique_id(const Element& element);
  void read_extension_list(const Element& element);
  void derive();

  void note(Finding finding) { context.note(std::move(finding)); }
};

Status Certificate::Parser::run() {
  Reader input(certificate.der_, context);
  PKI_TRY(Reader outline, input.enter(tags::kSequence, "Certificate"));
  PKI_CHECK(input.finish("Certificate"));
  PKI_CHECK(read_outline(outline));
  derive();
  certificate.findings_ = context.take_findings();
  fields.name_fields(certificate.findings_);
  return {};
}

// Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm, signatureValue }
Status Certificate::Parser::read_outline(Reader& reader) {
  PKI_TRY(const Element tbs, reader.expect(tags::kSequence, "tbsCertificate"));
  certificate.tbs_ = tbs.whole;
  Reader inside(tbs.value, context);
  PKI_CHECK(read_tbs(inside));

  PKI_TRY(certificate.outer_algorithm_, take_algorithm(reader, "signatureAlgorithm"));
  fields.add(certificate.outer_algorithm_.whole, "signatureAlgorithm");
  certificate.signature_algorithm_ = note_signature_algorithm(certificate.outer_algorithm_, context);

  const Bytes signature = reader.rest();
  PKI_TRY(certificate.signature_, take_signature(reader, "signatureValue"));
  fields.add(signature, "signatureValue");
  return reader.finish("Certificate");
}

Status Certificate::Parser::read_tbs(Reader& tbs) {
  PKI_TRY(const auto version, tbs.optional(tags::context_constructed(0)));
  if (version) read_version(*version);

  PKI_TRY(const Element serial, tbs.expect(tags::kInteger, "serialNumber"));
  fields.add(serial.whole, "tbsCertificate.serialNumber");
  PKI_TRY(certificate.serial_, asn1::read_integer(serial, context));

  PKI_TRY(certificate.inner_algorithm_, take_algorithm(tbs, "signature"));
  fields.add(certificate.inner_algorithm_.whole, "tbsCertificate.signature");

  PKI_TRY(issuer, take_name(tbs, "issuer"));
  fields.add(issuer.whole, "tbsCertificate.issuer");

  PKI_TRY(const Element validity, tbs.expect(tags::kSequence, "validity"));
  fields.add(validity.whole, "tbsCertificate.validity");
  read_validity(validity);

  PKI_TRY(subject, take_name(tbs, "subject"));
  fields.add(subject.whole, "tbsCertificate.subject");

  PKI_TRY(certificate.public_key_, take_public_key(tbs));
  fields.add(certificate.public_key_.whole, "tbsCertificate.subjectPublicKeyInfo");

  PKI_CHECK(read_unique_ids(tbs));
  PKI_TRY(const auto extensions, tbs.optional(tags::context_constructed(3)));
  if (extensions) read_extension_list(*extensions);
  return tbs.finish("tbsCertificate");
}

// version [0] EXPLICIT Version DEFAULT v1
void Certificate::Parser::read_version(const Element& element) {
  fields.add(element.whole, "tbsCertificate.version");
  certificate.version_ = 0;
  Reader inside(element.value, context);
  auto integer = inside.expect(tags::kInteger, "version");
  if (!integer) return note(std::move(integer).error());
  if (auto end = inside.finish("version"); !end) note(std::move(end).error());
  auto number = asn1::read_unsigned(*integer, context);
  if (!number) return note(std::move(number).error());
  // X.690 11.5: a default value is not encoded.
  if (*number == 0) context.note(asn1::rules::kDefaultEncoded, element.whole, {{"what", "version"}});
  if (*number < std::numeric_limits<std::uint64_t>::max()) certificate.version_ = *number + 1;
}

void Certificate::Parser::read_validity(const Element& element) {
  Reader validity(element.value, context);
  certificate.not_before_ = take_time(validity, "validity");
  certificate.not_after_ = take_time(validity, "validity");
  if (auto end = validity.finish("validity"); !end) note(std::move(end).error());
}

// issuerUniqueID [1] IMPLICIT UniqueIdentifier, subjectUniqueID [2] IMPLICIT UniqueIdentifier
Status Certificate::Parser::read_unique_ids(Reader& tbs) {
  PKI_TRY(const auto of_issuer, tbs.optional(tags::context(1)));
  if (of_issuer) {
    fields.add(of_issuer->whole, "tbsCertificate.issuerUniqueID");
    certificate.issuer_unique_id_ = read_unique_id(*of_issuer);
  }
  PKI_TRY(const auto of_subject, tbs.optional(tags::context(2)));
  if (of_subject) {
    fields.add(of_subject->whole, "tbsCertificate.subjectUniqueID");
    certificate.subject_unique_id_ = read_unique_id(*of_subject);
  }
  return {};
}

std::optional<asn1::BitString> Certificate::Parser::read_unique_id(const Element& element) {
  auto bits = asn1::read_bit_string(element, context);
  if (bits) return *bits;
  note(std::move(bits).error());
  return std::nullopt;
}

// extensions [3] EXPLICIT Extensions
void Certificate::Parser::read_extension_list(const Element& element) {
  Reader inside(element.value, context);
  auto list = inside.expect(tags::kSequence, "extensions");
  if (!list) {
    fields.add(element.whole, "tbsCertificate.extensions");
    return note(std::move(list).error());
  }
  if (auto end = inside.finish("extensions"); !end) note(std::move(end).error());
  auto extensions = read_extensions(list->value, context);
  if (!extensions) {
    fields.add(element.whole, "tbsCertificate.extensions");
    return note(std::move(extensions).error());
  }
  for (std::size_t i = 0; i < extensions->size(); ++i) {
    fields.add((*extensions)[i].whole, "tbsCertificate.extensions[" + std::to_string(i) + "]");
  }
  certificate.extensions_ = parse_known_extensions(std::move(extensions).value(), context);
}

void Certificate::Parser::derive() {
  certificate.issuer_key_ = key_of(issuer);
  certificate.subject_key_ = key_of(subject);
  certificate.self_issued_ = issuer.readable && certificate.issuer_key_ == certificate.subject_key_;
  certificate.issuer_ = std::move(issuer.name);
  certificate.subject_ = std::move(subject.name);
  certificate.fingerprint_ = crypto::digest(crypto::HashAlgorithm::Sha256, certificate.der_);
}

Result<CertificatePtr> Certificate::parse(ByteVector der) {
  // std::make_shared needs a public constructor; this class has one and is known here only.
  struct Made final : Certificate {
    explicit Made(ByteVector octets) : Certificate(std::move(octets)) {}
  };
  const auto certificate = std::make_shared<Made>(std::move(der));
  Parser parser(*certificate);
  PKI_CHECK(parser.run());
  return CertificatePtr(certificate);
}

ByteRange Certificate::range(Bytes part) const {
  const std::optional<ByteRange> range = range_within(der_, part);
  PKI_ASSERT(range.has_value());
  return *range;
}

Status verify_signed_by(const Certificate& certificate, const crypto::PublicKey& issuer_key) {
  // X.509 signatures are whole octets; unused bits would be bits that the signature does not have.
  return crypto::verify_signature(issuer_key, certificate.signature_algorithm(), certificate.tbs(),
                                  certificate.signature().octets);
}

bool is_self_signed(const Certificate& certificate) {
  return certificate.self_issued() && verify_signed_by(certificate, certificate.public_key()).ok();
}

}  // namespace pki::x509
