#pragma once
// From what went over the wire to messages: records are taken apart, opened where the keys are at hand, and what they
// hold is put together (RFC 8446 5, RFC 5246 6.2).

#include <span>
#include <vector>

#include "base/result.h"
#include "tls/message.h"

namespace pki::tls {

/// Octets that one side put on the wire; whole records or parts of them.
struct Sent {
  Side sender = Side::Client;
  ByteVector octets;
};

/// What an encrypted record holds.
struct OpenedRecord {
  ContentType type = ContentType::Handshake;
  ByteVector content;
};

/// Opens encrypted records, in the order in which each side sent them.
class RecordOpener {
 public:
  virtual ~RecordOpener() = default;
  /// What protects records from now on; told once the ServerHello has been read.
  virtual void use_suite(std::uint16_t suite) = 0;
  /// What is in the next encrypted record of `sender`; `header` is the record's own, five octets. Nothing where no key
  /// at hand opens it.
  virtual std::optional<OpenedRecord> open(Side sender, Bytes header, Bytes fragment) = 0;
};

/// The messages of both sides in the order in which they were complete. With no opener (null) encrypted records stay
/// sealed. Rules: tls.record.malformed (no records, or what breaks off); a message that cannot be read keeps a finding.
Result<std::vector<Flight>> read_transcript(std::span<const Sent> sent, Version version, RecordOpener* opener);

}  // namespace pki::tls
