// Browsers, with a private root. Firefox stands for NSS too.

#include "relying/effects.h"
#include "relying/profiles.h"

namespace pki::relying::profiles {
namespace {

using repository::Follow;

constexpr Setting kFirefoxSettings[] = {
    {Topic::MissingIssuers, "preloaded",
     "Nothing is fetched; Firefox comes with the intermediate CAs of the public roots",
     "Mozilla Wiki, Security/CryptoEngineering/Intermediate Preloading", Certainty::Documented},
    {Topic::PathBuilding, "all paths", "All issuers of the name are tried", "measured with vfychain of NSS 3.87",
     Certainty::Measured},
    {Topic::PartialChains, "any anchor", "Any certificate that is marked as trusted ends a path",
     "measured with vfychain of NSS 3.87", Certainty::Measured},
    {Topic::AnchorLimits, "honoured", "Path length and name constraints of the root count",
     "mozilla::pkix, pkixbuild.cpp (PathBuildingStep::Check), pkixcheck.cpp (CheckBasicConstraints)",
     Certainty::Documented},
    {Topic::AnchorValidity, "checked", "A root that has expired refuses the path",
     "mozilla::pkix, pkixcheck.cpp (CheckIssuerIndependentProperties)", Certainty::Documented},
    {Topic::ExtendedKeyUsage, "every CA",
     "The extended key usage of every intermediate CA must allow the purpose where it is there",
     "measured with vfychain of NSS 3.87", Certainty::Measured},
    {Topic::KeyIdentifiers, "must match (NSS)",
     "NSS looks for the key identifier that is named; mozilla::pkix takes it as a help",
     "measured with vfychain of NSS 3.87", Certainty::Measured, effects::key_ids_refuse},
    {Topic::NameConstraints, "judged", "Name constraints are judged", "measured with vfychain of NSS 3.87",
     Certainty::Measured},
    {Topic::Policies, "judged (NSS)", "libpkix judges them; mozilla::pkix only for extended validation",
     "measured with vfychain of NSS 3.87", Certainty::Measured},
    {Topic::Revocation, "soft", "OCSP and CRLite: where nothing answers the connection goes on",
     "Mozilla Wiki, CA/Revocation Checking in Firefox", Certainty::Documented, effects::revocation_soft},
    {Topic::Depth, "6", "At most six intermediate CAs: MAX_SUBCA_COUNT", "mozilla::pkix, pkixbuild.cpp (BuildForward)",
     Certainty::Documented, effects::depth<6>},
    {Topic::Names, "SAN only", "The common name does not count", "Firefox 48 release notes", Certainty::Assumed},
    {Topic::Strength, "RSA 1024, no SHA-1",
     "RSA from 1024 bits (2048 is preferred), the curves P-256, P-384 and P-521, no SHA-1",
     "Firefox, security/certverifier: CertVerifier.cpp (MIN_RSA_BITS_WEAK), NSSCertDBTrustDomain.cpp "
     "(CheckSignatureDigestAlgorithm); whether SHA-1 is refused under private roots too is not verified",
     Certainty::Documented, effects::strong_but_rsa_from<1024>},
    {Topic::Validity, "any", "There is no limit under private roots",
     "Firefox, security/certverifier: NSSCertDBTrustDomain.cpp (CheckValidityIsAcceptable)", Certainty::Documented},
    {Topic::IssuerRules, "not judged", "What RFC 5280 asks of issuers is not looked at",
     "measured with vfychain of NSS 3.87", Certainty::Measured, effects::lax_issuers},
};
constexpr Product kFirefoxWords[] = {Product::Nss, Product::TlsAlert};

constexpr Setting kChromeSettings[] = {
    {Topic::MissingIssuers, "fetched", "Missing issuers are fetched from the AIA addresses",
     "Chromium, net/data/ssl/chrome_root_store/faq.md", Certainty::Documented, nullptr, Follow::Issuers},
    {Topic::PathBuilding, "all paths", "All paths are tried", "BoringSSL, pki/path_builder.h", Certainty::Documented},
    {Topic::PartialChains, "any anchor", "Certificates that the platform trusts may be intermediates",
     "BoringSSL, pki/trust_store.h", Certainty::Documented},
    {Topic::AnchorLimits, "honoured",
     "Limits of roots that the Windows store or a policy with constraints trusts count; of others, where the platform "
     "says so",
     "Chromium, net/cert/internal/trust_store_win.cc, net/cert/cert_verify_proc_builtin.cc: "
     "WithEnforceAnchorConstraints",
     Certainty::Documented},
    {Topic::AnchorValidity, "checked", "The validity of roots counts where their limits do",
     "Chromium, net/cert/internal/trust_store_win.cc, net/cert/cert_verify_proc_builtin.cc: WithEnforceAnchorExpiry",
     Certainty::Documented},
    {Topic::ExtendedKeyUsage, "every CA",
     "The extended key usage of every intermediate CA must allow the purpose where it is there",
     "BoringSSL, pki/verify_certificate_chain.cc", Certainty::Documented},
    {Topic::KeyIdentifiers, "only a help", "Key identifiers put candidates in order", "BoringSSL, pki/path_builder.cc",
     Certainty::Documented},
    {Topic::NameConstraints, "judged", "Name constraints are judged", "BoringSSL, pki/verify_certificate_chain.cc",
     Certainty::Documented},
    {Topic::Policies, "judged", "The policy graph is judged", "BoringSSL, pki/verify_certificate_chain.cc",
     Certainty::Documented},
    {Topic::Revocation, "CRLSets", "Only what CRLSets list, unless a policy asks for more",
     "Chromium, The Chromium Projects: CRLSets", Certainty::Documented},
    {Topic::Depth, "any", "A bound on the work, not on the length", "BoringSSL, pki/path_builder.h",
     Certainty::Documented},
    {Topic::Names, "SAN only", "The common name does not count",
     "Chromium, net/cert/x509_certificate.cc (VerifyHostname)", Certainty::Documented},
    {Topic::Strength, "RSA 1024, no SHA-1",
     "RSA keys below 1024 bits, SHA-1 and hashes other than SHA-256, SHA-384 and SHA-512 are refused",
     "Chromium, net/cert/cert_verify_proc.cc (IsWeakKey, InspectSignatureAlgorithmForCert)", Certainty::Documented,
     effects::strong_but_rsa_from<1024>},
    {Topic::Validity, "any", "The limit of 398 days (and less) binds publicly trusted roots only",
     "Chromium, net/cert/cert_verify_proc.cc, HasTooLongValidity", Certainty::Documented},
    {Topic::IssuerRules, "not judged", "What RFC 5280 asks of issuers is not looked at",
     "BoringSSL, pki/verify_certificate_chain.h", Certainty::Assumed, effects::lax_issuers},
};
constexpr Product kChromeWords[] = {Product::Chrome, Product::TlsAlert};

}  // namespace

RelyingParty firefox() {
  return {
      .id = "firefox",
      .title = "Firefox, NSS",
      .kind = Kind::Browser,
      .description = "mozilla::pkix, and the library below it. NSS alone (vfychain) is what the tests compare with.",
      .settings = kFirefoxSettings,
      .words = kFirefoxWords,
      .checked_against = "NSS (vfychain)"};
}

RelyingParty chrome() {
  return {.id = "chrome",
          .title = "Chrome",
          .kind = Kind::Browser,
          .description =
              "The Chrome verifier (since 2023 on all desktops and Android), with a private root that the platform or "
              "a policy trusts.",
          .settings = kChromeSettings,
          .words = kChromeWords};
}

}  // namespace pki::relying::profiles
