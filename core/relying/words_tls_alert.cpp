// TLS alerts: what the other side is told. RFC 8446 6.2 says what each is for; which fault leads to which is the
// implementation's choice, here OpenSSL's (ssl/statem, ssl_x509err2alert).

#include "relying/word.h"

namespace pki::relying::tables {
namespace {

constexpr Certainty kDocumented = Certainty::Documented;
constexpr Certainty kAssumed = Certainty::Assumed;

constexpr Word kTlsAlert[] = {
    {FaultId::NoIssuer, "48", "unknown_ca",
     "A valid certificate chain was received, but the CA is not known or not trusted", kDocumented},
    {FaultId::UntrustedRoot, "48", "unknown_ca",
     "A valid certificate chain was received, but the CA is not known or not trusted", kDocumented},
    {FaultId::SelfSignedLeaf, "48", "unknown_ca",
     "A valid certificate chain was received, but the CA is not known or not trusted", kDocumented},
    {FaultId::PartialChain, "48", "unknown_ca",
     "A valid certificate chain was received, but the CA is not known or not trusted", kDocumented},
    {FaultId::TooLong, "48", "unknown_ca",
     "A valid certificate chain was received, but the CA is not known or not trusted", kDocumented},
    {FaultId::KeyIdMismatch, "48", "unknown_ca",
     "A valid certificate chain was received, but the CA is not known or not trusted", kDocumented},
    {FaultId::PathLength, "48", "unknown_ca",
     "A valid certificate chain was received, but the CA is not known or not trusted", kDocumented},
    {FaultId::NotACa, "48", "unknown_ca",
     "A valid certificate chain was received, but the CA is not known or not trusted", kDocumented},
    {FaultId::RevocationUnknown, "48", "unknown_ca",
     "A valid certificate chain was received, but the CA is not known or not trusted", kDocumented},
    {FaultId::Expired, "45", "certificate_expired", "A certificate has expired or is not currently valid", kDocumented},
    {FaultId::NotYetValid, "42", "bad_certificate", "A certificate was corrupt, or its signatures did not verify",
     kDocumented},
    {FaultId::BadSignature, "51", "decrypt_error", "A handshake cryptographic operation failed", kDocumented},
    {FaultId::BadSignature, "42", "bad_certificate", "A certificate was corrupt, or its signatures did not verify",
     kDocumented},
    {FaultId::WrongEku, "43", "unsupported_certificate", "A certificate was of an unsupported type", kDocumented},
    {FaultId::WrongName, "42", "bad_certificate", "A certificate was corrupt, or its signatures did not verify",
     kDocumented},
    {FaultId::NameConstraints, "46", "certificate_unknown",
     "Some other issue arose in processing the certificate, rendering it unacceptable", kDocumented},
    {FaultId::NoKeyCertSign, "46", "certificate_unknown",
     "Some other issue arose in processing the certificate, rendering it unacceptable", kDocumented},
    {FaultId::UnknownCritical, "46", "certificate_unknown",
     "Some other issue arose in processing the certificate, rendering it unacceptable", kDocumented},
    {FaultId::IssuerRule, "46", "certificate_unknown",
     "Some other issue arose in processing the certificate, rendering it unacceptable", kDocumented},
    {FaultId::Policy, "46", "certificate_unknown",
     "Some other issue arose in processing the certificate, rendering it unacceptable", kDocumented},
    {FaultId::Malformed, "42", "bad_certificate", "A certificate was corrupt, or its signatures did not verify",
     kDocumented},
    {FaultId::Revoked, "44", "certificate_revoked", "A certificate was revoked by its signer", kDocumented},
    {FaultId::RevocationUnknown, "45", "certificate_expired", "A certificate has expired or is not currently valid",
     kDocumented},
    {FaultId::RevocationUnknown, "46", "certificate_unknown",
     "Some other issue arose in processing the certificate, rendering it unacceptable", kAssumed},
    {FaultId::Weak, "42", "bad_certificate", "A certificate was corrupt, or its signatures did not verify",
     kDocumented},
    {FaultId::Weak, "71", "insufficient_security",
     "The server requires more secure parameters than the client supports", kAssumed},
};

}  // namespace

std::span<const Word> tls_alert_words() { return kTlsAlert; }

}  // namespace pki::relying::tables
