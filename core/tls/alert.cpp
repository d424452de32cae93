#include "tls/alert.h"

namespace pki::tls {
namespace {

struct AlertRow {
  Alert alert;
  std::string_view name;
};

constexpr AlertRow kAlerts[] = {
    {Alert::CloseNotify, "close_notify"},
    {Alert::UnexpectedMessage, "unexpected_message"},
    {Alert::BadRecordMac, "bad_record_mac"},
    {Alert::RecordOverflow, "record_overflow"},
    {Alert::HandshakeFailure, "handshake_failure"},
    {Alert::BadCertificate, "bad_certificate"},
    {Alert::UnsupportedCertificate, "unsupported_certificate"},
    {Alert::CertificateRevoked, "certificate_revoked"},
    {Alert::CertificateExpired, "certificate_expired"},
    {Alert::CertificateUnknown, "certificate_unknown"},
    {Alert::IllegalParameter, "illegal_parameter"},
    {Alert::UnknownCa, "unknown_ca"},
    {Alert::AccessDenied, "access_denied"},
    {Alert::DecodeError, "decode_error"},
    {Alert::DecryptError, "decrypt_error"},
    {Alert::ProtocolVersion, "protocol_version"},
    {Alert::InsufficientSecurity, "insufficient_security"},
    {Alert::InternalError, "internal_error"},
    {Alert::InappropriateFallback, "inappropriate_fallback"},
    {Alert::UserCanceled, "user_canceled"},
    {Alert::NoRenegotiation, "no_renegotiation"},
    {Alert::MissingExtension, "missing_extension"},
    {Alert::UnsupportedExtension, "unsupported_extension"},
    {Alert::UnrecognizedName, "unrecognized_name"},
    {Alert::BadCertificateStatusResponse, "bad_certificate_status_response"},
    {Alert::UnknownPskIdentity, "unknown_psk_identity"},
    {Alert::CertificateRequired, "certificate_required"},
    {Alert::NoApplicationProtocol, "no_application_protocol"},
};

}  // namespace

std::string_view alert_name(Alert alert) {
  for (const AlertRow& row : kAlerts) {
    if (row.alert == alert) return row.name;
  }
  return "unknown";
}

std::optional<Alert> alert_from_name(std::string_view name) {
  for (const AlertRow& row : kAlerts) {
    if (row.name == name) return row.alert;
  }
  return std::nullopt;
}

std::string_view alert_level_name(AlertLevel level) {
  switch (level) {
    case AlertLevel::Warning:
      return "warning";
    case AlertLevel::Fatal:
      return "fatal";
  }
  return "unknown";
}

}  // namespace pki::tls
