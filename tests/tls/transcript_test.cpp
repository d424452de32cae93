// Taking records and messages apart: by hand, since a handshake that was played is never broken.

#include "tls/transcript.h"

#include "base/encoding.h"
#include "support.h"
#include "support/findings.h"
#include "tls/handshake_messages.h"

namespace pki::tls {
namespace {

ByteVector hex(std::string_view text) { return from_hex(text).value(); }

Sent by_client(std::string_view text) { return {Side::Client, hex(text)}; }
Sent by_server(std::string_view text) { return {Side::Server, hex(text)}; }

Result<std::vector<Flight>> read(const std::vector<Sent>& sent, Version version = Version::Tls12) {
  return read_transcript(sent, version, nullptr);
}

TEST_CASE("a message cut over records, and several in one") {
  // ServerHelloDone (empty) twice, then one whose header is cut.
  const auto flights = read({by_server("1603030008 0e000000 0e000000"), by_server("1603030002 0e00"),
                             by_server("16030300"), by_server("02 0000")});
  REQUIRE(flights.ok());
  REQUIRE(flights->size() == 1);
  REQUIRE(flights->front().messages.size() == 3);
  for (const Message& message : flights->front().messages) {
    CHECK(message.name == "ServerHelloDone");
    CHECK(to_hex(message.octets) == "0e000000");
  }
}

TEST_CASE("flights change with the speaker") {
  const auto flights = read({by_client("1503030002 0100"), by_client("1503030002 0100"), by_server("1503030002 0230")});
  REQUIRE(flights.ok());
  REQUIRE(flights->size() == 2);
  CHECK(flights->front().messages.size() == 2);
  CHECK(flights->front().messages.front().alert == AlertMessage{AlertLevel::Warning, Alert::CloseNotify});
  CHECK(flights->back().messages.front().alert == AlertMessage{AlertLevel::Fatal, Alert::UnknownCa});
}

TEST_CASE("what is encrypted stays sealed without keys") {
  const auto in_12 = read({by_client("1403030001 01 1603030004 01020304 1503030003 010203")});
  REQUIRE(in_12.ok());
  const std::vector<Message>& messages = in_12->front().messages;
  REQUIRE(messages.size() == 3);
  CHECK(messages[0].name == "ChangeCipherSpec");
  CHECK(messages[1].protection == Protection::Sealed);
  CHECK(to_hex(messages[1].octets) == "01020304");
  CHECK(messages[2].protection == Protection::Sealed);
  CHECK_FALSE(messages[2].alert.has_value());

  const auto in_13 = read({by_server("1703030004 01020304")}, Version::Tls13);
  REQUIRE(in_13.ok());
  CHECK(in_13->front().messages.front().protection == Protection::Sealed);
}

TEST_CASE("what is no record, and what breaks off, is refused") {
  for (const char* text : {"1303030000", "1803030000", "1602030000", "160303ffff", "1603030005 0e0000", "16",
                           "16030300", "1603030004 0e000001", "1603030003 0e0000"}) {
    CAPTURE(text);
    CHECK(error_id(read({by_server(text)})) == "tls.record.malformed");
  }
  ByteVector many;
  for (int i = 0; i < 5000; ++i) append(many, hex("1403030000"));
  CHECK(error_id(read({{Side::Client, many}})) == "tls.record.malformed");
}

TEST_CASE("a message that cannot be read is shown, with the reason") {
  // A Certificate whose list is longer than it, an alert of three octets, a certificate that is none.
  const auto flights = read({by_server("1603030008 0b000004 0000 0100"), by_server("1503030003 010203"),
                             by_server("160303000c 0b000008 000005 000002 0500")});
  REQUIRE(flights.ok());
  const std::vector<Message>& messages = flights->front().messages;
  REQUIRE(messages.size() == 3);
  CHECK(test::rule_ids(messages[0].findings) == std::vector<std::string>{"tls.message.malformed"});
  CHECK(test::rule_ids(messages[1].findings) == std::vector<std::string>{"tls.message.malformed"});
  CHECK(messages[2].certificates.empty());
  CHECK(messages[2].findings.size() == 1);
}

TEST_CASE("each message is read to its end, and not beyond") {
  CHECK(error_id(read_client_hello(hex("0303"))) == "tls.message.malformed");
  CHECK(error_id(read_server_hello({})) == "tls.message.malformed");
  CHECK(error_id(read_certificate_verify(hex("0403 0002 01"))) == "tls.message.malformed");
  CHECK(error_id(read_certificate_verify(hex("0403 0001 01 00"))) == "tls.message.malformed");
  CHECK(read_certificate_verify(hex("0403 0001 01")).value() == 0x0403);
  CHECK(error_id(read_server_key_exchange(hex("01 001d"))) == "tls.message.malformed");
  CHECK(error_id(read_certificates(hex("000000 00"), Version::Tls12)) == "tls.message.malformed");
  CHECK(read_certificates(hex("000000"), Version::Tls12)->empty());
  CHECK(read_certificates(hex("00 000000"), Version::Tls13)->empty());
  // Two certificates with their extensions.
  const ByteVector two = hex("00 00000d 000001 aa 0000 000001 bb 0001 00");
  REQUIRE(read_certificates(two, Version::Tls13).ok());
  CHECK(read_certificates(two, Version::Tls13)->size() == 2);
}

TEST_CASE("a CertificateRequest of TLS 1.3 may announce CAs") {
  // signature_algorithms (13): 0403; certificate_authorities (47): one name of three octets.
  const ByteVector body = hex("00 0013 000d 0004 0002 0403 002f 0007 0005 0003 300100");
  const auto request = read_certificate_request(body, Version::Tls13);
  REQUIRE(request.ok());
  CHECK(request->signature_schemes == std::vector<std::uint16_t>{0x0403});
  REQUIRE(request->authorities.size() == 1);
  CHECK(to_hex(request->authorities.front()) == "300100");
}

TEST_CASE("a ServerHello with a certain random is a HelloRetryRequest") {
  const ByteVector retry =
      hex("0303 cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c 00 1301 00 0006 0033 0002 001d");
  const auto hello = read_server_hello(retry);
  REQUIRE(hello.ok());
  CHECK(hello->is_retry);
  CHECK(hello->cipher_suite == 0x1301);
  CHECK(hello->group == 0x001d);
}

}  // namespace
}  // namespace pki::tls
