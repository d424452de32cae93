#include "api/issued.h"

#include "api/describe_certificate.h"
#include "api/describe_finding.h"

namespace pki::api {

Result<json::Json> describe_issued(ByteVector der, const Findings& findings, Time now) {
  PKI_TRY(const x509::CertificatePtr certificate, x509::Certificate::parse(std::move(der)));
  json::Json out;
  out["certificate"] = describe(*certificate, now);
  out["findings"] = describe(findings);
  return out;
}

}  // namespace pki::api
