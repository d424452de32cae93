#pragma once
// The keys of a handshake's records, from the secrets that mbedTLS hands out, and the opening of records with them.
// Internal to core/tls.

#include <array>
#include <optional>

#include "crypto/secret_bytes.h"
#include "tls/transcript.h"

namespace pki::tls {

/// The two stages of TLS 1.3 that a handshake meets (RFC 8446 7.1).
enum class Stage : std::uint8_t { Handshake, Application };

/// A traffic secret of TLS 1.3: of one side, in one stage.
struct TrafficSecret {
  Side side = Side::Client;
  Stage stage = Stage::Handshake;
  Bytes secret;
};

/// The secret of TLS 1.2, and what the keys are made of besides (RFC 5246 6.3).
struct MasterSecret {
  Bytes secret;
  Bytes client_random;
  Bytes server_random;
};

/// Opens records of AES-GCM (RFC 8446 5.2, RFC 5288 3). Both sides of a handshake may hand in the same secrets.
class RecordKeys final : public RecordOpener {
 public:
  explicit RecordKeys(Version version) : version_(version) {}

  void add(const TrafficSecret& secret);
  void add(const MasterSecret& secret);

  void use_suite(std::uint16_t suite) override { suite_ = suite_protection(suite); }
  std::optional<OpenedRecord> open(Side sender, Bytes header, Bytes fragment) override;

 private:
  /// Of one side: which of its keys protects the next record, and how many it has protected already.
  struct Position {
    Stage stage = Stage::Handshake;
    std::uint64_t sequence = 0;
  };
  /// A key and an IV (TLS 1.2: the salt of the nonce).
  struct Keys {
    crypto::SecretBytes key;
    crypto::SecretBytes iv;
  };

  std::optional<Keys> keys_13(Side side, Stage stage) const;
  std::optional<Keys> keys_12(Side side) const;
  std::optional<OpenedRecord> open_13(Side sender, Bytes header, Bytes fragment);
  std::optional<OpenedRecord> open_12(Side sender, Bytes header, Bytes fragment);

  Version version_;
  const SuiteProtection* suite_ = nullptr;
  std::array<std::array<crypto::SecretBytes, 2>, 2> traffic_;  // [side][stage]
  crypto::SecretBytes master_;
  ByteVector randoms_;  // the server's, then the client's: the seed of the key block
  std::array<Position, 2> positions_;
};

}  // namespace pki::tls
