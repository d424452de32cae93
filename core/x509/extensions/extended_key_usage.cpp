#include "x509/extensions/extended_key_usage.h"

#include <algorithm>

#include "asn1/oid_registry.h"
#include "asn1/writer.h"
#include "x509/reading.h"
#include "x509/rules.h"

namespace pki::x509 {

bool ExtendedKeyUsage::has(asn1::Oid purpose) const {
  return std::find(purposes.begin(), purposes.end(), purpose) != purposes.end();
}

Result<ExtendedKeyUsage> read_extended_key_usage(Bytes value, asn1::Context& context) {
  PKI_TRY(asn1::Reader reader, enter_sequence(value, "ExtKeyUsageSyntax", context));
  ExtendedKeyUsage usage;
  while (!reader.at_end()) {
    PKI_TRY(const asn1::Oid purpose, take_oid(reader, "KeyPurposeId"));
    usage.purposes.push_back(purpose);
  }
  if (usage.purposes.empty()) context.note(rules::kExtendedKeyUsageEmpty, value);
  for (const std::size_t i : find_repeated(usage.purposes)) {
    context.note(rules::kExtendedKeyUsageDuplicate, usage.purposes[i].content(),
                 {{"purpose", asn1::oid_name(usage.purposes[i])}});
  }
  return usage;
}

ByteVector encode_extended_key_usage(const std::vector<asn1::OwnedOid>& purposes) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& w) {
    for (const asn1::OwnedOid& purpose : purposes) w.oid(purpose.view());
  });
  return writer.take();
}

}  // namespace pki::x509
