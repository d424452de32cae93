// read_dropped: texts of many kinds, all with the same certificate in them.

#include <catch2/catch_test_macros.hpp>

#include "base/encoding.h"
#include "formats/sniff.h"
#include "formats/support.h"

namespace pki::formats {
namespace {

/// The one certificate of the tests' data.
void check_certificate(const std::string& file, const char* origin) {
  const Dropped dropped = drop(file);
  CHECK(dropped.findings.empty());
  REQUIRE(dropped.items.size() == 1);
  CHECK(dropped.items[0].kind == ItemKind::Certificate);
  CHECK(dropped.items[0].der == read_octets("certificate.der"));
  CHECK(dropped.items[0].origin_hint == origin);
  check_law(dropped, file.size());
}

std::string utf16(std::string_view text, bool big) {
  std::string result;
  for (const char c : text) {
    if (big) result += '\0';
    result += c;
    if (!big) result += '\0';
  }
  return result;
}

std::string with_lines(std::string_view text, std::size_t width, std::string_view end) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); at += width) result.append(text.substr(at, width)).append(end);
  return result;
}

}  // namespace

TEST_CASE("PEM is read in any encoding and with any text around it") {
  const std::string pem = read_data("certificate.pem");
  check_certificate(pem, "pem");
  check_certificate("subject=CN = x\nissuer=CN = y\n" + pem + "\nmore\n", "pem");
  check_certificate("\xEF\xBB\xBF" + pem, "pem");
  check_certificate("\xFF\xFE" + utf16(pem, false), "utf-16/pem");
  check_certificate("\xFE\xFF" + utf16(pem, true), "utf-16/pem");
  check_certificate(utf16(pem, false), "utf-16/pem");
  check_certificate(utf16(pem, true), "utf-16/pem");
  check_certificate(std::string("\1\2 binary around \0", 18) + pem, "pem");
}

TEST_CASE("a file of PowerShell's redirection is read, and the place of the block is right") {
  const std::string file = read_data("powershell.txt");
  check_certificate(file, "utf-16/pem");
  const ByteRange source = drop(file).items[0].source;
  // Behind the mark, "Zoë" and a line end.
  CHECK(source.offset == 2 + 2 * 5);
  CHECK(file.substr(source.offset, 10) == utf16("-----", false));
}

TEST_CASE("base64 without armour is read, in lines or in one") {
  const std::string base64 = to_base64(read_octets("certificate.der"));
  check_certificate(base64, "base64");
  check_certificate("  " + with_lines(base64, 76, "\r\n") + "\r\n", "base64");
  check_certificate(with_lines(base64, 64, "\n  "), "base64");
  check_certificate("\xFF\xFE" + utf16(with_lines(base64, 64, "\r\n"), false), "utf-16/base64");
}

TEST_CASE("hexadecimal is read, with and without separators") {
  const ByteVector der = read_octets("certificate.der");
  check_certificate(to_hex(der), "hex");
  check_certificate("0x" + to_hex(der), "hex");
  check_certificate(to_hex(der, ":"), "hex");
  check_certificate(with_lines(to_hex(der, " "), 48, "\n"), "hex");
}

TEST_CASE("a data URI is read") {
  const std::string base64 = to_base64(read_octets("certificate.der"));
  check_certificate("data:application/x-x509-ca-cert;base64," + base64, "data_uri");
  check_certificate("data:;base64," + base64 + "\n", "data_uri");
}

TEST_CASE("PEM that was encoded once more as base64 is read") {
  check_certificate(to_base64(as_bytes(read_data("certificate.pem"))), "base64/pem");
}

TEST_CASE("several objects in base64 are all read") {
  ByteVector both = read_octets("certificate.der");
  append(both, read_block("crl.pem"));
  const std::string text = to_base64(both);
  const Dropped dropped = drop(text);
  CHECK(kinds(dropped) == "certificate crl");
  CHECK(dropped.items[1].source == ByteRange{0, text.size()});
}

TEST_CASE("text that is nearly right is told from text that is not") {
  const std::string pem = read_data("certificate.pem");
  const std::string base64 = to_base64(read_octets("certificate.der"));
  const auto found = [](const std::string& file) { return ids(drop(file).findings); };
  CHECK(found("hello world") == Ids{"formats.file.unknown"});
  CHECK(found("test") == Ids{"formats.file.unknown"});
  CHECK(found("MIIB this is cut short") == Ids{"formats.base64.malformed"});
  CHECK(found(base64.substr(0, base64.size() - 5)) == Ids{"formats.base64.malformed"});
  CHECK(found(base64.substr(0, 100)) == Ids{"formats.der.truncated"});
  CHECK(found("\xE2\x80\x94\xE2\x80\x94 BEGIN CERTIFICATE") == Ids{"formats.pem.mangled"});
  CHECK(found("--- BEGIN CERTIFICATE ---") == Ids{"formats.pem.mangled"});
  CHECK(found(pem.substr(0, 200)) == Ids{"pem.block.unterminated"});
  CHECK(found("data:text/plain,hello") == Ids{"formats.file.unknown"});
}

}  // namespace pki::formats
