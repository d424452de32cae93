#include "formats/pkcs7.h"

#include <algorithm>
#include <utility>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "asn1/reader.h"
#include "asn1/rules.h"
#include "asn1/values.h"
#include "asn1/writer.h"
#include "formats/ber.h"
#include "formats/rules.h"

namespace pki::formats {
namespace {

using asn1::Context;
using asn1::Element;
using asn1::Reader;
namespace tags = asn1::tags;

/// The SEQUENCEs of a SET OF CertificateChoices or RevocationInfoChoice; other choices have tags of their own.
Result<std::vector<Pkcs7Member>> read_members(const Element& set, Context& context) {
  std::vector<Pkcs7Member> members;
  Reader reader(set.value, context);
  while (!reader.at_end()) {
    PKI_TRY(const Element element, reader.next());
    if (element.tag == tags::kSequence) {
      members.push_back({to_vector(element.whole), range_within(context.root(), element.whole)});
    } else {
      context.note(rules::kPkcs7OtherCertificate, element.whole, {{"tag", asn1::tag_name(element.tag)}});
    }
  }
  return members;
}

Result<std::size_t> count_elements(const Element& set, Context& context) {
  Reader reader(set.value, context);
  std::size_t count = 0;
  for (; !reader.at_end(); ++count) PKI_CHECK(reader.next());
  return count;
}

Result<std::vector<Pkcs7Member>> read_optional_members(Reader& reader, std::uint32_t number) {
  PKI_TRY(const std::optional<Element> set, reader.optional(tags::context_constructed(number)));
  if (!set) return std::vector<Pkcs7Member>();
  return read_members(*set, reader.context());
}

/// RFC 5652 5.1: SignedData.
Result<Pkcs7Contents> read_signed_data(Bytes contents_octets, Context& context) {
  Reader reader(contents_octets, context);
  Pkcs7Contents contents;
  PKI_CHECK(reader.expect(tags::kInteger, "version"));
  PKI_CHECK(reader.expect(tags::kSet, "digestAlgorithms"));
  PKI_CHECK(reader.expect(tags::kSequence, "encapContentInfo"));
  PKI_TRY(contents.certificates, read_optional_members(reader, 0));
  PKI_TRY(contents.crls, read_optional_members(reader, 1));
  PKI_TRY(const Element signer_infos, reader.expect(tags::kSet, "signerInfos"));
  PKI_TRY(contents.signers, count_elements(signer_infos, context));
  PKI_CHECK(reader.finish("SignedData"));
  return contents;
}

Result<Pkcs7Contents> read_content_info(Bytes der) {
  Context context(der);
  PKI_TRY(const Element message, asn1::read_single(der, tags::kSequence, "ContentInfo", context));
  Reader reader(message.value, context);
  PKI_TRY(const Element type, reader.expect(tags::kOid, "contentType"));
  PKI_TRY(const asn1::Oid oid, asn1::read_oid(type, context));
  if (oid != asn1::oids::kPkcs7SignedData) {
    return context.finding(rules::kPkcs7OtherContent, type.whole, {{"type", asn1::oid_name(oid)}});
  }
  PKI_TRY(const Element content, reader.expect(tags::context_constructed(0), "content"));
  PKI_CHECK(reader.finish("ContentInfo"));
  PKI_TRY(const Element signed_data, asn1::read_single(content.value, tags::kSequence, "SignedData", context));
  PKI_TRY(Pkcs7Contents contents, read_signed_data(signed_data.value, context));
  if (contents.certificates.empty() && contents.crls.empty()) context.note(rules::kPkcs7Empty, der);
  if (contents.signers > 0) {
    context.note(rules::kPkcs7Signed, der, {{"signers", std::to_string(contents.signers)}});
  }
  contents.findings = context.take_findings();
  return contents;
}

/// Writes `elements` as a SET OF under the IMPLICIT tag [number]; nothing where there are none.
void write_set(asn1::Writer& writer, std::uint32_t number, std::span<const ByteVector> elements) {
  if (elements.empty()) return;
  std::vector<Bytes> sorted(elements.begin(), elements.end());
  std::sort(sorted.begin(), sorted.end(), [](Bytes a, Bytes b) { return compare(a, b) < 0; });
  // A SET OF may hold an element twice, a set of certificates need not.
  sorted.erase(std::unique(sorted.begin(), sorted.end(), equal), sorted.end());
  writer.wrap(tags::context_constructed(number), [&](asn1::Writer& set) {
    for (const Bytes element : sorted) set.raw(element);
  });
}

}  // namespace

Result<Pkcs7Contents> read_pkcs7(Bytes message) {
  Result<Pkcs7Contents> read = read_content_info(message);
  if (read.ok() || read.error().rule != &asn1::rules::kLengthIndefinite) return read;
  PKI_TRY(ByteVector der, ber_to_der(message));
  PKI_TRY(Pkcs7Contents contents, read_content_info(der));
  for (Pkcs7Member& member : contents.certificates) member.range.reset();
  for (Pkcs7Member& member : contents.crls) member.range.reset();
  contents.converted = std::move(der);
  contents.findings.push_back({&rules::kPkcs7Ber, {}, {}});
  return contents;
}

ByteVector write_pkcs7(const Pkcs7Input& input) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& content_info) {
    content_info.oid(asn1::oids::kPkcs7SignedData);
    content_info.wrap(tags::context_constructed(0), [&](asn1::Writer& content) {
      content.sequence([&](asn1::Writer& signed_data) {
        // RFC 5652 5.1: version 1, since there are no attribute certificates and the content is id-data.
        signed_data.integer(1);
        signed_data.set_of([](asn1::Writer&) {});
        signed_data.sequence([](asn1::Writer& encapsulated) { encapsulated.oid(asn1::oids::kPkcs7Data); });
        write_set(signed_data, 0, input.certificates);
        write_set(signed_data, 1, input.crls);
        signed_data.set_of([](asn1::Writer&) {});
      });
    });
  });
  return writer.take();
}

}  // namespace pki::formats
