// Two octets of length, the value of a name constraints extension, and then alternative names. Law: the set judges each
// name as comparing with subtree after subtree does.

#include <algorithm>

#include "base/assert.h"
#include "path/name_constraints_laws.h"
#include "x509/extensions/alternative_names.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const pki::Bytes rest(data + 2, size - 2);
  const std::size_t length = std::min<std::size_t>(rest.size(), data[0] * 256U + data[1]);
  const pki::Bytes value = rest.first(length);
  const pki::Bytes alternative = rest.subspan(length);
  pki::asn1::Context context(value);
  const auto constraints = pki::x509::read_name_constraints(value, context);
  pki::asn1::Context names_context(alternative);
  const auto names = pki::x509::read_alternative_names(alternative, names_context);
  if (!constraints || !names) return 0;
  for (const pki::x509::GeneralName& name : names->names) {
    PKI_ASSERT(pki::path::test::name_constraint_laws_hold(*constraints, name));
  }
  return 0;
}
