// The words of Mbed TLS are those of its own header, of the version that this workbench is built with.

#include <mbedtls/x509_crt.h>

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <map>
#include <string>

#include "relying/word.h"

using namespace pki;
using namespace pki::relying;

namespace {

struct Meaning {
  long code = 0;
  /// With the full stop that some have; empty where the header has no text for programs.
  std::string text = {};
};

/// What the header says of each name: the flags of mbedtls_x509_crt_verify, and errors of the parser.
const std::map<std::string, Meaning>& header() {
  static const std::map<std::string, Meaning> kHeader = [] {
    std::map<std::string, Meaning> names;
#define X509_CRT_ERROR_INFO(code, name, text) names[name] = {code, text};
    MBEDTLS_X509_CRT_ERROR_INFO_LIST
#undef X509_CRT_ERROR_INFO
    names["MBEDTLS_ERR_X509_INVALID_EXTENSIONS"] = {MBEDTLS_ERR_X509_INVALID_EXTENSIONS};
    names["MBEDTLS_ERR_X509_INVALID_FORMAT"] = {MBEDTLS_ERR_X509_INVALID_FORMAT};
    return names;
  }();
  return kHeader;
}

std::string without_stop(std::string text) {
  if (text.ends_with('.')) text.pop_back();
  return text;
}

}  // namespace

TEST_CASE("every word of Mbed TLS has the code and the text of its own header") {
  std::size_t texts = 0;
  for (const Word& word : words_of(Product::MbedTls)) {
    INFO(word.name);
    const auto found = header().find(std::string(word.name));
    REQUIRE(found != header().end());
    CHECK(std::strtol(std::string(word.code).c_str(), nullptr, 0) == found->second.code);
    if (found->second.text.empty()) continue;
    CHECK(without_stop(std::string(word.text)) == without_stop(found->second.text));
    ++texts;
  }
  CHECK(texts > 10);
}
