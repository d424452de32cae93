#pragma once
// The rules of judging OCSP responses (RFC 6960 3.2, 4.2.2). What a response says of a certificate is Error; why one
// did not answer is Notice: what that weighs is the outcome of the step.

#include "base/rule.h"

namespace pki::path::rules {

// What came of it. Places are those of the certificate; `response` counts the responses of the question from 0,
// `answer` the answers in it.

inline constexpr Rule kOcspRevoked{
    "path.revocation.ocsp_revoked", Severity::Error, "RFC 5280 6.1.3 (a)(3), RFC 6960 2.2",
    "{subject} was revoked at {date} ({reason}), says the OCSP responder {responder}",
    "Replace the certificate; if it was revoked by mistake, its CA must issue a new one"};
inline constexpr Rule kOcspOnHold{
    "path.revocation.ocsp_on_hold", Severity::Error, "RFC 5280 6.1.3 (a)(3), 5.3.1, RFC 6960 2.2",
    "{subject} was put on hold at {date}, says the OCSP responder {responder}",
    "Ask the CA to release the certificate, then the responder again; or replace the certificate"};
inline constexpr Rule kOcspNotIssued{
    "path.revocation.ocsp_not_issued", Severity::Error, "RFC 6960 2.2, 4.4.8",
    "The OCSP responder {responder} knows no certificate with the serial number of {subject}, and calls it revoked",
    "Ask the CA whether it issued this certificate: if it did not, its key may be in other hands"};

// Why a response did not answer. Places are those of the response.

inline constexpr Rule kOcspNotSuccessful{"path.revocation.ocsp_not_successful", Severity::Notice, "RFC 6960 2.3, 4.2.1",
                                         "The OCSP response {response} holds no answer: its status is {status}",
                                         "Ask the responder again; unauthorized means that it does not know this CA"};
inline constexpr Rule kOcspType{"path.revocation.ocsp_type", Severity::Notice, "RFC 6960 4.2.1",
                                "The OCSP response {response} is of the type {type}, which is not known",
                                "Ask the responder for a basic response"};
inline constexpr Rule kOcspMalformed{"path.revocation.ocsp_malformed", Severity::Notice, "RFC 6960 4.2.1",
                                     "The OCSP response {response} is not well-formed ({rule}): {detail}",
                                     "Ask the responder again, or tell its operator"};
inline constexpr Rule kOcspOtherIssuer{
    "path.revocation.ocsp_other_issuer", Severity::Notice, "RFC 6960 3.2 (1), 4.1.1",
    "Answer {answer} of the OCSP response {response} is about this serial number, but about another issuer: the hash "
    "of "
    "the issuer's {part} differs",
    "Ask about the certificate with the issuer that its path has: the CA may have changed its key"};
inline constexpr Rule kOcspHashUnknown{
    "path.revocation.ocsp_hash_unknown", Severity::Notice, "RFC 6960 4.1.1",
    "Answer {answer} of the OCSP response {response} names the issuer by a hash that is not known: {hash}",
    "Ask with SHA-1 or SHA-256 in the request"};
inline constexpr Rule kOcspProducedLater{"path.revocation.ocsp_produced_later", Severity::Notice, "RFC 6960 3.2 (5)",
                                         "The OCSP response {response} was made at {produced_at}, after {at}",
                                         "Check the clock of the machine that asks, and that of the responder"};
inline constexpr Rule kOcspProducedBefore{
    "path.revocation.ocsp_produced_before", Severity::Notice, "RFC 6960 2.4",
    "The OCSP response {response} was made at {produced_at}, before the certificate began to be valid at {not_before}",
    "Ask the responder again"};
inline constexpr Rule kOcspProducedAfter{
    "path.revocation.ocsp_produced_after", Severity::Notice, "RFC 6960 4.4.4",
    "The OCSP response {response} was made at {produced_at}, after the certificate expired at {not_after}: good says "
    "nothing then, since the responder does not say how long it remembers (archive cutoff)",
    "Use a response from the time in which the certificate was valid"};
inline constexpr Rule kOcspNotYetValid{
    "path.revocation.ocsp_not_yet_valid", Severity::Notice, "RFC 6960 4.2.2.1",
    "Answer {answer} of the OCSP response {response} ({status}) is from {this_update}, after {at}",
    "Use a response that was in force at that time"};
inline constexpr Rule kOcspExpired{
    "path.revocation.ocsp_expired", Severity::Notice, "RFC 6960 4.2.2.1",
    "Answer {answer} of the OCSP response {response} ({status}) was good until {next_update}, before {at}",
    "Ask the responder again"};
inline constexpr Rule kOcspOld{
    "path.revocation.ocsp_old", Severity::Notice, "RFC 6960 3.2 (5), 4.2.2.1",
    "Answer {answer} of the OCSP response {response} ({status}) is from {this_update}, more than {limit} days before "
    "{at}, and does not say until when it is good",
    "Ask the responder again"};
inline constexpr Rule kOcspTimesOrder{
    "path.revocation.ocsp_times_order", Severity::Notice, "RFC 6960 2.4",
    "Answer {answer} of the OCSP response {response} ends at {next_update}, before it begins at {this_update}",
    "Ask the responder again, or tell its operator"};
inline constexpr Rule kOcspCriticalUnknown{
    "path.revocation.ocsp_critical_extension", Severity::Notice, "RFC 6960 4.4, RFC 5280 4.2",
    "The OCSP response {response} has the critical extension {extension}, which is not known",
    "Find out what the extension demands; whoever does not know it must not use the answer"};
inline constexpr Rule kOcspWeak{"path.revocation.ocsp_weak", Severity::Notice, "RFC 6960 4.3",
                                "The signature of the OCSP response {response} is not accepted: {detail}",
                                "Have the responder sign with SHA-256 or better"};
inline constexpr Rule kOcspSignature{
    "path.revocation.ocsp_signature", Severity::Notice, "RFC 6960 3.2 (2)",
    "The signature of the OCSP response {response} does not fit the key of {responder}",
    "Ask the responder again: the response was changed, or another key signed it"};
inline constexpr Rule kOcspSignatureUnsupported{
    "path.revocation.ocsp_signature_unsupported", Severity::Notice, "RFC 6960 4.3",
    "The signature of the OCSP response {response} cannot be checked: {algorithm} is not supported",
    "Check this response with a program that knows the algorithm"};
inline constexpr Rule kOcspSignatureUnchecked{
    "path.revocation.ocsp_signature_unchecked", Severity::Notice, "RFC 4158 2.4",
    "The signature of the OCSP response {response} was not checked: the bound on signature checks was reached",
    "Raise the limit"};
inline constexpr Rule kOcspResponderUnknown{"path.revocation.ocsp_responder_unknown", Severity::Notice,
                                            "RFC 6960 4.2.2.2, 4.2.2.3",
                                            "The OCSP response {response} is signed by {responder}: that is not the "
                                            "issuer of the certificate, and the response "
                                            "brings no certificate of it along",
                                            "Have the responder send its certificate along"};
inline constexpr Rule kOcspResponderNotIssued{
    "path.revocation.ocsp_responder_not_issued", Severity::Notice, "RFC 6960 4.2.2.2",
    "The OCSP response {response} is signed by {responder}, whose certificate was not issued by the CA of the "
    "certificate in question, with the same key",
    "Have the CA that issued the certificate issue one for its OCSP responder, with the same key"};
inline constexpr Rule kOcspResponderPurpose{
    "path.revocation.ocsp_responder_purpose", Severity::Notice, "RFC 6960 4.2.2.2",
    "The OCSP response {response} is signed by {responder}, whose certificate does not say that it may: the extended "
    "key usage lacks OCSPSigning",
    "Have the certificate of the responder issued again with OCSPSigning"};
inline constexpr Rule kOcspResponderFault{
    "path.revocation.ocsp_responder_fault", Severity::Notice, "RFC 6960 3.2 (4), 4.2.2.2",
    "The OCSP response {response} is signed by {responder}, whose certificate is not good ({rule}): {detail}",
    "Have the certificate of the responder renewed"};
inline constexpr Rule kOcspResponderLimit{
    "path.revocation.ocsp_responder_limit", Severity::Notice, "RFC 4158 2.4",
    "The OCSP response {response} brings more than {limit} certificates of {responder} along; the others were not "
    "looked at",
    "Tell the operator of the responder: one certificate is enough"};
inline constexpr Rule kOcspStatusUnknown{"path.revocation.ocsp_unknown", Severity::Notice, "RFC 6960 2.2",
                                         "The OCSP responder {responder} does not know {subject}",
                                         "Ask the responder that the certificate names, or the CA"};
inline constexpr Rule kOcspOutdated{
    "path.revocation.ocsp_outdated", Severity::Notice, "RFC 6960 2.4",
    "Answer {answer} of the OCSP response {response} ({status}) was replaced by one from {newer}, which is at hand",
    ""};

}  // namespace pki::path::rules
