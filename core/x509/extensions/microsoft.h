#pragma once
// Microsoft's extensions: template name (v1) and template (v2), CA version, application policies, and the security
// identifier of KB5014754 (MS-WCCE 2.2.2.7.7).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "asn1/oid.h"
#include "asn1/reader.h"

namespace pki::x509 {

/// 1.3.6.1.4.1.311.20.2: the name of a version 1 template, UTF-8 ("SubCA"). Read from any string type; Windows writes
/// BMPString.
struct MsTemplateName {
  std::string name;
};
Result<MsTemplateName> read_ms_template_name(Bytes value, asn1::Context& context);

/// 1.3.6.1.4.1.311.21.7: OID and version of a version 2 template.
struct MsTemplate {
  asn1::Oid id;
  std::optional<std::uint64_t> major_version;
  std::optional<std::uint64_t> minor_version;
};
Result<MsTemplate> read_ms_template(Bytes value, asn1::Context& context);

/// 1.3.6.1.4.1.311.21.1: how often the CA's certificate and its key were renewed.
struct MsCaVersion {
  std::uint32_t certificate_index = 0;  // low 16 bits
  std::uint32_t key_index = 0;          // high 16 bits
};
Result<MsCaVersion> read_ms_ca_version(Bytes value, asn1::Context& context);

/// 1.3.6.1.4.1.311.21.10: like certificate policies, of key purposes. Findings as read_certificate_policies.
struct MsApplicationPolicies {
  std::vector<asn1::Oid> purposes;
};
Result<MsApplicationPolicies> read_ms_application_policies(Bytes value, asn1::Context& context);

/// 1.3.6.1.4.1.311.25.2: the SID of the account, as text ("S-1-5-21-…"). x509.ms_security_identifier.form: fails where
/// there is none inside, noted where it does not begin with "S-1-".
struct MsSecurityIdentifier {
  std::string sid;
};
Result<MsSecurityIdentifier> read_ms_security_identifier(Bytes value, asn1::Context& context);

}  // namespace pki::x509
