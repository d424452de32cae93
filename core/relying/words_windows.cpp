// Windows: the HRESULT of CertVerifyCertificateChainPolicy, and the error bits of the chain. Lists on the web often
// shift the 800B01xx codes by one.

#include "relying/word.h"

namespace pki::relying::tables {
namespace {

constexpr Certainty kDocumented = Certainty::Documented;
constexpr Certainty kAssumed = Certainty::Assumed;

constexpr Word kWindows[] = {
    {FaultId::NoIssuer, "0x800B010A", "CERT_E_CHAINING",
     "A certificate chain could not be built to a trusted root authority", kDocumented},
    {FaultId::UntrustedRoot, "0x800B0109", "CERT_E_UNTRUSTEDROOT",
     "A certificate chain processed, but terminated in a root certificate which is not trusted by the trust provider",
     kDocumented},
    {FaultId::SelfSignedLeaf, "0x800B0109", "CERT_E_UNTRUSTEDROOT",
     "A certificate chain processed, but terminated in a root certificate which is not trusted by the trust provider",
     kDocumented},
    {FaultId::PartialChain, "0x800B010A", "CERT_E_CHAINING",
     "A certificate chain could not be built to a trusted root authority", kDocumented},
    {FaultId::Expired, "0x800B0101", "CERT_E_EXPIRED",
     "A required certificate is not within its validity period when verifying against the current system clock or the "
     "timestamp in the signed file",
     kDocumented},
    {FaultId::NotYetValid, "0x800B0101", "CERT_E_EXPIRED",
     "A required certificate is not within its validity period when verifying against the current system clock or the "
     "timestamp in the signed file",
     kDocumented},
    {FaultId::BadSignature, "0x80096004", "TRUST_E_CERT_SIGNATURE",
     "The signature of the certificate cannot be verified", kDocumented},
    {FaultId::NotACa, "0x80096019", "TRUST_E_BASIC_CONSTRAINTS",
     "A certificate's basic constraint extension has not been observed", kDocumented},
    {FaultId::PathLength, "0x80096019", "TRUST_E_BASIC_CONSTRAINTS",
     "A certificate's basic constraint extension has not been observed", kDocumented},
    {FaultId::PathLength, "0x800B0104", "CERT_E_PATHLENCONST",
     "A path length constraint in the certification chain has been violated", kAssumed},
    {FaultId::NoKeyCertSign, "0x800B0110", "CERT_E_WRONG_USAGE", "The certificate is not valid for the requested usage",
     kAssumed},
    {FaultId::WrongEku, "0x800B0110", "CERT_E_WRONG_USAGE", "The certificate is not valid for the requested usage",
     kDocumented},
    {FaultId::WrongName, "0x800B010F", "CERT_E_CN_NO_MATCH",
     "The certificate's CN name does not match the passed value", kDocumented},
    {FaultId::NameConstraints, "0x800B0114", "CERT_E_INVALID_NAME",
     "The certificate has an invalid name. The name is not included in the permitted list or is explicitly excluded",
     kDocumented},
    {FaultId::Policy, "0x800B0113", "CERT_E_INVALID_POLICY", "The certificate has invalid policy", kDocumented},
    {FaultId::UnknownCritical, "0x800B0105", "CERT_E_CRITICAL",
     "A certificate contains an unknown extension that is marked critical", kAssumed},
    {FaultId::Revoked, "0x80092010", "CRYPT_E_REVOKED", "The certificate is revoked", kDocumented},
    {FaultId::Revoked, "0x800B010C", "CERT_E_REVOKED", "A certificate was explicitly revoked by its issuer", kAssumed},
    {FaultId::RevocationUnknown, "0x80092013", "CRYPT_E_REVOCATION_OFFLINE",
     "The revocation function was unable to check revocation because the revocation server was offline", kDocumented},
    {FaultId::RevocationUnknown, "0x80092012", "CRYPT_E_NO_REVOCATION_CHECK",
     "The revocation function was unable to check revocation for the certificate", kDocumented},
    {FaultId::RevocationUnknown, "0x800B010E", "CERT_E_REVOCATION_FAILURE",
     "The revocation process could not continue, the certificate(s) could not be checked", kAssumed},
    {FaultId::KeyIdMismatch, "0x800B0107", "CERT_E_ISSUERCHAINING",
     "A parent of a given certificate in fact did not issue that child certificate", kAssumed},
    {FaultId::Weak, "0x80096004", "TRUST_E_CERT_SIGNATURE", "The signature of the certificate cannot be verified",
     kAssumed},
    {FaultId::Malformed, "0x800B0108", "CERT_E_MALFORMED",
     "A certificate is missing or has an empty value for an important field, such as a subject or issuer name",
     kAssumed},
};

constexpr Word kWindowsTrust[] = {
    {FaultId::NoIssuer, "0x00010000", "CERT_TRUST_IS_PARTIAL_CHAIN", "The certificate chain is not complete",
     kDocumented},
    {FaultId::UntrustedRoot, "0x00000020", "CERT_TRUST_IS_UNTRUSTED_ROOT",
     "The certificate or certificate chain is based on an untrusted root", kDocumented},
    {FaultId::SelfSignedLeaf, "0x00000020", "CERT_TRUST_IS_UNTRUSTED_ROOT",
     "The certificate or certificate chain is based on an untrusted root", kDocumented},
    {FaultId::PartialChain, "0x00010000", "CERT_TRUST_IS_PARTIAL_CHAIN", "The certificate chain is not complete",
     kDocumented},
    {FaultId::Expired, "0x00000001", "CERT_TRUST_IS_NOT_TIME_VALID",
     "This certificate or one of the certificates in the certificate chain is not time valid", kDocumented},
    {FaultId::NotYetValid, "0x00000001", "CERT_TRUST_IS_NOT_TIME_VALID",
     "This certificate or one of the certificates in the certificate chain is not time valid", kDocumented},
    {FaultId::BadSignature, "0x00000008", "CERT_TRUST_IS_NOT_SIGNATURE_VALID",
     "The certificate or one of the certificates in the certificate chain does not have a valid signature",
     kDocumented},
    {FaultId::NotACa, "0x00000400", "CERT_TRUST_INVALID_BASIC_CONSTRAINTS",
     "A certificate of the chain cannot be used to issue other certificates, or the chain path length has been "
     "exceeded",
     kDocumented},
    {FaultId::PathLength, "0x00000400", "CERT_TRUST_INVALID_BASIC_CONSTRAINTS",
     "A certificate of the chain cannot be used to issue other certificates, or the chain path length has been "
     "exceeded",
     kDocumented},
    {FaultId::NoKeyCertSign, "0x00000010", "CERT_TRUST_IS_NOT_VALID_FOR_USAGE",
     "The certificate or certificate chain is not valid for its proposed usage", kAssumed},
    {FaultId::WrongEku, "0x00000010", "CERT_TRUST_IS_NOT_VALID_FOR_USAGE",
     "The certificate or certificate chain is not valid for its proposed usage", kDocumented},
    {FaultId::NameConstraints, "0x00004000", "CERT_TRUST_HAS_NOT_PERMITTED_NAME_CONSTRAINT",
     "There is a permitted name constraint that the certificate does not meet", kDocumented},
    {FaultId::NameConstraints, "0x00008000", "CERT_TRUST_HAS_EXCLUDED_NAME_CONSTRAINT",
     "A name of the certificate is excluded by a name constraint", kDocumented},
    {FaultId::NameConstraints, "0x00000800", "CERT_TRUST_INVALID_NAME_CONSTRAINTS",
     "A certificate of the chain has a name constraints extension that is not valid", kDocumented},
    {FaultId::Policy, "0x00000200", "CERT_TRUST_INVALID_POLICY_CONSTRAINTS",
     "A policy constraint of the chain is not met", kDocumented},
    {FaultId::Policy, "0x02000000", "CERT_TRUST_NO_ISSUANCE_CHAIN_POLICY",
     "The certificate has no issuance policy although a policy constraint requires one", kAssumed},
    {FaultId::UnknownCritical, "0x08000000", "CERT_TRUST_HAS_NOT_SUPPORTED_CRITICAL_EXT",
     "The certificate has a critical extension that is not supported", kAssumed},
    {FaultId::Revoked, "0x00000004", "CERT_TRUST_IS_REVOKED",
     "Trust for this certificate or one of the certificates in the certificate chain has been revoked", kDocumented},
    {FaultId::RevocationUnknown, "0x00000040", "CERT_TRUST_REVOCATION_STATUS_UNKNOWN",
     "The revocation status of the certificate or one of the certificates in the certificate chain is unknown",
     kDocumented},
    {FaultId::RevocationUnknown, "0x01000000", "CERT_TRUST_IS_OFFLINE_REVOCATION",
     "The revocation status is either offline or stale", kDocumented},
    {FaultId::Weak, "0x00100000", "CERT_TRUST_HAS_WEAK_SIGNATURE",
     "A certificate of the chain has a weak signature or key", kAssumed},
    {FaultId::Malformed, "0x00000100", "CERT_TRUST_INVALID_EXTENSION",
     "One of the certificates has an extension that is not valid", kDocumented},
};

}  // namespace

std::span<const Word> windows_words() { return kWindows; }
std::span<const Word> windows_trust_words() { return kWindowsTrust; }

}  // namespace pki::relying::tables
