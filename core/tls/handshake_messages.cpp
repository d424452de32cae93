#include "tls/handshake_messages.h"

#include <algorithm>
#include <array>

#include "tls/rules.h"
#include "tls/wire_reader.h"

namespace pki::tls {
namespace {

// RFC 8446 4.2.
enum class ExtensionType : std::uint16_t {
  ServerName = 0,
  SignatureAlgorithms = 13,
  CertificateAuthorities = 47,
  KeyShare = 51,
};

constexpr std::size_t kRandomSize = 32;

// RFC 8446 4.1.3: the SHA-256 of "HelloRetryRequest".
constexpr std::array<std::uint8_t, kRandomSize> kRetryRandom = {
    0xCF, 0x21, 0xAD, 0x74, 0xE5, 0x9A, 0x61, 0x11, 0xBE, 0x1D, 0x8C, 0x02, 0x1E, 0x65, 0xB8, 0x91,
    0xC2, 0xA2, 0x11, 0x16, 0x7A, 0xBB, 0x8C, 0x5E, 0x07, 0x9E, 0x09, 0xE2, 0xC8, 0xA8, 0x33, 0x9C};

Finding malformed(HandshakeType message, std::string reason) {
  return {&rules::kMessageMalformed, {}, {{"message", handshake_type_name(message)}, {"reason", std::move(reason)}}};
}
Finding breaks_off(HandshakeType message, std::string_view field) {
  return malformed(message, "it breaks off in " + std::string(field));
}

/// A vector of numbers of two octets; nothing where half a one is left.
std::optional<std::vector<std::uint16_t>> read_numbers(Bytes octets) {
  std::vector<std::uint16_t> numbers;
  numbers.reserve(octets.size() / 2);
  WireReader reader(octets);
  while (!reader.at_end()) {
    const auto number = reader.u16();
    if (!number) return std::nullopt;
    numbers.push_back(*number);
  }
  return numbers;
}

/// The same with its length in front, which it fills.
std::optional<std::vector<std::uint16_t>> read_number_vector(Bytes octets) {
  WireReader reader(octets);
  const auto vector = reader.vector16();
  return vector && reader.at_end() ? read_numbers(*vector) : std::nullopt;
}

/// The DistinguishedNames of a vector with its length in front, which it fills (RFC 8446 4.2.4, RFC 5246 7.4.4).
std::optional<std::vector<Bytes>> read_authorities(Bytes octets) {
  WireReader outer(octets);
  const auto list = outer.vector16();
  if (!list || !outer.at_end()) return std::nullopt;
  std::vector<Bytes> names;
  WireReader reader(*list);
  while (!reader.at_end()) {
    const auto name = reader.vector16();
    if (!name) return std::nullopt;
    names.push_back(*name);
  }
  return names;
}

/// The host name of server_name (RFC 6066 3): the first of its kind.
std::optional<std::string> read_server_name(Bytes octets) {
  WireReader outer(octets);
  const auto list = outer.vector16();
  if (!list || !outer.at_end()) return std::nullopt;
  WireReader reader(*list);
  while (!reader.at_end()) {
    const auto kind = reader.u8();
    const auto name = reader.vector16();
    if (!kind || !name) return std::nullopt;
    if (*kind == 0) return std::string(as_text(*name));
  }
  return std::string();
}

/// An extension: its type and its data.
struct Extension {
  std::uint16_t type = 0;
  Bytes data;
};

/// The extensions that end a message; none where nothing stands there at all (TLS 1.2).
std::optional<std::vector<Extension>> read_extensions(WireReader reader) {
  std::vector<Extension> list;
  if (reader.at_end()) return list;
  const auto all = reader.vector16();
  if (!all || !reader.at_end()) return std::nullopt;
  WireReader inner(*all);
  while (!inner.at_end()) {
    const auto type = inner.u16();
    const auto data = inner.vector16();
    if (!type || !data) return std::nullopt;
    list.push_back({*type, *data});
  }
  return list;
}

const Extension* find(const std::vector<Extension>& list, ExtensionType type) {
  const auto found = std::find_if(list.begin(), list.end(), [type](const Extension& extension) {
    return extension.type == static_cast<std::uint16_t>(type);
  });
  return found == list.end() ? nullptr : &*found;
}

/// TLS 1.3 (RFC 8446 4.3.2): a context and extensions.
Result<CertificateRequest> read_request_13(Bytes body) {
  constexpr HandshakeType kThis = HandshakeType::CertificateRequest;
  WireReader reader(body);
  if (!reader.vector8()) return breaks_off(kThis, "certificate_request_context");
  const auto extensions = read_extensions(reader);
  if (!extensions) return breaks_off(kThis, "extensions");
  CertificateRequest request;
  if (const Extension* extension = find(*extensions, ExtensionType::SignatureAlgorithms)) {
    auto schemes = read_number_vector(extension->data);
    if (!schemes) return breaks_off(kThis, "signature_algorithms");
    request.signature_schemes = std::move(*schemes);
  }
  if (const Extension* extension = find(*extensions, ExtensionType::CertificateAuthorities)) {
    auto names = read_authorities(extension->data);
    if (!names) return breaks_off(kThis, "certificate_authorities");
    request.authorities = std::move(*names);
  }
  return request;
}

/// TLS 1.2 (RFC 5246 7.4.4): types of certificates, signature schemes, names.
Result<CertificateRequest> read_request_12(Bytes body) {
  constexpr HandshakeType kThis = HandshakeType::CertificateRequest;
  WireReader reader(body);
  if (!reader.vector8()) return breaks_off(kThis, "certificate_types");
  const auto schemes = reader.vector16();
  auto numbers = schemes ? read_numbers(*schemes) : std::nullopt;
  if (!numbers) return breaks_off(kThis, "supported_signature_algorithms");
  auto names = read_authorities(reader.rest());
  if (!names) return breaks_off(kThis, "certificate_authorities");
  return CertificateRequest{std::move(*numbers), std::move(*names)};
}

}  // namespace

Result<ClientHello> read_client_hello(Bytes body) {
  constexpr HandshakeType kThis = HandshakeType::ClientHello;
  WireReader reader(body);
  if (!reader.u16() || !reader.take(kRandomSize) || !reader.vector8()) return breaks_off(kThis, "its beginning");
  const auto suites = reader.vector16();
  auto numbers = suites ? read_numbers(*suites) : std::nullopt;
  if (!numbers) return breaks_off(kThis, "cipher_suites");
  if (!reader.vector8()) return breaks_off(kThis, "compression_methods");
  const auto extensions = read_extensions(reader);
  if (!extensions) return breaks_off(kThis, "extensions");

  ClientHello hello{.cipher_suites = std::move(*numbers), .server_name = {}, .signature_schemes = {}};
  if (const Extension* extension = find(*extensions, ExtensionType::ServerName)) {
    auto name = read_server_name(extension->data);
    if (!name) return breaks_off(kThis, "server_name");
    hello.server_name = std::move(*name);
  }
  if (const Extension* extension = find(*extensions, ExtensionType::SignatureAlgorithms)) {
    auto schemes = read_number_vector(extension->data);
    if (!schemes) return breaks_off(kThis, "signature_algorithms");
    hello.signature_schemes = std::move(*schemes);
  }
  return hello;
}

Result<ServerHello> read_server_hello(Bytes body) {
  constexpr HandshakeType kThis = HandshakeType::ServerHello;
  WireReader reader(body);
  const auto version = reader.u16();
  const auto random = version ? reader.take(kRandomSize) : std::nullopt;
  if (!random || !reader.vector8()) return breaks_off(kThis, "its beginning");
  const auto suite = reader.u16();
  if (!suite || !reader.u8()) return breaks_off(kThis, "cipher_suite");
  const auto extensions = read_extensions(reader);
  if (!extensions) return breaks_off(kThis, "extensions");

  ServerHello hello{.is_retry = equal(*random, kRetryRandom), .cipher_suite = *suite, .group = {}};
  if (const Extension* extension = find(*extensions, ExtensionType::KeyShare)) {
    hello.group = WireReader(extension->data).u16();
    if (!hello.group) return breaks_off(kThis, "key_share");
  }
  return hello;
}

Result<CertificateRequest> read_certificate_request(Bytes body, Version version) {
  return version == Version::Tls13 ? read_request_13(body) : read_request_12(body);
}

Result<ServerKeyExchange> read_server_key_exchange(Bytes body) {
  constexpr HandshakeType kThis = HandshakeType::ServerKeyExchange;
  constexpr std::uint8_t kNamedCurve = 3;
  WireReader reader(body);
  const auto kind = reader.u8();
  if (!kind) return breaks_off(kThis, "curve_params");
  if (*kind != kNamedCurve) return malformed(kThis, "it names no curve");
  const auto group = reader.u16();
  if (!group || !reader.vector8()) return breaks_off(kThis, "the public point");
  const auto scheme = reader.u16();
  if (!scheme || !reader.vector16() || !reader.at_end()) return breaks_off(kThis, "the signature");
  return ServerKeyExchange{*group, *scheme};
}

Result<std::vector<Bytes>> read_certificates(Bytes body, Version version) {
  constexpr HandshakeType kThis = HandshakeType::Certificate;
  WireReader reader(body);
  if (version == Version::Tls13 && !reader.vector8()) return breaks_off(kThis, "certificate_request_context");
  const auto list = reader.vector24();
  if (!list || !reader.at_end()) return breaks_off(kThis, "certificate_list");
  std::vector<Bytes> certificates;
  WireReader inner(*list);
  while (!inner.at_end()) {
    const auto certificate = inner.vector24();
    if (!certificate) return breaks_off(kThis, "a certificate");
    // RFC 8446 4.4.2: extensions stand behind each one.
    if (version == Version::Tls13 && !inner.vector16()) return breaks_off(kThis, "a certificate's extensions");
    certificates.push_back(*certificate);
  }
  return certificates;
}

Result<std::uint16_t> read_certificate_verify(Bytes body) {
  WireReader reader(body);
  const auto scheme = reader.u16();
  if (!scheme || !reader.vector16() || !reader.at_end()) {
    return breaks_off(HandshakeType::CertificateVerify, "the signature");
  }
  return *scheme;
}

}  // namespace pki::tls
