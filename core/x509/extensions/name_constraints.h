#pragma once
// Name constraints (RFC 5280 4.2.1.10).

#include <vector>

#include "asn1/reader.h"
#include "x509/general_name.h"

namespace pki::x509 {

struct GeneralSubtree {
  GeneralName base;
  std::uint64_t minimum = 0;
  std::optional<std::uint64_t> maximum;
};

struct NameConstraints {
  std::vector<GeneralSubtree> permitted;
  std::vector<GeneralSubtree> excluded;
};

/// Noted: x509.name_constraints.empty, x509.name_constraints.minimum_maximum (they are not used in PKIX).
Result<NameConstraints> read_name_constraints(Bytes value, asn1::Context& context);
Result<ByteVector> encode_name_constraints(const std::vector<GeneralNameInput>& permitted,
                                           const std::vector<GeneralNameInput>& excluded);

}  // namespace pki::x509
