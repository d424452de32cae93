// Apple (OSStatus of SecTrust, NSURLError) and Android.

#include "relying/word.h"

namespace pki::relying::tables {
namespace {

constexpr Certainty kDocumented = Certainty::Documented;
constexpr Certainty kAssumed = Certainty::Assumed;

constexpr Word kApple[] = {
    {FaultId::NoIssuer, "-67843", "errSecNotTrusted", "", kDocumented},
    {FaultId::NoIssuer, "-1202", "NSURLErrorServerCertificateUntrusted", "", kDocumented},
    {FaultId::UntrustedRoot, "-67843", "errSecNotTrusted", "", kDocumented},
    {FaultId::UntrustedRoot, "-1203", "NSURLErrorServerCertificateHasUnknownRoot", "", kDocumented},
    {FaultId::SelfSignedLeaf, "-67843", "errSecNotTrusted", "", kAssumed},
    {FaultId::Expired, "-67818", "errSecCertificateExpired", "", kDocumented},
    {FaultId::Expired, "-1201", "NSURLErrorServerCertificateHasBadDate", "", kDocumented},
    {FaultId::NotYetValid, "-67819", "errSecCertificateNotValidYet", "", kDocumented},
    {FaultId::NotYetValid, "-1204", "NSURLErrorServerCertificateNotYetValid", "", kDocumented},
    {FaultId::WrongName, "-67602", "errSecHostNameMismatch", "", kDocumented},
    {FaultId::WrongEku, "-67609", "errSecInvalidExtendedKeyUsage", "", kAssumed},
    {FaultId::Revoked, "-67820", "errSecCertificateRevoked", "", kDocumented},
};

constexpr Word kAndroid[] = {
    {FaultId::NoIssuer, "", "CertPathValidatorException", "Trust anchor for certification path not found.",
     kDocumented},
    {FaultId::UntrustedRoot, "", "CertPathValidatorException", "Trust anchor for certification path not found.",
     kDocumented},
    {FaultId::SelfSignedLeaf, "", "CertPathValidatorException", "Trust anchor for certification path not found.",
     kDocumented},
    {FaultId::Expired, "", "CertificateExpiredException", "Certificate expired at", kAssumed},
    {FaultId::NotYetValid, "", "CertificateNotYetValidException", "Certificate not valid until", kAssumed},
    {FaultId::WrongName, "", "SSLPeerUnverifiedException", "Hostname not verified", kAssumed},
};

}  // namespace

std::span<const Word> apple_words() { return kApple; }
std::span<const Word> android_words() { return kAndroid; }

}  // namespace pki::relying::tables
