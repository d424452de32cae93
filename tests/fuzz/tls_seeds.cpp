// tls_seeds FOLDER: writes the seeds of tls_transcript_fuzzer: handshakes that were played, their messages unencrypted,
// each in a record of its own.

#include <cstdio>
#include <fstream>

#include "support/chain_builder.h"
#include "tls/handshake.h"

namespace {

using namespace pki;

void put16(ByteVector& out, std::size_t number) {
  out.push_back(static_cast<std::uint8_t>(number >> 8));
  out.push_back(static_cast<std::uint8_t>(number));
}

ByteVector seed_of(const tls::Handshake& handshake) {
  ByteVector out = {static_cast<std::uint8_t>(handshake.version == tls::Version::Tls13 ? 1 : 0)};
  for (const tls::Flight& flight : handshake.flights) {
    for (const tls::Message& message : flight.messages) {
      // As it is, it would make the TLS 1.2 reader take what follows for encrypted.
      if (message.type == tls::ContentType::ChangeCipherSpec) continue;
      out.push_back(flight.sender == tls::Side::Client ? 0 : 1);
      put16(out, message.octets.size() + 5);
      append(out, ByteVector{static_cast<std::uint8_t>(message.type), 3, 3});
      put16(out, message.octets.size());
      append(out, message.octets);
    }
  }
  return out;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const test::Party root{"CN=Root", 1};
  const x509::CertificatePtr ca = test::make(test::root(root));
  const tls::Verdict accept = [](auto) -> std::optional<tls::Alert> { return std::nullopt; };
  const tls::Verdict refuse = [](auto) -> std::optional<tls::Alert> { return tls::Alert::UnknownCa; };
  for (const tls::Version version : {tls::Version::Tls12, tls::Version::Tls13}) {
    for (const tls::Verdict& verdict : {accept, refuse}) {
      crypto::FixedRandom random(1);
      crypto::ScopedRandom scope(random);
      const auto handshake =
          tls::play({.version = version,
                     .client = {{test::make(test::leaf({"CN=Device", 2}, root)), ca}, &test::test_key(2), accept},
                     .server = {{test::make(test::leaf({"CN=Server", 3}, root))}, &test::test_key(3), verdict},
                     .server_name = "www.example.com",
                     .authorities = {test::encode_test_name("CN=Root")}});
      PKI_ASSERT(handshake.ok());
      const ByteVector seed = seed_of(*handshake);
      const std::string path = std::string(arguments[1]) + "/" +
                               (version == tls::Version::Tls12 ? "tls-1.2" : "tls-1.3") +
                               (handshake->completed() ? "-completed" : "-refused") + ".bin";
      std::ofstream(path, std::ios::binary)
          .write(reinterpret_cast<const char*>(seed.data()), static_cast<std::streamsize>(seed.size()));
    }
  }
  return 0;
}
