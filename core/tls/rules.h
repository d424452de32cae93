#pragma once
// The rules of handshakes: tls.*.

#include "base/rule.h"

namespace pki::tls {

/// All of the layer's rules, for the catalogue.
RuleList tls_rules();

namespace rules {

// What is asked.
inline constexpr Rule kCertificateMissing{"tls.certificate.missing", Severity::Error, "RFC 8446 4.4.2; RFC 5246 7.4.2",
                                          "The server has no certificate to send",
                                          "Give the server its certificate and key: it must send one"};
inline constexpr Rule kCertificateNotLoadable{
    "tls.certificate.not_loadable", Severity::Error, "",
    "The {side}'s certificate {position} ({subject}) cannot be loaded by the TLS library here: {reason}",
    "Play the handshake without this certificate; what the validator says of it holds all the same"};
inline constexpr Rule kCertificatesTooLarge{
    "tls.certificate.too_large", Severity::Error, "RFC 8446 5.1",
    "The {side} sends {octets} octets of certificates; up to {limit} are played",
    "Send the leaf and the CAs between it and the trust anchor, and nothing else"};
inline constexpr Rule kKeyMissing{"tls.key.missing", Severity::Error, "RFC 8446 4.4.3; RFC 5246 7.4.8",
                                  "The {side} sends a certificate and has no key to prove that it is its own",
                                  "Give the {side} the private key of its first certificate"};
inline constexpr Rule kKeyMismatch{"tls.key.mismatch", Severity::Error, "RFC 8446 4.4.3; RFC 5246 7.4.8",
                                   "The {side}'s key is not the one of its first certificate ({subject})",
                                   "Put the leaf first, and use the key that belongs to it"};
inline constexpr Rule kKeyUnusable{"tls.key.unusable", Severity::Error, "",
                                   "The {side}'s key ({key}) cannot be used by the TLS library here: {reason}",
                                   "Use an RSA key of 2048 to 4096 bits, or one on P-256, P-384 or P-521"};
inline constexpr Rule kServerName{"tls.server_name.unusable", Severity::Error, "RFC 6066 3",
                                  "The server's name cannot be sent: {reason}",
                                  "Ask for a DNS name, such as www.example.com, or for none"};
inline constexpr Rule kAuthoritiesTooLarge{
    "tls.authorities.too_large", Severity::Error, "RFC 5246 7.4.4",
    "The server announces {octets} octets of names of CAs; up to {limit} are played",
    "Announce the CAs that issue to the clients, and no others"};

// What travels.
inline constexpr Rule kMessageMalformed{"tls.message.malformed", Severity::Error, "RFC 8446 4; RFC 5246 7.4",
                                        "The {message} cannot be read: {reason}",
                                        "Capture the handshake anew; what breaks off in the midst cannot be read"};
inline constexpr Rule kRecordMalformed{"tls.record.malformed", Severity::Error, "RFC 8446 5.1; RFC 5246 6.2.1",
                                       "The {side}'s octets are no records of TLS: {reason}",
                                       "Capture the handshake anew, from the first octet on"};

// What goes wrong here.
inline constexpr Rule kEngineFailed{"tls.engine.failed", Severity::Fatal, "",
                                    "The TLS library gave up on the {side}'s side without an alert: {reason}",
                                    "Try the other version of TLS, or a key of another kind"};

}  // namespace rules
}  // namespace pki::tls
