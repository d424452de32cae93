#include "x509/extensions/alternative_names.h"

namespace pki::x509 {

Result<AlternativeNames> read_alternative_names(Bytes value, asn1::Context& context) {
  PKI_TRY(const asn1::Element names, asn1::read_single(value, asn1::tags::kSequence, "GeneralNames", context));
  AlternativeNames alternative;
  PKI_TRY(alternative.names, read_general_names(names.value, context));
  return alternative;
}

}  // namespace pki::x509
