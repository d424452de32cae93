// Law: octets fail with a finding or become a CRL whose fields, entries and findings lie in them; and each entry that
// is walked over is found, or an entry before it that is the same certificate's.

#include <cstddef>
#include <cstdint>

#include "base/assert.h"
#include "x509/crl.h"

namespace {

constexpr int kEntriesLookedFor = 20;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pki::x509;
  const auto parsed = Crl::parse(pki::ByteVector(data, data + size));
  if (!parsed) return 0;
  const Crl& crl = **parsed;
  PKI_ASSERT(crl.range(crl.tbs()).end() <= size);
  for (const pki::Finding& finding : crl.findings()) {
    PKI_ASSERT(!finding.where.range || finding.where.range->end() <= size);
  }
  CrlEntryReader entries(crl.entries());
  for (int i = 0; i < kEntriesLookedFor; ++i) {
    const auto entry = entries.next();
    if (!entry) break;
    PKI_ASSERT(crl.range(entry->whole).end() <= size && !entry->serial.octets.empty());
    if (!entry->certificate_issuer.empty() || crl.has_entry_issuers()) continue;
    const CrlLookup found = crl.find(entry->serial.octets, crl.issuer_key());
    PKI_ASSERT(found.entry && found.entry->index <= entry->index && found.scanned <= crl.entry_count());
  }
  PKI_ASSERT(entries.count() <= crl.entry_count());
  return 0;
}
