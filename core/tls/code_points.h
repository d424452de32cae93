#pragma once
// Numbers that travel in handshakes, and their names in the registries of IANA (TLS Parameters): versions, message
// types, cipher suites, signature schemes and groups. What is not in the tables is shown as a number.

#include <cstdint>
#include <string>
#include <string_view>

#include "crypto/hash.h"

namespace pki::tls {

/// The versions that can be played.
enum class Version : std::uint8_t { Tls12, Tls13 };

/// "TLS 1.2", "TLS 1.3".
std::string_view version_name(Version version);

/// Who of the two.
enum class Side : std::uint8_t { Client, Server };

/// "client", "server".
std::string_view side_name(Side side);
/// The other one.
Side other(Side side);

/// HandshakeType (RFC 8446 4, RFC 5246 7.4).
enum class HandshakeType : std::uint8_t {
  HelloRequest = 0,
  ClientHello = 1,
  ServerHello = 2,
  NewSessionTicket = 4,
  EncryptedExtensions = 8,
  Certificate = 11,
  ServerKeyExchange = 12,
  CertificateRequest = 13,
  ServerHelloDone = 14,
  CertificateVerify = 15,
  ClientKeyExchange = 16,
  Finished = 20,
  KeyUpdate = 24,
};

/// "ClientHello": as the RFC writes the structure; "handshake message 99" for a type that is none of these.
std::string handshake_type_name(HandshakeType type);

/// "TLS_AES_128_GCM_SHA256" (RFC 8446 B.4, RFC 5289); "0x1304" where it is not known.
std::string cipher_suite_name(std::uint16_t suite);
/// "ecdsa_secp256r1_sha256" (RFC 8446 4.2.3). In TLS 1.2 the number is a pair of hash and signature and says nothing of
/// the curve (RFC 5246 7.4.1.4.1): "ecdsa_sha256". "0x0806" where it is not known.
std::string signature_scheme_name(std::uint16_t scheme, Version version);
/// "x25519" (RFC 8446 4.2.7, RFC 8422 5.1.1); "0x001a" where it is not known.
std::string group_name(std::uint16_t group);

/// What protects the records of a cipher suite: AES-GCM with a key of so many octets, and the hash of the key schedule.
struct SuiteProtection {
  std::uint16_t suite = 0;
  std::size_t key_size = 0;
  crypto::HashAlgorithm hash = crypto::HashAlgorithm::Sha256;
};

/// Of the cipher suites that are offered here; null for any other.
const SuiteProtection* suite_protection(std::uint16_t suite);

}  // namespace pki::tls
