#pragma once
// The rules of SCEP: scep.*.

#include "base/rule.h"

namespace pki::scep {

/// All of the layer's rules, for the catalogue.
RuleList scep_rules();

namespace rules {

// The message.
inline constexpr Rule kNoSigner{"scep.message.no_signer", Severity::Error, "RFC 8894 3.2",
                                "The message has no signer that could be read",
                                "Check that this is a SCEP message, and not a bundle of certificates"};
inline constexpr Rule kSeveralSigners{"scep.message.several_signers", Severity::Warning, "RFC 8894 3.2",
                                      "The message has {count} signers; only the first is looked at",
                                      "Have it signed once"};
inline constexpr Rule kNoCertificate{
    "scep.message.no_certificate", Severity::Error, "RFC 8894 2.3, 3.2",
    "The certificate of the signer is not in the message: {signer}",
    "Have the client send its certificate (self-signed, or the current one) with the message"};
inline constexpr Rule kContentType{"scep.message.content_type", Severity::Warning, "RFC 8894 3.2",
                                   "The signed content is called {found} instead of data",
                                   "Have the message made anew; some programs refuse it as it is"};
inline constexpr Rule kSignerKey{"scep.signer.key", Severity::Error, "RFC 8894 2.3",
                                 "The private key is not the one of the certificate that is to name the signer",
                                 "Give the key and the certificate that belong together"};
inline constexpr Rule kNotRsa{"scep.key.not_rsa", Severity::Error, "RFC 8894 2.1.1, 3.1",
                              "The key ({key}) cannot be encrypted for, so that no reply could be sent to it",
                              "Use an RSA key of 2048 bits or more: SCEP encrypts under the keys of both sides"};

// Signed attributes.
inline constexpr Rule kAttributeMissing{"scep.attribute.missing", Severity::Error, "RFC 8894 3.2.1",
                                        "The signed attributes lack {attribute}",
                                        "Have the message made anew by software that writes the attribute"};
inline constexpr Rule kAttributeMalformed{"scep.attribute.malformed", Severity::Error, "RFC 8894 3.2.1",
                                          "The attribute {attribute} cannot be read: {reason}",
                                          "Have the message made anew"};
inline constexpr Rule kAttributeString{"scep.attribute.string_type", Severity::Notice, "RFC 8894 3.2.1",
                                       "The attribute {attribute} is a {found} instead of a {expected}",
                                       "Have the message made anew; some programs refuse it as it is"};
inline constexpr Rule kTypeUnknown{"scep.message_type.unknown", Severity::Error, "RFC 8894 3.2.1.2",
                                   "The message type {value} is not known",
                                   "Check the client: 17, 19, 20, 21 and 22 are requests, and 3 is a reply"};
inline constexpr Rule kTypeUnexpected{"scep.message_type.unexpected", Severity::Error, "RFC 8894 3.2.1.2",
                                      "The message is {found}, and {expected} is expected here",
                                      "Check that requests and replies were not taken for each other"};
inline constexpr Rule kNonceLength{"scep.nonce.length", Severity::Warning, "RFC 8894 3.2.1.5",
                                   "The attribute {attribute} has {octets} octets instead of 16",
                                   "Have the message made anew with a nonce of 16 random octets"};
inline constexpr Rule kNonceDiffers{
    "scep.nonce.differs", Severity::Error, "RFC 8894 3.2.1.5",
    "The recipientNonce of the reply is not the senderNonce of the request: this is the reply to another message",
    "Get the reply again; if it stays so, somebody replays old replies"};
inline constexpr Rule kTransactionEmpty{"scep.transaction.empty", Severity::Error, "RFC 8894 3.2.1.1",
                                        "The transaction identifier is empty",
                                        "Have the message made anew with one that is unique"};
inline constexpr Rule kTransactionDiffers{"scep.transaction.differs", Severity::Error, "RFC 8894 3.2.1.1",
                                          "The reply is about the transaction {found}, and {expected} is expected",
                                          "Take the reply to this request"};
inline constexpr Rule kStatusUnknown{"scep.status.unknown", Severity::Error, "RFC 8894 3.2.1.3",
                                     "The status {value} is not known", "Check the server: 0, 2 and 3 are known"};
inline constexpr Rule kStatusFailure{"scep.status.failure", Severity::Error, "RFC 8894 3.2.1.4",
                                     "The server refused the request: {fail_info}{text}",
                                     "Put right what it names, and send a new request"};
inline constexpr Rule kStatusPending{"scep.status.pending", Severity::Warning, "RFC 8894 3.2.1.3, 3.3.3",
                                     "The request waits for somebody to approve it",
                                     "Ask again later with a CertPoll message of the same transaction"};

// Algorithms.
inline constexpr Rule kWeakAlgorithm{
    "scep.algorithm.weak", Severity::Warning, "RFC 8894 2.9; RFC 6194 3",
    "The message uses {algorithm}, which is obsolete",
    "Use AES and SHA-256, which every server must support that announces SCEPStandard"};

// Envelope and content.
inline constexpr Rule kEnvelopeMissing{"scep.envelope.missing", Severity::Error, "RFC 8894 3.2.2",
                                       "The message has no encrypted content, and one of its type must have it",
                                       "Have the message made anew"};
inline constexpr Rule kContentRequest{
    "scep.content.request", Severity::Error, "RFC 8894 3.3.1",
    "What the envelope holds is no certification request: {reason}",
    "Check that the client encrypts a PKCS #10 request; a wrong key can lead to octets without meaning, too"};
inline constexpr Rule kContentPoll{"scep.content.poll", Severity::Error, "RFC 8894 3.3.3",
                                   "What the envelope holds is no issuer and subject: {reason}",
                                   "Check the client, or the key that the envelope was opened with"};
inline constexpr Rule kContentCertificates{
    "scep.content.certificates", Severity::Error, "RFC 8894 3.3.2.1, 3.4",
    "What the envelope of the reply holds is no message of certificates: {reason}",
    "Check the server, or the key that the envelope was opened with"};

// What the registration authority asks.
inline constexpr Rule kKeyDiffers{"scep.request.key_differs", Severity::Error, "RFC 8894 2.3",
                                  "The self-signed certificate of the signer has another key than the request inside",
                                  "Have the client sign the message with the key that it asks a certificate for"};
inline constexpr Rule kSubjectDiffers{
    "scep.request.subject_differs", Severity::Warning, "RFC 8894 2.3",
    "The self-signed certificate of the signer has another subject than the request inside",
    "Have the client make the certificate with the subject of the request; some servers refuse it otherwise"};
inline constexpr Rule kChallengeAbsent{"scep.challenge.absent", Severity::Warning, "RFC 8894 2.4, 3.3.1",
                                       "The request has no challenge password, so that nothing says who asks",
                                       "Give the client a challenge, unless somebody approves each request by hand"};
inline constexpr Rule kChallengeMissing{"scep.challenge.missing", Severity::Error, "RFC 8894 2.4, 3.3.1",
                                        "The request has no challenge password, and one is expected",
                                        "Give the client the challenge"};
inline constexpr Rule kChallengeDiffers{"scep.challenge.differs", Severity::Error, "RFC 8894 2.4, 7.3",
                                        "The challenge password of the request is not the one that is expected",
                                        "Give the client the challenge of this request; it may be for use once"};
inline constexpr Rule kRenewalSelfSigned{
    "scep.renewal.self_signed", Severity::Error, "RFC 8894 2.3, 3.3.1",
    "The renewal is signed with a self-signed certificate instead of the current one",
    "Have the client sign it with the key of its current certificate, or enrol anew"};
inline constexpr Rule kRenewalIssuer{"scep.renewal.issuer", Severity::Error, "RFC 8894 2.3, 3.3.1",
                                     "The renewal is signed with a certificate that this CA did not issue",
                                     "Send it to the CA that issued the current certificate, or enrol anew"};
inline constexpr Rule kRenewalValidity{
    "scep.renewal.validity", Severity::Error, "RFC 8894 2.3, 3.3.1",
    "The certificate that signs the renewal is valid from {not_before} to {not_after}, and it is {now}",
    "Renew while the certificate is valid; afterwards enrol anew"};

// What the device asks.
inline constexpr Rule kReplySigner{
    "scep.reply.signer", Severity::Error, "RFC 8894 2.2, 3.3.2",
    "The reply is not signed by the CA, nor by a registration authority that it certified: {signer}",
    "Get the CA's certificates again, and compare their fingerprints with those that the CA tells"};
inline constexpr Rule kReplyNoCertificate{"scep.reply.no_certificate", Severity::Error, "RFC 8894 3.3.2.1",
                                          "None of the {count} certificates in the reply is for the key of the request",
                                          "Check the server: it must send the certificate that it issued"};
inline constexpr Rule kReplyIssuer{"scep.reply.issuer", Severity::Warning, "RFC 8894 3.3.2.1",
                                   "The certificate that was issued is not signed by a CA that the device knows",
                                   "Get the CA's certificates again; the issuing CA must be among them"};

// What the CA says of itself.
inline constexpr Rule kCapabilitiesNone{"scep.capabilities.none", Severity::Warning, "RFC 8894 3.5.2",
                                        "The answer names no capability that is known",
                                        "Check that this is an answer to GetCACaps and no error page"};
inline constexpr Rule kCapabilityUnknown{"scep.capabilities.unknown", Severity::Info, "RFC 8894 3.5.2",
                                         "The capability \"{keyword}\" is not known, and is passed over",
                                         "Nothing needs to be done"};
inline constexpr Rule kCapabilitiesWeak{
    "scep.capabilities.weak", Severity::Warning, "RFC 8894 2.9, 3.5.2",
    "The server announces neither SCEPStandard nor {missing}",
    "Clients fall back to what is obsolete: have the server support AES, SHA-256 and HTTP POST"};
inline constexpr Rule kCapabilitiesTooLong{"scep.capabilities.too_long", Severity::Error, "",
                                           "The answer has {octets} octets; up to {limit} are read",
                                           "Check that this is an answer to GetCACaps and no error page"};
inline constexpr Rule kCaAnswer{"scep.ca.answer", Severity::Error, "RFC 8894 4.2.1",
                                "The answer is neither a certificate nor a message of certificates: {reason}",
                                "Check the URL: this may be an error page"};
inline constexpr Rule kCaNoEncryption{"scep.ca.no_encryption", Severity::Error, "RFC 8894 2.1.2, 3.1",
                                      "None of the certificates of the answer can be encrypted for",
                                      "SCEP needs an RSA key on the side of the CA or of its registration authority"};
inline constexpr Rule kCaKeyUsage{
    "scep.ca.key_usage", Severity::Notice, "RFC 8894 2.1.2; RFC 5280 4.2.1.3",
    "Messages are encrypted for a certificate whose key usage lacks keyEncipherment",
    "Give the registration authority a certificate of its own; strict clients refuse this one"};

}  // namespace rules
}  // namespace pki::scep
