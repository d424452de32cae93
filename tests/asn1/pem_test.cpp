#include "asn1/pem.h"

#include <catch2/catch_test_macros.hpp>

#include "asn1/support.h"

namespace pki::asn1 {
namespace {

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("what is written is read back, in lines of 64 characters") {
  for (const std::size_t size : {1U, 2U, 3U, 47U, 48U, 49U, 96U, 1000U}) {
    ByteVector der(size);
    for (std::size_t i = 0; i < size; ++i) der[i] = static_cast<std::uint8_t>(i * 7);
    const std::string text = write_pem("CERTIFICATE", der);
    const PemText read = read_pem(text);
    CHECK(read.findings.empty());
    REQUIRE(read.blocks.size() == 1);
    CHECK(read.blocks[0].label == "CERTIFICATE");
    CHECK(read.blocks[0].der == der);
    CHECK(read.blocks[0].range.offset == 0);
    CHECK(read.blocks[0].range.length == text.size() - 1);
    for (std::size_t at = 0, end = 0; at < text.size(); at = end + 1) {
      end = text.find('\n', at);
      CHECK(end - at <= 64);
    }
  }
}

TEST_CASE("text around and between blocks is passed over") {
  const std::string text =
      "\xEF\xBB\xBF"
      "Bag Attributes\r\n    friendlyName: x\r\nsubject=CN = a -- b\r\n"
      "-----BEGIN CERTIFICATE-----\r\nAAEC\r\n-----END CERTIFICATE-----\r\n"
      "and ----- more\n-----BEGIN X509 CRL-----\nAwQF\n-----END X509 CRL-----";
  const PemText read = read_pem(text);
  CHECK(read.findings.empty());
  REQUIRE(read.blocks.size() == 2);
  CHECK(to_hex(read.blocks[0].der) == "000102");
  CHECK(text.substr(read.blocks[0].range.offset, 27) == "-----BEGIN CERTIFICATE-----");
  CHECK(read.blocks[1].label == "X509 CRL");
  CHECK(read.blocks[1].range.end() == text.size());
}

TEST_CASE("blocks that follow each other without a line end are both read") {
  const PemText read = read_pem("-----BEGIN A-----AAEC-----END A----------BEGIN B-----  AwQF  -----END B-----");
  CHECK(read.findings.empty());
  REQUIRE(read.blocks.size() == 2);
  CHECK(read.blocks[1].label == "B");
}

TEST_CASE("RFC 1421 headers are kept, those on several lines as one") {
  const PemText read = read_pem(
      "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,\n  00112233\n\nAAEC\n"
      "-----END RSA PRIVATE KEY-----\n");
  CHECK(read.findings.empty());
  REQUIRE(read.blocks.size() == 1);
  CHECK(read.blocks[0].headers == Ids{"Proc-Type: 4,ENCRYPTED", "DEK-Info: AES-256-CBC, 00112233"});
  CHECK(to_hex(read.blocks[0].der) == "000102");
}

TEST_CASE("a block with line ends written as in JSON is read, with a notice") {
  const PemText read =
      read_pem(R"({"cert": "-----BEGIN CERTIFICATE-----\nAAEC\r\n\/\/8=\n-----END CERTIFICATE-----\n"})");
  CHECK(ids(read.findings) == Ids{"pem.text.escaped"});
  REQUIRE(read.blocks.size() == 1);
  CHECK(to_hex(read.blocks[0].der) == "000102ffff");
}

TEST_CASE("a block that fails becomes a finding, and the next one is read") {
  const std::string good = "-----BEGIN B-----\nAwQF\n-----END B-----\n";
  const auto check = [&](const std::string& bad, const Ids& expected) {
    CAPTURE(bad);
    const PemText read = read_pem(bad + good);
    CHECK(ids(read.findings) == expected);
    REQUIRE(read.blocks.size() == 1);
    CHECK(read.blocks[0].label == "B");
    for (const Finding& finding : read.findings) {
      REQUIRE(finding.where.range);
      CHECK(finding.where.range->end() <= bad.size());
    }
  };
  check("-----BEGIN A-----\nAAEC\n", {"pem.block.unterminated"});
  check("-----BEGIN A-----\nAA!C\n-----END A-----\n", {"pem.base64.character"});
  check("-----BEGIN A-----\nAA\xE2\x80\xA6\n-----END A-----\n", {"pem.base64.character"});
  check("-----BEGIN A-----\nAAECA\n-----END A-----\n", {"pem.base64.malformed"});
  check("-----BEGIN A-----\nAAE=CA==\n-----END A-----\n", {"pem.base64.malformed"});
  check("-----BEGIN A-----\n\n-----END A-----\n", {"pem.block.empty"});
  check("-----BEGIN A---\nAAEC\n-----END A-----\n", {"pem.begin.malformed"});
  check("-----BEGIN A\nAAEC\n-----END A\n", {"pem.begin.malformed"});
  check("-----END A-----\n", {"pem.end.stray"});
  check("-----BEGIN " + std::string(1000, 'A') + "-----\nAAEC\n", {"pem.begin.malformed"});
}

TEST_CASE("a block whose END line is not in order is read, with a finding") {
  const auto check = [](const char* text, const Ids& expected) {
    CAPTURE(text);
    const PemText read = read_pem(text);
    CHECK(ids(read.findings) == expected);
    REQUIRE(read.blocks.size() == 1);
    CHECK(read.blocks[0].label == "A");
    CHECK(to_hex(read.blocks[0].der) == "000102");
  };
  check("-----BEGIN A-----\nAAEC\n-----END B-----\n", {"pem.label.differs"});
  check("-----BEGIN A-----\nAAEC\n-----END A---\n", {"pem.end.malformed"});
  check("-----BEGIN A-----\nAAEC\n-----END A", {"pem.end.malformed"});
  check("-----BEGIN A-----\nAAEC\n-----END ", {"pem.end.malformed"});
  check("-----BEGIN A-----\nAAEC\n-----END B", {"pem.end.malformed", "pem.label.differs"});
}

TEST_CASE("the place of a wrong character is told") {
  const std::string text = "text\n-----BEGIN A-----\nAAEC\nA*EC\n-----END A-----\n";
  const PemText read = read_pem(text);
  REQUIRE(read.findings.size() == 1);
  CHECK(read.findings[0].where.range == ByteRange{text.find('*'), 1});
  CHECK(read.findings[0].param("character") == "*");
}

TEST_CASE("text without a block holds nothing") {
  for (const char* text :
       {"", "-----", "------------", "-----BEGIN", "hello", "-----BEGIN-----", "---- BEGIN A ----"}) {
    CAPTURE(text);
    const PemText read = read_pem(text);
    CHECK(read.blocks.empty());
    CHECK(read.findings.empty());
  }
}

TEST_CASE("hostile text of 10 MB is read in linear time, with few findings") {
  const auto repeated = [](std::string_view part) {
    std::string text;
    while (text.size() < 10'000'000) text += part;
    return text;
  };
  for (const std::string_view part :
       {"-----BEGIN A-----", "-----BEGIN ", "-----END A-----\n", "-", "-----END ", "-----BEGIN A-----\n-----END ",
        "-----BEGIN A-----\nA:\n ", "\\n", "-----BEGIN A"}) {
    CAPTURE(part);
    const PemText read = read_pem(repeated(part));
    CHECK(read.findings.size() <= 201);
  }
  CHECK(read_pem("-----BEGIN A-----\n" + repeated("A:\n ")).findings.size() == 1);
  CHECK(read_pem("-----BEGIN A-----\n" + repeated("\\") + "-----END A-----").findings.size() == 1);
  const PemText many = read_pem(repeated("-----BEGIN A-----\n"));
  CHECK(many.findings.back().id() == "pem.findings.more");
}

TEST_CASE("mutated text is read into blocks and findings that lie within it") {
  Noise noise(8);
  const std::string seed =
      "x\n-----BEGIN A B-----\nProc-Type: 4\n\nAAEC\n-----END A B-----\n-----BEGIN C-----\r\nAwQF\r\n-----END C-----";
  for (int round = 0; round < 20000; ++round) {
    const ByteVector text = mutated(as_bytes(seed), noise);
    const PemText read = read_pem(as_text(text));
    std::size_t at = 0;
    for (const PemBlock& block : read.blocks) {
      REQUIRE(block.range.offset >= at);
      REQUIRE(block.range.end() <= text.size());
      REQUIRE_FALSE(block.der.empty());
      at = block.range.end();
      const std::string written = write_pem(block.label, block.der);
      REQUIRE(read_pem(written).blocks.at(0).der == block.der);
    }
    for (const Finding& finding : read.findings) REQUIRE(finding.where.range->end() <= text.size());
  }
}

}  // namespace pki::asn1
