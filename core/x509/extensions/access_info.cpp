#include "x509/extensions/access_info.h"

#include "asn1/writer.h"
#include "x509/reading.h"
#include "x509/rules.h"

namespace pki::x509 {
namespace {

Result<AccessDescription> read_description(asn1::Reader& list) {
  PKI_TRY(asn1::Reader reader, list.enter(asn1::tags::kSequence, "AccessDescription"));
  AccessDescription description;
  PKI_TRY(description.method, take_oid(reader, "accessMethod"));
  PKI_TRY(const asn1::Element location, reader.next());
  PKI_TRY(description.location, read_general_name(location, list.context()));
  PKI_CHECK(reader.finish("AccessDescription"));
  return description;
}

}  // namespace

Result<AccessInfo> read_access_info(Bytes value, asn1::Context& context) {
  PKI_TRY(asn1::Reader reader, enter_sequence(value, "AuthorityInfoAccessSyntax", context));
  AccessInfo info;
  while (!reader.at_end()) {
    PKI_TRY(AccessDescription description, read_description(reader));
    info.descriptions.push_back(std::move(description));
  }
  if (info.descriptions.empty()) context.note(rules::kAccessInfoEmpty, value);
  return info;
}

Result<ByteVector> encode_access_info(const std::vector<AccessInput>& descriptions) {
  if (descriptions.empty()) return Finding{&rules::kAccessInfoEmpty, {}, {}};
  asn1::Writer list;
  for (const AccessInput& description : descriptions) {
    asn1::Writer location;
    PKI_CHECK(write_general_name(location, {GeneralNameKind::Uri, description.uri}));
    list.sequence([&](asn1::Writer& w) {
      w.oid(description.method.view());
      w.raw(location.view());
    });
  }
  return asn1::encode_element(asn1::tags::kSequence, list.view());
}

}  // namespace pki::x509
