// Browsers, with a private root. Firefox stands for NSS too.

#include "relying/effects.h"
#include "relying/profiles.h"

namespace pki::relying::profiles {
namespace {

constexpr Setting kFirefoxSettings[] = {
    {Topic::MissingIssuers, "preloaded",
     "Nothing is fetched; Firefox comes with the intermediate CAs of the public roots",
     "Mozilla Wiki, Security/CryptoEngineering/Intermediate Preloading", Certainty::Documented},
    {Topic::PathBuilding, "all paths", "All issuers of the name are tried", "measured with vfychain of NSS 3.87",
     Certainty::Measured},
    {Topic::PartialChains, "any anchor", "Any certificate that is marked as trusted ends a path",
     "measured with vfychain of NSS 3.87", Certainty::Measured},
    {Topic::AnchorLimits, "honoured", "Path length and name constraints of the root count",
     "measured with vfychain of NSS 3.87", Certainty::Assumed},
    {Topic::AnchorValidity, "checked", "A root that has expired refuses the path", "measured with vfychain of NSS 3.87",
     Certainty::Assumed},
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
    {Topic::Depth, "any", "A bound on the work, not on the length", "mozilla::pkix", Certainty::Assumed},
    {Topic::Names, "SAN only", "The common name does not count", "Firefox 48 release notes", Certainty::Assumed},
    {Topic::Strength, "RSA 2048, no SHA-1", "Keys below 2048 bits and SHA-1 are refused (NSS: 1024)",
     "mozilla::pkix, NSSCertDBTrustDomain", Certainty::Assumed, effects::strong},
    {Topic::Validity, "any", "There is no limit under private roots",
     "mozilla::pkix, NSSCertDBTrustDomain: CheckValidityIsAcceptable", Certainty::Assumed},
    {Topic::IssuerRules, "not judged", "What RFC 5280 asks of issuers is not looked at",
     "measured with vfychain of NSS 3.87", Certainty::Measured, effects::lax_issuers},
};
constexpr Product kFirefoxWords[] = {Product::Nss, Product::TlsAlert};

constexpr Setting kChromeSettings[] = {
    {Topic::MissingIssuers, "fetched", "Missing issuers are fetched from the AIA addresses",
     "Chromium, net/data/ssl/chrome_root_store/faq.md", Certainty::Documented},
    {Topic::PathBuilding, "all paths", "All paths are tried", "BoringSSL, pki/path_builder.h", Certainty::Documented},
    {Topic::PartialChains, "any anchor", "Certificates that the platform trusts may be intermediates",
     "BoringSSL, pki/trust_store.h", Certainty::Documented},
    {Topic::AnchorLimits, "some",
     "Limits of locally trusted roots count where the platform says so (on Windows and Linux)",
     "Chromium, net/data/ssl/chrome_root_store/faq.md", Certainty::Assumed},
    {Topic::AnchorValidity, "some", "The validity of locally trusted roots counts where their limits do",
     "Chromium, net/data/ssl/chrome_root_store/faq.md", Certainty::Assumed},
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
    {Topic::Names, "SAN only", "The common name does not count since Chrome 58",
     "Chrome Platform Status 4981025180483584", Certainty::Assumed},
    {Topic::Strength, "RSA 1024, no SHA-1", "Weak keys below 1024 bits and SHA-1 are refused",
     "Chromium, net/cert/cert_verify_proc.cc", Certainty::Assumed, effects::rsa_from<1024>},
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
