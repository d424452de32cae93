#pragma once
// The rules of signed and enveloped messages: cms.*.

#include "base/rule.h"

namespace pki::cms {

/// All of the layer's rules, for the catalogue.
RuleList cms_rules();

namespace rules {

// The message.
inline constexpr Rule kMessageTooLarge{
    "cms.message.too_large", Severity::Fatal, "", "The message is {octets} octets long; up to {limit} are read",
    "Check what it is: messages that carry certificates and requests have some thousand octets"};
inline constexpr Rule kMessageOther{"cms.message.other_content", Severity::Fatal, "RFC 5652 3",
                                    "The message holds {found}, and {expected} is expected here",
                                    "Check that this is the message that it is taken for"};
inline constexpr Rule kMessageBer{"cms.message.ber", Severity::Info, "RFC 5652 1",
                                  "The message is BER and was converted to DER", "Nothing needs to be done"};
inline constexpr Rule kMessageTooMany{
    "cms.message.too_many", Severity::Fatal, "", "The message has {count} {what}; up to {limit} are read",
    "Check what it is: a message has one signer, one recipient and a few certificates as a rule"};

// Attributes.
inline constexpr Rule kAttributeRepeated{"cms.attribute.repeated", Severity::Error, "RFC 5652 5.3",
                                         "The attribute {attribute} stands in the signed attributes more than once",
                                         "Have the message made anew with each attribute once"};
inline constexpr Rule kAttributeMissing{"cms.attribute.missing", Severity::Error, "RFC 5652 5.3, 11.1, 11.2",
                                        "The signed attributes lack {attribute}",
                                        "Have the message signed anew by software that writes the attribute"};
inline constexpr Rule kAttributeValues{"cms.attribute.values", Severity::Error, "RFC 5652 11",
                                       "The attribute {attribute} has {values} values instead of one",
                                       "Have the message made anew with one value"};
inline constexpr Rule kContentTypeDiffers{"cms.attribute.content_type", Severity::Error, "RFC 5652 11.1",
                                          "The signed attributes say that the content is {said}, and it is {is}",
                                          "Have the message signed anew: what was signed is not what it carries"};

// Signatures.
inline constexpr Rule kDigestUnsupported{"cms.digest.unsupported", Severity::Error, "RFC 5754 2",
                                         "The digest {algorithm} is not known here",
                                         "Have the message signed with SHA-256, SHA-384 or SHA-512"};
inline constexpr Rule kDigestsDiffer{"cms.digest.differs", Severity::Warning, "RFC 5652 5.3",
                                     "The digest algorithm is {digest}, and the signature is over {signature}",
                                     "Have the message signed with one hash; some programs refuse it as it is"};
inline constexpr Rule kDigestMismatch{
    "cms.digest.mismatch", Severity::Error, "RFC 5652 5.6, 11.2",
    "The content is not what was signed: its digest ({digest}) is not the one in the signed attributes",
    "Get the message again: its content was changed or damaged after it was signed"};

// Certificates.
inline constexpr Rule kCertificateNoKeyId{"cms.certificate.no_key_identifier", Severity::Error, "RFC 5652 5.3, 6.2.1",
                                          "The certificate has no subject key identifier by which it could be named",
                                          "Name it by issuer and serial number"};

// Envelopes.
inline constexpr Rule kRecipientKind{"cms.recipient.kind", Severity::Error, "RFC 5652 6.2",
                                     "The content is encrypted for {kind}, which is not read here",
                                     "Have it encrypted for an RSA certificate (key transport)"};
inline constexpr Rule kRecipientOther{"cms.recipient.other", Severity::Error, "RFC 5652 6.2.1",
                                      "The message is encrypted for another certificate: {recipients}",
                                      "Use the certificate and key that it names, or have it encrypted for this one"};
inline constexpr Rule kRecipientUnclear{
    "cms.recipient.unclear", Severity::Error, "RFC 5652 6.1",
    "The message is encrypted for {count} recipients, and it is not said which is meant",
    "Give the certificate that belongs to the key"};
inline constexpr Rule kEnvelopeEmpty{"cms.envelope.empty", Severity::Error, "RFC 5652 6.1",
                                     "The message holds no encrypted content", "Get the message again"};
inline constexpr Rule kCipherUnsupported{
    "cms.cipher.unsupported", Severity::Error, "RFC 3370 5, RFC 3565 4.1",
    "The content is encrypted with {algorithm}, which cannot be opened here: {reason}",
    "Have it encrypted with AES-128, AES-192 or AES-256 in CBC mode"};
// One rule for whatever goes wrong with the octets: which it was would help who tries to open messages of others
// (RFC 3218 2.3; RFC 8018 8).
inline constexpr Rule kUndecryptable{
    "cms.envelope.undecryptable", Severity::Error, "RFC 5652 6.2.1, 6.3",
    "The encrypted content does not open with this key: it was encrypted for another, or was changed on the way",
    "Check that this is the private key of the certificate that the message names, and get the message again"};

}  // namespace rules
}  // namespace pki::cms
