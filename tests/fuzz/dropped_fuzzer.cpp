// Law: something is always said of a file, and every place lies in it.

#include <cstddef>
#include <cstdint>

#include "base/assert.h"
#include "formats/sniff.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const pki::formats::Dropped dropped = pki::formats::read_dropped({data, size});
  PKI_ASSERT(!dropped.items.empty() || !dropped.findings.empty());
  for (const pki::formats::Item& item : dropped.items) PKI_ASSERT(item.source.end() <= size && !item.der.empty());
  for (const pki::Finding& finding : dropped.findings) {
    PKI_ASSERT(!finding.where.range || finding.where.range->end() <= size);
    PKI_ASSERT(!pki::render_summary(finding).empty());
  }
  return 0;
}
