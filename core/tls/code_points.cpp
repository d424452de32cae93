#include "tls/code_points.h"

#include <array>
#include <span>

#include "base/encoding.h"

namespace pki::tls {
namespace {

struct NumberRow {
  std::uint16_t number;
  std::string_view name;
};

constexpr NumberRow kMessages[] = {
    {0, "HelloRequest"},        {1, "ClientHello"},        {2, "ServerHello"},        {4, "NewSessionTicket"},
    {8, "EncryptedExtensions"}, {11, "Certificate"},       {12, "ServerKeyExchange"}, {13, "CertificateRequest"},
    {14, "ServerHelloDone"},    {15, "CertificateVerify"}, {16, "ClientKeyExchange"}, {20, "Finished"},
    {24, "KeyUpdate"},
};

constexpr NumberRow kSuites[] = {
    {0x00FF, "TLS_EMPTY_RENEGOTIATION_INFO_SCSV"},
    {0x1301, "TLS_AES_128_GCM_SHA256"},
    {0x1302, "TLS_AES_256_GCM_SHA384"},
    {0x1303, "TLS_CHACHA20_POLY1305_SHA256"},
    {0xC02B, "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"},
    {0xC02C, "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"},
    {0xC02F, "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"},
    {0xC030, "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"},
};

constexpr NumberRow kSchemes[] = {
    {0x0201, "rsa_pkcs1_sha1"},
    {0x0203, "ecdsa_sha1"},
    {0x0401, "rsa_pkcs1_sha256"},
    {0x0403, "ecdsa_secp256r1_sha256"},
    {0x0501, "rsa_pkcs1_sha384"},
    {0x0503, "ecdsa_secp384r1_sha384"},
    {0x0601, "rsa_pkcs1_sha512"},
    {0x0603, "ecdsa_secp521r1_sha512"},
    {0x0804, "rsa_pss_rsae_sha256"},
    {0x0805, "rsa_pss_rsae_sha384"},
    {0x0806, "rsa_pss_rsae_sha512"},
    {0x0807, "ed25519"},
    {0x0808, "ed448"},
    {0x0809, "rsa_pss_pss_sha256"},
    {0x080A, "rsa_pss_pss_sha384"},
    {0x080B, "rsa_pss_pss_sha512"},
};

// Where TLS 1.2 reads the same number otherwise.
constexpr NumberRow kSchemes12[] = {
    {0x0403, "ecdsa_sha256"},
    {0x0503, "ecdsa_sha384"},
    {0x0603, "ecdsa_sha512"},
};

constexpr NumberRow kGroups[] = {
    {0x0016, "secp256k1"},       {0x0017, "secp256r1"},       {0x0018, "secp384r1"},
    {0x0019, "secp521r1"},       {0x001A, "brainpoolP256r1"}, {0x001B, "brainpoolP384r1"},
    {0x001C, "brainpoolP512r1"}, {0x001D, "x25519"},          {0x001E, "x448"},
};

// RFC 8446 B.4, RFC 5289 3.2.
constexpr SuiteProtection kProtections[] = {
    {0x1301, 16, crypto::HashAlgorithm::Sha256}, {0x1302, 32, crypto::HashAlgorithm::Sha384},
    {0xC02B, 16, crypto::HashAlgorithm::Sha256}, {0xC02C, 32, crypto::HashAlgorithm::Sha384},
    {0xC02F, 16, crypto::HashAlgorithm::Sha256}, {0xC030, 32, crypto::HashAlgorithm::Sha384},
};

const NumberRow* find_in(std::span<const NumberRow> table, std::uint16_t number) {
  for (const NumberRow& row : table) {
    if (row.number == number) return &row;
  }
  return nullptr;
}

std::string name_in(std::span<const NumberRow> table, std::uint16_t number) {
  if (const NumberRow* row = find_in(table, number)) return std::string(row->name);
  const std::array octets = {static_cast<std::uint8_t>(number >> 8), static_cast<std::uint8_t>(number)};
  return "0x" + to_hex(octets);
}

}  // namespace

std::string_view version_name(Version version) { return version == Version::Tls12 ? "TLS 1.2" : "TLS 1.3"; }

std::string_view side_name(Side side) { return side == Side::Client ? "client" : "server"; }

Side other(Side side) { return side == Side::Client ? Side::Server : Side::Client; }

std::string handshake_type_name(HandshakeType type) {
  const auto number = static_cast<std::uint16_t>(type);
  if (const NumberRow* row = find_in(kMessages, number)) return std::string(row->name);
  return "handshake message " + std::to_string(number);
}

std::string cipher_suite_name(std::uint16_t suite) { return name_in(kSuites, suite); }
std::string signature_scheme_name(std::uint16_t scheme, Version version) {
  if (version == Version::Tls12 && find_in(kSchemes12, scheme) != nullptr) return name_in(kSchemes12, scheme);
  return name_in(kSchemes, scheme);
}
std::string group_name(std::uint16_t group) { return name_in(kGroups, group); }

const SuiteProtection* suite_protection(std::uint16_t suite) {
  for (const SuiteProtection& row : kProtections) {
    if (row.suite == suite) return &row;
  }
  return nullptr;
}

}  // namespace pki::tls
