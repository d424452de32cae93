// Law: what was converted has no indefinite length, and converting it again changes nothing.

#include <cstddef>
#include <cstdint>

#include "asn1/ber.h"
#include "asn1/tree.h"
#include "base/assert.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto der = pki::asn1::ber_to_der({data, size});
  if (!der.ok()) return 0;
  for (const pki::asn1::TreeNode& node : pki::asn1::read_tree(*der).nodes) PKI_ASSERT(!node.indefinite);
  PKI_ASSERT(pki::asn1::element_size(*der) == der->size());
  PKI_ASSERT(pki::asn1::ber_to_der(*der).value() == *der);
  return 0;
}
