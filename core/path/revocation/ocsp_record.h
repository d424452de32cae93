#pragma once
// An OCSP response of the question, and what speaks against it whatever the certificate (RFC 6960 3.2, 4.4).

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "path/options.h"
#include "x509/ocsp_response.h"

namespace pki::path {

struct OcspRecord {
  x509::OcspResponsePtr response;
  /// Its place among the responses of the question.
  std::size_t index = 0;
  /// Why it answers for no certificate; nothing where it may.
  std::optional<Finding> fault = {};
  /// True if there is nothing in it that names a certificate, so that the fault concerns every one.
  bool nameless = false;
};

/// Looks at what does not depend on a certificate: the status, the type, whether all of it can be read, its critical
/// extensions, the time at which it was made, and the signature's strength. Rules: path.revocation.ocsp_*.
OcspRecord make_record(x509::OcspResponsePtr response, std::size_t index, const CheckOptions& options);

/// A finding about `part` of the response (or, where it is empty, about no place).
Finding finding_about(const Rule& rule, const OcspRecord& record, Bytes part, std::vector<Param> params = {});

/// The first extension that is critical and not known; null where there is none. Known are those that ask nothing of
/// whoever reads the answer: nonce (there is no request here that it could be compared with), CRL reference, archive
/// cutoff, extended revoke, and certificate transparency's list.
const x509::Extension* find_unknown_critical(const std::vector<x509::Extension>& extensions);

/// The responder as it names itself: "CN=Responder", or "the key 0a1b...".
std::string responder_text(const x509::OcspResponse& response);

}  // namespace pki::path
