// Law: elements lie one behind the other, and written again they are the same octets, unless a fault was noted.

#include <cstddef>
#include <cstdint>

#include "asn1/reader.h"
#include "asn1/writer.h"
#include "base/assert.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const pki::Bytes input(data, size);
  pki::asn1::Context context(input);
  pki::asn1::Reader reader(input, context);
  pki::asn1::Writer writer;
  while (!reader.at_end()) {
    const auto element = reader.next();
    if (!element.ok()) {
      PKI_ASSERT(element.error().where.range->end() <= size);
      return 0;
    }
    writer.element(element->tag, element->value);
  }
  PKI_ASSERT(pki::equal(writer.view(), input) == context.findings().empty());
  return 0;
}
