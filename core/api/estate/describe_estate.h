#pragma once
// What an estate looks like, and what was decided of it, as JSON (docs/api.md: EstateView and the estate.* methods).

#include "estate/anchors.h"
#include "estate/conversation.h"
#include "estate/cure.h"
#include "estate/plan.h"
#include "json/json.h"

namespace pki::api {

/// Collects the certificates that an answer names by their fingerprints.
class CertificateIndex {
 public:
  /// The fingerprint; the certificate is in the index from then on.
  std::string name(const x509::Certificate& certificate);
  json::Json names(const std::vector<x509::CertificatePtr>& certificates);
  /// [{fingerprint, title, role, sentence, not_after, der}].
  json::Json take(Time now);

 private:
  std::map<std::string, const x509::Certificate*> known_;
};

/// The devices and services of the scene, with what they hold, send and reach.
json::Json describe_scene(const estate::Scene& scene, const estate::Estate& estate, CertificateIndex& index);

/// {estate, view, certificates}: the estate to be handed in with the next request, and what it looks like. Rules: those
/// of publish_all.
Result<json::Json> estate_answer(const cloudpki::tenant::Tenant& tenant, const estate::Estate& estate);

/// {accepted, fault, why, anchor}: a verdict in short, as a matrix has it.
json::Json describe(const estate::Verdict& verdict);

/// A verdict in full: what the relying party makes of it with its words, the report, the anchor, what was fetched.
json::Json describe(const estate::Judged& judged, CertificateIndex& index);

json::Json describe(const estate::Cures& cures, const cloudpki::tenant::Tenant& tenant, const estate::Estate& estate);
json::Json describe(const estate::Plan& plan, CertificateIndex& index);
json::Json describe(const estate::AnchorMap& map, const estate::Scene& scene, CertificateIndex& index);

}  // namespace pki::api
