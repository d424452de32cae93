#include "tls/transcript.h"

#include <array>
#include <utility>

#include "tls/handshake_messages.h"
#include "tls/rules.h"
#include "tls/wire_reader.h"

namespace pki::tls {
namespace {

constexpr std::size_t kRecordHeaderSize = 5;
// RFC 5246 6.2.3; RFC 8446 5.2 allows less.
constexpr std::size_t kMaxFragment = (1U << 14) + 2048;
// A handshake has a dozen messages; each takes a record at least, or stands in one.
constexpr std::size_t kMaxMessages = 4096;

/// Takes the octets of both sides apart, record by record.
class TranscriptReader {
 public:
  TranscriptReader(Version version, RecordOpener* opener) : version_(version), opener_(opener) {}

  Status add(const Sent& sent) {
    Stream& stream = stream_of(sent.sender);
    append(stream.records, sent.octets);
    std::size_t at = 0;
    while (stream.records.size() - at >= kRecordHeaderSize) {
      const Bytes rest = Bytes(stream.records).subspan(at);
      const std::size_t size = std::size_t{rest[3]} << 8 | rest[4];
      if (rest[0] < static_cast<std::uint8_t>(ContentType::ChangeCipherSpec) ||
          rest[0] > static_cast<std::uint8_t>(ContentType::ApplicationData) || rest[1] != 3) {
        return malformed(sent.sender, "a record begins with another octet");
      }
      if (size > kMaxFragment) return malformed(sent.sender, "a record is too long");
      if (rest.size() < kRecordHeaderSize + size) break;
      take_record(sent.sender, rest.first(kRecordHeaderSize), rest.subspan(kRecordHeaderSize, size));
      if (messages_ > kMaxMessages) return malformed(sent.sender, "there are too many messages");
      at += kRecordHeaderSize + size;
    }
    stream.records.erase(stream.records.begin(), stream.records.begin() + static_cast<std::ptrdiff_t>(at));
    return {};
  }

  Result<std::vector<Flight>> finish() && {
    for (const Side side : {Side::Client, Side::Server}) {
      const Stream& stream = stream_of(side);
      if (!stream.records.empty()) return malformed(side, "they break off within a record");
      if (!stream.handshake.empty()) return malformed(side, "they break off within a message");
    }
    return std::move(flights_);
  }

 private:
  struct Stream {
    ByteVector records;    // not yet a whole record
    ByteVector handshake;  // not yet a whole message
    bool ciphers_changed = false;
  };

  static Finding malformed(Side side, std::string reason) {
    return {&rules::kRecordMalformed, {}, {{"side", std::string(side_name(side))}, {"reason", std::move(reason)}}};
  }

  Stream& stream_of(Side side) { return streams_[side == Side::Client ? 0 : 1]; }

  void emit(Message message) {
    if (flights_.empty() || flights_.back().sender != message.sender) flights_.push_back({message.sender, {}});
    flights_.back().messages.push_back(std::move(message));
    ++messages_;
  }

  /// TLS 1.3: records of application data are encrypted; the others are not (RFC 8446 5.1). TLS 1.2: what comes after
  /// ChangeCipherSpec is.
  void take_record(Side sender, Bytes header, Bytes fragment) {
    const auto type = static_cast<ContentType>(header[0]);
    Stream& stream = stream_of(sender);
    const bool encrypted = version_ == Version::Tls13 ? type == ContentType::ApplicationData : stream.ciphers_changed;
    if (!encrypted) return take_content(sender, type, fragment, Protection::None);
    auto opened = opener_ != nullptr ? opener_->open(sender, header, fragment) : std::nullopt;
    if (opened) return take_content(sender, opened->type, opened->content, Protection::Opened);
    emit({.sender = sender,
          .type = type,
          .name = "encrypted record",
          .protection = Protection::Sealed,
          .octets = to_vector(fragment)});
  }

  void take_content(Side sender, ContentType type, Bytes content, Protection protection) {
    switch (type) {
      case ContentType::Handshake:
        return take_handshake(sender, content, protection);
      case ContentType::ChangeCipherSpec:
        stream_of(sender).ciphers_changed = true;
        return emit(plain(sender, type, "ChangeCipherSpec", content, protection));
      case ContentType::Alert: {
        Message message = plain(sender, type, "Alert", content, protection);
        if (content.size() == 2) {
          message.alert = AlertMessage{static_cast<AlertLevel>(content[0]), static_cast<Alert>(content[1])};
        } else {
          message.findings.push_back(
              {&rules::kMessageMalformed, {}, {{"message", "Alert"}, {"reason", "it has not two octets"}}});
        }
        return emit(std::move(message));
      }
      case ContentType::ApplicationData:
        return emit(plain(sender, type, "application data", content, protection));
    }
  }

  static Message plain(Side sender, ContentType type, std::string name, Bytes content, Protection protection) {
    return {.sender = sender,
            .type = type,
            .name = std::move(name),
            .protection = protection,
            .octets = to_vector(content)};
  }

  /// Handshake messages may be cut over records, and stand several in one (RFC 8446 5.1).
  void take_handshake(Side sender, Bytes content, Protection protection) {
    Stream& stream = stream_of(sender);
    append(stream.handshake, content);
    std::size_t at = 0;
    while (stream.handshake.size() - at >= kMessageHeaderSize) {
      WireReader reader(Bytes(stream.handshake).subspan(at));
      const auto type = reader.u8();
      const auto body = reader.vector24();
      if (!body) break;
      const std::size_t size = kMessageHeaderSize + body->size();
      Message message = plain(sender, ContentType::Handshake, handshake_type_name(static_cast<HandshakeType>(*type)),
                              Bytes(stream.handshake).subspan(at, size), protection);
      if (const Status read = read_body(message, static_cast<HandshakeType>(*type), *body); !read.ok()) {
        message.findings.push_back(read.error());
      }
      emit(std::move(message));
      at += size;
    }
    stream.handshake.erase(stream.handshake.begin(), stream.handshake.begin() + static_cast<std::ptrdiff_t>(at));
  }

  Status read_body(Message& message, HandshakeType type, Bytes body) {
    switch (type) {
      case HandshakeType::ClientHello: {
        PKI_TRY(ClientHello hello, read_client_hello(body));
        message.cipher_suites = std::move(hello.cipher_suites);
        message.server_name = std::move(hello.server_name);
        message.signature_schemes = std::move(hello.signature_schemes);
        return {};
      }
      case HandshakeType::ServerHello: {
        PKI_TRY(const ServerHello hello, read_server_hello(body));
        if (hello.is_retry) message.name = "HelloRetryRequest";
        message.cipher_suites = {hello.cipher_suite};
        message.group = hello.group;
        if (opener_ != nullptr) opener_->use_suite(hello.cipher_suite);
        return {};
      }
      case HandshakeType::Certificate:
        return read_certificate_body(message, body);
      case HandshakeType::CertificateRequest: {
        PKI_TRY(CertificateRequest request, read_certificate_request(body, version_));
        message.signature_schemes = std::move(request.signature_schemes);
        for (const Bytes name : request.authorities) message.authorities.push_back(to_vector(name));
        return {};
      }
      case HandshakeType::ServerKeyExchange: {
        PKI_TRY(const ServerKeyExchange exchange, read_server_key_exchange(body));
        message.group = exchange.group;
        message.signature_schemes = {exchange.signature_scheme};
        return {};
      }
      case HandshakeType::CertificateVerify: {
        PKI_TRY(const std::uint16_t scheme, read_certificate_verify(body));
        message.signature_schemes = {scheme};
        return {};
      }
      case HandshakeType::HelloRequest:
      case HandshakeType::NewSessionTicket:
      case HandshakeType::EncryptedExtensions:
      case HandshakeType::ServerHelloDone:
      case HandshakeType::ClientKeyExchange:
      case HandshakeType::Finished:
      case HandshakeType::KeyUpdate:
        return {};
    }
    return {};
  }

  Status read_certificate_body(Message& message, Bytes body) {
    PKI_TRY(const std::vector<Bytes> list, read_certificates(body, version_));
    for (const Bytes octets : list) {
      auto certificate = x509::Certificate::parse(to_vector(octets));
      if (certificate.ok()) {
        message.certificates.push_back(std::move(certificate).value());
      } else {
        message.findings.push_back(std::move(certificate).error());
      }
    }
    return {};
  }

  Version version_;
  RecordOpener* opener_;
  std::array<Stream, 2> streams_;
  std::vector<Flight> flights_;
  std::size_t messages_ = 0;
};

}  // namespace

Result<std::vector<Flight>> read_transcript(std::span<const Sent> sent, Version version, RecordOpener* opener) {
  TranscriptReader reader(version, opener);
  for (const Sent& part : sent) PKI_CHECK(reader.add(part));
  return std::move(reader).finish();
}

}  // namespace pki::tls
