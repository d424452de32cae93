#pragma once
// How the objects that have extensions (certificates, CRLs, entries of CRLs) fill their slots.

#include "asn1/oid_registry.h"
#include "x509/extension.h"
#include "x509/rules.h"

namespace pki::x509 {

/// Notes x509.extension.malformed: `why` stopped the reading of `extension`.
inline void note_malformed(const Extension& extension, const Finding& why, asn1::Context& context) {
  Finding finding{
      &rules::kExtensionMalformed,
      why.where,
      {{"extension", asn1::oid_name(extension.id)}, {"rule", std::string(why.id())}, {"reason", render_summary(why)}}};
  // A finding about what is missing has no octets, or none: then it is about the whole extension.
  if (!finding.where.range || finding.where.range->length == 0) {
    finding.where = context.where(extension.whole, why.where.field);
  }
  context.note(std::move(finding));
}

/// Reads one extension into its slot of `owner`; of several the first counts. A value that cannot be read is noted.
template <auto kSlot, auto kRead, typename Owner>
void read_into(Owner& owner, const Extension& extension, asn1::Context& context) {
  auto& slot = owner.*kSlot;
  if (slot.present()) return;
  slot.extension = &extension;
  auto read = kRead(extension.value, context);
  if (read) {
    slot.value = std::move(read).value();
  } else {
    note_malformed(extension, read.error(), context);
  }
}

}  // namespace pki::x509
