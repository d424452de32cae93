// NSS and Firefox, Chrome.

#include "relying/word.h"

namespace pki::relying::tables {
namespace {

constexpr Certainty kMeasured = Certainty::Measured;
constexpr Certainty kDocumented = Certainty::Documented;
constexpr Certainty kAssumed = Certainty::Assumed;

constexpr Word kNss[] = {
    {FaultId::NoIssuer, "-8179", "SEC_ERROR_UNKNOWN_ISSUER", "Peer's Certificate issuer is not recognized", kMeasured},
    {FaultId::UntrustedRoot, "-8172", "SEC_ERROR_UNTRUSTED_ISSUER",
     "Peer's certificate issuer has been marked as not trusted by the user", kDocumented},
    {FaultId::UntrustedRoot, "-8179", "SEC_ERROR_UNKNOWN_ISSUER", "Peer's Certificate issuer is not recognized",
     kMeasured},
    {FaultId::SelfSignedLeaf, "-16370", "MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT",
     "The certificate is not trusted because it is self-signed", kDocumented},
    {FaultId::SelfSignedLeaf, "-8179", "SEC_ERROR_UNKNOWN_ISSUER", "Peer's Certificate issuer is not recognized",
     kMeasured},
    {FaultId::Expired, "-8181", "SEC_ERROR_EXPIRED_CERTIFICATE", "Peer's Certificate has expired", kMeasured},
    {FaultId::Expired, "-8162", "SEC_ERROR_EXPIRED_ISSUER_CERTIFICATE",
     "The certificate issuer's certificate has expired", kDocumented},
    {FaultId::NotYetValid, "-16379", "MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE",
     "A certificate that is not yet valid was presented", kAssumed},
    {FaultId::NotYetValid, "-8181", "SEC_ERROR_EXPIRED_CERTIFICATE", "Peer's Certificate has expired", kMeasured},
    {FaultId::BadSignature, "-8182", "SEC_ERROR_BAD_SIGNATURE", "Peer's certificate has an invalid signature",
     kMeasured},
    {FaultId::NotACa, "-8156", "SEC_ERROR_CA_CERT_INVALID", "Issuer certificate is invalid", kMeasured},
    {FaultId::PathLength, "-8155", "SEC_ERROR_PATH_LEN_CONSTRAINT_INVALID",
     "Certificate path length constraint is invalid", kMeasured},
    {FaultId::NoKeyCertSign, "-8102", "SEC_ERROR_INADEQUATE_KEY_USAGE",
     "Certificate key usage inadequate for attempted operation", kMeasured},
    {FaultId::WrongEku, "-8101", "SEC_ERROR_INADEQUATE_CERT_TYPE", "Certificate type not approved for application",
     kMeasured},
    {FaultId::WrongEku, "-8102", "SEC_ERROR_INADEQUATE_KEY_USAGE",
     "Certificate key usage inadequate for attempted operation", kMeasured},
    {FaultId::WrongName, "-12276", "SSL_ERROR_BAD_CERT_DOMAIN",
     "Unable to communicate securely with peer: requested domain name does not match the server's certificate",
     kDocumented},
    {FaultId::NameConstraints, "-8080", "SEC_ERROR_CERT_NOT_IN_NAME_SPACE",
     "The Certifying Authority for this certificate is not permitted to issue a certificate with this name", kMeasured},
    {FaultId::Policy, "-8032", "SEC_ERROR_POLICY_VALIDATION_FAILED", "Cert chain fails policy validation", kMeasured},
    {FaultId::UnknownCritical, "-8151", "SEC_ERROR_UNKNOWN_CRITICAL_EXTENSION",
     "Certificate contains unknown critical extension", kMeasured},
    {FaultId::Revoked, "-8180", "SEC_ERROR_REVOKED_CERTIFICATE", "Peer's Certificate has been revoked", kDocumented},
    {FaultId::RevocationUnknown, "-8161", "SEC_ERROR_CRL_EXPIRED", "The CRL for the certificate's issuer has expired",
     kDocumented},
    {FaultId::RevocationUnknown, "-8060", "SEC_ERROR_OCSP_OLD_RESPONSE",
     "The OCSP response contains out-of-date information", kDocumented},
    {FaultId::RevocationUnknown, "-8066", "SEC_ERROR_OCSP_UNKNOWN_CERT",
     "The OCSP server has no status for the certificate", kDocumented},
    {FaultId::Weak, "-8016", "SEC_ERROR_CERT_SIGNATURE_ALGORITHM_DISABLED",
     "The certificate was signed using a signature algorithm that is disabled because it is not secure", kDocumented},
    {FaultId::Weak, "-16382", "MOZILLA_PKIX_ERROR_INADEQUATE_KEY_SIZE",
     "The server presented a certificate with a key size that is too small to establish a secure connection", kAssumed},
    {FaultId::KeyIdMismatch, "-8179", "SEC_ERROR_UNKNOWN_ISSUER", "Peer's Certificate issuer is not recognized",
     kMeasured},
    {FaultId::Malformed, "-8183", "SEC_ERROR_BAD_DER", "Security library: improperly formatted DER-encoded message",
     kDocumented},
    {FaultId::Malformed, "-8158", "SEC_ERROR_EXTENSION_VALUE_INVALID", "Certificate extension value is invalid",
     kDocumented},
    {FaultId::NotACa, "-16381", "MOZILLA_PKIX_ERROR_V1_CERT_USED_AS_CA",
     "An X.509 version 1 certificate that is not a trust anchor was used to issue the server's certificate", kAssumed},
};

constexpr Word kChrome[] = {
    {FaultId::NoIssuer, "-202", "ERR_CERT_AUTHORITY_INVALID", "NET::ERR_CERT_AUTHORITY_INVALID", kDocumented},
    {FaultId::UntrustedRoot, "-202", "ERR_CERT_AUTHORITY_INVALID", "NET::ERR_CERT_AUTHORITY_INVALID", kDocumented},
    {FaultId::SelfSignedLeaf, "-202", "ERR_CERT_AUTHORITY_INVALID", "NET::ERR_CERT_AUTHORITY_INVALID", kDocumented},
    {FaultId::Expired, "-201", "ERR_CERT_DATE_INVALID", "NET::ERR_CERT_DATE_INVALID", kDocumented},
    {FaultId::NotYetValid, "-201", "ERR_CERT_DATE_INVALID", "NET::ERR_CERT_DATE_INVALID", kDocumented},
    {FaultId::BadSignature, "-207", "ERR_CERT_INVALID", "NET::ERR_CERT_INVALID", kAssumed},
    {FaultId::NotACa, "-207", "ERR_CERT_INVALID", "NET::ERR_CERT_INVALID", kAssumed},
    {FaultId::PathLength, "-207", "ERR_CERT_INVALID", "NET::ERR_CERT_INVALID", kAssumed},
    {FaultId::NoKeyCertSign, "-207", "ERR_CERT_INVALID", "NET::ERR_CERT_INVALID", kAssumed},
    {FaultId::WrongEku, "-207", "ERR_CERT_INVALID", "NET::ERR_CERT_INVALID", kAssumed},
    {FaultId::WrongName, "-200", "ERR_CERT_COMMON_NAME_INVALID", "NET::ERR_CERT_COMMON_NAME_INVALID", kDocumented},
    {FaultId::NameConstraints, "-212", "ERR_CERT_NAME_CONSTRAINT_VIOLATION", "NET::ERR_CERT_NAME_CONSTRAINT_VIOLATION",
     kDocumented},
    {FaultId::NameConstraints, "-207", "ERR_CERT_INVALID", "NET::ERR_CERT_INVALID", kAssumed},
    {FaultId::Policy, "-207", "ERR_CERT_INVALID", "NET::ERR_CERT_INVALID", kAssumed},
    {FaultId::UnknownCritical, "-207", "ERR_CERT_INVALID", "NET::ERR_CERT_INVALID", kAssumed},
    {FaultId::Malformed, "-207", "ERR_CERT_INVALID", "NET::ERR_CERT_INVALID", kAssumed},
    {FaultId::Revoked, "-206", "ERR_CERT_REVOKED", "NET::ERR_CERT_REVOKED", kDocumented},
    {FaultId::RevocationUnknown, "-205", "ERR_CERT_UNABLE_TO_CHECK_REVOCATION",
     "NET::ERR_CERT_UNABLE_TO_CHECK_REVOCATION", kDocumented},
    {FaultId::RevocationUnknown, "-204", "ERR_CERT_NO_REVOCATION_MECHANISM", "NET::ERR_CERT_NO_REVOCATION_MECHANISM",
     kDocumented},
    {FaultId::Weak, "-208", "ERR_CERT_WEAK_SIGNATURE_ALGORITHM", "NET::ERR_CERT_WEAK_SIGNATURE_ALGORITHM", kDocumented},
    {FaultId::Weak, "-211", "ERR_CERT_WEAK_KEY", "NET::ERR_CERT_WEAK_KEY", kDocumented},
    {FaultId::ValidityTooLong, "-213", "ERR_CERT_VALIDITY_TOO_LONG", "NET::ERR_CERT_VALIDITY_TOO_LONG", kDocumented},
};

}  // namespace

std::span<const Word> nss_words() { return kNss; }
std::span<const Word> chrome_words() { return kChrome; }

}  // namespace pki::relying::tables
