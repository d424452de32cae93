#pragma once
// The rules of keys, signatures and what encrypts keys: crypto.*.

#include "base/rule.h"

namespace pki::crypto {

/// All of the layer's rules, for the catalogue.
RuleList crypto_rules();

namespace rules {

inline constexpr Rule kAlgorithmParameters{
    "crypto.algorithm.parameters", Severity::Warning, "RFC 3279 2.3.1; RFC 4055 2.1, 5; RFC 5480 2.1.1; RFC 5758 3.2",
    "The parameters of the algorithm {algorithm} are {found}, and its specification wants {expected}",
    "Have the object made anew by software that writes the parameters as specified; some programs refuse it as it is"};

inline constexpr Rule kPssParameters{
    "crypto.algorithm.pss_parameters", Severity::Error, "RFC 4055 3.1",
    "The parameters of RSASSA-PSS cannot be read: {reason}",
    "Sign anew, with a hash, an MGF1 hash and a salt length that are written out as RFC 4055 has them"};

inline constexpr Rule kKeyMalformed{"crypto.key.malformed", Severity::Error, "RFC 8017 A.1; RFC 5480 2.2; RFC 5915 3",
                                    "The {key} key is not one: {reason}",
                                    "Make a new key; if this one works elsewhere, export it again and compare"};

inline constexpr Rule kKeyUnsupported{"crypto.key.unsupported", Severity::Error, "",
                                      "Private keys of this kind cannot be used here: {algorithm}",
                                      "Use an RSA key of 2048 to 4096 bits, or one on P-256, P-384 or P-521"};

inline constexpr Rule kKeyPassword{"crypto.key.password", Severity::Error, "RFC 8018 6.2.2",
                                   "The password does not open this key, or the file is damaged",
                                   "Try the password again: upper and lower case, keyboard layout, spaces at its ends"};

inline constexpr Rule kKeyEncryptionUnsupported{
    "crypto.key.encryption_unsupported", Severity::Error, "RFC 8018 6.2",
    "The key is encrypted in a way that cannot be opened here: {reason}",
    "Encrypt it anew with PBES2, PBKDF2 and AES-256-CBC (openssl pkcs8 -topk8 -v2 aes-256-cbc)"};

inline constexpr Rule kKeyIterations{
    "crypto.key.iterations", Severity::Error, "RFC 8018 4.2",
    "The key's encryption asks for {iterations} iterations; between 1 and {limit} are carried out",
    "Encrypt the key anew with an iteration count within that range, such as 600000"};

inline constexpr Rule kSignatureInvalid{
    "crypto.signature.invalid", Severity::Error, "RFC 8017 8.1.2, 8.2.2; FIPS 186-5 6.4.2",
    "The signature ({algorithm}) does not fit the key and the signed octets: {reason}",
    "Check that this is the signer's key, and that the object was not changed after it was signed"};

inline constexpr Rule kSignatureUnsupported{
    "crypto.signature.unsupported", Severity::Error, "",
    "This signature ({algorithm}) cannot be made or checked here: {reason}",
    "Check it with another program, or sign with RSA of up to 4096 bits or ECDSA on P-256, P-384 or P-521"};

inline constexpr Rule kSignatureKeyMismatch{
    "crypto.signature.key_mismatch", Severity::Error, "RFC 4055 1.2, 3.3; RFC 5480 2.1",
    "The signature algorithm {algorithm} does not go with this key ({key})",
    "Use the key that belongs to the signature, or an algorithm that belongs to the key"};

inline constexpr Rule kSignatureWeakHash{"crypto.signature.weak_hash", Severity::Error, "RFC 6151 2; RFC 6194 3",
                                         "Nothing is signed with {hash} here: collisions can be made",
                                         "Sign with SHA-256, SHA-384 or SHA-512"};

inline constexpr Rule kTransportKey{"crypto.transport.key", Severity::Error, "RFC 5652 6.2.1; RFC 4055 1.2",
                                    "Nothing can be encrypted for this key ({key}): only RSA keys serve for that here",
                                    "Use an RSA key that is not for RSASSA-PSS alone"};

inline constexpr Rule kTransportUnsupported{"crypto.transport.unsupported", Severity::Error, "RFC 8017 7.1, 7.2",
                                            "The key cannot be encrypted or decrypted so: {reason}",
                                            "Encrypt with rsaEncryption (RSAES-PKCS1-v1_5), or RSAES-OAEP with one "
                                            "hash and no label, and a key of 2048 bits or "
                                            "more"};

inline constexpr Rule kRandomFailed{
    "crypto.random.failed", Severity::Fatal, "RFC 4086 7", "The source of random numbers failed",
    "Try again; if it stays so, this system or browser offers no random numbers, and no key can be made on it"};

}  // namespace rules
}  // namespace pki::crypto
