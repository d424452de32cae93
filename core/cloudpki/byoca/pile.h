#pragma once
// What was dropped at the BYOCA desk, and which part each object plays: the request, the certificate that answers it,
// its chain, and the rest.

#include <optional>
#include <string>
#include <vector>

#include "path/options.h"
#include "path/report.h"
#include "x509/certificate.h"
#include "x509/request.h"

namespace pki::cloudpki::byoca {

/// How an object was wrapped in the file that held it.
enum class FileForm : std::uint8_t { Pem, Der, Pkcs7, Other };

/// A certificate of the pile. `file` is the name of its file, empty where it came as text.
struct DroppedCertificate {
  x509::CertificatePtr certificate;
  std::string file = {};
  FileForm form = FileForm::Other;
};

struct DroppedRequest {
  x509::RequestPtr request;
  std::string file = {};
};

/// Everything that was dropped, in any order and number.
struct Pile {
  std::vector<DroppedCertificate> certificates;
  std::vector<DroppedRequest> requests;
};

/// The parts. Indexes are into Pile::certificates, each octets by its first occurrence.
struct Parts {
  /// The request; null where there is none.
  x509::RequestPtr request = {};
  std::size_t request_count = 0;
  /// The certificate that answers it: it has the request's key; of several the one that begins last. Without a request:
  /// the CA certificate that issued none of the others and is not self-signed.
  std::optional<std::size_t> answer = {};
  /// All that have the request's key, each octets once.
  std::vector<std::size_t> answers = {};
  /// Where there is a request and no answer: one with its subject and another key.
  std::optional<std::size_t> impostor = {};
  /// The best path from the answer through the pile to a self-signed certificate; the answer first.
  std::optional<path::CandidatePath> path = {};
  /// The chain above the answer, nearest first; of a path that is not complete as far as it goes.
  std::vector<std::size_t> chain = {};
  std::vector<std::size_t> strays = {};
  /// Of octets that are there more than once the first, and how often.
  std::vector<std::pair<std::size_t, std::size_t>> duplicates = {};
};

/// Sorts the pile, at the time `at`.
Parts sort_pile(const Pile& pile, Time at);

/// The options with which the desk judges paths: any purpose, no revocation; limits in anchors are honoured, weak
/// algorithms refused.
path::CheckOptions desk_options(Time at);

}  // namespace pki::cloudpki::byoca
