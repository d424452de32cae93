#pragma once
// A CA, a registration authority and a device for the tests of SCEP. The keys are those of tests/data, all else is
// made.

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "asn1/oids.h"
#include "ca/csr.h"
#include "ca/issue.h"
#include "ca/request_signing.h"
#include "scep/reply.h"
#include "scep/request.h"
#include "support/files.h"
#include "support/findings.h"

namespace pki::scep {

using Ids = std::vector<std::string>;
using test::rule_ids;

template <typename R>
std::string error_id(const R& result) {
  return result.ok() ? "" : std::string(result.error().id());
}

inline Time now() { return from_iso8601("2026-11-22T12:00:00Z").value(); }

inline crypto::PrivateKey key_of(const std::string& path) {
  return crypto::PrivateKey::from_pkcs8(test::read_test_pem(path)).value();
}
inline crypto::PrivateKey ca_key() { return key_of("cms/other.key.pem"); }
inline crypto::PrivateKey device_key() { return key_of("cms/rsa.key.pem"); }
inline crypto::PrivateKey new_key() { return key_of("crypto/rsa-2048.pem"); }
inline crypto::PrivateKey ec_key() { return key_of("cms/ec.key.pem"); }

inline ca::IssueInput issue_input(std::string_view profile, std::string_view subject, Time at = now()) {
  ca::IssueInput input;
  input.profile = ca::find_profile(profile);
  REQUIRE(input.profile != nullptr);
  input.subject = x509::parse_name_text(subject).value();
  input.validity.now = at;
  return input;
}

inline x509::CertificatePtr parse(ByteVector der) { return x509::Certificate::parse(std::move(der)).value(); }

/// A root that signed itself, for the key `ca_key()`, or another.
inline x509::CertificatePtr make_ca(const crypto::PrivateKey& key, std::string_view subject = "CN=Lab CA,O=Lab") {
  return parse(ca::issue(issue_input("root-ca", subject), {.key = key}).value().der);
}

/// A certificate of the CA for a key.
inline x509::CertificatePtr issue(const crypto::PrivateKey& issuer_key, const x509::CertificatePtr& issuer,
                                  const crypto::PrivateKey& key, std::string_view subject = "CN=device-1",
                                  Time at = now()) {
  ca::IssueInput input = issue_input("tls-client", subject, at);
  input.public_key = key.public_key_der();
  return parse(ca::issue(input, {.key = issuer_key, .certificate = issuer.get()}).value().der);
}

/// A request for a key, with a challenge password where there is one.
inline x509::RequestPtr make_csr(const crypto::PrivateKey& key, std::string_view challenge = "secret",
                                 std::string_view subject = "CN=device-1") {
  ca::CsrInput input;
  input.profile = ca::find_profile("tls-client");
  input.subject = x509::parse_name_text(subject).value();
  input.challenge_password = challenge;
  return x509::Request::parse(ca::make_request(input, key).value().der).value();
}

/// The row of the check of this id.
inline const CheckRow& row(const std::vector<CheckRow>& rows, std::string_view id) {
  for (const CheckRow& each : rows) {
    if (each.check->id == id) return each;
  }
  FAIL("no check " << id);
  return rows.front();
}

/// "fail scep.challenge.differs", "pass": what came of a check.
inline std::string came_of(const std::vector<CheckRow>& rows, std::string_view id) {
  const CheckRow& found = row(rows, id);
  std::string text(outcome_name(found.outcome));
  for (const Finding& finding : found.findings) text += " " + std::string(finding.id());
  return text;
}

/// A CA and a device, and a request of the device.
struct Lab {
  crypto::PrivateKey authority_key = ca_key();
  x509::CertificatePtr authority = make_ca(authority_key);
  crypto::PrivateKey key = device_key();
  x509::RequestPtr csr = make_csr(key);

  RequestInput input() const { return {.csr = *csr, .key = key, .recipient = *authority, .now = now()}; }
  MadeRequest request() const { return make_request_message(input()).value(); }

  AuthorityInput desk() const {
    return {.key = &authority_key, .certificate = authority.get(), .issuers = {authority}, .now = now()};
  }
  OpenedRequest open(const MadeRequest& made) const { return open_request_message(made.der, desk()).value(); }

  /// What the CA issues for the CSR that is inside.
  ByteVector issue_for(const x509::Request& request) const {
    const ca::IssueInput plan = issue_input("tls-client", "CN=unused");
    const auto review = ca::review_request(request, plan, authority.get()).value();
    return ca::sign_request(
               request, plan,
               {.subject = ca::SubjectChoice::TakeFromRequest, .extensions = ca::suggested_choices(review)},
               {.key = authority_key, .certificate = authority.get()})
        .value()
        .der;
  }

  MadeReply answer(const OpenedRequest& opened, const ReplyInput& reply) const {
    return make_reply(opened.message, reply, {authority_key, *authority}).value();
  }
  MadeReply grant(const OpenedRequest& opened) const {
    return answer(opened, {.certificates = {issue_for(*opened.request)}});
  }

  ReplyExpectation expectation(const MadeRequest& made) const {
    return {.key = &key,
            .certificate = made.certificate.get(),
            .authorities = {authority},
            .transaction_id = made.transaction_id,
            .sender_nonce = made.sender_nonce};
  }
};

}  // namespace pki::scep
