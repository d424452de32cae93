// Certificate policies, and the statements of qualified certificates.

#include "asn1/registry_tables.h"

namespace pki::asn1::registry {
namespace {

constexpr OidUse kUse = OidUse::Policy;
constexpr OidUse kOther = OidUse::Other;

// clang-format off
constexpr OidInfo kRows[] = {
    {make_oid<2, 5, 29, 32, 0>(), kUse, "anyPolicy", "", "X509v3 Any Policy", "All issuance policies", "RFC 5280 4.2.1.4"},

    {make_oid<2, 23, 140, 1, 1>(), kUse, "ev-guidelines", "EV", "", "", "CA/Browser Forum EV Guidelines 7.1.6.1"},
    {make_oid<2, 23, 140, 1, 2, 1>(), kUse, "domain-validated", "DV", "", "", "CA/Browser Forum Baseline Requirements 7.1.6.1"},
    {make_oid<2, 23, 140, 1, 2, 2>(), kUse, "organization-validated", "OV", "", "", "CA/Browser Forum Baseline Requirements 7.1.6.1"},
    {make_oid<2, 23, 140, 1, 2, 3>(), kUse, "individual-validated", "IV", "", "", "CA/Browser Forum Baseline Requirements 7.1.6.1"},
    {make_oid<2, 23, 140, 1, 3>(), kUse, "ev-code-signing", "", "", "", "CA/Browser Forum Code Signing Requirements 7.1.6.1"},
    {make_oid<2, 23, 140, 1, 4, 1>(), kUse, "code-signing-requirements", "", "", "", "CA/Browser Forum Code Signing Requirements 7.1.6.1"},
    {make_oid<2, 23, 140, 1, 4, 2>(), kUse, "code-signing-timestamping", "", "", "", "CA/Browser Forum Code Signing Requirements 7.1.6.1"},
    {make_oid<2, 23, 140, 1, 5, 1, 1>(), kUse, "smime-mailbox-legacy", "", "", "", "CA/Browser Forum S/MIME Requirements 7.1.6.1"},
    {make_oid<2, 23, 140, 1, 5, 1, 2>(), kUse, "smime-mailbox-multipurpose", "", "", "", "CA/Browser Forum S/MIME Requirements 7.1.6.1"},
    {make_oid<2, 23, 140, 1, 5, 1, 3>(), kUse, "smime-mailbox-strict", "", "", "", "CA/Browser Forum S/MIME Requirements 7.1.6.1"},
    {make_oid<2, 23, 140, 1, 5, 2, 1>(), kUse, "smime-organization-legacy", "", "", "", "CA/Browser Forum S/MIME Requirements 7.1.6.1"},
    {make_oid<2, 23, 140, 1, 5, 2, 2>(), kUse, "smime-organization-multipurpose", "", "", "", "CA/Browser Forum S/MIME Requirements 7.1.6.1"},
    {make_oid<2, 23, 140, 1, 5, 2, 3>(), kUse, "smime-organization-strict", "", "", "", "CA/Browser Forum S/MIME Requirements 7.1.6.1"},
    {make_oid<2, 23, 140, 1, 5, 3, 1>(), kUse, "smime-sponsor-legacy", "", "", "", "CA/Browser Forum S/MIME Requirements 7.1.6.1"},
    {make_oid<2, 23, 140, 1, 5, 3, 2>(), kUse, "smime-sponsor-multipurpose", "", "", "", "CA/Browser Forum S/MIME Requirements 7.1.6.1"},
    {make_oid<2, 23, 140, 1, 5, 3, 3>(), kUse, "smime-sponsor-strict", "", "", "", "CA/Browser Forum S/MIME Requirements 7.1.6.1"},
    {make_oid<2, 23, 140, 1, 5, 4, 1>(), kUse, "smime-individual-legacy", "", "", "", "CA/Browser Forum S/MIME Requirements 7.1.6.1"},
    {make_oid<2, 23, 140, 1, 5, 4, 2>(), kUse, "smime-individual-multipurpose", "", "", "", "CA/Browser Forum S/MIME Requirements 7.1.6.1"},
    {make_oid<2, 23, 140, 1, 5, 4, 3>(), kUse, "smime-individual-strict", "", "", "", "CA/Browser Forum S/MIME Requirements 7.1.6.1"},
    {make_oid<2, 23, 140, 2, 1>(), kUse, "cabf-test-certificate", "", "", "", "CA/Browser Forum Baseline Requirements"},
    {make_oid<2, 23, 140, 41>(), kOther, "cabf-caSigningNonce", "", "", "", "CA/Browser Forum Baseline Requirements"},
    {make_oid<2, 23, 140, 42>(), kOther, "cabf-applicantSigningNonce", "", "", "", "CA/Browser Forum Baseline Requirements"},

    {make_oid<0, 4, 0, 2042, 1, 1>(), kUse, "ncp", "", "", "", "ETSI EN 319 411-1 5.3"},
    {make_oid<0, 4, 0, 2042, 1, 2>(), kUse, "ncpplus", "", "", "", "ETSI EN 319 411-1 5.3"},
    {make_oid<0, 4, 0, 2042, 1, 3>(), kUse, "lcp", "", "", "", "ETSI EN 319 411-1 5.3"},
    {make_oid<0, 4, 0, 2042, 1, 4>(), kUse, "evcp", "", "", "", "ETSI EN 319 411-1 5.3"},
    {make_oid<0, 4, 0, 2042, 1, 6>(), kUse, "dvcp", "", "", "", "ETSI EN 319 411-1 5.3"},
    {make_oid<0, 4, 0, 2042, 1, 7>(), kUse, "ovcp", "", "", "", "ETSI EN 319 411-1 5.3"},
    {make_oid<0, 4, 0, 2042, 1, 8>(), kUse, "ivcp", "", "", "", "ETSI EN 319 411-1 5.3"},
    {make_oid<0, 4, 0, 194112, 1, 0>(), kUse, "qcp-natural", "qcp-n", "", "", "ETSI EN 319 411-2 5.3"},
    {make_oid<0, 4, 0, 194112, 1, 1>(), kUse, "qcp-legal", "qcp-l", "", "", "ETSI EN 319 411-2 5.3"},
    {make_oid<0, 4, 0, 194112, 1, 2>(), kUse, "qcp-natural-qscd", "qcp-n-qscd", "", "", "ETSI EN 319 411-2 5.3"},
    {make_oid<0, 4, 0, 194112, 1, 3>(), kUse, "qcp-legal-qscd", "qcp-l-qscd", "", "", "ETSI EN 319 411-2 5.3"},
    {make_oid<0, 4, 0, 194112, 1, 4>(), kUse, "qcp-web", "qcp-w", "", "", "ETSI EN 319 411-2 5.3"},
    {make_oid<0, 4, 0, 194112, 1, 5>(), kUse, "qncp-web", "qncp-w", "", "", "ETSI EN 319 411-2 5.3"},

    {make_oid<1, 3, 6, 1, 4, 1, 311, 21, 8>(), kOther, "msEnterpriseOidRoot", "", "", "Enterprise Oid Root", "MS-CRTD, above the OIDs of templates and policies"},
    {make_oid<1, 3, 6, 1, 4, 1, 311, 21, 30>(), kUse, "msEkVerifyKey", "", "", "Endorsement Key Verified", "MS-WCCE, key attestation"},
    {make_oid<1, 3, 6, 1, 4, 1, 311, 21, 31>(), kUse, "msEkVerifyCert", "", "", "Endorsement Certificate Verified", "MS-WCCE, key attestation"},
    {make_oid<1, 3, 6, 1, 4, 1, 311, 21, 32>(), kUse, "msEkVerifyCreds", "", "", "User Credentials Verified", "MS-WCCE, key attestation"},
    {make_oid<2, 16, 840, 1, 101, 3, 2, 1, 48, 1>(), kUse, "nist-test-certificate-policy-1", "", "", "", "NIST PKITS"},
    {make_oid<2, 16, 840, 1, 101, 3, 2, 1, 48, 2>(), kUse, "nist-test-certificate-policy-2", "", "", "", "NIST PKITS"},
    {make_oid<2, 16, 840, 1, 101, 3, 2, 1, 48, 3>(), kUse, "nist-test-certificate-policy-3", "", "", "", "NIST PKITS"},
    {make_oid<2, 16, 840, 1, 101, 3, 2, 1, 48, 4>(), kUse, "nist-test-certificate-policy-4", "", "", "", "NIST PKITS"},
    {make_oid<2, 16, 840, 1, 101, 3, 2, 1, 48, 5>(), kUse, "nist-test-certificate-policy-5", "", "", "", "NIST PKITS"},
    {make_oid<2, 16, 840, 1, 101, 3, 2, 1, 48, 6>(), kUse, "nist-test-certificate-policy-6", "", "", "", "NIST PKITS"},

    {make_oid<1, 3, 6, 1, 5, 5, 7, 11, 1>(), kOther, "qcs-pkixQCSyntax-v1", "", "", "", "RFC 3739 3.2.6.1"},
    {make_oid<1, 3, 6, 1, 5, 5, 7, 11, 2>(), kOther, "qcs-pkixQCSyntax-v2", "", "", "", "RFC 3739 3.2.6.1"},
    {make_oid<0, 4, 0, 1862, 1, 1>(), kOther, "qcCompliance", "", "", "", "ETSI EN 319 412-5 4.2.1"},
    {make_oid<0, 4, 0, 1862, 1, 2>(), kOther, "qcLimitValue", "", "", "", "ETSI EN 319 412-5 4.3.2"},
    {make_oid<0, 4, 0, 1862, 1, 3>(), kOther, "qcRetentionPeriod", "", "", "", "ETSI EN 319 412-5 4.3.3"},
    {make_oid<0, 4, 0, 1862, 1, 4>(), kOther, "qcSSCD", "", "", "", "ETSI EN 319 412-5 4.2.2"},
    {make_oid<0, 4, 0, 1862, 1, 5>(), kOther, "qcPDS", "", "", "", "ETSI EN 319 412-5 4.3.4"},
    {make_oid<0, 4, 0, 1862, 1, 6>(), kOther, "qcType", "", "", "", "ETSI EN 319 412-5 4.2.3"},
    {make_oid<0, 4, 0, 1862, 1, 6, 1>(), kOther, "qct-esign", "", "", "", "ETSI EN 319 412-5 4.2.3"},
    {make_oid<0, 4, 0, 1862, 1, 6, 2>(), kOther, "qct-eseal", "", "", "", "ETSI EN 319 412-5 4.2.3"},
    {make_oid<0, 4, 0, 1862, 1, 6, 3>(), kOther, "qct-web", "", "", "", "ETSI EN 319 412-5 4.2.3"},
    {make_oid<0, 4, 0, 1862, 1, 7>(), kOther, "qcCClegislation", "", "", "", "ETSI EN 319 412-5 4.2.4"},
    {make_oid<0, 4, 0, 19495, 2>(), kOther, "psd2-qcStatement", "", "", "", "ETSI TS 119 495 5.1"},
    {make_oid<0, 4, 0, 19495, 1, 1>(), kOther, "psp-as", "", "", "", "ETSI TS 119 495 5.1"},
    {make_oid<0, 4, 0, 19495, 1, 2>(), kOther, "psp-pi", "", "", "", "ETSI TS 119 495 5.1"},
    {make_oid<0, 4, 0, 19495, 1, 3>(), kOther, "psp-ai", "", "", "", "ETSI TS 119 495 5.1"},
    {make_oid<0, 4, 0, 19495, 1, 4>(), kOther, "psp-ic", "", "", "", "ETSI TS 119 495 5.1"},
};
// clang-format on

}  // namespace

std::span<const OidInfo> policies() { return kRows; }

}  // namespace pki::asn1::registry
