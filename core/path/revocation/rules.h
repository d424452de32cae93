#pragma once
// The rules of revocation (RFC 5280 6.3). What a source of revocation information says of a certificate is Error; why
// one did not answer is Notice: what that weighs is the outcome of the step.

#include "base/rule.h"

namespace pki::path::rules {

// What came of it. Places are those of the certificate; `crl` counts the CRLs of the question from 0, `entry` is
// "offset+length" in that CRL.

inline constexpr Rule kRevocationNotJudged{"path.revocation.not_judged", Severity::Info, "RFC 5280 6.1.3 (a)(3), 6.3",
                                           "Revocation was not judged: it was not asked for",
                                           "Ask for it, and hand in the CRL of each CA"};
inline constexpr Rule kRevoked{"path.revocation.revoked", Severity::Error, "RFC 5280 6.1.3 (a)(3), 6.3.3",
                               "{subject} was revoked at {date} ({reason}), says the CRL {number} of {crl_issuer}",
                               "Replace the certificate; if it was revoked by mistake, its CA must issue a new one"};
inline constexpr Rule kOnHold{
    "path.revocation.on_hold", Severity::Error, "RFC 5280 6.1.3 (a)(3), 5.3.1",
    "{subject} was put on hold at {date}, says the CRL {number} of {crl_issuer}",
    "Ask the CA to release the certificate, and get its next CRL; or replace the certificate"};
inline constexpr Rule kRevocationUndetermined{
    "path.revocation.undetermined", Severity::Error, "RFC 5280 6.3.3",
    "Whether {subject} was revoked cannot be told: {why}",
    "Get the current CRL of {issuer} and the certificates that it takes to check it, or an OCSP response"};
inline constexpr Rule kCrlExpiredTolerated{"path.revocation.crl_expired_tolerated", Severity::Warning,
                                           "RFC 5280 5.1.2.5",
                                           "The CRL {number} of {crl_issuer} was due to be replaced at {next_update}, "
                                           "before {at}, and was used all the same",
                                           "Get the current CRL"};

// Why a CRL did not answer. Places are those of the CRL.

inline constexpr Rule kCrlMalformed{"path.revocation.crl_malformed", Severity::Notice, "RFC 5280 5.1",
                                    "The CRL {number} of {crl_issuer} is not well-formed ({rule}): {detail}",
                                    "Get the CRL again, or have it issued again"};
inline constexpr Rule kCrlNotYetValid{"path.revocation.crl_not_yet_valid", Severity::Notice, "RFC 5280 5.1.2.4",
                                      "The CRL {number} of {crl_issuer} is from {this_update}, after {at}",
                                      "Use a CRL that was in force at that time"};
inline constexpr Rule kCrlExpired{"path.revocation.crl_expired", Severity::Notice, "RFC 5280 5.1.2.5, 6.3.3 (a)",
                                  "The CRL {number} of {crl_issuer} was due to be replaced at {next_update}, before "
                                  "{at}",
                                  "Get the current CRL"};
inline constexpr Rule kCrlSuperseded{"path.revocation.crl_superseded", Severity::Notice, "RFC 5280 5.2.3",
                                     "The CRL {number} of {crl_issuer} was replaced by {newer}, which is at hand", ""};
inline constexpr Rule kCrlNumberOrder{
    "path.revocation.crl_number_order", Severity::Notice, "RFC 5280 5.2.3",
    "The CRL {number} of {crl_issuer} is from {this_update}, and yet its number is higher than that of the later CRL "
    "{newer}",
    "Ask the CA to number its CRLs in order"};
inline constexpr Rule kCrlAlgorithmMismatch{
    "path.revocation.crl_algorithm_mismatch", Severity::Notice, "RFC 5280 5.1.1.2",
    "The signature algorithm inside the CRL {number} of {crl_issuer} is not the one outside",
    "Have the CRL issued again"};
inline constexpr Rule kCrlWeak{"path.revocation.crl_weak", Severity::Notice, "RFC 5280 8",
                               "The signature of the CRL {number} of {crl_issuer} is not accepted: {detail}",
                               "Have the CRL signed with SHA-256 or better"};
inline constexpr Rule kCrlCriticalUnknown{
    "path.revocation.crl_critical_extension", Severity::Notice, "RFC 5280 5.2, 5.3",
    "The CRL {number} of {crl_issuer} has the critical extension {extension}, which is not known",
    "Find out what the extension demands; whoever does not know it must not use the CRL"};
inline constexpr Rule kCrlNotIndirect{
    "path.revocation.crl_not_indirect", Severity::Notice, "RFC 5280 6.3.3 (b)(1)",
    "The certificate names {crl_issuer} as the issuer of its CRL, but the CRL {number} is not an indirect one",
    "Have the CRL issued with indirectCRL in its issuing distribution point"};
inline constexpr Rule kCrlOtherPoint{
    "path.revocation.crl_other_point", Severity::Notice, "RFC 5280 6.3.3 (b)(2)(i)",
    "The CRL {number} of {crl_issuer} is for another distribution point than those of the certificate",
    "Get the CRL of the certificate's distribution point"};
inline constexpr Rule kCrlOtherContents{
    "path.revocation.crl_other_contents", Severity::Notice, "RFC 5280 6.3.3 (b)(2)(ii) to (iv)",
    "The CRL {number} of {crl_issuer} says {flag}, so it is not about this certificate",
    "Get the CRL that is about certificates of this kind"};
inline constexpr Rule kCrlNoReasons{"path.revocation.crl_no_reasons", Severity::Notice, "RFC 5280 6.3.3 (d), (e)",
                                    "The CRL {number} of {crl_issuer} is about none of the reasons that the "
                                    "distribution point is for",
                                    "Get the CRLs for the other reasons"};
inline constexpr Rule kCrlIssuerUnknown{"path.revocation.crl_issuer_unknown", Severity::Notice, "RFC 5280 6.3.3 (f)",
                                        "No certificate of {crl_issuer}, the issuer of the CRL {number}, is at hand",
                                        "Add the certificate of the CRL's issuer to the pool"};
inline constexpr Rule kCrlSignature{
    "path.revocation.crl_signature", Severity::Notice, "RFC 5280 6.3.3 (g)",
    "The signature of the CRL {number} fits none of the keys of {crl_issuer} that are at hand",
    "Get the CRL again, and the certificate of the key that signs CRLs"};
inline constexpr Rule kCrlSignatureUnchecked{
    "path.revocation.crl_signature_unchecked", Severity::Notice, "RFC 4158 2.4",
    "The signature of the CRL {number} of {crl_issuer} was not checked: the bound on signature checks was reached",
    "Raise the limit"};
inline constexpr Rule kCrlSignNotAllowed{
    "path.revocation.crl_sign_not_allowed", Severity::Notice, "RFC 5280 6.3.3 (f), 4.2.1.3",
    "The key of {crl_issuer} that signed the CRL {number} may not: the key usage lacks cRLSign",
    "Have the certificate of the CRL's issuer issued again with cRLSign in its key usage"};
inline constexpr Rule kCrlIssuerPath{
    "path.revocation.crl_issuer_path", Severity::Notice, "RFC 5280 6.3.3 (f)",
    "The certificate of {crl_issuer} whose key signed the CRL {number} has no good path to the same trust anchor: "
    "{detail}",
    "Add what its path lacks to the pool, or get a CRL that another key signed"};
inline constexpr Rule kCrlIssuerLimit{
    "path.revocation.crl_issuer_limit", Severity::Notice, "RFC 4158 2.4",
    "The path of {crl_issuer}, the issuer of the CRL {number}, was not looked for: the bound was reached",
    "Raise the limit, or take certificates and CRLs out of the pool"};
inline constexpr Rule kCrlNotSearched{
    "path.revocation.crl_not_searched", Severity::Notice, "",
    "The CRL {number} of {crl_issuer} was not searched: the bound on CRLs or on their entries was reached",
    "Hand in only the CRLs that are current, or raise the limit"};
inline constexpr Rule kDeltaWithoutBase{
    "path.revocation.delta_without_base", Severity::Notice, "RFC 5280 5.2.4, 6.3.3 (c)",
    "The delta CRL {number} of {crl_issuer} adds to the CRL {base}, and no complete CRL from that one on is at hand",
    "Get the complete CRL"};
inline constexpr Rule kDeltaNotUsed{"path.revocation.delta_not_used", Severity::Notice, "RFC 5280 6.3.1 (b)",
                                    "The delta CRL {number} of {crl_issuer} was not used: it was not asked for",
                                    "Ask for delta CRLs to be used"};

}  // namespace pki::path::rules
