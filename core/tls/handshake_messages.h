#pragma once
// Reading messages of the handshake protocol (RFC 8446 4, RFC 5246 7.4): what is of interest for certificates, and
// nothing else. All views alias the octets that are read; the time taken is linear in their number.

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "tls/code_points.h"

namespace pki::tls {

/// Octets in front of each message: its type, and its length in three octets.
inline constexpr std::size_t kMessageHeaderSize = 4;

struct ClientHello {
  std::vector<std::uint16_t> cipher_suites;
  /// server_name (RFC 6066 3); empty where it is absent.
  std::string server_name;
  std::vector<std::uint16_t> signature_schemes;
};

struct ServerHello {
  /// A HelloRetryRequest, which is a ServerHello with a certain random (RFC 8446 4.1.3).
  bool is_retry = false;
  std::uint16_t cipher_suite = 0;
  /// key_share, TLS 1.3.
  std::optional<std::uint16_t> group;
};

struct CertificateRequest {
  std::vector<std::uint16_t> signature_schemes;
  /// DER Names.
  std::vector<Bytes> authorities;
};

struct ServerKeyExchange {
  std::uint16_t group = 0;
  std::uint16_t signature_scheme = 0;
};

/// Each reads the body of a message, without its header. Rule: tls.message.malformed.
Result<ClientHello> read_client_hello(Bytes body);
Result<ServerHello> read_server_hello(Bytes body);
Result<CertificateRequest> read_certificate_request(Bytes body, Version version);
/// Of TLS 1.2 with elliptic curves (RFC 8422 5.4).
Result<ServerKeyExchange> read_server_key_exchange(Bytes body);
/// The certificates, each a view of its octets; none where the client has none.
Result<std::vector<Bytes>> read_certificates(Bytes body, Version version);
/// The signature scheme.
Result<std::uint16_t> read_certificate_verify(Bytes body);

}  // namespace pki::tls
