#pragma once
// Small extensions: subject directory attributes (RFC 5280 4.2.1.8), TLS feature (RFC 7633), OCSP no check (RFC 6960
// 4.2.2.2.1).

#include <vector>

#include "asn1/oid.h"
#include "asn1/reader.h"

namespace pki::x509 {

struct DirectoryAttribute {
  asn1::Oid type;
  std::vector<asn1::Element> values;
};
struct SubjectDirectoryAttributes {
  std::vector<DirectoryAttribute> attributes;
};
Result<SubjectDirectoryAttributes> read_subject_directory_attributes(Bytes value, asn1::Context& context);

struct TlsFeature {
  std::vector<std::uint64_t> features;  // 5 is status_request ("must staple")
};
Result<TlsFeature> read_tls_feature(Bytes value, asn1::Context& context);
ByteVector encode(const TlsFeature& feature);

struct OcspNoCheck {};
Result<OcspNoCheck> read_ocsp_no_check(Bytes value, asn1::Context& context);

}  // namespace pki::x509
