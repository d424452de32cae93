// GnuTLS (gnutls_certificate_status_t) and Mbed TLS (flags of mbedtls_x509_crt_verify, and errors of the parser).

#include "relying/word.h"

namespace pki::relying::tables {
namespace {

constexpr Certainty kMeasured = Certainty::Measured;
constexpr Certainty kDocumented = Certainty::Documented;

constexpr Word kGnuTls[] = {
    {FaultId::NoIssuer, "0x40", "GNUTLS_CERT_SIGNER_NOT_FOUND", "The certificate issuer is unknown.", kMeasured},
    {FaultId::UntrustedRoot, "0x40", "GNUTLS_CERT_SIGNER_NOT_FOUND", "The certificate issuer is unknown.", kMeasured},
    {FaultId::SelfSignedLeaf, "0x40", "GNUTLS_CERT_SIGNER_NOT_FOUND", "The certificate issuer is unknown.", kMeasured},
    {FaultId::KeyIdMismatch, "0x40", "GNUTLS_CERT_SIGNER_NOT_FOUND", "The certificate issuer is unknown.", kMeasured},
    {FaultId::Expired, "0x400", "GNUTLS_CERT_EXPIRED", "The certificate chain uses expired certificate.", kMeasured},
    {FaultId::NotYetValid, "0x200", "GNUTLS_CERT_NOT_ACTIVATED",
     "The certificate chain uses not yet valid certificate.", kMeasured},
    {FaultId::BadSignature, "0x800", "GNUTLS_CERT_SIGNATURE_FAILURE", "The signature in the certificate is invalid.",
     kMeasured},
    {FaultId::NotACa, "0x80", "GNUTLS_CERT_SIGNER_NOT_CA", "The certificate issuer is not a CA.", kMeasured},
    {FaultId::PathLength, "0x10000", "GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE",
     "The certificate chain violates the signer's constraints.", kMeasured},
    {FaultId::NoKeyCertSign, "0x10000", "GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE",
     "The certificate chain violates the signer's constraints.", kMeasured},
    {FaultId::NameConstraints, "0x10000", "GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE",
     "The certificate chain violates the signer's constraints.", kMeasured},
    {FaultId::WrongEku, "0x40000", "GNUTLS_CERT_PURPOSE_MISMATCH",
     "The certificate chain does not match the intended purpose.", kMeasured},
    {FaultId::WrongName, "0x4000", "GNUTLS_CERT_UNEXPECTED_OWNER",
     "The name in the certificate does not match the expected.", kMeasured},
    {FaultId::UnknownCritical, "0x200000", "GNUTLS_CERT_UNKNOWN_CRIT_EXTENSIONS",
     "The certificate contains an unknown critical extension.", kMeasured},
    {FaultId::Revoked, "0x20", "GNUTLS_CERT_REVOKED", "The certificate chain is revoked.", kDocumented},
    {FaultId::RevocationUnknown, "0x1000", "GNUTLS_CERT_REVOCATION_DATA_SUPERSEDED",
     "The revocation or OCSP data are old and have been superseded.", kDocumented},
    {FaultId::RevocationUnknown, "0x8000", "GNUTLS_CERT_REVOCATION_DATA_ISSUED_IN_FUTURE",
     "The revocation or OCSP data are issued with a future date.", kDocumented},
    {FaultId::RevocationUnknown, "0x80000", "GNUTLS_CERT_MISSING_OCSP_STATUS",
     "The certificate requires the server to include an OCSP status in its response, but the OCSP status is missing.",
     kDocumented},
    {FaultId::Weak, "0x100", "GNUTLS_CERT_INSECURE_ALGORITHM", "The certificate chain uses insecure algorithm.",
     kDocumented},
};

constexpr Word kMbedTls[] = {
    {FaultId::NoIssuer, "0x08", "MBEDTLS_X509_BADCERT_NOT_TRUSTED",
     "The certificate is not correctly signed by the trusted CA", kMeasured},
    {FaultId::UntrustedRoot, "0x08", "MBEDTLS_X509_BADCERT_NOT_TRUSTED",
     "The certificate is not correctly signed by the trusted CA", kMeasured},
    {FaultId::SelfSignedLeaf, "0x08", "MBEDTLS_X509_BADCERT_NOT_TRUSTED",
     "The certificate is not correctly signed by the trusted CA", kMeasured},
    {FaultId::BadSignature, "0x08", "MBEDTLS_X509_BADCERT_NOT_TRUSTED",
     "The certificate is not correctly signed by the trusted CA", kMeasured},
    {FaultId::NotACa, "0x08", "MBEDTLS_X509_BADCERT_NOT_TRUSTED",
     "The certificate is not correctly signed by the trusted CA", kMeasured},
    {FaultId::PathLength, "0x08", "MBEDTLS_X509_BADCERT_NOT_TRUSTED",
     "The certificate is not correctly signed by the trusted CA", kMeasured},
    {FaultId::NoKeyCertSign, "0x08", "MBEDTLS_X509_BADCERT_NOT_TRUSTED",
     "The certificate is not correctly signed by the trusted CA", kMeasured},
    {FaultId::Expired, "0x01", "MBEDTLS_X509_BADCERT_EXPIRED", "The certificate validity has expired", kDocumented},
    {FaultId::NotYetValid, "0x0200", "MBEDTLS_X509_BADCERT_FUTURE", "The certificate validity starts in the future",
     kDocumented},
    {FaultId::WrongEku, "0x1000", "MBEDTLS_X509_BADCERT_EXT_KEY_USAGE",
     "Usage does not match the extendedKeyUsage extension", kMeasured},
    {FaultId::WrongEku, "0x0800", "MBEDTLS_X509_BADCERT_KEY_USAGE", "Usage does not match the keyUsage extension",
     kMeasured},
    {FaultId::WrongName, "0x04", "MBEDTLS_X509_BADCERT_CN_MISMATCH",
     "The certificate Common Name (CN) does not match with the expected CN", kMeasured},
    {FaultId::Revoked, "0x02", "MBEDTLS_X509_BADCERT_REVOKED", "The certificate has been revoked (is on a CRL)",
     kDocumented},
    {FaultId::RevocationUnknown, "0x20", "MBEDTLS_X509_BADCRL_EXPIRED", "The CRL is expired", kDocumented},
    {FaultId::RevocationUnknown, "0x10", "MBEDTLS_X509_BADCRL_NOT_TRUSTED",
     "The CRL is not correctly signed by the trusted CA", kDocumented},
    {FaultId::RevocationUnknown, "0x0400", "MBEDTLS_X509_BADCRL_FUTURE", "The CRL is from the future", kDocumented},
    {FaultId::Weak, "0x4000", "MBEDTLS_X509_BADCERT_BAD_MD", "The certificate is signed with an unacceptable hash.",
     kDocumented},
    {FaultId::Weak, "0x8000", "MBEDTLS_X509_BADCERT_BAD_PK",
     "The certificate is signed with an unacceptable PK alg (eg RSA vs ECDSA).", kDocumented},
    {FaultId::Weak, "0x010000", "MBEDTLS_X509_BADCERT_BAD_KEY",
     "The certificate is signed with an unacceptable key (eg bad curve, RSA too short).", kDocumented},
    {FaultId::UnknownCritical, "-0x2500", "MBEDTLS_ERR_X509_INVALID_EXTENSIONS",
     "The extension tag or value is invalid", kDocumented},
    {FaultId::Malformed, "-0x2500", "MBEDTLS_ERR_X509_INVALID_EXTENSIONS", "The extension tag or value is invalid",
     kDocumented},
    {FaultId::Malformed, "-0x2180", "MBEDTLS_ERR_X509_INVALID_FORMAT",
     "The CRT/CRL/CSR format is invalid, e.g. different type expected", kDocumented},
};

}  // namespace

std::span<const Word> gnutls_words() { return kGnuTls; }
std::span<const Word> mbed_tls_words() { return kMbedTls; }

}  // namespace pki::relying::tables
