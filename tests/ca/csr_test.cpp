#include "ca/csr.h"

#include "fixtures.h"

namespace pki::ca::test {
namespace {

CsrInput csr_of(std::string_view profile_id, std::string_view subject) {
  CsrInput input;
  input.profile = &profile(profile_id);
  input.subject = name(subject);
  return input;
}

x509::RequestPtr make(const CsrInput& input, const crypto::PrivateKey& key) {
  const auto made = make_request(input, key);
  REQUIRE(made.ok());
  return parse_request(made->der);
}

TEST_CASE("Every profile makes a request that reads back without findings and proves its key") {
  const crypto::PrivateKey key = make_key(3);
  for (const Profile& one : profiles()) {
    INFO(one.id);
    const x509::RequestPtr request = make(csr_of(one.id, "CN=host.example"), key);
    CHECK(rule_ids(request->findings()).empty());
    CHECK(x509::verify_proof_of_possession(*request).ok());
    CHECK_FALSE(request->extensions().authority_key_identifier.present());
    CHECK(request->extensions().subject_key_identifier.present() == one.ca);
    CHECK(request->extensions().basic_constraints.present() == one.ca);
  }
}

TEST_CASE("A BYOCA request asks to be an issuing CA with its purposes") {
  CsrInput input = csr_of("byoca-issuing-ca", "CN=Contoso BYOCA Issuing CA,O=Contoso");
  input.extensions.purposes = {asn1::OwnedOid(oids::kClientAuth), asn1::OwnedOid(oids::kServerAuth)};
  const x509::RequestPtr request = make(input, make_key(3, crypto::KeySpec::Rsa2048));
  CHECK(request->extensions().basic_constraints->ca);
  CHECK(request->extensions().basic_constraints->path_length == 0U);
  CHECK(request->extensions().key_usage->bits == 0x61);
  CHECK(purposes_of(request->extensions()).size() == 2);
}

TEST_CASE("A request can do without extensions, and can carry a password") {
  CsrInput input = csr_of("tls-server", "CN=www.example");
  input.requested = RequestedExtensions::None;
  input.challenge_password = "one time";
  const x509::RequestPtr request = make(input, make_key(3));
  CHECK(request->extensions().all.empty());
  CHECK(request->challenge_password() == "one time");
}

TEST_CASE("A password that the attribute cannot hold is refused") {
  CsrInput input = csr_of("tls-server", "CN=www.example");
  for (const std::string& password : {std::string(256, 'a'), std::string("\xFF")}) {
    input.challenge_password = password;
    const auto refused = make_request(input, make_key(3));
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().id() == "ca.request.challenge_password");
  }
}

TEST_CASE("A request for a server has its names, and says what it took from the subject") {
  CsrInput input = csr_of("tls-server", "CN=www.example");
  input.alternative_names = {general_name("IP:192.0.2.1")};
  const auto made = make_request(input, make_key(3));
  REQUIRE(made.ok());
  CHECK(has_rule(made->findings, "ca.san.copied"));
  CHECK(parse_request(made->der)->extensions().subject_alt_name->names.size() == 2);
}

}  // namespace
}  // namespace pki::ca::test
