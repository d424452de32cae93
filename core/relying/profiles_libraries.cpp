// Libraries: Go, Java, GnuTLS, Mbed TLS.

#include "relying/effects.h"
#include "relying/profiles.h"

namespace pki::relying::profiles {
namespace {

constexpr Setting kGoSettings[] = {
    {Topic::MissingIssuers, "not fetched", "Nothing is fetched", "crypto/x509/verify.go", Certainty::Documented},
    {Topic::PathBuilding, "all paths", "All paths are tried, with at most 100 signature checks",
     "crypto/x509/verify.go of Go 1.19; measured", Certainty::Measured},
    {Topic::PartialChains, "any anchor", "Any certificate among the roots ends a path; a leaf among them is accepted",
     "crypto/x509/verify.go of Go 1.19; measured", Certainty::Measured, effects::trusted_target},
    {Topic::AnchorLimits, "honoured",
     "Path length and name constraints of the root count, and it must not say that it is no CA",
     "crypto/x509/verify.go of Go 1.19; measured", Certainty::Measured},
    {Topic::AnchorValidity, "checked", "A root that has expired refuses the path",
     "crypto/x509/verify.go of Go 1.19; measured", Certainty::Measured},
    {Topic::ExtendedKeyUsage, "every CA, root too",
     "The extended key usage of every CA, the root's too, must allow the purpose where it is there",
     "crypto/x509/verify.go, checkChainForKeyUsage; measured", Certainty::Measured, effects::eku_with_anchor},
    {Topic::KeyIdentifiers, "only a help", "Key identifiers put candidates in order",
     "crypto/x509/cert_pool.go, findPotentialParents; measured", Certainty::Measured, effects::key_ids_ignored},
    {Topic::NameConstraints, "not directory names",
     "DNS, address, e-mail and URI; a critical constraint of another form is refused as an unhandled critical "
     "extension",
     "crypto/x509/verify.go of Go 1.19; measured", Certainty::Measured},
    {Topic::Policies, "not judged",
     "Policies are not looked at, and critical policy constraints and mappings are unhandled extensions (judged from "
     "Go 1.24 on)",
     "crypto/x509/verify.go of Go 1.19; measured", Certainty::Measured, effects::no_policy_extensions},
    {Topic::Revocation, "never", "CRLs and OCSP are the application's business",
     "crypto/x509 documentation, Certificate.Verify", Certainty::Documented, effects::revocation_never},
    {Topic::Depth, "any", "There is no limit but the number of signature checks", "crypto/x509/verify.go",
     Certainty::Documented},
    {Topic::Names, "SAN only", "The common name does not count since Go 1.15",
     "crypto/x509/verify.go of Go 1.19; measured", Certainty::Measured},
    {Topic::Strength, "no SHA-1, no MD5",
     "SHA-1 signatures are refused since Go 1.18, RSA keys below 1024 bits since Go 1.24",
     "crypto/x509 documentation, InsecureAlgorithmError; Go 1.24 release notes, crypto/rsa", Certainty::Documented,
     effects::rsa_from<1024>},
    {Topic::Validity, "any", "There is no limit to the validity period", "crypto/x509/verify.go",
     Certainty::Documented},
    {Topic::IssuerRules, "not judged",
     "What RFC 5280 asks of issuers is not looked at; the key usage of the target neither",
     "crypto/x509/verify.go of Go 1.19; measured", Certainty::Measured, effects::go_leniency},
};
constexpr Product kGoWords[] = {Product::Go, Product::TlsAlert};

constexpr Setting kJavaSettings[] = {
    {Topic::MissingIssuers, "not fetched", "Nothing is fetched unless com.sun.security.enableAIAcaIssuers is true",
     "Java PKI Programmer's Guide, enableAIAcaIssuers", Certainty::Documented},
    {Topic::PathBuilding, "all paths", "SunCertPathBuilder goes back and tries other issuers",
     "sun.security.provider.certpath of OpenJDK 17; measured", Certainty::Measured},
    {Topic::PartialChains, "any anchor",
     "Any certificate of the trust store ends a path; one that is trusted itself is accepted",
     "sun.security.validator.PKIXValidator; measured", Certainty::Measured, effects::trusted_target},
    {Topic::AnchorLimits, "not honoured",
     "The anchor must be a CA (jdk.security.allowNonCaAnchor); its path length and name constraints do not count",
     "sun.security.provider.certpath of OpenJDK 17; measured", Certainty::Measured, effects::bare_anchors},
    {Topic::AnchorValidity, "not checked", "An expired root is still an anchor",
     "sun.security.provider.certpath of OpenJDK 17; measured", Certainty::Measured, effects::any_time_anchors},
    {Topic::ExtendedKeyUsage, "target only", "Extended key usage is judged for the target alone",
     "sun.security.validator.EndEntityChecker; measured", Certainty::Measured, effects::eku_off},
    {Topic::KeyIdentifiers, "only a help", "Key identifiers put candidates in order",
     "sun.security.provider.certpath.ForwardBuilder; measured", Certainty::Measured, effects::key_ids_ignored},
    {Topic::NameConstraints, "judged", "All forms of names", "sun.security.provider.certpath of OpenJDK 17; measured",
     Certainty::Measured},
    {Topic::Policies, "judged", "The policy tree, with mapping and constraints",
     "sun.security.provider.certpath.PolicyChecker; measured", Certainty::Measured},
    {Topic::Revocation, "off", "Nothing is checked unless com.sun.net.ssl.checkRevocation is true",
     "Java PKI Programmer's Guide", Certainty::Documented},
    {Topic::Depth, "5",
     "At most five intermediate certificates (jdk.security... maxPathLength of PKIXBuilderParameters)",
     "java.security.cert.PKIXBuilderParameters, getMaxPathLength", Certainty::Documented, effects::depth<5>},
    {Topic::Names, "SAN, else CN", "The common name counts where the certificate has no DNS name",
     "sun.security.util.HostnameChecker", Certainty::Documented, effects::common_name_too},
    {Topic::Strength, "RSA 1024, SHA-1 for private CAs",
     "jdk.certpath.disabledAlgorithms: no MD5, RSA from 1024 bits, SHA-1 refused only under the roots that come with "
     "Java",
     "java.security of OpenJDK 17, jdk.certpath.disabledAlgorithms", Certainty::Documented,
     effects::rsa_from_with_sha1<1024>},
    {Topic::Validity, "any", "There is no limit to the validity period", "java.security.cert documentation",
     Certainty::Documented},
    {Topic::IssuerRules, "not judged", "What RFC 5280 asks of issuers is not looked at",
     "sun.security.provider.certpath of OpenJDK 17; measured", Certainty::Measured, effects::lax_issuers},
};
constexpr Product kJavaWords[] = {Product::Java, Product::TlsAlert};

constexpr Setting kGnutlsSettings[] = {
    {Topic::MissingIssuers, "not fetched",
     "Nothing is fetched unless the application does (gnutls_x509_trust_list_set_getissuer_function)", "GnuTLS manual",
     Certainty::Documented},
    {Topic::PathBuilding, "first issuer", "What was sent is sorted into one chain; another way is not looked for",
     "measured with certtool of GnuTLS 3.7.9", Certainty::Measured},
    {Topic::PartialChains, "any anchor",
     "Any certificate of the trust list ends a path; a leaf that stands in it itself is not accepted for that",
     "measured with certtool of GnuTLS 3.7.9", Certainty::Measured, effects::no_trusted_target},
    {Topic::AnchorLimits, "honoured", "Basic constraints, path length and name constraints of the anchor count",
     "measured with certtool of GnuTLS 3.7.9", Certainty::Measured},
    {Topic::AnchorValidity, "checked", "An anchor that has expired refuses the path",
     "measured with certtool of GnuTLS 3.7.9", Certainty::Measured},
    {Topic::ExtendedKeyUsage, "every CA",
     "The extended key usage of every intermediate CA must allow the purpose where it is there; anyExtendedKeyUsage "
     "does not",
     "measured with certtool of GnuTLS 3.7.9", Certainty::Measured},
    {Topic::KeyIdentifiers, "must match",
     "A certificate whose key identifier is not the one that is named is not taken for the issuer",
     "gnutls_x509_crt_check_issuer (3); measured with certtool of GnuTLS 3.7.9", Certainty::Measured,
     effects::key_ids_refuse},
    {Topic::NameConstraints, "judged", "Name constraints are judged", "measured with certtool of GnuTLS 3.7.9",
     Certainty::Measured},
    {Topic::Policies, "not judged",
     "Policies are not looked at, and critical policy constraints are an unknown extension",
     "measured with certtool of GnuTLS 3.7.9", Certainty::Measured, effects::no_policy_extensions},
    {Topic::Revocation, "where handed in",
     "CRLs of the trust list and stapled OCSP responses count; without them nothing is asked", "GnuTLS manual",
     Certainty::Documented},
    {Topic::Depth, "16", "At most 16 certificates are read (DEFAULT_MAX_VERIFY_DEPTH)",
     "lib/x509 of GnuTLS, DEFAULT_MAX_VERIFY_DEPTH", Certainty::Assumed, effects::depth<14>},
    {Topic::Names, "SAN, else CN", "The common name counts where the certificate has no DNS name",
     "gnutls_x509_crt_check_hostname2 (3)", Certainty::Documented, effects::common_name_too},
    {Topic::Strength, "RSA 2048, no SHA-1", "The security parameter is medium in the default priorities",
     "GnuTLS manual, Priority strings: %PROFILE_MEDIUM", Certainty::Assumed, effects::rsa_from<2048>},
    {Topic::Validity, "any", "There is no limit to the validity period", "GnuTLS manual", Certainty::Documented},
    {Topic::IssuerRules, "not judged",
     "What RFC 5280 asks of issuers is not looked at; the key usage of the target is compared with the cipher suite "
     "later",
     "measured with certtool of GnuTLS 3.7.9", Certainty::Measured, effects::go_leniency},
};
constexpr Product kGnutlsWords[] = {Product::GnuTls, Product::TlsAlert};

constexpr Setting kMbedtlsSettings[] = {
    {Topic::MissingIssuers, "not fetched", "Nothing is fetched", "library/x509_crt.c", Certainty::Documented},
    {Topic::PathBuilding, "first issuer",
     "The first certificate behind it in the list whose name and key usage fit is taken, before its signature is "
     "checked; the order of the list counts",
     "library/x509_crt.c, x509_crt_find_parent; measured", Certainty::Measured},
    {Topic::PartialChains, "any anchor", "Any certificate of the trust list ends a path",
     "library/x509_crt.c of Mbed TLS 3.6; measured", Certainty::Measured},
    {Topic::AnchorLimits, "path length only",
     "The path length of the anchor counts; it must be a CA unless it is of version 1",
     "library/x509_crt.c of Mbed TLS 3.6; measured", Certainty::Measured},
    {Topic::AnchorValidity, "checked", "An anchor that has expired refuses the path",
     "library/x509_crt.c, x509_crt_verify_chain", Certainty::Documented},
    {Topic::ExtendedKeyUsage, "target only",
     "TLS judges key usage and extended key usage of the other side's own certificate", "mbedtls_ssl_check_cert_usage",
     Certainty::Documented, effects::eku_off},
    {Topic::KeyIdentifiers, "not compared", "Key identifiers are parsed and not compared",
     "library/x509_crt.c of Mbed TLS 3.6; measured", Certainty::Measured, effects::key_ids_ignored},
    {Topic::NameConstraints, "unknown",
     "Name constraints are not known: a certificate with critical ones is not even parsed",
     "library/x509_crt.c of Mbed TLS 3.6; measured", Certainty::Measured, effects::no_name_constraints},
    {Topic::Policies, "unknown", "Policies are not judged; critical policy constraints and mappings are not parsed",
     "library/x509_crt.c of Mbed TLS 3.6; measured", Certainty::Measured, effects::no_policy_extensions},
    {Topic::Revocation, "where handed in",
     "CRLs count where the application hands them in, and nothing is asked where none answers",
     "mbedtls_x509_crt_verify documentation", Certainty::Documented},
    {Topic::Depth, "8", "At most eight intermediate CAs: MBEDTLS_X509_MAX_INTERMEDIATE_CA",
     "mbedtls_config.h, MBEDTLS_X509_MAX_INTERMEDIATE_CA", Certainty::Documented, effects::depth<8>},
    {Topic::Names, "SAN, else CN", "The common name counts where the certificate has no alternative names",
     "library/x509_crt.c, x509_crt_verify_name", Certainty::Documented, effects::common_name_too},
    {Topic::Strength, "RSA 2048, SHA-256",
     "mbedtls_x509_crt_profile_default: RSA from 2048 bits, curves from 256 bits, SHA-256 and better",
     "library/x509_crt.c, mbedtls_x509_crt_profile_default", Certainty::Documented, effects::rsa_from<2048>},
    {Topic::Validity, "any", "There is no limit to the validity period", "library/x509_crt.c", Certainty::Documented},
    {Topic::IssuerRules, "not judged", "What RFC 5280 asks of issuers is not looked at",
     "library/x509_crt.c of Mbed TLS 3.6; measured", Certainty::Measured, effects::lax_issuers},
};
constexpr Product kMbedtlsWords[] = {Product::MbedTls, Product::TlsAlert};

}  // namespace

RelyingParty go() {
  return {.id = "go",
          .title = "Go",
          .kind = Kind::Library,
          .description =
              "Certificate.Verify of crypto/x509, with roots and intermediates given: what kubectl, Terraform, Caddy "
              "and step ask on Linux.",
          .settings = kGoSettings,
          .words = kGoWords,
          .checked_against = "Go (crypto/x509)"};
}

RelyingParty java() {
  return {.id = "java",
          .title = "Java",
          .kind = Kind::Library,
          .description = "The PKIX trust manager of JSSE, as it comes: what HttpClient, Tomcat, Kafka and Jenkins ask.",
          .settings = kJavaSettings,
          .words = kJavaWords,
          .checked_against = "Java (PKIX trust manager)"};
}

RelyingParty gnutls() {
  return {.id = "gnutls",
          .title = "GnuTLS",
          .kind = Kind::Library,
          .description =
              "gnutls_certificate_verify_peers with the default priorities: what wget, Exim, GNOME and many Debian "
              "packages ask.",
          .settings = kGnutlsSettings,
          .words = kGnutlsWords,
          .building = PathBuilding::FirstIssuer,
          .checked_against = "GnuTLS (certtool)"};
}

RelyingParty mbedtls() {
  return {.id = "mbedtls",
          .title = "Mbed TLS",
          .kind = Kind::Library,
          .description = "mbedtls_x509_crt_verify with the default profile: devices and firmware.",
          .settings = kMbedtlsSettings,
          .words = kMbedtlsWords,
          .checked_against = "Mbed TLS 3.6 (a small program)"};
}

}  // namespace pki::relying::profiles
