// Microsoft: CryptoAPI, NPS, Entra ID. None of them is at hand: what no document says is assumed.

#include "relying/effects.h"
#include "relying/profiles.h"

namespace pki::relying::profiles {
namespace {

// What several of them have alike.
constexpr Setting kWindowsMissingIssuers{
    Topic::MissingIssuers, "fetched",
    "Missing issuers are fetched from the AIA addresses, and looked up in the stores of the machine",
    "Microsoft Learn, Manage Network Retrieval and Path Validation", Certainty::Documented};
constexpr Setting kWindowsPathBuilding{Topic::PathBuilding, "all paths", "All chains are built, the best is returned",
                                       "Microsoft Learn, CertGetCertificateChain; Microsoft Cloud PKI fundamentals",
                                       Certainty::Documented};
constexpr Setting kWindowsPartialChains{Topic::PartialChains,
                                        "roots only",
                                        "A chain must end at a self-signed certificate of the Root store",
                                        "Microsoft Learn, CERT_TRUST_STATUS: CERT_TRUST_IS_PARTIAL_CHAIN",
                                        Certainty::Documented,
                                        effects::roots_only};
constexpr Setting kWindowsAnchorLimits{Topic::AnchorLimits, "honoured", "Limits in the root's certificate count",
                                       "not verified", Certainty::Assumed};
constexpr Setting kWindowsAnchorValidity{Topic::AnchorValidity, "checked", "A root that has expired refuses the chain",
                                         "not verified", Certainty::Assumed};
constexpr Setting kWindowsExtendedKeyUsage{Topic::ExtendedKeyUsage,
                                           "every CA, root too",
                                           "The usages of a chain are those that all its certificates allow",
                                           "Microsoft Learn, CertGetCertificateChain: RequestedUsage",
                                           Certainty::Documented,
                                           effects::eku_with_anchor};
constexpr Setting kWindowsKeyIdentifiers{
    Topic::KeyIdentifiers, "exact, key or name",
    "An authority key identifier chooses the issuer by key or by issuer and serial; without it the name does",
    "Microsoft Learn, Microsoft Cloud PKI fundamentals", Certainty::Documented};
constexpr Setting kWindowsNameConstraints{Topic::NameConstraints, "judged", "Name constraints are judged",
                                          "Microsoft Learn, CERT_TRUST_STATUS", Certainty::Documented};
constexpr Setting kWindowsPolicies{Topic::Policies, "judged", "Policy constraints and mappings are judged",
                                   "Microsoft Learn, CERT_TRUST_STATUS: CERT_TRUST_INVALID_POLICY_CONSTRAINTS",
                                   Certainty::Documented};
constexpr Setting kWindowsDepth{Topic::Depth, "any", "There is no limit but that of retrieval", "not verified",
                                Certainty::Assumed};
constexpr Setting kWindowsStrength{
    Topic::Strength,
    "RSA 1024",
    "RSA keys below 1024 bits are refused; SHA-1 is refused only under roots of Microsoft's program",
    "Microsoft Security Advisory 2661254",
    Certainty::Documented,
    effects::rsa_from_with_sha1<1024>};
constexpr Setting kWindowsValidity{Topic::Validity, "any", "There is no limit to the validity period", "not verified",
                                   Certainty::Assumed};
constexpr Setting kWindowsIssuerRules{
    Topic::IssuerRules, "not judged",       "What RFC 5280 asks of issuers is not looked at",
    "not verified",     Certainty::Assumed, effects::lax_issuers};

constexpr Setting kWindowsSettings[] = {
    kWindowsMissingIssuers,
    kWindowsPathBuilding,
    kWindowsPartialChains,
    kWindowsAnchorLimits,
    kWindowsAnchorValidity,
    kWindowsExtendedKeyUsage,
    kWindowsKeyIdentifiers,
    kWindowsNameConstraints,
    kWindowsPolicies,
    {Topic::Revocation, "off",
     "Nothing is checked unless the caller asks (CERT_CHAIN_REVOCATION_CHECK_*); Schannel clients do",
     "Microsoft Learn, CertGetCertificateChain", Certainty::Documented},
    kWindowsDepth,
    {Topic::Names, "SAN, else CN", "The common name counts where the certificate has no DNS name",
     "Microsoft Learn, CertVerifyCertificateChainPolicy (SSL policy); not verified", Certainty::Assumed,
     effects::common_name_too},
    kWindowsStrength,
    kWindowsValidity,
    kWindowsIssuerRules,
};
constexpr Product kWindowsWords[] = {Product::Windows, Product::WindowsTrust, Product::TlsAlert};

constexpr Setting kNpsSettings[] = {
    kWindowsMissingIssuers,
    kWindowsPathBuilding,
    kWindowsPartialChains,
    kWindowsAnchorLimits,
    kWindowsAnchorValidity,
    kWindowsExtendedKeyUsage,
    kWindowsKeyIdentifiers,
    kWindowsNameConstraints,
    kWindowsPolicies,
    {Topic::Revocation, "hard, whole chain",
     "Every certificate of the chain is checked, and an answer that is missing refuses (IgnoreNoRevocationCheck, "
     "IgnoreRevocationOffline and NoRevocationCheck are 0)",
     "Microsoft Learn, Configure NPS CRL check registry settings", Certainty::Documented, effects::revocation_hard},
    kWindowsDepth,
    {Topic::Names, "not compared", "The account is found by the certificate's UPN, DNS name or SID",
     "Microsoft Learn, NPS", Certainty::Assumed, effects::no_names},
    kWindowsStrength,
    kWindowsValidity,
    kWindowsIssuerRules,
};
constexpr Product kNpsWords[] = {Product::Nps, Product::Windows, Product::WindowsTrust, Product::TlsAlert};

constexpr Setting kEntraCbaSettings[] = {
    {Topic::MissingIssuers, "not fetched", "Root and intermediate CAs must all be in the tenant's trust store",
     "Microsoft Learn, Error AADSTS50017", Certainty::Documented},
    {Topic::PathBuilding, "all paths", "By subject and authority key identifier", "Microsoft Learn, Error AADSTS50017",
     Certainty::Assumed},
    {Topic::PartialChains, "roots only",
     "The root and every intermediate CA are uploaded, each marked as root or intermediate",
     "Microsoft Learn, Error AADSTS50017", Certainty::Documented, effects::roots_only},
    kWindowsAnchorLimits,
    kWindowsAnchorValidity,
    {Topic::ExtendedKeyUsage, "target only",
     "The user's certificate needs clientAuth or smart card logon; what is asked of CAs is not documented",
     "not verified", Certainty::Assumed, effects::eku_off},
    {Topic::KeyIdentifiers, "must match", "Subject and authority key identifiers must go together",
     "Microsoft Learn, Error AADSTS50017", Certainty::Documented, effects::key_ids_refuse},
    {Topic::NameConstraints, "judged", "Not documented", "not verified", Certainty::Assumed},
    {Topic::Policies, "not judged", "Policy OIDs serve the authentication binding",
     "Microsoft Learn, Microsoft Entra CBA: authentication binding", Certainty::Assumed, effects::no_policies},
    {Topic::Revocation, "hard where configured",
     "Where a CRL URL is set for the CA, a CRL that cannot be had refuses the sign-in; without one nothing is checked",
     "Microsoft Learn, Microsoft Entra certificate-based authentication Certificate Revocation List (CRL)",
     Certainty::Documented, effects::revocation_hard},
    {Topic::Depth, "any", "Not documented", "not verified", Certainty::Assumed},
    {Topic::Names, "not compared", "The user is found by the username binding",
     "Microsoft Learn, Microsoft Entra CBA: username binding", Certainty::Documented, effects::no_names},
    {Topic::Strength, "RSA 2048", "Not documented", "not verified", Certainty::Assumed, effects::rsa_from<2048>},
    {Topic::Validity, "any", "Not documented", "not verified", Certainty::Assumed},
    {Topic::IssuerRules, "not judged", "Not documented", "not verified", Certainty::Assumed, effects::lax_issuers},
};
constexpr Product kEntraCbaWords[] = {Product::Entra};

}  // namespace

RelyingParty windows() {
  return {.id = "windows",
          .title = "Windows (CryptoAPI)",
          .kind = Kind::Platform,
          .description =
              "CertGetCertificateChain and the SSL policy: Edge before its own verifier, Schannel, .NET on Windows, "
              "VPN and Wi-Fi clients.",
          .settings = kWindowsSettings,
          .words = kWindowsWords};
}

RelyingParty nps() {
  return {.id = "nps",
          .title = "Windows NPS",
          .kind = Kind::Server,
          .description =
              "Network Policy Server: certificates of devices and users in EAP-TLS. It writes event 6273 with a reason "
              "code to the Security log. Mapping the certificate to an account (strong mapping, NTAuth) comes "
              "afterwards and is not judged here.",
          .settings = kNpsSettings,
          .words = kNpsWords};
}

RelyingParty entra_cba() {
  return {.id = "entra-cba",
          .title = "Entra CBA",
          .kind = Kind::Service,
          .description =
              "Certificate-based authentication of Microsoft Entra ID: all CAs of the chain are uploaded to the trust "
              "store of the tenant.",
          .settings = kEntraCbaSettings,
          .words = kEntraCbaWords};
}

}  // namespace pki::relying::profiles
