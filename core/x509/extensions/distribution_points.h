#pragma once
// CRL distribution points and freshest CRL (RFC 5280 4.2.1.13, 4.2.1.15).

#include <optional>
#include <vector>

#include "asn1/reader.h"
#include "asn1/values.h"
#include "x509/general_name.h"

namespace pki::x509 {

struct DistributionPoint {
  GeneralNames full_name;            // empty where absent
  std::optional<Rdn> relative_name;  // nameRelativeToCRLIssuer
  std::optional<asn1::BitString> reasons;
  GeneralNames crl_issuer;
};
struct DistributionPoints {
  std::vector<DistributionPoint> points;
};

/// Noted: x509.distribution_points.empty, x509.distribution_point.reasons_only (RFC 5280 4.2.1.13).
Result<DistributionPoints> read_distribution_points(Bytes value, asn1::Context& context);
/// One distribution point whose full name is these URIs, for each inner list.
Result<ByteVector> encode_distribution_points(const std::vector<std::vector<std::string>>& uris);

}  // namespace pki::x509
