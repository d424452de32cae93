#pragma once
// One side of a conversation judges what the other shows. Every judgement is made by path/ under the relying party's
// rows (relying/), with the stores, routes and CRLs of that side; and remembered by everything that it depends on, so
// that five hundred devices with the same stores are one question.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "estate/judgement_keys.h"
#include "estate/scene.h"
#include "path/signature_cache.h"
#include "relying/check.h"

namespace pki::estate {

/// What one side made of the other's certificate, in short.
struct Verdict {
  /// What it depends on (JudgementKeys).
  std::string key = {};
  bool accepted = false;
  /// What it refuses for; null where it accepts, or where the reason belongs to no fault of relying/.
  const relying::Fault* fault = nullptr;
  /// The reason itself; nothing where it accepts, and where it was only remembered (Judge::remember).
  std::optional<Finding> reason = {};
  /// The same in words; empty where it accepts.
  std::string why = {};
  /// Whether revocation could not be told because the CRL is out of date; false where it was only remembered.
  bool crl_expired = false;
  /// Where the accepted path ends; null where none was accepted.
  x509::CertificatePtr anchor = {};
  /// Its fingerprint (fingerprint_of); empty where there is none.
  std::string anchor_id = {};
  /// The CA certificates of the accepted path between the two, and those of them that were fetched.
  std::vector<x509::CertificatePtr> intermediates = {};
  std::vector<x509::CertificatePtr> fetched = {};
};

/// Shared by all conversations that it decides; never null where a side judges.
using VerdictPtr = std::shared_ptr<const Verdict>;

/// The same in full, for a report.
struct Judged {
  Verdict verdict;
  relying::Opinion opinion;
  /// What was asked, with what was fetched.
  path::PathQuestion question;
};

/// How the service judges the certificates of devices: what its product asks, with the settings of its own. The service
/// must judge somebody.
path::CheckOptions client_options(const ServiceView& service, Time at);

/// Judges for the devices and services of one scene, which must outlive it.
class Judge {
 public:
  explicit Judge(const Scene& scene);
  Judge(const Judge&) = delete;
  Judge& operator=(const Judge&) = delete;

  /// The device judges the service's server certificate. The service must send one.
  VerdictPtr of_server(const DeviceView& device, const ServiceView& service);
  /// The service judges a certificate of a device. The service must judge somebody.
  VerdictPtr of_client(const ServiceView& service, const Identity& identity);

  /// Takes a verdict that was made for its key before, also in another scene: it is not made again.
  void remember(Verdict verdict);

  /// The same in full, made anew.
  Judged server_in_full(const DeviceView& device, const ServiceView& service);
  Judged client_in_full(const ServiceView& service, const Identity& identity);

  /// How many judgements were made, those that were remembered not counted.
  std::size_t made() const { return made_; }

 private:
  /// A question whose options are final, and what may be followed for it.
  struct Asked {
    path::PathQuestion question;
    const relying::RelyingParty* party = nullptr;
    repository::Follow follow = repository::Follow::Off;
  };

  Asked ask_server(const DeviceView& device, const ServiceView& service) const;
  Asked ask_client(const ServiceView& service, const Identity& identity) const;
  Judged judge(Asked asked, const std::string& side);
  const repository::Gathered& fetch(const Asked& asked, const std::string& side);

  const Scene& scene_;
  path::SignatureCache signatures_;
  JudgementKeys keys_;
  std::unordered_map<std::string, VerdictPtr> known_;
  /// What was fetched stays, since signatures are known by the objects' addresses. A node for each side and issuer.
  std::map<std::string, repository::Gathered> fetched_;
  std::size_t made_ = 0;
};

}  // namespace pki::estate
