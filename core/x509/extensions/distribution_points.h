#pragma once
// CRL distribution points and freshest CRL (RFC 5280 4.2.1.13, 4.2.1.15).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "asn1/reader.h"
#include "asn1/values.h"
#include "asn1/writer.h"
#include "x509/general_name.h"

namespace pki::x509 {

/// DistributionPointName: one of the two is there.
struct DistributionPointName {
  GeneralNames full_name;            // empty where absent
  std::optional<Rdn> relative_name;  // nameRelativeToCRLIssuer
};

/// Reads the DistributionPointName that is all that is left in `reader` (the contents of its explicit tag).
Result<DistributionPointName> read_distribution_point_name(asn1::Reader reader);

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

/// A DistributionPointName to be written: names, or attributes that are added to the name of the CRL's issuer.
struct DistributionPointNameInput {
  std::vector<GeneralNameInput> full_name = {};
  RdnInput relative_name = {};

  bool empty() const { return full_name.empty() && relative_name.empty(); }
};

/// A distribution point to be written.
struct DistributionPointInput {
  DistributionPointNameInput name = {};
  /// Bits of ReasonFlags (bit n of the named bit list is 1 << n); 0: all, which is not written.
  std::uint32_t reasons = 0;
  std::vector<GeneralNameInput> crl_issuer = {};
};

/// CRLDistributionPoints, also for freshestCRL. Rules: x509.distribution_points.empty,
/// x509.distribution_point.reasons_only, those of write_general_name and encode_name.
Result<ByteVector> encode_distribution_point_list(const std::vector<DistributionPointInput>& points);

/// The contents of DistributionPointName's explicit tag. Rules as above.
Status write_distribution_point_name(asn1::Writer& writer, const DistributionPointNameInput& name);

}  // namespace pki::x509
