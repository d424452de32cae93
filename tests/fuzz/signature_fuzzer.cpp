// Any octets as a signature by a fixed key over nothing: never valid, and never a crash.

#include "asn1/writer.h"
#include "crypto/private_key.h"
#include "crypto/random.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pki::crypto;
  static FixedRandom random(1);
  static const ScopedRandom scope(random);
  static const auto key = PrivateKey::generate(KeySpec::P256);
  static const pki::ByteVector spki = key->public_key_der();
  static pki::asn1::Context context(spki);
  static const auto half = read_public_key(spki, context);
  const SignatureAlgorithm ecdsa{.kind = SignatureKind::Ecdsa, .hash = HashAlgorithm::Sha256};
  PKI_ASSERT(!verify_signature(*half, ecdsa, {}, pki::Bytes(data, size)).ok());
  return 0;
}
