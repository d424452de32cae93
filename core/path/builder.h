#pragma once
// Path building (RFC 4158): from the target up to the anchors, through a pool of certificates in any order.
//
// The search keeps an explicit queue of partial paths, the one with the least estimated cost first; among equals the
// deepest, so that it behaves like a depth-first search that always knows a good direction. The estimate (see
// distance.h) is what the partial path cost so far, and the least cost from its end to an anchor. Costs count faults
// before certificates: paths on which nothing is known to be wrong are tried before those with one fault, and so on;
// so a path that breaks never hides a good one, and what is left of the budget goes to the near misses.
//
// A candidate for an issuer is whatever bears the issuer's name. It is refused, with the reason in the report, where
//
//   * its key does not fit the signature (checked once for each certificate and key); where no candidate's key fits,
//     the best of them are taken all the same, as paths with that fault, unless their key identifier says that they
//     are not meant;
//   * its name and key are in the path already (RFC 5280 6.1 forbids the same certificate twice; the same CA twice
//     makes no path good that was not good without);
//   * the path would be too long.
//
// Every complete path goes to the validator, which alone judges. Paths that end at no anchor are judged and reported as
// well, with what is missing. The search ends when all paths are found or a limit is hit.

#include <vector>

#include "path/options.h"
#include "path/report.h"
#include "path/signature_cache.h"
#include "path/trust_store.h"
#include "x509/crl.h"
#include "x509/ocsp_response.h"

namespace pki::path {

/// What is asked.
struct PathQuestion {
  /// The certificate that is to be checked; not null.
  x509::CertificatePtr target;
  /// Certificates that may help, in any order: intermediates, roots, strangers, duplicates, the target itself. None is
  /// null.
  std::vector<x509::CertificatePtr> pool = {};
  TrustStore anchors = {};
  /// CRLs, in any order; none is null. Looked at where options.revocation asks for it.
  std::vector<x509::CrlPtr> crls = {};
  /// OCSP responses, in any order; none is null. Looked at where options.revocation asks for it.
  std::vector<x509::OcspResponsePtr> ocsp_responses = {};
  CheckOptions options = {};
};

/// Finds and judges the paths from the target to the anchors.
Report check_paths(const PathQuestion& question);

/// The same for one of several questions about the same certificates, CRLs and responses: what `signatures` knows is
/// not checked again, and its bounds are those of all the questions together.
Report check_paths(const PathQuestion& question, SignatureCache& signatures);

}  // namespace pki::path
