#include "scep/ca_certificates.h"

#include "cms/certificates_only.h"
#include "scep/support.h"

namespace pki::scep {

TEST_CASE("one certificate goes by itself, several as a certs-only message, and both are read") {
  const crypto::PrivateKey key = ca_key();
  const auto ca = make_ca(key);
  const auto ra = issue(key, ca, new_key(), "CN=RA");
  const std::vector<x509::CertificatePtr> one = {ca};
  const std::vector<x509::CertificatePtr> two = {ca, ra};
  const CaAnswer single = make_ca_answer(one);
  CHECK(single.form == CaAnswerForm::Certificate);
  CHECK(equal(single.octets, ca->der()));
  const CaAnswer several = make_ca_answer(two);
  CHECK(several.form == CaAnswerForm::CertificatesOnly);
  CHECK(ca_answer_media_type(several.form) == "application/x-x509-ca-ra-cert");

  const CaCertificates read_one = read_ca_certificates(single.octets).value();
  CHECK(read_one.certificates.size() == 1);
  CHECK(read_one.form == CaAnswerForm::Certificate);
  const CaCertificates read_two = read_ca_certificates(several.octets).value();
  CHECK(read_two.certificates.size() == 2);
  REQUIRE(read_two.recipient != nullptr);
  CHECK(equal(read_two.recipient->der(), ra->der()));
}

TEST_CASE("of a chain of CAs the lowest is encrypted for, and that its key usage forbids it is told") {
  const crypto::PrivateKey root_key = ca_key();
  const auto root = make_ca(root_key, "CN=Root");
  ca::IssueInput input = issue_input("issuing-ca", "CN=Issuing");
  const crypto::PrivateKey issuing_key = new_key();
  input.public_key = issuing_key.public_key_der();
  const auto issuing = parse(ca::issue(input, {.key = root_key, .certificate = root.get()}).value().der);
  for (const auto& order : {std::vector{root, issuing}, std::vector{issuing, root}}) {
    const CaCertificates answer = read_ca_certificates(make_ca_answer(order).octets).value();
    REQUIRE(answer.recipient != nullptr);
    CHECK(equal(answer.recipient->der(), issuing->der()));
    CHECK(rule_ids(answer.findings) == Ids{"scep.ca.key_usage"});
  }
}

TEST_CASE("a CA without an RSA key cannot be encrypted for") {
  const auto ca = make_ca(ec_key());
  const std::vector<x509::CertificatePtr> list = {ca};
  const CaCertificates answer = read_ca_certificates(make_ca_answer(list).octets).value();
  CHECK(answer.recipient == nullptr);
  CHECK(rule_ids(answer.findings) == Ids{"scep.ca.no_encryption"});
}

TEST_CASE("what is neither a certificate nor certificates is refused") {
  CHECK(error_id(read_ca_certificates({})) == "scep.ca.answer");
  CHECK(error_id(read_ca_certificates(to_vector(as_bytes("<html>")))) == "scep.ca.answer");
  CHECK(error_id(read_ca_certificates(cms::write_certificates_only({}))) == "scep.ca.answer");
}

}  // namespace pki::scep
