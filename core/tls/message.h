#pragma once
// What travels in a handshake, as it is shown: messages in flights.

#include <optional>
#include <string>
#include <vector>

#include "tls/alert.h"
#include "tls/code_points.h"
#include "x509/certificate.h"

namespace pki::tls {

/// ContentType of a record (RFC 8446 5.1).
enum class ContentType : std::uint8_t { ChangeCipherSpec = 20, Alert = 21, Handshake = 22, ApplicationData = 23 };

/// How a message went over the wire. None: readable by all. Opened: encrypted, and shown decrypted. Sealed: encrypted,
/// and shown so.
enum class Protection : std::uint8_t { None, Opened, Sealed };

/// The contents of an alert.
struct AlertMessage {
  AlertLevel level = AlertLevel::Fatal;
  Alert description = Alert::CloseNotify;
  friend bool operator==(const AlertMessage&, const AlertMessage&) = default;
};

/// One message of the handshake protocol, an alert, or a change of ciphers.
struct Message {
  Side sender = Side::Client;
  ContentType type = ContentType::Handshake;
  /// "ClientHello", "Certificate", "Alert", "ChangeCipherSpec"; "encrypted record" where it is sealed.
  std::string name;
  Protection protection = Protection::None;
  /// The message with its own header and without the record's; of a sealed one what the record holds.
  ByteVector octets;
  /// Of an Alert.
  std::optional<AlertMessage> alert = {};
  /// Of a Certificate, in the order sent; one that cannot be read at all is left out, with a finding.
  std::vector<x509::CertificatePtr> certificates = {};
  /// Of a CertificateRequest: the names of the CAs that the sender announces, each a DER Name.
  std::vector<ByteVector> authorities = {};
  /// Of a ClientHello; empty where it names none.
  std::string server_name = {};
  /// Of a ClientHello all that are offered, of a ServerHello the one that is chosen.
  std::vector<std::uint16_t> cipher_suites = {};
  /// Of a ClientHello and a CertificateRequest all that are offered; of a CertificateVerify, and in TLS 1.2 of a
  /// ServerKeyExchange, the one of the signature in it.
  std::vector<std::uint16_t> signature_schemes = {};
  /// Of a ServerHello (TLS 1.3) and of a ServerKeyExchange (TLS 1.2): the group of the key agreement.
  std::optional<std::uint16_t> group = {};
  /// What could not be read in it: tls.message.malformed, asn1.*.
  Findings findings = {};
};

/// Messages of one side, one after another, until the other side speaks.
struct Flight {
  Side sender = Side::Client;
  std::vector<Message> messages;
};

}  // namespace pki::tls
