#include "cms/certificates_only.h"

#include <algorithm>

#include "asn1/oids.h"

namespace pki::cms {

void write_implicit_set(asn1::Writer& writer, std::uint32_t number, std::span<const ByteVector> elements) {
  if (elements.empty()) return;
  std::vector<Bytes> sorted(elements.begin(), elements.end());
  std::sort(sorted.begin(), sorted.end(), [](Bytes a, Bytes b) { return compare(a, b) < 0; });
  // A SET OF may hold an element twice, a set of certificates need not.
  sorted.erase(std::unique(sorted.begin(), sorted.end(), equal), sorted.end());
  writer.wrap(asn1::tags::context_constructed(number), [&](asn1::Writer& set) {
    for (const Bytes element : sorted) set.raw(element);
  });
}

ByteVector write_certificates_only(const CertificatesOnlyInput& input) {
  return write_content_info(asn1::oids::kPkcs7SignedData, [&](asn1::Writer& content) {
    content.sequence([&](asn1::Writer& signed_data) {
      // RFC 5652 5.1: version 1, since there are no attribute certificates and the content is id-data.
      signed_data.integer(1);
      signed_data.set_of([](asn1::Writer&) {});
      signed_data.sequence([](asn1::Writer& encapsulated) { encapsulated.oid(asn1::oids::kPkcs7Data); });
      write_implicit_set(signed_data, 0, input.certificates);
      write_implicit_set(signed_data, 1, input.crls);
      signed_data.set_of([](asn1::Writer&) {});
    });
  });
}

}  // namespace pki::cms
