// Law: whatever comes in as a request or a reply, each check says something, and what fails has a finding.

#include "base/assert.h"
#include "scep/ca_certificates.h"
#include "scep/capabilities.h"
#include "scep/reply.h"
#include "scep/request.h"
#include "support/files.h"

namespace {

void check_rows(const std::vector<pki::scep::CheckRow>& rows, std::size_t count) {
  PKI_ASSERT(rows.size() == count);
  for (const pki::scep::CheckRow& row : rows) {
    PKI_ASSERT(row.check != nullptr);
    PKI_ASSERT(row.outcome != pki::scep::Outcome::Fail || !row.findings.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pki;
  const Bytes octets(data, size);
  static const crypto::PrivateKey key = crypto::PrivateKey::from_pkcs8(test::read_test_pem("cms/rsa.key.pem")).value();
  const auto request = scep::open_request_message(to_vector(octets), {.key = &key, .now = {}});
  if (request.ok()) check_rows(request->checks, scep::request_checks().size());
  const auto reply = scep::open_reply(to_vector(octets), {.key = &key});
  PKI_ASSERT(request.ok() == reply.ok());
  if (reply.ok()) check_rows(reply->checks, scep::reply_checks().size());
  const scep::Capabilities capabilities = scep::read_capabilities(as_text(octets));
  PKI_ASSERT(!capabilities.known.empty() || !capabilities.findings.empty());
  const auto ca = scep::read_ca_certificates(to_vector(octets));
  PKI_ASSERT(!ca.ok() || !ca->certificates.empty());
  return 0;
}
