// NPS (reason codes of event 6273 in the Security log) and Entra ID (AADSTS codes of the sign-in log).

#include "relying/word.h"

namespace pki::relying::tables {
namespace {

constexpr Certainty kDocumented = Certainty::Documented;
constexpr Certainty kAssumed = Certainty::Assumed;

constexpr Word kNps[] = {
    {FaultId::NoIssuer, "295", "",
     "A certification chain was not correctly created, or the CA is not trusted by the NPS server", kAssumed},
    {FaultId::UntrustedRoot, "286", "",
     "The certificate was issued by a certification authority that is not trusted by the NPS server", kDocumented},
    {FaultId::UntrustedRoot, "287", "", "The certificate does not chain to an enterprise root CA that NPS trusts",
     kDocumented},
    {FaultId::UntrustedRoot, "265", "",
     "The certificate chains to an enterprise root certification authority that is not trusted by the NPS server",
     kDocumented},
    {FaultId::SelfSignedLeaf, "286", "",
     "The certificate was issued by a certification authority that is not trusted by the NPS server", kAssumed},
    {FaultId::BadSignature, "284", "",
     "The certificate issuer and the parent of the certificate in the chain are required to match but do not match",
     kDocumented},
    {FaultId::WrongEku, "283", "",
     "The certificate does not contain the Client Authentication purpose in Application Policies extensions",
     kDocumented},
    {FaultId::Malformed, "285", "",
     "NPS cannot locate the certificate, or it is incorrectly formed and is missing important information",
     kDocumented},
    {FaultId::Revoked, "289", "", "The certificate is revoked and is not valid", kDocumented},
    {FaultId::RevocationUnknown, "258", "",
     "NPS cannot access the certificate revocation list to verify whether the certificate is valid or is revoked",
     kDocumented},
    {FaultId::RevocationUnknown, "259", "",
     "The certification authority that manages the certificate revocation list is not available", kDocumented},
    {FaultId::RevocationUnknown, "291", "", "NPS cannot locate and access the certificate revocation list",
     kDocumented},
};

constexpr Word kEntra[] = {
    {FaultId::NoIssuer, "AADSTS50017", "",
     "Validation of given certificate for certificate based authentication failed", kDocumented},
    {FaultId::UntrustedRoot, "AADSTS50017", "",
     "Validation of given certificate for certificate based authentication failed", kDocumented},
    {FaultId::KeyIdMismatch, "AADSTS50017", "",
     "Validation of given certificate for certificate based authentication failed", kDocumented},
    {FaultId::RevocationUnknown, "AADSTS500173", "", "Unable to download CRL", kDocumented},
    {FaultId::RevocationUnknown, "AADSTS2205015", "",
     "The Certificate Revocation List (CRL) failed signature validation", kDocumented},
    {FaultId::RevocationUnknown, "AADSTS220501", "InvalidCrlDownload",
     "The certificate revocation list could not be downloaded, or has expired", kAssumed},
};

}  // namespace

std::span<const Word> nps_words() { return kNps; }
std::span<const Word> entra_words() { return kEntra; }

}  // namespace pki::relying::tables
