// Java (the messages of sun.security.provider.certpath and its kin) and Go (crypto/x509).

#include "relying/word.h"

namespace pki::relying::tables {
namespace {

constexpr Certainty kMeasured = Certainty::Measured;
constexpr Certainty kDocumented = Certainty::Documented;

constexpr Word kJava[] = {
    {FaultId::NoIssuer, "", "SunCertPathBuilderException",
     "unable to find valid certification path to requested target", kMeasured},
    {FaultId::UntrustedRoot, "", "SunCertPathBuilderException",
     "unable to find valid certification path to requested target", kMeasured},
    {FaultId::UntrustedRoot, "", "CertPathValidatorException", "Path does not chain with any of the trust anchors",
     kDocumented},
    {FaultId::SelfSignedLeaf, "", "SunCertPathBuilderException",
     "unable to find valid certification path to requested target", kMeasured},
    {FaultId::KeyIdMismatch, "", "SunCertPathBuilderException",
     "unable to find valid certification path to requested target", kMeasured},
    {FaultId::Expired, "", "CertPathValidatorException", "validity check failed", kMeasured},
    {FaultId::Expired, "", "CertificateExpiredException", "NotAfter:", kMeasured},
    {FaultId::NotYetValid, "", "CertPathValidatorException", "validity check failed", kMeasured},
    {FaultId::NotYetValid, "", "CertificateNotYetValidException", "NotBefore:", kMeasured},
    {FaultId::BadSignature, "", "CertPathValidatorException", "signature check failed", kMeasured},
    {FaultId::NotACa, "", "CertPathValidatorException", "basic constraints check failed: this is not a CA certificate",
     kMeasured},
    {FaultId::PathLength, "", "CertPathValidatorException",
     "basic constraints check failed: pathLenConstraint violated - this cert must be the last cert in the "
     "certification path",
     kMeasured},
    {FaultId::NoKeyCertSign, "", "CertPathValidatorException", "CA key usage check failed: keyCertSign bit is not set",
     kMeasured},
    {FaultId::WrongEku, "", "ValidatorException",
     "Extended key usage does not permit use for TLS server authentication", kMeasured},
    {FaultId::WrongEku, "", "ValidatorException",
     "Extended key usage does not permit use for TLS client authentication", kDocumented},
    {FaultId::WrongName, "", "CertificateException", "No subject alternative DNS name matching", kMeasured},
    {FaultId::WrongName, "", "CertificateException", "No subject alternative names matching IP address", kDocumented},
    {FaultId::WrongName, "", "CertificateException", "No subject alternative names present", kDocumented},
    {FaultId::WrongName, "", "CertificateException", "No name matching", kDocumented},
    {FaultId::NameConstraints, "", "CertPathValidatorException", "name constraints check failed", kMeasured},
    {FaultId::Policy, "", "CertPathValidatorException", "non-null policy tree required and policy tree is null",
     kMeasured},
    {FaultId::UnknownCritical, "", "CertPathValidatorException", "unrecognized critical extension(s)", kMeasured},
    {FaultId::UnknownCritical, "", "CertificateException",
     "Certificate contains unsupported critical extensions:", kDocumented},
    {FaultId::Revoked, "", "CertificateRevokedException", "Certificate has been revoked, reason:", kDocumented},
    {FaultId::RevocationUnknown, "", "CertPathValidatorException", "Could not determine revocation status",
     kDocumented},
    {FaultId::RevocationUnknown, "", "CertPathValidatorException",
     "Unable to determine revocation status due to network error", kDocumented},
    {FaultId::Weak, "", "CertPathValidatorException", "Algorithm constraints check failed on", kDocumented},
};

constexpr Word kGo[] = {
    {FaultId::NoIssuer, "", "x509.UnknownAuthorityError", "x509: certificate signed by unknown authority", kMeasured},
    {FaultId::UntrustedRoot, "", "x509.UnknownAuthorityError", "x509: certificate signed by unknown authority",
     kMeasured},
    {FaultId::SelfSignedLeaf, "", "x509.UnknownAuthorityError", "x509: certificate signed by unknown authority",
     kMeasured},
    {FaultId::BadSignature, "", "x509.UnknownAuthorityError", "x509: certificate signed by unknown authority",
     kMeasured},
    {FaultId::BadSignature, "", "", "x509: ECDSA verification failure", kMeasured},
    {FaultId::Expired, "", "x509.Expired", "x509: certificate has expired or is not yet valid", kMeasured},
    {FaultId::NotYetValid, "", "x509.Expired", "x509: certificate has expired or is not yet valid", kMeasured},
    {FaultId::NotACa, "", "x509.NotAuthorizedToSign", "x509: certificate is not authorized to sign other certificates",
     kDocumented},
    {FaultId::NotACa, "", "x509.ConstraintSignatureError",
     "x509: invalid signature: parent certificate cannot sign this kind of certificate", kMeasured},
    {FaultId::PathLength, "", "x509.TooManyIntermediates", "x509: too many intermediates for path length constraint",
     kMeasured},
    {FaultId::NoKeyCertSign, "", "x509.ConstraintSignatureError",
     "x509: invalid signature: parent certificate cannot sign this kind of certificate", kMeasured},
    {FaultId::WrongEku, "", "x509.IncompatibleUsage", "x509: certificate specifies an incompatible key usage",
     kMeasured},
    {FaultId::WrongEku, "", "x509.CANotAuthorizedForExtKeyUsage",
     "x509: a root or intermediate certificate is not authorized for an extended key usage", kDocumented},
    {FaultId::WrongName, "", "x509.HostnameError", "x509: certificate is valid for", kMeasured},
    {FaultId::WrongName, "", "x509.HostnameError", "x509: certificate is not valid for any names", kDocumented},
    {FaultId::WrongName, "", "x509.HostnameError",
     "x509: certificate relies on legacy Common Name field, use SANs instead", kDocumented},
    {FaultId::WrongName, "", "x509.HostnameError", "doesn't contain any IP SANs", kDocumented},
    {FaultId::NameConstraints, "", "x509.CANotAuthorizedForThisName",
     "x509: a root or intermediate certificate is not authorized to sign for this name", kMeasured},
    {FaultId::NameConstraints, "", "x509.UnconstrainedName",
     "x509: issuer has name constraints but leaf contains unknown or unconstrained name", kDocumented},
    {FaultId::UnknownCritical, "", "x509.UnhandledCriticalExtension", "x509: unhandled critical extension", kMeasured},
    {FaultId::Weak, "", "x509.InsecureAlgorithmError", "x509: cannot verify signature: insecure algorithm", kMeasured},
    {FaultId::Weak, "", "x509.ErrUnsupportedAlgorithm", "x509: cannot verify signature: algorithm unimplemented",
     kDocumented},
    {FaultId::Malformed, "", "", "x509: malformed", kDocumented},
};

}  // namespace

std::span<const Word> java_words() { return kJava; }
std::span<const Word> go_words() { return kGo; }

}  // namespace pki::relying::tables
