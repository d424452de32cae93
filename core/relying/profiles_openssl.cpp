// OpenSSL, and what is built on it.

#include "relying/effects.h"
#include "relying/profiles.h"

namespace pki::relying::profiles {
namespace {

// What several of them have alike.
constexpr Setting kOpenSslMissingIssuers{
    Topic::MissingIssuers, "not fetched",
    "Nothing is fetched; an issuer that was not sent and is not in the store is missing",
    "openssl-verification-options (1)", Certainty::Documented};
constexpr Setting kOpenSslPathBuilding{
    Topic::PathBuilding, "first issuer",
    "One issuer is chosen for each certificate, by name, key identifier and key usage, the store first; if it proves "
    "wrong there is no way back",
    "crypto/x509/x509_vfy.c, build_chain; measured with OpenSSL 3.0.19", Certainty::Measured};
constexpr Setting kOpenSslPartialChains{
    Topic::PartialChains,
    "roots only",
    "A path must end at a self-signed certificate of the store, unless partial chains are switched on "
    "(-partial_chain)",
    "openssl-verification-options (1), -partial_chain",
    Certainty::Measured,
    effects::roots_only};
constexpr Setting kOpenSslAnchorLimits{
    Topic::AnchorLimits, "honoured",
    "Basic constraints, path length and name constraints of the root's own certificate count",
    "measured with OpenSSL 3.0.19", Certainty::Measured};
constexpr Setting kOpenSslAnchorValidity{Topic::AnchorValidity, "checked", "A root that has expired refuses the path",
                                         "measured with OpenSSL 3.0.19", Certainty::Measured};
constexpr Setting kOpenSslExtendedKeyUsage{
    Topic::ExtendedKeyUsage,
    "every CA, root too",
    "The extended key usage of every CA, the root's too, must allow the purpose where it is there",
    "crypto/x509/x509_vfy.c, check_extensions; measured with OpenSSL 3.0.19",
    Certainty::Measured,
    effects::eku_with_anchor};
constexpr Setting kOpenSslKeyIdentifiers{
    Topic::KeyIdentifiers,
    "must match",
    "A certificate whose key identifier is not the one that is named is not taken for the issuer",
    "X509_check_issued; measured with OpenSSL 3.0.19",
    Certainty::Measured,
    effects::key_ids_refuse};
constexpr Setting kOpenSslNameConstraints{Topic::NameConstraints, "judged",
                                          "Name constraints are judged as RFC 5280 has it",
                                          "measured with OpenSSL 3.0.19", Certainty::Measured};
constexpr Setting kOpenSslPolicies{Topic::Policies,
                                   "not judged",
                                   "Policies are not looked at unless that is switched on (-policy_check)",
                                   "openssl-verification-options (1), -policy_check; measured with OpenSSL 3.0.19",
                                   Certainty::Measured,
                                   effects::no_policies};
constexpr Setting kOpenSslRevocation{
    Topic::Revocation, "off",
    "Nothing is checked unless that is switched on (-crl_check, -crl_check_all) and CRLs are handed in",
    "openssl-verification-options (1), -crl_check", Certainty::Documented};
constexpr Setting kOpenSslDepth{Topic::Depth,
                                "100",
                                "At most 100 intermediate certificates (-verify_depth)",
                                "openssl-verification-options (1), -verify_depth",
                                Certainty::Documented,
                                effects::depth<100>};
constexpr Setting kOpenSslNames{
    Topic::Names,          "SAN, else CN",        "The common name counts where the certificate has no DNS name",
    "X509_check_host (3)", Certainty::Documented, effects::common_name_too};
constexpr Setting kOpenSslStrength{
    Topic::Strength,
    "RSA 1024, no SHA-1",
    "Security level 1, the default of TLS in 3.0 (2 from 3.2 on: RSA 2048): RSA and DSA from 1024 bits, no SHA-1; "
    "`openssl verify` asks nothing unless -auth_level is given",
    "SSL_CTX_set_security_level (3)",
    Certainty::Documented,
    effects::rsa_from<1024>};
constexpr Setting kOpenSslValidity{Topic::Validity, "any", "There is no limit to the validity period",
                                   "openssl-verification-options (1)", Certainty::Documented};
constexpr Setting kOpenSslIssuerRules{Topic::IssuerRules,
                                      "not judged",
                                      "What RFC 5280 asks of issuers is not looked at",
                                      "openssl-verification-options (1), -x509_strict",
                                      Certainty::Measured,
                                      effects::lax_issuers};

constexpr Setting kOpensslSettings[] = {
    kOpenSslMissingIssuers, kOpenSslPathBuilding,     kOpenSslPartialChains,  kOpenSslAnchorLimits,
    kOpenSslAnchorValidity, kOpenSslExtendedKeyUsage, kOpenSslKeyIdentifiers, kOpenSslNameConstraints,
    kOpenSslPolicies,       kOpenSslRevocation,       kOpenSslDepth,          kOpenSslNames,
    kOpenSslStrength,       kOpenSslValidity,         kOpenSslIssuerRules,
};
constexpr Product kOpensslWords[] = {Product::OpenSsl, Product::TlsAlert};

constexpr Setting kOpensslStrictSettings[] = {
    kOpenSslMissingIssuers,
    kOpenSslPathBuilding,
    kOpenSslPartialChains,
    kOpenSslAnchorLimits,
    kOpenSslAnchorValidity,
    kOpenSslExtendedKeyUsage,
    kOpenSslKeyIdentifiers,
    kOpenSslNameConstraints,
    kOpenSslPolicies,
    kOpenSslRevocation,
    kOpenSslDepth,
    kOpenSslNames,
    kOpenSslStrength,
    kOpenSslValidity,
    {Topic::IssuerRules, "partly refused",
     "Among others basic constraints of CAs that are not critical, missing key identifiers, CAs without key usage",
     "openssl-verification-options (1), -x509_strict; measured with OpenSSL 3.0.19", Certainty::Measured,
     effects::openssl_strict},
};
constexpr Product kOpensslStrictWords[] = {Product::OpenSsl, Product::TlsAlert};

constexpr Setting kNodejsSettings[] = {
    kOpenSslMissingIssuers,
    kOpenSslPathBuilding,
    kOpenSslPartialChains,
    kOpenSslAnchorLimits,
    kOpenSslAnchorValidity,
    kOpenSslExtendedKeyUsage,
    kOpenSslKeyIdentifiers,
    kOpenSslNameConstraints,
    kOpenSslPolicies,
    kOpenSslRevocation,
    kOpenSslDepth,
    {Topic::Names, "SAN, else CN",
     "The common name counts where the certificate has no DNS name, address or URI among its alternative names",
     "Node.js documentation, tls.checkServerIdentity", Certainty::Documented, effects::common_name_too},
    {Topic::Strength, "RSA 2048, no SHA-1", "Security level 2 since Node.js 24 (OpenSSL 3.5), level 1 before",
     "Node.js documentation, TLS: OpenSSL security level", Certainty::Documented, effects::rsa_from<1024>},
    kOpenSslValidity,
    kOpenSslIssuerRules,
};
constexpr Product kNodejsWords[] = {Product::Node, Product::OpenSsl, Product::TlsAlert};

constexpr Setting kNginxSettings[] = {
    kOpenSslMissingIssuers,
    kOpenSslPathBuilding,
    {Topic::PartialChains, "roots only",
     "A path must end at a self-signed certificate of ssl_client_certificate or ssl_trusted_certificate",
     "measured with nginx 1.22.1 (tests/peers/real_servers)", Certainty::Measured, effects::roots_only},
    kOpenSslAnchorLimits,
    kOpenSslAnchorValidity,
    kOpenSslExtendedKeyUsage,
    kOpenSslKeyIdentifiers,
    kOpenSslNameConstraints,
    kOpenSslPolicies,
    {Topic::Revocation, "off",
     "Nothing is checked without ssl_crl (which must then have a CRL for each CA) or ssl_ocsp",
     "nginx documentation, ngx_http_ssl_module: ssl_crl; measured with nginx 1.22.1", Certainty::Measured},
    {Topic::Depth, "1", "At most one intermediate certificate: ssl_verify_depth 1",
     "nginx documentation, ngx_http_ssl_module: ssl_verify_depth; measured with nginx 1.22.1", Certainty::Measured,
     effects::depth<1>},
    {Topic::Names, "not compared", "The names of a client are left to the application ($ssl_client_s_dn)",
     "nginx documentation, ngx_http_ssl_module", Certainty::Documented, effects::no_names},
    kOpenSslStrength,
    kOpenSslValidity,
    kOpenSslIssuerRules,
};
constexpr Product kNginxWords[] = {Product::OpenSsl, Product::TlsAlert};

constexpr Setting kApacheSettings[] = {
    kOpenSslMissingIssuers,
    kOpenSslPathBuilding,
    kOpenSslPartialChains,
    kOpenSslAnchorLimits,
    kOpenSslAnchorValidity,
    kOpenSslExtendedKeyUsage,
    kOpenSslKeyIdentifiers,
    kOpenSslNameConstraints,
    kOpenSslPolicies,
    {Topic::Revocation, "off", "Nothing is checked without SSLCARevocationCheck",
     "Apache documentation, mod_ssl: SSLCARevocationCheck; measured with Apache 2.4", Certainty::Measured},
    {Topic::Depth, "0",
     "SSLVerifyDepth 1 counts the root too: the client's certificate must be issued by a CA that is known directly",
     "Apache documentation, mod_ssl: SSLVerifyDepth; measured with Apache 2.4", Certainty::Measured, effects::depth<0>},
    {Topic::Names, "not compared", "The names of a client are left to SSLRequire and the application",
     "Apache documentation, mod_ssl", Certainty::Documented, effects::no_names},
    kOpenSslStrength,
    kOpenSslValidity,
    kOpenSslIssuerRules,
};
constexpr Product kApacheWords[] = {Product::OpenSsl, Product::TlsAlert};

constexpr Setting kFreeradiusSettings[] = {
    kOpenSslMissingIssuers,
    kOpenSslPathBuilding,
    {Topic::PartialChains, "any anchor",
     "Every certificate of ca_file ends a path, an intermediate CA too: without the root the issuing CA is enough "
     "(since 2018, but for 3.0.25 and 3.0.26)",
     "measured with FreeRADIUS 3.2.1 (tests/peers/real_servers); FreeRADIUS issues 2162 and 4753", Certainty::Measured},
    kOpenSslAnchorLimits,
    kOpenSslAnchorValidity,
    kOpenSslExtendedKeyUsage,
    kOpenSslKeyIdentifiers,
    kOpenSslNameConstraints,
    kOpenSslPolicies,
    {Topic::Revocation, "off",
     "check_crl is no by default; check_all_crl refuses everybody whose issuing CA is in ca_file",
     "FreeRADIUS, raddb/mods-available/eap; measured with 3.2.1 (tests/peers/real_servers), OpenSSL issue 5081",
     Certainty::Measured},
    kOpenSslDepth,
    {Topic::Names, "not compared", "The name of a device is left to the policy (check_cert_cn, TLS-Client-Cert-*)",
     "FreeRADIUS, raddb/mods-available/eap", Certainty::Documented, effects::no_names},
    kOpenSslStrength,
    kOpenSslValidity,
    kOpenSslIssuerRules,
};
constexpr Product kFreeradiusWords[] = {Product::OpenSsl, Product::TlsAlert};

}  // namespace

RelyingParty openssl() {
  return {.id = "openssl",
          .title = "OpenSSL 3",
          .kind = Kind::Library,
          .description =
              "X509_verify_cert as a TLS library calls it, with nothing switched on: what curl, Python, PHP, Ruby, "
              "Postfix and most of Unix ask.",
          .settings = kOpensslSettings,
          .words = kOpensslWords,
          .building = PathBuilding::FirstIssuer,
          .checked_against = "OpenSSL (openssl verify)"};
}

RelyingParty openssl_strict() {
  return {.id = "openssl-strict",
          .title = "OpenSSL 3, X509_STRICT",
          .kind = Kind::Library,
          .description =
              "The same with X509_V_FLAG_X509_STRICT (-x509_strict): certificates must keep to what RFC 5280 asks of "
              "issuers. Python 3.13 and later switch it on.",
          .settings = kOpensslStrictSettings,
          .words = kOpensslStrictWords,
          .building = PathBuilding::FirstIssuer,
          .checked_against = "OpenSSL (openssl verify -x509_strict)"};
}

RelyingParty nodejs() {
  return {.id = "nodejs",
          .title = "Node.js",
          .kind = Kind::Library,
          .description = "TLS of Node.js 20: OpenSSL below, host names in JavaScript.",
          .settings = kNodejsSettings,
          .words = kNodejsWords,
          .building = PathBuilding::FirstIssuer,
          .checked_against = "Node.js (tls)"};
}

RelyingParty nginx() {
  return {.id = "nginx",
          .title = "nginx",
          .kind = Kind::Server,
          .description =
              "Client certificates: ssl_verify_client on, ssl_client_certificate, and ssl_verify_depth as it comes.",
          .settings = kNginxSettings,
          .words = kNginxWords,
          .building = PathBuilding::FirstIssuer,
          .checked_against = "nginx (ssl_verify_client)"};
}

RelyingParty apache() {
  return {.id = "apache",
          .title = "Apache httpd",
          .kind = Kind::Server,
          .description =
              "Client certificates: SSLVerifyClient require, SSLCACertificateFile, and SSLVerifyDepth as it comes.",
          .settings = kApacheSettings,
          .words = kApacheWords,
          .building = PathBuilding::FirstIssuer,
          .checked_against = "Apache (SSLVerifyClient)"};
}

RelyingParty freeradius() {
  return {
      .id = "freeradius",
      .title = "FreeRADIUS",
      .kind = Kind::Server,
      .description = "EAP-TLS: certificates of devices, with ca_file and the rest of mods-available/eap as it comes.",
      .settings = kFreeradiusSettings,
      .words = kFreeradiusWords,
      .building = PathBuilding::FirstIssuer,
      .checked_against = "FreeRADIUS (EAP-TLS)"};
}

}  // namespace pki::relying::profiles
