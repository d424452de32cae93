// What stands in requests, messages and files: content types, attributes, bags.

#include "asn1/registry_tables.h"

namespace pki::asn1::registry {
namespace {

constexpr OidUse kUse = OidUse::Other;

// clang-format off
constexpr OidInfo kRows[] = {
    {make_oid<1, 2, 840, 113549, 1, 7, 1>(), kUse, "data", "", "pkcs7-data", "PKCS 7 Data", "RFC 5652 4"},
    {make_oid<1, 2, 840, 113549, 1, 7, 2>(), kUse, "signedData", "", "pkcs7-signedData", "PKCS 7 Signed", "RFC 5652 5.1"},
    {make_oid<1, 2, 840, 113549, 1, 7, 3>(), kUse, "envelopedData", "", "pkcs7-envelopedData", "PKCS 7 Enveloped", "RFC 5652 6.1"},
    {make_oid<1, 2, 840, 113549, 1, 7, 4>(), kUse, "signedAndEnvelopedData", "", "pkcs7-signedAndEnvelopedData", "PKCS 7 Signed Enveloped", "RFC 2315 11"},
    {make_oid<1, 2, 840, 113549, 1, 7, 5>(), kUse, "digestedData", "", "pkcs7-digestData", "PKCS 7 Digested", "RFC 5652 7"},
    {make_oid<1, 2, 840, 113549, 1, 7, 6>(), kUse, "encryptedData", "", "pkcs7-encryptedData", "PKCS 7 Encrypted", "RFC 5652 8"},
    {make_oid<1, 2, 840, 113549, 1, 9, 16, 1, 2>(), kUse, "authData", "", "id-smime-ct-authData", "", "RFC 5652 9.1"},
    {make_oid<1, 2, 840, 113549, 1, 9, 16, 1, 4>(), kUse, "TSTInfo", "", "id-smime-ct-TSTInfo", "", "RFC 3161 2.4.2"},
    {make_oid<1, 2, 840, 113549, 1, 9, 16, 1, 9>(), kUse, "compressedData", "", "id-smime-ct-compressedData", "", "RFC 3274 1.1"},
    {make_oid<1, 2, 840, 113549, 1, 9, 16, 1, 23>(), kUse, "authEnvelopedData", "", "id-smime-ct-authEnvelopedData", "", "RFC 5083 2.1"},

    {make_oid<1, 2, 840, 113549, 1, 9, 3>(), kUse, "contentType", "", "", "Content Type", "RFC 5652 11.1"},
    {make_oid<1, 2, 840, 113549, 1, 9, 4>(), kUse, "messageDigest", "", "", "Message Digest", "RFC 5652 11.2"},
    {make_oid<1, 2, 840, 113549, 1, 9, 5>(), kUse, "signingTime", "", "", "Signing Time", "RFC 5652 11.3"},
    {make_oid<1, 2, 840, 113549, 1, 9, 6>(), kUse, "countersignature", "", "", "Counter Sign", "RFC 5652 11.4"},
    {make_oid<1, 2, 840, 113549, 1, 9, 7>(), kUse, "challengePassword", "", "", "Challenge Password", "RFC 2985 5.4.1"},
    {make_oid<1, 2, 840, 113549, 1, 9, 9>(), kUse, "extendedCertificateAttributes", "", "", "", "RFC 2985 5.2.4"},
    {make_oid<1, 2, 840, 113549, 1, 9, 13>(), kUse, "signingDescription", "", "", "", "RFC 2985 5.3.2"},
    {make_oid<1, 2, 840, 113549, 1, 9, 14>(), kUse, "extensionRequest", "extReq", "Extension Request", "", "RFC 2985 5.4.2"},
    {make_oid<1, 2, 840, 113549, 1, 9, 15>(), kUse, "smimeCapabilities", "SMIME-CAPS", "S/MIME Capabilities", "SMIME Capabilities", "RFC 8551 2.5.2"},
    {make_oid<1, 2, 840, 113549, 1, 9, 20>(), kUse, "friendlyName", "", "", "Friendly Name", "RFC 2985 5.5.1"},
    {make_oid<1, 2, 840, 113549, 1, 9, 21>(), kUse, "localKeyId", "", "", "", "RFC 2985 5.5.2"},
    {make_oid<1, 2, 840, 113549, 1, 9, 52>(), kUse, "cmsAlgorithmProtection", "", "", "", "RFC 6211 2"},
    {make_oid<1, 2, 840, 113549, 1, 9, 16, 2, 11>(), kUse, "encrypKeyPref", "", "id-smime-aa-encrypKeyPref", "", "RFC 8551 2.5.3"},
    {make_oid<1, 2, 840, 113549, 1, 9, 16, 2, 12>(), kUse, "signingCertificate", "", "id-smime-aa-signingCertificate", "", "RFC 5035 5"},
    {make_oid<1, 2, 840, 113549, 1, 9, 16, 2, 14>(), kUse, "timeStampToken", "", "id-smime-aa-timeStampToken", "", "RFC 3161 A"},
    {make_oid<1, 2, 840, 113549, 1, 9, 16, 2, 47>(), kUse, "signingCertificateV2", "", "id-smime-aa-signingCertificateV2", "", "RFC 5035 3"},
    {make_oid<2, 16, 840, 1, 113733, 1, 9, 2>(), kUse, "scep-messageType", "", "", "", "RFC 8894 3.2.1"},
    {make_oid<2, 16, 840, 1, 113733, 1, 9, 3>(), kUse, "scep-pkiStatus", "", "", "", "RFC 8894 3.2.1"},
    {make_oid<2, 16, 840, 1, 113733, 1, 9, 4>(), kUse, "scep-failInfo", "", "", "", "RFC 8894 3.2.1"},
    {make_oid<2, 16, 840, 1, 113733, 1, 9, 5>(), kUse, "scep-senderNonce", "", "", "", "RFC 8894 3.2.1"},
    {make_oid<2, 16, 840, 1, 113733, 1, 9, 6>(), kUse, "scep-recipientNonce", "", "", "", "RFC 8894 3.2.1"},
    {make_oid<2, 16, 840, 1, 113733, 1, 9, 7>(), kUse, "scep-transactionID", "", "", "", "RFC 8894 3.2.1"},
    {make_oid<1, 3, 6, 1, 5, 5, 7, 24, 1>(), kUse, "scep-failInfoText", "", "", "", "RFC 8894 3.2.1.4"},
    {make_oid<2, 16, 840, 1, 113733, 1, 9, 8>(), kUse, "verisign-extensionReq", "", "", "", "VeriSign"},

    {make_oid<1, 2, 840, 113549, 1, 9, 22, 1>(), kUse, "x509Certificate", "", "", "", "RFC 7292 4.2.3"},
    {make_oid<1, 2, 840, 113549, 1, 9, 22, 2>(), kUse, "sdsiCertificate", "", "", "", "RFC 7292 4.2.3"},
    {make_oid<1, 2, 840, 113549, 1, 9, 23, 1>(), kUse, "x509Crl", "", "", "", "RFC 7292 4.2.4"},
    {make_oid<1, 2, 840, 113549, 1, 12, 10, 1, 1>(), kUse, "keyBag", "", "", "", "RFC 7292 4.2.1"},
    {make_oid<1, 2, 840, 113549, 1, 12, 10, 1, 2>(), kUse, "pkcs8ShroudedKeyBag", "", "", "", "RFC 7292 4.2.2"},
    {make_oid<1, 2, 840, 113549, 1, 12, 10, 1, 3>(), kUse, "certBag", "", "certificateBag", "", "RFC 7292 4.2.3"},
    {make_oid<1, 2, 840, 113549, 1, 12, 10, 1, 4>(), kUse, "crlBag", "", "", "", "RFC 7292 4.2.4"},
    {make_oid<1, 2, 840, 113549, 1, 12, 10, 1, 5>(), kUse, "secretBag", "", "", "", "RFC 7292 4.2.5"},
    {make_oid<1, 2, 840, 113549, 1, 12, 10, 1, 6>(), kUse, "safeContentsBag", "", "", "", "RFC 7292 4.2.6"},

    {make_oid<1, 3, 6, 1, 4, 1, 311, 2, 1, 4>(), kUse, "spcIndirectData", "", "Microsoft Indirect Data Context", "SPC_INDIRECT_DATA", "Authenticode"},
    {make_oid<1, 3, 6, 1, 4, 1, 311, 2, 1, 14>(), kUse, "certExtensions", "msExtReq", "Microsoft Extension Request", "Certificate Extensions", "MS-WCCE 2.2.2.7.2"},
    {make_oid<1, 3, 6, 1, 4, 1, 311, 10, 1>(), kUse, "certTrustList", "", "", "Certificate Trust List", "MS-CAESO"},
    {make_oid<1, 3, 6, 1, 4, 1, 311, 10, 7, 1>(), kUse, "yesnoTrustAttr", "", "", "", "CryptoAPI"},
    {make_oid<1, 3, 6, 1, 4, 1, 311, 13, 1>(), kUse, "renewalCertificate", "", "", "Renewal Certificate", "MS-WCCE 2.2.2.7.3"},
    {make_oid<1, 3, 6, 1, 4, 1, 311, 13, 2, 1>(), kUse, "enrollmentNameValuePair", "", "", "Enrollment Name Value Pair", "MS-WCCE 2.2.2.7.10"},
    {make_oid<1, 3, 6, 1, 4, 1, 311, 13, 2, 2>(), kUse, "enrollmentCspProvider", "", "", "Enrollment CSP", "MS-WCCE 2.2.2.7.1"},
    {make_oid<1, 3, 6, 1, 4, 1, 311, 13, 2, 3>(), kUse, "osVersion", "", "", "OS Version", "MS-WCCE 2.2.2.7.4"},
    {make_oid<1, 3, 6, 1, 4, 1, 311, 17, 1>(), kUse, "msCspName", "CSPName", "Microsoft CSP Name", "", "CryptoAPI"},
    {make_oid<1, 3, 6, 1, 4, 1, 311, 17, 2>(), kUse, "msLocalMachineKeyset", "LocalKeySet", "Microsoft Local Key set", "", "CryptoAPI"},
    {make_oid<1, 3, 6, 1, 4, 1, 311, 20, 1>(), kUse, "msAutoEnrollCtlUsage", "", "", "Auto Enroll Ctl Usage", "CryptoAPI"},
    {make_oid<1, 3, 6, 1, 4, 1, 311, 21, 13>(), kUse, "archivedKey", "", "", "Archived Key Attribute", "MS-WCCE"},
    {make_oid<1, 3, 6, 1, 4, 1, 311, 21, 15>(), kUse, "requireCertChainPolicy", "", "", "", "CryptoAPI"},
    {make_oid<1, 3, 6, 1, 4, 1, 311, 21, 16>(), kUse, "archivedKeyCertHash", "", "", "", "MS-WCCE"},
    {make_oid<1, 3, 6, 1, 4, 1, 311, 21, 17>(), kUse, "issuedCertHash", "", "", "", "MS-WCCE"},
    {make_oid<1, 3, 6, 1, 4, 1, 311, 21, 20>(), kUse, "requestClientInfo", "", "", "Client Information", "MS-WCCE 2.2.2.7.5"},
    {make_oid<1, 3, 6, 1, 4, 1, 311, 21, 21>(), kUse, "encryptedKeyHash", "", "", "Encrypted Private Key Hash", "MS-WCCE"},
    {make_oid<1, 3, 6, 1, 4, 1, 311, 21, 23>(), kUse, "ekInfo", "", "", "", "MS-WCCE, key attestation"},
    {make_oid<1, 3, 6, 1, 4, 1, 311, 21, 24>(), kUse, "attestationStatement", "", "", "", "MS-WCCE, key attestation"},
    {make_oid<1, 3, 6, 1, 4, 1, 311, 21, 25>(), kUse, "kspName", "", "", "", "MS-WCCE, key attestation"},

    {make_oid<1, 3, 6, 1, 5, 5, 7, 48, 1, 1>(), kUse, "basicOCSPResponse", "", "Basic OCSP Response", "", "RFC 6960 4.2.1"},
    {make_oid<1, 3, 6, 1, 5, 5, 7, 12, 2>(), kUse, "cmc-PKIData", "", "id-cct-PKIData", "CMC Data", "RFC 5272 3.2.1"},
    {make_oid<1, 3, 6, 1, 5, 5, 7, 12, 3>(), kUse, "cmc-PKIResponse", "", "id-cct-PKIResponse", "CMC Response", "RFC 5272 4.1"},
    {make_oid<1, 3, 6, 1, 5, 5, 7, 5, 1, 1>(), kUse, "regCtrl-regToken", "", "id-regCtrl-regToken", "", "RFC 4211 6.1"},
    {make_oid<1, 2, 840, 10040, 2, 1>(), kUse, "holdInstruction-none", "", "Hold Instruction None", "", "RFC 3280 5.3.2"},
    {make_oid<1, 2, 840, 10040, 2, 2>(), kUse, "holdInstruction-callIssuer", "", "Hold Instruction Call Issuer", "", "RFC 3280 5.3.2"},
    {make_oid<1, 2, 840, 10040, 2, 3>(), kUse, "holdInstruction-reject", "", "Hold Instruction Reject", "", "RFC 3280 5.3.2"},
    {make_oid<2, 16, 840, 1, 113730, 2, 5>(), kUse, "netscape-cert-sequence", "nsCertSequence", "Netscape Certificate Sequence", "", "Netscape"},
};
// clang-format on

}  // namespace

std::span<const OidInfo> messages() { return kRows; }

}  // namespace pki::asn1::registry
