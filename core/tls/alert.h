#pragma once
// Alerts: how one side tells the other that it is over (RFC 8446 6, RFC 5246 7.2).

#include <cstdint>
#include <optional>
#include <string_view>

namespace pki::tls {

/// AlertLevel (RFC 8446 6). All alerts about certificates are fatal.
enum class AlertLevel : std::uint8_t { Warning = 1, Fatal = 2 };

/// AlertDescription: those of RFC 8446 6.2, of RFC 5246 7.2 where they differ, and of RFC 6066, 7301.
enum class Alert : std::uint8_t {
  CloseNotify = 0,
  UnexpectedMessage = 10,
  BadRecordMac = 20,
  RecordOverflow = 22,
  HandshakeFailure = 40,
  BadCertificate = 42,
  UnsupportedCertificate = 43,
  CertificateRevoked = 44,
  CertificateExpired = 45,
  CertificateUnknown = 46,
  IllegalParameter = 47,
  UnknownCa = 48,
  AccessDenied = 49,
  DecodeError = 50,
  DecryptError = 51,
  ProtocolVersion = 70,
  InsufficientSecurity = 71,
  InternalError = 80,
  InappropriateFallback = 86,
  UserCanceled = 90,
  NoRenegotiation = 100,
  MissingExtension = 109,
  UnsupportedExtension = 110,
  UnrecognizedName = 112,
  BadCertificateStatusResponse = 113,
  UnknownPskIdentity = 115,
  CertificateRequired = 116,
  NoApplicationProtocol = 120,
};

/// "unknown_ca": the name in the RFC; "unknown" for a number that is not among the enumerators.
std::string_view alert_name(Alert alert);

/// The alert of that name; nothing where there is none.
std::optional<Alert> alert_from_name(std::string_view name);

/// "warning", "fatal"; "unknown" for another number.
std::string_view alert_level_name(AlertLevel level);

}  // namespace pki::tls
