// Law: an OID goes to dotted decimal and back unharmed, and so does what is typed.

#include <cstddef>
#include <cstdint>

#include "asn1/oid_registry.h"
#include "base/assert.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using pki::asn1::OwnedOid;
  const pki::Bytes input(data, size);
  const std::string dotted = pki::asn1::Oid(input).to_dotted();
  if (const auto back = OwnedOid::from_dotted(dotted)) {
    PKI_ASSERT(back->view().to_dotted() == dotted);
    // Arcs that are longer than they need be are not kept.
    PKI_ASSERT(back->view().content().size() <= size);
  }
  if (const auto typed = OwnedOid::from_dotted(pki::as_text(input))) {
    PKI_ASSERT(typed->view().to_dotted() == pki::as_text(input));
  }
  (void)pki::asn1::parse_oid(pki::as_text(input));
  return 0;
}
