#pragma once
// What the tests of this layer share. tests/data/cms/make-data made the files.

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "cms/envelope.h"
#include "cms/sign.h"
#include "cms/signature.h"
#include "support/files.h"
#include "support/findings.h"

namespace pki::cms {

using Ids = std::vector<std::string>;
using test::rule_ids;

/// The octets of a file of tests/data/cms.
inline ByteVector read_octets(const std::string& name) {
  INFO(name);
  const auto text = test::read_file(std::string(PKI_TEST_DATA_DIR) + "/cms/" + name);
  REQUIRE(text.has_value());
  return to_vector(as_bytes(*text));
}

inline x509::CertificatePtr certificate(const std::string& name) {
  return x509::Certificate::parse(test::read_test_pem("cms/" + name + ".pem")).value();
}
inline crypto::PrivateKey private_key(const std::string& name) {
  return crypto::PrivateKey::from_pkcs8(test::read_test_pem("cms/" + name + ".key.pem")).value();
}

/// The id of the rule for which there is no value, or "".
template <typename R>
std::string error_id(const R& result) {
  return result.ok() ? "" : std::string(result.error().id());
}

inline const char* kContent = "The content of a message.\n";

}  // namespace pki::cms
