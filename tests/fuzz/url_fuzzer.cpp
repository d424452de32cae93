// Law: the normal form of a URL is its own normal form, and what was added under either is found under both.

#include "base/assert.h"
#include "repository/virtual_repository.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string url = "http://" + std::string(pki::as_text({data, size}));
  for (const std::string_view text : {std::string_view(url), std::string_view(url).substr(7)}) {
    const auto normal = pki::repository::normal_http_url(text);
    pki::repository::VirtualRepository repository;
    PKI_ASSERT(repository.add(text, {1}) == normal.has_value());
    PKI_ASSERT(repository.find(text).has_value() == normal.has_value());
    if (!normal) continue;
    PKI_ASSERT(pki::repository::normal_http_url(*normal) == normal);
    PKI_ASSERT(repository.find(*normal).has_value());
    PKI_ASSERT(!repository.add(*normal, {2}));
  }
  return 0;
}
