#include "path/revocation/ocsp_source.h"

#include <algorithm>

#include "asn1/oids.h"
#include "base/encoding.h"
#include "path/describe.h"
#include "path/revocation/ocsp_answer.h"
#include "path/revocation/ocsp_responder.h"
#include "path/revocation/ocsp_rules.h"

namespace pki::path {
namespace {

using x509::OcspCertStatus;

// Reasons that are kept for one certificate.
constexpr std::size_t kMostConsidered = 50;

// RFC 6960 2.2: how a certificate is called that was never issued.
constexpr Time kNeverIssuedDate{0};

// An answer that can be used, with who gave it.
struct Usable {
  const OcspRecord* record = nullptr;
  OcspMatch match = {};
  x509::CertificatePtr delegate = {};

  const x509::OcspSingleResponse& single() const { return *match.single; }
  std::string responder() const { return responder_text(*record->response); }
};

int rank(OcspCertStatus status) {
  switch (status) {
    case OcspCertStatus::Good:
      return 0;
    case OcspCertStatus::Unknown:
      return 1;
    case OcspCertStatus::Revoked:
      return 2;
  }
  return 2;
}

// True if `a` counts before `b`.
bool counts_before(const x509::OcspSingleResponse& a, const x509::OcspSingleResponse& b) {
  if (a.this_update.time != b.this_update.time) return a.this_update.time > b.this_update.time;
  return rank(a.status) > rank(b.status);
}

// One certificate's inquiry.
struct Inquiry {
  const RevocationQuery& query;
  SignatureCache& signatures;
  RevocationAnswer answer = {};
  std::optional<Usable> best = {};

  void consider(Finding finding) {
    if (answer.considered.size() < kMostConsidered) answer.considered.push_back(std::move(finding));
  }

  void cannot_answer(Finding finding) {
    answer.status = RevocationStatus::Unknown;
    consider(std::move(finding));
  }

  void ask(const OcspRecord& record) {
    const OcspMatches found = find_matches(record, query.certificate, query.issuer_key);
    if (found.matches.empty()) {
      if (record.nameless) return cannot_answer(*record.fault);
      if (found.near_miss) consider(*found.near_miss);
      return;
    }
    if (record.fault) return cannot_answer(*record.fault);
    OcspResponder responder =
        find_responder(record, {query.certificate.issuer(), query.issuer_key, query.options, signatures});
    if (responder.fault) return cannot_answer(std::move(*responder.fault));
    for (const OcspMatch& match : found.matches) {
      if (auto fault = find_answer_fault(record, match, query.certificate, query.options.at)) {
        cannot_answer(std::move(*fault));
      } else {
        take({&record, match, responder.delegate});
      }
    }
  }

  void take(Usable usable) {
    if (!best) {
      best = std::move(usable);
      return;
    }
    if (counts_before(usable.single(), best->single())) std::swap(*best, usable);
    consider(finding_about(rules::kOcspOutdated, *usable.record, usable.single().whole,
                           {{"answer", std::to_string(usable.match.index)},
                            {"status", std::string(x509::ocsp_cert_status_name(usable.single().status))},
                            {"newer", to_iso8601(best->single().this_update.time)}}));
  }

  // Whether the responder says that it calls certificates revoked that were never issued, and means this one.
  bool never_issued() const {
    const x509::OcspSingleResponse& single = best->single();
    return x509::find_extension(best->record->response->extensions(), asn1::oids::kOcspExtendedRevoke) != nullptr &&
           single.reason == x509::CrlReason::CertificateHold && single.revocation_time &&
           single.revocation_time->time == kNeverIssuedDate;
  }

  Finding make_revoked() const {
    const x509::OcspSingleResponse& single = best->single();
    const bool on_hold = single.reason == x509::CrlReason::CertificateHold;
    const Rule& rule = never_issued() ? rules::kOcspNotIssued : on_hold ? rules::kOcspOnHold : rules::kOcspRevoked;
    return finding_at(
        rule, query.certificate, query.certificate.serial().octets, "tbsCertificate.serialNumber",
        {{"subject", title(query.certificate)},
         {"date", single.revocation_time ? to_iso8601(single.revocation_time->time) : "no time"},
         {"reason", std::string(single.reason ? x509::crl_reason_name(*single.reason) : "no reason given")},
         {"responder", best->responder()},
         {"response", std::to_string(best->record->index)},
         {"answer", std::to_string(best->match.index)}});
  }

  std::vector<Param> make_values() const {
    const x509::OcspSingleResponse& single = best->single();
    std::vector<Param> values = {{"ocsp_response", std::to_string(best->record->index)},
                                 {"answer", std::to_string(best->match.index)},
                                 {"status", std::string(x509::ocsp_cert_status_name(single.status))},
                                 {"responder", best->responder()},
                                 {"this_update", to_iso8601(single.this_update.time)}};
    if (single.next_update) values.push_back({"next_update", to_iso8601(single.next_update->time)});
    if (best->delegate) {
      // RFC 6960 4.2.2.2.1.
      const bool no_check = best->delegate->extensions().ocsp_no_check.present();
      values.push_back({"responder_revocation", no_check ? "need not be checked, says its CA" : "not checked"});
    }
    return values;
  }

  RevocationAnswer conclude() {
    if (!best) return std::move(answer);
    switch (best->single().status) {
      case OcspCertStatus::Good:
        answer.status = RevocationStatus::Good;
        answer.values = make_values();
        break;
      case OcspCertStatus::Revoked:
        answer.status = RevocationStatus::Revoked;
        answer.findings.push_back(make_revoked());
        answer.values = make_values();
        break;
      case OcspCertStatus::Unknown:
        cannot_answer(finding_about(rules::kOcspStatusUnknown, *best->record, best->single().whole,
                                    {{"responder", best->responder()}, {"subject", title(query.certificate)}}));
        break;
    }
    return std::move(answer);
  }
};

}  // namespace

OcspSource::OcspSource(const std::vector<x509::OcspResponsePtr>& responses, const CheckOptions& options,
                       SignatureCache& signatures)
    : signatures_(signatures) {
  records_.reserve(responses.size());
  for (const x509::OcspResponsePtr& response : responses) {
    records_.push_back(make_record(response, records_.size(), options));
  }
}

RevocationAnswer OcspSource::ask(const RevocationQuery& query) {
  Inquiry inquiry{.query = query, .signatures = signatures_};
  for (const OcspRecord& record : records_) inquiry.ask(record);
  return inquiry.conclude();
}

}  // namespace pki::path
