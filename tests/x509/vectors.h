#pragma once
// tests/data/x509/openssl_extensions.txt.

#include <fstream>
#include <string>

#include "base/bytes.h"
#include "reading.h"

namespace pki::x509 {

/// What OpenSSL wrote for this case.
inline ByteVector openssl_octets(std::string_view wanted) {
  std::ifstream file(PKI_TEST_DATA_DIR "/x509/openssl_extensions.txt");
  std::string name;
  std::string hex;
  while (file >> name >> hex) {
    if (name == wanted) return bytes(hex);
  }
  throw std::runtime_error("no such case: " + std::string(wanted));
}

}  // namespace pki::x509
