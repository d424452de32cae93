// Certificates, one after the other (each with two octets of length before it): the first is the target, the last the
// anchor, the others the pool. Law: every report has a path, and is accepted exactly if its best path is.

#include <cstdlib>

#include "path/builder.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  pki::Bytes rest(data, size);
  std::vector<pki::x509::CertificatePtr> certificates;
  while (rest.size() >= 2 && certificates.size() < 32) {
    const std::size_t length = std::min<std::size_t>(rest.size() - 2, rest[0] * 256U + rest[1]);
    auto certificate = pki::x509::Certificate::parse(pki::to_vector(rest.subspan(2, length)));
    if (certificate) certificates.push_back(*certificate);
    rest = rest.subspan(2 + length);
  }
  if (certificates.empty()) return 0;
  pki::path::PathQuestion question{.target = certificates.front(), .pool = certificates, .anchors = {}, .options = {}};
  question.anchors.add(certificates.back());
  question.options.at = pki::Time{1781524800};
  question.options.purpose = pki::path::Purpose::TlsServer;
  const pki::path::Report report = pki::path::check_paths(question);
  if (report.best() == nullptr || report.best()->accepted != report.accepted) std::abort();
  return 0;
}
