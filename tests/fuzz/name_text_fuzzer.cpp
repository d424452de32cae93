// Law: a text is no name (or general name), or one that is read again as it was.

#include "base/assert.h"
#include "x509/name_laws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = pki::as_text({data, size});
  PKI_ASSERT(pki::x509::name_text_laws_hold(text));
  PKI_ASSERT(pki::x509::general_name_text_laws_hold(text));
  PKI_ASSERT(pki::x509::string_prep_laws_hold(text));
  return 0;
}
