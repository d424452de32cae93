// The laws of names and extensions, over octets and texts that were changed at random.

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "asn1/support.h"
#include "extension_laws.h"
#include "name_laws.h"
#include "reading.h"

namespace pki::x509 {
namespace {

constexpr int kMutations = 300;

/// All of tests/data/x509/openssl_extensions.txt.
std::vector<std::pair<std::string, ByteVector>> samples() {
  std::vector<std::pair<std::string, ByteVector>> list;
  std::ifstream file(PKI_TEST_DATA_DIR "/x509/openssl_extensions.txt");
  std::string name;
  std::string hex;
  while (file >> name >> hex) list.emplace_back(name, bytes(hex));
  REQUIRE(list.size() > 30);
  return list;
}

/// Every sample as it is and changed, to a law over octets.
void check_octets(bool (*law)(Bytes)) {
  for (const auto& [name, sample] : samples()) {
    CAPTURE(name);
    CHECK(law(sample));
    asn1::Noise noise(sample.size());
    for (int i = 0; i < kMutations; ++i) {
      const ByteVector octets = asn1::mutated(sample, noise);
      if (!law(octets)) FAIL_CHECK(to_hex(octets));
    }
  }
}

/// The texts as they are and changed, to a law over text.
void check_texts(const std::vector<std::string>& texts, bool (*law)(std::string_view)) {
  for (const std::string& text : texts) {
    CHECK(law(text));
    asn1::Noise noise(text.size());
    for (int i = 0; i < 20 * kMutations; ++i) {
      const ByteVector octets = asn1::mutated(as_bytes(text), noise);
      if (!law(as_text(octets))) FAIL_CHECK(printable(as_text(octets)) << " " << to_hex(octets));
    }
  }
}

const std::vector<std::string> kNames = {
    "CN=Root,O=Lab,C=DE",
    "/C=DE/O=Lab+OU=a/CN=b\\/c",
    "CN=Lab\\, Inc+L=\\ x\\20;O=\"a \\\"b\\\"\" , C = DE",
    "1.2.3=#0c0178,CN=#020105,2.5.4.3=#1e0200e4",
    "CN=\\C3\\bcber,DC=example,emailAddress=a@b",
};

}  // namespace

TEST_CASE("the laws of names hold for mutated octets") { check_octets(name_laws_hold); }

TEST_CASE("the laws of general names hold for mutated octets") {
  check_octets([](Bytes octets) {
    asn1::Context context(octets);
    asn1::Reader reader(octets, context);
    const auto list = reader.next();
    return general_name_laws_hold(list.ok() ? list->value : octets);
  });
}

TEST_CASE("the laws of extensions hold for mutated octets") {
  check_octets(known_extensions_laws_hold);
  check_octets([](Bytes octets) {
    asn1::Context context(octets);
    asn1::Reader reader(octets, context);
    const auto list = reader.next();
    return extensions_laws_hold(list.ok() ? list->value : octets);
  });
}

TEST_CASE("the laws of names hold for mutated texts") { check_texts(kNames, name_text_laws_hold); }

TEST_CASE("the laws of general names hold for mutated texts") {
  check_texts({"DNS:www.example.com", "IP:192.0.2.0/24", "2001:db8::/32", "email:ann@example.com",
               "https://example.com/a", "UPN:ann@corp.example", "dirName:CN=x,O=Lab", "RID:1.2.3",
               "otherName:1.2.3;UTF8:text", "othername:1.2.3:0c0178"},
              general_name_text_laws_hold);
}

TEST_CASE("the laws of preparing strings hold for mutated texts") {
  check_texts({"Lab  Root", "\xC3\x84pfel\xC2\xA0\xE2\x80\x8B", "\xEF\xAC\x83\xC4\xB0"}, string_prep_laws_hold);
}

}  // namespace pki::x509
