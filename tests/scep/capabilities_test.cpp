#include "scep/capabilities.h"

#include "scep/support.h"

namespace pki::scep {

TEST_CASE("keywords are read line by line, in either case, with any line ends") {
  const Capabilities found = read_capabilities("AES\r\npostPKIoperation\n\n  SHA-256  \nRenewal");
  CHECK(found.known ==
        std::vector{Capability::Aes, Capability::PostPkiOperation, Capability::Sha256, Capability::Renewal});
  CHECK(found.unknown.empty());
  CHECK(found.findings.empty());
  CHECK(found.has(Capability::Aes));
  CHECK_FALSE(found.has(Capability::Sha512));
}

TEST_CASE("SCEPStandard stands for what RFC 8894 makes compulsory") {
  const Capabilities found = read_capabilities("SCEPStandard");
  CHECK(found.findings.empty());
  CHECK(found.has(Capability::Aes));
  CHECK(found.has(Capability::PostPkiOperation));
  CHECK(found.has(Capability::Sha256));
  CHECK_FALSE(found.has(Capability::Renewal));
}

TEST_CASE("keywords that are not known are passed over, and weak servers are named") {
  const Capabilities found = read_capabilities("SHA-1\nDES3\nX-Own\nDES3\n");
  CHECK(found.known == std::vector{Capability::Sha1, Capability::Des3});
  CHECK(found.unknown == std::vector<std::string>{"X-Own"});
  CHECK(rule_ids(found.findings) == Ids{"scep.capabilities.unknown", "scep.capabilities.weak"});
  CHECK(found.findings[0].where.range == ByteRange{11, 5});
  CHECK(found.findings[1].param("missing") == "AES, POSTPKIOperation, SHA-256");
}

TEST_CASE("an answer without keywords says so, however long it is") {
  CHECK(rule_ids(read_capabilities("").findings) == Ids{"scep.capabilities.none"});
  CHECK(test::has_rule(read_capabilities("<html><body>404</body></html>").findings, "scep.capabilities.none"));
  CHECK(rule_ids(read_capabilities(std::string(kMaxCapabilitiesOctets + 1, 'A')).findings) ==
        Ids{"scep.capabilities.too_long"});
  const Capabilities many = read_capabilities([] {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += "k" + std::to_string(i) + "\n";
    return text.substr(0, kMaxCapabilitiesOctets);
  }());
  CHECK(many.unknown.size() == 64);
}

TEST_CASE("what the workbench announces is read again as the same") {
  const std::string text = write_capabilities(own_capabilities());
  const Capabilities again = read_capabilities(text);
  CHECK(again.known == std::vector<Capability>(own_capabilities().begin(), own_capabilities().end()));
  CHECK(again.findings.empty());
  CHECK(text.ends_with("SCEPStandard\n"));
}

}  // namespace pki::scep
