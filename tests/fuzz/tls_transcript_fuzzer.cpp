// Law: octets that are records of TLS come back as messages, none lost and none doubled; whatever a message holds, it
// has a name, and reading is the same each time.

#include <algorithm>

#include "base/assert.h"
#include "tls/transcript.h"

namespace {

using namespace pki;

// The input: an octet for the version, then pieces of one octet for the side, two for the length, and so many octets.
std::vector<tls::Sent> pieces_of(Bytes octets) {
  std::vector<tls::Sent> pieces;
  while (octets.size() >= 3) {
    const std::size_t length = std::min<std::size_t>(std::size_t{octets[1]} << 8 | octets[2], octets.size() - 3);
    const tls::Side side = (octets[0] & 1) == 0 ? tls::Side::Client : tls::Side::Server;
    pieces.push_back({side, to_vector(octets.subspan(3, length))});
    octets = octets.subspan(3 + length);
  }
  return pieces;
}

// The octets inside the records of one side; the records are known to be whole.
std::size_t content_size(const std::vector<tls::Sent>& pieces, tls::Side side) {
  ByteVector all;
  for (const tls::Sent& piece : pieces) {
    if (piece.sender == side) append(all, piece.octets);
  }
  std::size_t size = 0;
  std::size_t at = 0;
  while (at < all.size()) {
    const std::size_t length = std::size_t{all[at + 3]} << 8 | all[at + 4];
    size += length;
    at += 5 + length;
  }
  return size;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const tls::Version version = (data[0] & 1) == 0 ? tls::Version::Tls12 : tls::Version::Tls13;
  const std::vector<tls::Sent> pieces = pieces_of(Bytes(data, size).subspan(1));
  const auto flights = tls::read_transcript(pieces, version, nullptr);
  const auto again = tls::read_transcript(pieces, version, nullptr);
  PKI_ASSERT(flights.ok() == again.ok());
  if (!flights.ok()) return 0;
  std::size_t sizes[2] = {};
  const tls::Flight* before = nullptr;
  for (const tls::Flight& flight : *flights) {
    PKI_ASSERT(!flight.messages.empty());
    PKI_ASSERT(before == nullptr || before->sender != flight.sender);
    before = &flight;
    for (const tls::Message& message : flight.messages) {
      PKI_ASSERT(!message.name.empty());
      PKI_ASSERT(message.sender == flight.sender);
      PKI_ASSERT(message.certificates.empty() || message.name == "Certificate");
      sizes[flight.sender == tls::Side::Client ? 0 : 1] += message.octets.size();
    }
  }
  PKI_ASSERT(sizes[0] == content_size(pieces, tls::Side::Client));
  PKI_ASSERT(sizes[1] == content_size(pieces, tls::Side::Server));
  return 0;
}
