#pragma once
// What a judgement depends on, as a short text: two judgements with the same text are the same judgement, also in two
// scenes.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/bytes.h"
#include "estate/scene.h"

namespace pki::estate {

/// Pieces one behind the other, and their hash.
class KeyText {
 public:
  /// Text, octets or a number, ended by a NUL.
  void add(std::string_view text);
  void add(Bytes octets) { add(as_text(octets)); }
  void add(std::int64_t number);
  /// By their fingerprints; in whatever order they stand, it is the same.
  void add(const std::vector<x509::CertificatePtr>& certificates);
  /// The first 128 bits of SHA-256 over all of it, as 32 hex digits.
  std::string hex() const;

 private:
  std::string text_;
};

/// Makes the keys of one scene, which must outlive it; what only one side contributes is hashed once.
class JudgementKeys {
 public:
  explicit JudgementKeys(const Scene& scene) : scene_(scene) {}

  /// The device judges the service's server certificate; the service judges a device's certificate: 32 hex digits.
  std::string of_server(const DeviceView& device, const ServiceView& service);
  std::string of_client(const ServiceView& service, const Identity& identity);

 private:
  /// What one side contributes; `make` fills it in the first time.
  template <typename Make>
  const std::string& part(const void* side, Make make);
  void add_network(KeyText& key, repository::Follow follow) const;

  const Scene& scene_;
  /// By the address of the device's, the service's or the identity's view; a service has one as a server and one as a
  /// judge.
  std::unordered_map<const void*, std::string> parts_;
};

}  // namespace pki::estate
