// Law: blocks lie in the text in order, and each, written again, is read as the same block.

#include <cstddef>
#include <cstdint>

#include "asn1/pem.h"
#include "base/assert.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const pki::asn1::PemText read = pki::asn1::read_pem(pki::as_text({data, size}));
  std::size_t at = 0;
  for (const pki::asn1::PemBlock& block : read.blocks) {
    PKI_ASSERT(block.range.offset >= at && block.range.end() <= size);
    at = block.range.end();
    const pki::asn1::PemText again = pki::asn1::read_pem(pki::asn1::write_pem(block.label, block.der));
    PKI_ASSERT(again.findings.empty() && again.blocks.size() == 1);
    PKI_ASSERT(again.blocks[0].label == block.label && again.blocks[0].der == block.der);
  }
  for (const pki::Finding& finding : read.findings) {
    PKI_ASSERT(!finding.where.range || finding.where.range->end() <= size);
    PKI_ASSERT(!pki::render_summary(finding).empty());
  }
  return 0;
}
