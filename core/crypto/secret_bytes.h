#pragma once
// SecretBytes: octets that are wiped when they go.

#include <cstddef>
#include <span>
#include <utility>

#include "base/bytes.h"

namespace pki::crypto {

/// Overwrites `octets` with zeros in a way that the compiler does not leave out.
void wipe(std::span<std::uint8_t> octets);

/// Octets that are wiped when they go.
class SecretBytes {
 public:
  SecretBytes() = default;
  explicit SecretBytes(ByteVector octets) : octets_(std::move(octets)) {}
  /// `size` zero octets, to be filled through writable().
  explicit SecretBytes(std::size_t size) : octets_(size) {}
  ~SecretBytes();
  SecretBytes(SecretBytes&& other) noexcept;
  SecretBytes& operator=(SecretBytes&& other) noexcept;
  SecretBytes(const SecretBytes&) = delete;
  SecretBytes& operator=(const SecretBytes&) = delete;

  /// Aliases this object.
  Bytes view() const { return octets_; }
  /// The same, for writing.
  std::span<std::uint8_t> writable() { return octets_; }
  std::size_t size() const { return octets_.size(); }
  /// Keeps the first `size` octets (at most as many as there are) and wipes the rest.
  void truncate(std::size_t size);

 private:
  ByteVector octets_;
};

}  // namespace pki::crypto
