#include <iterator>

#include "base/assert.h"
#include "relying/fault.h"

namespace pki::relying {
namespace {

constexpr Fault kFaults[] = {
    {.fault = FaultId::NoIssuer,
     .id = "no-issuer",
     .title = "The issuer is missing",
     .meaning = "The certificate of the CA that issued one of the certificates is at hand neither in what the other "
                "side sent nor in the relying party's store, so no path reaches a trust anchor",
     .cure = "Send the intermediate certificates with the leaf (leaf first), or install them at the relying party; do "
             "not count on AIA: most libraries fetch nothing",
     .lab = "Issue root, issuing CA and leaf; check the leaf with the root alone as anchor and an empty pool",
     .see = "Check the chain: the step \"End of the path\" names the issuer that is missing and, where the certificate "
            "tells, its key identifier and its AIA address",
     .example = "missing-intermediate"},
    {.fault = FaultId::UntrustedRoot,
     .id = "untrusted-root",
     .title = "The root is not trusted",
     .meaning = "The path is complete up to a self-signed certificate, and that root is not among the trust anchors",
     .cure = "If the root is the right one, add it to the relying party's trusted roots; otherwise find out who "
             "presents it",
     .lab = "Check a good chain, root included in the pool, with another root as the only anchor",
     .see = "Check the chain: the step \"End of the path\" names the root at which the path ended",
     .example = "untrusted-root"},
    {.fault = FaultId::SelfSignedLeaf,
     .id = "self-signed-leaf",
     .title = "The certificate is self-signed",
     .meaning = "The certificate itself is self-signed: nobody else vouches for it, and it is no trust anchor",
     .cure = "Have it issued by a CA that the relying party trusts, or add this very certificate to the trust anchors",
     .lab = "Make a root CA certificate and check it as the target, with another root as the anchor",
     .see = "Check the chain: the path has one certificate, which ends at itself",
     .example = "self-signed-leaf"},
    {.fault = FaultId::PartialChain,
     .id = "partial-chain",
     .title = "Only an intermediate CA is trusted",
     .meaning = "The path ends at a certificate that is trusted but not self-signed; this relying party accepts only "
                "roots as its anchors and goes on looking for one",
     .cure = "Trust the root too, or switch partial chains on (OpenSSL: -partial_chain, X509_V_FLAG_PARTIAL_CHAIN)",
     .lab = "Check a leaf with its issuing CA as the only anchor, under the relying party OpenSSL",
     .see = "Check the chain with the option anchor_form \"self-signed\": the step \"End of the path\" fails at the "
            "trusted intermediate",
     .example = "partial-chain"},
    {.fault = FaultId::Expired,
     .id = "expired",
     .title = "A certificate has expired",
     .meaning = "The time of the check is after notAfter of a certificate of the path; the last second still counts",
     .cure = "Renew that certificate; if it is the CA's, install the renewed one everywhere, and look for an old copy "
             "that gets in the way",
     .lab = "Check any chain at a time after the leaf's notAfter",
     .see = "Check the chain: the step \"Validity period\" of that certificate shows both ends and the time",
     .example = "expired-leaf"},
    {.fault = FaultId::NotYetValid,
     .id = "not-yet-valid",
     .title = "A certificate is not valid yet",
     .meaning = "The time of the check is before notBefore of a certificate of the path: clocks differ, or it was made "
                "ahead of time",
     .cure = "Set the clock of the relying party; let CAs back-date notBefore by some minutes",
     .lab = "Check any chain at a time before the leaf's notBefore",
     .see = "Check the chain: the step \"Validity period\" of that certificate shows both ends and the time",
     .example = "not-yet-valid"},
    {.fault = FaultId::BadSignature,
     .id = "bad-signature",
     .title = "A signature does not fit",
     .meaning = "The signature of a certificate was not made with the key of the CA above it over these octets: the "
                "certificate was changed, or another key of a CA of the same name signed it",
     .cure =
         "Get both certificates afresh; after a CA was renewed with a new key, use the CA certificate whose subject "
         "key identifier the certificate names",
     .lab = "Change one octet of a leaf's subject in its DER, and check it",
     .see = "Check the chain: the step \"Signature\" fails, and the search tells which issuers were tried",
     .example = "tampered"},
    {.fault = FaultId::NotACa,
     .id = "not-a-ca",
     .title = "The issuer is not a CA",
     .meaning = "A certificate of the path issued another one though basic constraints do not make it a CA: they are "
                "missing, say cA FALSE, or it is of version 1",
     .cure = "Have the CA certificate issued again with basic constraints cA TRUE, critical; a leaf cannot issue",
     .lab = "Issue a certificate with a leaf's key, with the option \"force\", and check it",
     .see = "Check the chain: the step \"Basic constraints\" of the issuer fails",
     .example = "not-a-ca"},
    {.fault = FaultId::PathLength,
     .id = "path-length",
     .title = "The path length is exceeded",
     .meaning =
         "More intermediate CAs stand below a CA than the path length constraint in its basic constraints allows",
     .cure = "Leave out a level of CAs, or have the CA above issued again with a larger path length",
     .lab = "Issue a CA below a CA with path length 0, with the option \"force\", and check a leaf of it",
     .see = "Check the chain: the step \"Path length\" names the CA that set the limit",
     .example = "path-length"},
    {.fault = FaultId::NoKeyCertSign,
     .id = "no-key-cert-sign",
     .title = "The issuer may not sign certificates",
     .meaning = "The key usage of an issuer is there and lacks keyCertSign",
     .cure = "Have the CA certificate issued again with keyCertSign (and cRLSign) in its key usage",
     .lab = "Issue a CA certificate with key usage cRLSign alone, with the option \"force\", and check a leaf of it",
     .see = "Check the chain: the step \"Key usage\" of the issuer fails",
     .example = "no-cert-sign"},
    {.fault = FaultId::WrongEku,
     .id = "wrong-eku",
     .title = "The certificate is for another purpose",
     .meaning = "The extended key usage or the key usage of the leaf, or the extended key usage of a CA above it, does "
                "not allow what the certificate is used for",
     .cure = "Issue the leaf again with the purpose; if it is the CA's extended key usage, only a new CA certificate "
             "helps: with the purpose, or without the extension",
     .lab = "Issue a CA with extended key usage serverAuth and a leaf with clientAuth, and check for tls-client",
     .see = "Check the chain with a purpose: the step \"Extended key usage\" tells which certificate forbids it",
     .example = "limited-ca"},
    {.fault = FaultId::WrongName,
     .id = "wrong-name",
     .title = "The certificate is for another name",
     .meaning =
         "None of the subject alternative names is the name that was asked for; the common name no longer counts "
         "for most",
     .cure = "Issue the certificate with every name by which it is reached as a subject alternative name: DNS names as "
             "DNS, addresses as IP",
     .lab = "Check a TLS server's leaf for another host name",
     .see = "Check the chain with a name: the step \"Service identity\" lists the names that the certificate has",
     .example = "wrong-host"},
    {.fault = FaultId::NameConstraints,
     .id = "name-constraints",
     .title = "A name is outside a CA's constraints",
     .meaning = "A name of the leaf or of a CA is excluded, or not permitted, by the name constraints of a CA above it",
     .cure = "Leave the name out, or have it certified by a CA that permits it",
     .lab = "Issue a CA that permits DNS:lab.example and a leaf for www.other.example, and check it",
     .see = "Check the chain: the step \"Name constraints\" names the name, the subtree and the CA",
     .example = "name-constraints"},
    {.fault = FaultId::Policy,
     .id = "policy",
     .title = "No valid certificate policy",
     .meaning =
         "A policy is demanded, by a CA's policy constraints or by the relying party, and the path has none that "
         "is valid in all its certificates",
     .cure = "Put the policy into every certificate from the CA that demands it down to the leaf, or map it",
     .lab = "Issue a CA with policy constraints requireExplicitPolicy 0 and a leaf without policies, and check it",
     .see = "Check the chain: the step \"Certificate policies\" shows the valid policy graph and where it became empty",
     .example = "policy-missing"},
    {.fault = FaultId::UnknownCritical,
     .id = "unknown-critical",
     .title = "A critical extension is not understood",
     .meaning =
         "A certificate has an extension that is critical and that the relying party does not know; RFC 5280 4.2 "
         "has it refuse",
     .cure = "Issue the certificate with the extension not critical, or use a relying party that knows it",
     .lab = "Issue a leaf with an extra extension of a private OID, critical, and check it",
     .see = "Check the chain: the step \"Critical extensions\" names it",
     .example = "unknown-critical"},
    {.fault = FaultId::Revoked,
     .id = "revoked",
     .title = "A certificate was revoked",
     .meaning = "A CRL or an OCSP response says that a certificate of the path was revoked or is on hold",
     .cure = "Issue a new certificate with a new key; if it was revoked by mistake, only certificateHold can be lifted",
     .lab = "Revoke a leaf in a CRL of its CA, and check it with that CRL and revocation on",
     .see = "Check the chain with revocation on: the step \"Revocation\" names the CRL entry or the OCSP answer",
     .example = "revoked-leaf"},
    {.fault = FaultId::RevocationUnknown,
     .id = "revocation-unknown",
     .title = "Whether it was revoked is not known",
     .meaning = "Revocation is asked for and nothing at hand answers: no CRL, one that lapsed or does not apply, a "
                "responder that cannot be reached or is not trusted",
     .cure = "Publish a fresh CRL where the certificate's distribution point says, and let the relying party reach it; "
             "it needs one for each CA of the path if the whole chain is checked",
     .lab = "Check a chain with revocation \"hard-fail\" and without a CRL, or at a time after its nextUpdate",
     .see = "Check the chain with revocation on: the step \"Revocation\" says of each CRL and response why it did not "
            "answer",
     .example = "lapsed-crl"},
    {.fault = FaultId::Weak,
     .id = "weak",
     .title = "A key or a signature is too weak",
     .meaning =
         "A key is shorter, a curve or a hash older than the relying party accepts, or the algorithm is not known "
         "to it",
     .cure =
         "Make a new key (RSA 2048 or more, P-256 or P-384), and have the certificate signed with SHA-256 or better",
     .lab = "Check a certificate that is signed with SHA-1, or one with an RSA key of 1024 bits",
     .see = "Check the chain: the step \"Strength\" names the key or the algorithm",
     .example = "weak-key"},
    {.fault = FaultId::KeyIdMismatch,
     .id = "key-id-mismatch",
     .title = "The key identifiers do not match",
     .meaning = "The authority key identifier of a certificate is not the subject key identifier of the CA above it, "
                "though name and signature fit: OpenSSL and GnuTLS take that CA for another one",
     .cure =
         "Have the certificate issued again with the identifier that the CA's own certificate has; CAs must copy it "
         "and not compute it anew",
     .lab = "Issue a leaf whose authority key identifier is another one, and check it under the relying party OpenSSL",
     .see = "Check the chain: the step \"Key identifiers\" shows both"},
    {.fault = FaultId::TooLong,
     .id = "too-long",
     .title = "The path has too many certificates",
     .meaning =
         "The path is longer than the relying party's own limit: nginx and Apache have a verify depth of 1 unless "
         "it is raised. This is not the path length constraint of a CA",
     .cure = "Raise the limit (nginx: ssl_verify_depth, Apache: SSLVerifyDepth), or leave out a level of CAs",
     .lab = "Check a leaf below two intermediate CAs under the relying party nginx",
     .see = "Check the chain with the option max_intermediates: the step \"End of the path\" fails"},
    {.fault = FaultId::ValidityTooLong,
     .id = "validity-too-long",
     .title = "The certificate is valid for too long",
     .meaning = "The period from notBefore to notAfter is longer than the relying party accepts, whatever the time is "
                "now",
     .cure = "Issue the certificate for a shorter time",
     .lab = "Issue a TLS server's leaf for three years and check it under the relying party Apple",
     .see = "Check the chain with the option max_validity_days: the step \"Validity period\" fails"},
    {.fault = FaultId::Malformed,
     .id = "malformed",
     .title = "A certificate is malformed",
     .meaning = "A certificate is not DER, has a version that does not go with its fields, an extension twice, or one "
                "that cannot be read and matters",
     .cure = "The issuer must issue the certificate again, correctly encoded",
     .lab = "Issue a leaf with an extra extension whose OID is there already, and check it",
     .see = "Inspect the certificate: the findings stand at the octets that are wrong"},
    {.fault = FaultId::IssuerRule,
     .id = "issuer-rule",
     .title = "The issuer broke a rule of RFC 5280",
     .meaning = "RFC 5280 section 4 forbids CAs to issue such a certificate, and section 6 lets relying parties accept "
                "it all the same; strict ones (OpenSSL: -x509_strict) refuse",
     .cure = "Have the CA follow the rule that is named, and issue the certificate again",
     .lab = "Issue a CA certificate whose basic constraints are not critical, and check with strict rules",
     .see = "Check the chain with issuer_rules \"refuse\": the step \"Rules for issuers\" lists them"},
    {.fault = FaultId::WebPki,
     .id = "web-pki",
     .title = "A publicly trusted CA could not issue it",
     .meaning = "The certificate breaks the CA/Browser Forum's Baseline Requirements, which bind publicly trusted CAs "
                "and no private one",
     .cure = "Nothing, for a private CA; a public one must issue the certificate again",
     .lab = "Check a leaf without subject alternative name with web_pki \"refuse\"",
     .see = "Check the chain with web_pki \"warn\": the step \"Web PKI profile\" lists what is broken"},
};

}  // namespace

std::span<const Fault> all_faults() { return kFaults; }

const Fault& fault_info(FaultId fault) {
  const auto index = static_cast<std::size_t>(fault);
  PKI_ASSERT(index < std::size(kFaults) && kFaults[index].fault == fault);
  return kFaults[index];
}

const Fault* find_fault(std::string_view id) {
  for (const Fault& fault : kFaults) {
    if (fault.id == id) return &fault;
  }
  return nullptr;
}

}  // namespace pki::relying
