#pragma once
// One side of a handshake: mbedTLS's context, what it needs, and what it says. Internal to core/tls.

#include <array>
#include <memory>

#include "tls/handshake.h"
#include "tls/record_keys.h"

namespace pki::tls {

/// The wire between two sides.
struct Wire {
  /// All that was sent, in order.
  std::vector<Sent> sent = {};
  /// What has not been read yet, for the client and for the server.
  std::array<ByteVector, 2> waiting = {};

  ByteVector& waiting_for(Side side) { return waiting[side == Side::Client ? 0 : 1]; }
};

/// How far a side is after it has done what it can.
enum class Progress : std::uint8_t { Waits, Finished, Stopped };

class Endpoint {
 public:
  /// Makes ready one side; all that it is given must outlive it. Rules: those of play().
  static Result<std::unique_ptr<Endpoint>> make(Side side, const HandshakeQuestion& question, Wire& wire,
                                                RecordKeys& keys);
  ~Endpoint();
  Endpoint(const Endpoint&) = delete;
  Endpoint& operator=(const Endpoint&) = delete;

  /// Reads, thinks and writes until it has to wait for the other side, or is done, or cannot go on.
  Progress advance();

  /// The alert that our verdict, or the lack of a certificate, had it send.
  const std::optional<Refusal>& refusal() const;
  /// Why it stopped: crypto.random.failed, tls.engine.failed.
  Finding failure() const;

 private:
  struct State;
  explicit Endpoint(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace pki::tls
