#include "x509/extensions/other.h"

#include "asn1/values.h"
#include "asn1/writer.h"
#include "x509/reading.h"
#include "x509/rules.h"

namespace pki::x509 {
namespace {

Result<DirectoryAttribute> read_attribute(asn1::Reader& list) {
  asn1::Context& context = list.context();
  PKI_TRY(asn1::Reader reader, list.enter(asn1::tags::kSequence, "Attribute"));
  DirectoryAttribute attribute;
  PKI_TRY(attribute.type, take_oid(reader, "Attribute.type"));
  PKI_TRY(const asn1::Element set, reader.expect(asn1::tags::kSet, "Attribute.values"));
  PKI_CHECK(reader.finish("Attribute"));
  asn1::Reader values(set.value, context);
  while (!values.at_end()) {
    PKI_TRY(const asn1::Element value, values.next());
    attribute.values.push_back(value);
  }
  PKI_CHECK(asn1::check_set_order(set, context));
  if (attribute.values.empty()) context.note(rules::kSubjectDirectoryAttributesEmpty, set.whole);
  return attribute;
}

}  // namespace

Result<SubjectDirectoryAttributes> read_subject_directory_attributes(Bytes value, asn1::Context& context) {
  PKI_TRY(asn1::Reader reader, enter_sequence(value, "SubjectDirectoryAttributes", context));
  SubjectDirectoryAttributes attributes;
  while (!reader.at_end()) {
    PKI_TRY(DirectoryAttribute attribute, read_attribute(reader));
    attributes.attributes.push_back(std::move(attribute));
  }
  if (attributes.attributes.empty()) context.note(rules::kSubjectDirectoryAttributesEmpty, value);
  return attributes;
}

Result<TlsFeature> read_tls_feature(Bytes value, asn1::Context& context) {
  PKI_TRY(asn1::Reader reader, enter_sequence(value, "Features", context));
  TlsFeature feature;
  while (!reader.at_end()) {
    PKI_TRY(const asn1::Element number, reader.expect(asn1::tags::kInteger, "Features"));
    PKI_TRY(const std::uint64_t extension_number, asn1::read_unsigned(number, context));
    feature.features.push_back(extension_number);
  }
  if (feature.features.empty()) context.note(rules::kTlsFeatureEmpty, value);
  return feature;
}

ByteVector encode(const TlsFeature& feature) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& w) {
    for (const std::uint64_t number : feature.features) w.integer(number);
  });
  return writer.take();
}

Result<OcspNoCheck> read_ocsp_no_check(Bytes value, asn1::Context& context) {
  PKI_TRY(const asn1::Element null, asn1::read_single(value, asn1::tags::kNull, "OCSPNoCheck", context));
  PKI_CHECK(asn1::read_null(null, context));
  return OcspNoCheck{};
}

}  // namespace pki::x509
