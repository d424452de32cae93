// Apple and Android. None of them is at hand: what no document says is assumed.

#include "relying/effects.h"
#include "relying/profiles.h"

namespace pki::relying::profiles {
namespace {

constexpr Setting kAppleSettings[] = {
    {Topic::MissingIssuers, "fetched",
     "Missing issuers are fetched from the AIA addresses where the network is up; in EAP it is not yet",
     "SecTrustSetNetworkFetchAllowed", Certainty::Assumed},
    {Topic::PathBuilding, "all paths", "All paths are tried", "not verified", Certainty::Assumed},
    {Topic::PartialChains, "any anchor", "Certificates that are set as anchors may be intermediates",
     "SecTrustSetAnchorCertificates", Certainty::Assumed},
    {Topic::AnchorLimits, "honoured", "Limits in the root's certificate count", "not verified", Certainty::Assumed},
    {Topic::AnchorValidity, "checked", "A root that has expired refuses the path", "not verified", Certainty::Assumed},
    {Topic::ExtendedKeyUsage, "target only", "Extended key usage of CAs is not asked for by the SSL policy",
     "not verified", Certainty::Assumed, effects::eku_off},
    {Topic::KeyIdentifiers, "only a help", "Key identifiers put candidates in order", "not verified",
     Certainty::Assumed},
    {Topic::NameConstraints, "judged", "Name constraints are judged", "not verified", Certainty::Assumed},
    {Topic::Policies, "judged", "Policies are judged", "not verified", Certainty::Assumed},
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
    {Topic::PathBuilding, "all paths", "Paths are tried until one holds", "Conscrypt, TrustManagerImpl",
     Certainty::Assumed},
    {Topic::PartialChains, "any anchor", "A trusted intermediate ends a path", "Conscrypt, TrustManagerImpl",
     Certainty::Assumed},
    {Topic::AnchorLimits, "not honoured", "Anchors are a name and a key", "Conscrypt, TrustManagerImpl",
     Certainty::Assumed, effects::bare_anchors},
    {Topic::AnchorValidity, "not checked", "An expired root is still an anchor", "Conscrypt, TrustManagerImpl",
     Certainty::Assumed, effects::any_time_anchors},
    {Topic::ExtendedKeyUsage, "target only", "Extended key usage is judged for the target alone",
     "Conscrypt, TrustManagerImpl", Certainty::Assumed, effects::eku_off},
    {Topic::KeyIdentifiers, "only a help", "Key identifiers put candidates in order", "not verified",
     Certainty::Assumed},
    {Topic::NameConstraints, "judged", "Name constraints are judged", "not verified", Certainty::Assumed},
    {Topic::Policies, "judged", "The policy tree, as in Java", "not verified", Certainty::Assumed},
    {Topic::Revocation, "off", "Only what was stapled, and the platform's blocklist", "Conscrypt, TrustManagerImpl",
     Certainty::Assumed, effects::revocation_never},
    {Topic::Depth, "any", "There is no limit", "not verified", Certainty::Assumed},
    {Topic::Names, "SAN only", "The common name does not count since Android 9",
     "Android Developers, Android 9 behavior changes: hostname verification", Certainty::Documented},
    {Topic::Strength, "RSA 1024, no SHA-1", "Keys below 1024 bits and SHA-1 are refused",
     "Conscrypt, ChainStrengthAnalyzer", Certainty::Assumed, effects::rsa_from<1024>},
    {Topic::Validity, "any", "There is no limit to the validity period", "not verified", Certainty::Assumed},
    {Topic::IssuerRules, "not judged", "What RFC 5280 asks of issuers is not looked at", "not verified",
     Certainty::Assumed, effects::lax_issuers},
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
