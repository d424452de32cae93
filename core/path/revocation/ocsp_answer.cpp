#include "path/revocation/ocsp_answer.h"

#include <map>
#include <utility>

#include "asn1/oid_registry.h"
#include "path/revocation/ocsp_rules.h"
#include "x509/extensions/crl_entry.h"

namespace pki::path {
namespace {

// The hashes of one issuer, each made once.
class IssuerHashes {
 public:
  IssuerHashes(Bytes name, Bytes key) : name_(name), key_(key) {}

  const std::pair<ByteVector, ByteVector>& of(crypto::HashAlgorithm algorithm) {
    auto& hashes = known_[algorithm];
    if (hashes.first.empty()) hashes = {crypto::digest(algorithm, name_), crypto::digest(algorithm, key_)};
    return hashes;
  }

 private:
  Bytes name_;
  Bytes key_;
  std::map<crypto::HashAlgorithm, std::pair<ByteVector, ByteVector>> known_;
};

std::vector<Param> describe(const OcspMatch& match) {
  return {{"answer", std::to_string(match.index)},
          {"status", std::string(x509::ocsp_cert_status_name(match.single->status))}};
}

// The times of RFC 6960 4.2.2.1.
std::optional<Finding> find_time_fault(const OcspRecord& record, const OcspMatch& match, Time at) {
  const x509::OcspSingleResponse& single = *match.single;
  const Time from = single.this_update.time;
  std::vector<Param> params = describe(match);
  params.push_back({"this_update", to_iso8601(from)});
  params.push_back({"at", to_iso8601(at)});
  if (from > at) {
    return finding_about(rules::kOcspNotYetValid, record, single.this_update.element.whole, std::move(params));
  }
  if (!single.next_update) {
    if (at.seconds - from.seconds <= kOcspAgeLimit) return std::nullopt;
    params.push_back({"limit", std::to_string(kOcspAgeLimit / kSecondsPerDay)});
    return finding_about(rules::kOcspOld, record, single.this_update.element.whole, std::move(params));
  }
  const Bytes place = single.next_update->element.whole;
  params.push_back({"next_update", to_iso8601(single.next_update->time)});
  if (single.next_update->time < from) return finding_about(rules::kOcspTimesOrder, record, place, std::move(params));
  if (single.next_update->time < at) return finding_about(rules::kOcspExpired, record, place, std::move(params));
  return std::nullopt;
}

// What "good" is worth depends on when it was said: before the certificate was there the responder cannot have known
// it, and after it expired the responder may have forgotten it, unless it says how long it remembers.
std::optional<Finding> find_production_fault(const OcspRecord& record, const OcspMatch& match,
                                             const x509::Certificate& certificate) {
  const auto& produced_at = record.response->produced_at();
  if (match.single->status != x509::OcspCertStatus::Good || !produced_at) return std::nullopt;
  std::vector<Param> params = describe(match);
  params.push_back({"produced_at", to_iso8601(produced_at->time)});
  const auto& not_before = certificate.not_before();
  if (not_before && produced_at->time < not_before->time) {
    params.push_back({"not_before", to_iso8601(not_before->time)});
    return finding_about(rules::kOcspProducedBefore, record, produced_at->element.whole, std::move(params));
  }
  const auto& not_after = certificate.not_after();
  if (!not_after || produced_at->time <= not_after->time) return std::nullopt;
  // RFC 6960 4.4.4: it remembers certificates that expired after the cutoff.
  const auto& cutoff = match.single->archive_cutoff;
  if (cutoff && *cutoff <= not_after->time) return std::nullopt;
  params.push_back({"not_after", to_iso8601(not_after->time)});
  return finding_about(rules::kOcspProducedAfter, record, produced_at->element.whole, std::move(params));
}

}  // namespace

OcspMatches find_matches(const OcspRecord& record, const x509::Certificate& certificate,
                         const crypto::PublicKey& issuer_key) {
  OcspMatches found;
  IssuerHashes hashes(certificate.issuer().der(), issuer_key.key_bits);
  const Bytes serial = x509::significant_octets(certificate.serial().octets);
  const auto& singles = record.response->singles();
  for (std::size_t i = 0; i < singles.size(); ++i) {
    const x509::OcspCertId& id = singles[i].id;
    if (!equal(x509::significant_octets(id.serial.octets), serial)) continue;
    std::vector<Param> params = {{"answer", std::to_string(i)}};
    if (!id.hash_algorithm) {
      params.push_back({"hash", asn1::oid_name_and_dotted(id.hash.oid)});
      found.near_miss = finding_about(rules::kOcspHashUnknown, record, id.whole, std::move(params));
      continue;
    }
    const auto& [name, key] = hashes.of(*id.hash_algorithm);
    const bool same_name = equal(id.issuer_name_hash, name);
    if (same_name && equal(id.issuer_key_hash, key)) {
      found.matches.push_back({&singles[i], i});
    } else {
      params.push_back({"part", same_name ? "key" : "name"});
      found.near_miss = finding_about(rules::kOcspOtherIssuer, record, id.whole, std::move(params));
    }
  }
  return found;
}

std::optional<Finding> find_answer_fault(const OcspRecord& record, const OcspMatch& match,
                                         const x509::Certificate& certificate, Time at) {
  const x509::OcspSingleResponse& single = *match.single;
  if (const x509::Extension* extension = find_unknown_critical(single.extensions)) {
    std::vector<Param> params = describe(match);
    params.push_back({"extension", asn1::oid_name_and_dotted(extension->id)});
    return finding_about(rules::kOcspCriticalUnknown, record, extension->whole, std::move(params));
  }
  if (std::optional<Finding> fault = find_time_fault(record, match, at)) return fault;
  return find_production_fault(record, match, certificate);
}

}  // namespace pki::path
