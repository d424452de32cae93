// Apple and Android. None of them is at hand: what no document and no published source code says is assumed.

#include "relying/effects.h"
#include "relying/profiles.h"

namespace pki::relying::profiles {
namespace {

using repository::Follow;

constexpr Setting kAppleSettings[] = {
    {Topic::MissingIssuers, "fetched",
     "Missing issuers are fetched from the AIA addresses under the SSL policy, where the network is up; in EAP it is "
     "not yet",
     "Apple Developer, SecTrustSetNetworkFetchAllowed", Certainty::Documented, nullptr, Follow::Issuers},
    {Topic::PathBuilding, "all paths", "All paths are tried", "not verified", Certainty::Assumed},
    {Topic::PartialChains, "any anchor", "Certificates that are set as anchors may be intermediates",
     "SecTrustSetAnchorCertificates", Certainty::Assumed},
    {Topic::AnchorLimits, "not honoured", "The certificate of a trusted root is left out of basic path processing",
     "Apple, Security framework, SecPolicyServer.c (SecPolicyCheckBasicCertificateProcessing)", Certainty::Documented,
     effects::bare_anchors},
    {Topic::AnchorValidity, "checked", "A root that has expired refuses the path",
     "Apple, Security framework, SecPolicy.c (SecPolicyAddBasicX509Options: ValidRoot, TemporalValidity)",
     Certainty::Documented},
    {Topic::ExtendedKeyUsage, "target only", "Extended key usage is judged for the target alone",
     "Apple, Security framework, SecPolicyServer.c (SecPolicyCheckExtendedKeyUsage)", Certainty::Documented,
     effects::eku_off},
    {Topic::KeyIdentifiers, "must match", "An authority key identifier must be the issuer's subject key identifier",
     "Apple, Security framework, SecPolicyServer.c (SecPolicyCheckIdLinkage)", Certainty::Documented,
     effects::key_ids_refuse},
    {Topic::NameConstraints, "judged", "Name constraints are judged",
     "Apple, Security framework, SecPolicyServer.c (SecPolicyCheckBasicCertificateProcessing)", Certainty::Documented},
    {Topic::Policies, "judged", "The policy tree, and policies that a CA demands",
     "Apple, Security framework, SecPolicyServer.c (SecPolicyCheckBasicCertificateProcessing)", Certainty::Documented},
    {Topic::Revocation, "soft", "OCSP where it is at hand", "not verified", Certainty::Assumed,
     effects::revocation_soft},
    {Topic::Depth, "any", "There is no limit", "not verified", Certainty::Assumed},
    {Topic::Names, "SAN only", "The common name does not count",
     "Apple Support 103769, Requirements for trusted certificates in iOS 13 and macOS 10.15", Certainty::Documented},
    {Topic::Strength, "RSA 2048, SHA-2", "RSA keys of servers and CAs from 2048 bits, signatures of the SHA-2 family",
     "Apple Support 103769, Requirements for trusted certificates in iOS 13 and macOS 10.15", Certainty::Documented,
     effects::strong},
    {Topic::Validity, "825 days",
     "TLS servers' certificates issued since July 2019, under private roots too; 398 days and less bind publicly "
     "trusted roots only",
     "Apple Support 103769, Requirements for trusted certificates in iOS 13 and macOS 10.15", Certainty::Documented,
     effects::server_validity<825>},
    {Topic::IssuerRules, "not judged",
     "What RFC 5280 asks of issuers is not looked at, but the server's certificate must have extended key usage "
     "serverAuth",
     "Apple Support 103769, Requirements for trusted certificates in iOS 13 and macOS 10.15", Certainty::Documented,
     effects::lax_issuers},
};
constexpr Product kAppleWords[] = {Product::Apple, Product::TlsAlert};

constexpr Setting kAndroidSettings[] = {
    {Topic::MissingIssuers, "not fetched", "Nothing is fetched: the server must send all intermediate certificates",
     "Android Developers, Security with network protocols: Missing intermediate certificate authority",
     Certainty::Documented},
    {Topic::PathBuilding, "all paths", "Paths are tried until one holds",
     "Conscrypt, TrustManagerImpl (checkTrustedRecursive)", Certainty::Documented},
    {Topic::PartialChains, "any anchor",
     "Any certificate of the trust store ends a path; one that is trusted itself is accepted",
     "Conscrypt, TrustManagerImpl (checkTrusted, checkTrustedRecursive)", Certainty::Documented,
     effects::trusted_target},
    {Topic::AnchorLimits, "not honoured", "An anchor is handed to OpenJDK's path validator as such, as in Java",
     "Conscrypt, TrustManagerImpl (verifyChain); libcore, sun.security.provider.certpath", Certainty::Documented,
     effects::bare_anchors},
    {Topic::AnchorValidity, "not checked", "An expired root is still an anchor, as in Java",
     "Conscrypt, TrustManagerImpl (verifyChain); libcore, sun.security.provider.certpath", Certainty::Documented,
     effects::any_time_anchors},
    {Topic::ExtendedKeyUsage, "target only", "Extended key usage is judged for the target alone",
     "Conscrypt, TrustManagerImpl (ExtendedKeyUsagePKIXCertPathChecker)", Certainty::Documented, effects::eku_off},
    {Topic::KeyIdentifiers, "not compared", "Issuers are found by name and signature",
     "Conscrypt, TrustManagerImpl (checkTrustedRecursive)", Certainty::Documented, effects::key_ids_ignored},
    {Topic::NameConstraints, "judged", "All forms of names, as in Java",
     "libcore, sun.security.provider.certpath (ConstraintsChecker)", Certainty::Documented},
    {Topic::Policies, "judged", "The policy tree, as in Java",
     "libcore, sun.security.provider.certpath (PolicyChecker)", Certainty::Documented},
    {Topic::Revocation, "off", "Only what was stapled, and the platform's blocklist",
     "Conscrypt, TrustManagerImpl (verifyChain, setOcspResponses)", Certainty::Documented, effects::revocation_never},
    {Topic::Depth, "any", "There is no limit", "Conscrypt, TrustManagerImpl (checkTrustedRecursive)",
     Certainty::Documented},
    {Topic::Names, "SAN only", "The common name does not count since Android 9",
     "Android Developers, Android 9 behavior changes: hostname verification", Certainty::Documented},
    {Topic::Strength, "RSA 1024, no SHA-1", "RSA keys below 1024 bits are refused, and SHA-1 since Android 10",
     "Conscrypt, ChainStrengthAnalyzer; Android Developers, Android 10 behavior changes: SHA-1 in TLS",
     Certainty::Documented, effects::rsa_from<1024>},
    {Topic::Validity, "any", "There is no limit to the validity period",
     "Conscrypt, TrustManagerImpl (verifyChain); libcore, sun.security.provider.certpath", Certainty::Documented},
    {Topic::IssuerRules, "not judged", "What RFC 5280 asks of issuers is not looked at, as in Java",
     "Conscrypt, TrustManagerImpl (verifyChain); libcore, sun.security.provider.certpath", Certainty::Documented,
     effects::lax_issuers},
};
constexpr Product kAndroidWords[] = {Product::Android, Product::TlsAlert};

}  // namespace

RelyingParty apple() {
  return {.id = "apple",
          .title = "Apple (iOS, macOS)",
          .kind = Kind::Platform,
          .description = "SecTrustEvaluate with the SSL policy, and a root that was installed and trusted in full.",
          .settings = kAppleSettings,
          .words = kAppleWords};
}

RelyingParty android() {
  return {
      .id = "android",
      .title = "Android",
      .kind = Kind::Platform,
      .description = "Conscrypt and the platform's trust manager, with a CA that the app or the device owner trusts.",
      .settings = kAndroidSettings,
      .words = kAndroidWords};
}

}  // namespace pki::relying::profiles
