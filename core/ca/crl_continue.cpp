#include "ca/crl_continue.h"

#include <algorithm>
#include <limits>
#include <map>

#include "base/encoding.h"
#include "ca/rules.h"
#include "x509/builder.h"

namespace pki::ca {
namespace {

using x509::CrlReason;

Finding about_last(const Rule& rule, std::string reason) {
  return {.rule = &rule, .where = {}, .params = {{"reason", std::move(reason)}}};
}
Finding about_serial(const Rule& rule, Bytes serial) {
  return {.rule = &rule, .where = {}, .params = {{"serial", to_hex(serial, ":")}}};
}

Status check_owner(const x509::Crl& last, const x509::Certificate& issuer) {
  if (last.issuer_key() != issuer.subject_key()) {
    return about_last(rules::kCrlLastForeign, "it was issued by " + x509::to_rfc4514(last.issuer()));
  }
  if (const Status signature = x509::verify_signed_by(last, issuer.public_key()); !signature.ok()) {
    return about_last(rules::kCrlLastForeign, render_summary(signature.error()));
  }
  return {};
}

Status check_kind(const x509::Crl& last) {
  if (last.extensions().delta_crl_indicator.present()) return about_last(rules::kCrlLastPartial, "it is a delta CRL");
  if (last.extensions().issuing_distribution_point.present()) {
    return about_last(rules::kCrlLastPartial, "it has an issuing distribution point");
  }
  return {};
}

Result<std::uint64_t> next_number(const x509::Crl& last) {
  const auto& number = last.extensions().crl_number;
  if (!number.present()) return 1;
  if (!number || number->value.negative()) return about_last(rules::kCrlLastUnreadable, "its number cannot be read");
  const Bytes digits = number->value.magnitude();
  std::uint64_t value = 0;
  for (const std::uint8_t octet : digits) value = value << 8 | octet;
  if (digits.size() > sizeof(value) || value == std::numeric_limits<std::uint64_t>::max()) {
    return about_last(rules::kCrlLastUnreadable, "its number has more than 64 bits");
  }
  return value + 1;
}

/// The list that is written, with a way to find a certificate in it.
class List {
 public:
  Status read(const x509::Crl& last) {
    if (last.has_unreadable_entries()) return unreadable("an entry is not DER");
    x509::CrlEntryReader reader(last.entries());
    while (const auto entry = reader.next()) {
      if (!entry->revocation_date) return unreadable("the time of an entry cannot be read");
      const auto& extensions = entry->extensions;
      const bool lost = std::any_of(extensions.all.begin(), extensions.all.end(),
                                    [](const x509::Extension& extension) { return extension.critical; });
      if (lost) return unreadable("an entry has a critical extension, which would be lost");
      RevokedCertificate revoked{.serial = to_vector(entry->serial.octets), .date = entry->revocation_date->time};
      if (extensions.reason_code) revoked.reason = *extensions.reason_code;
      if (extensions.invalidity_date) revoked.invalid_since = extensions.invalidity_date->time;
      put(std::move(revoked));
    }
    return {};
  }

  /// True if it stood there already.
  bool put(RevokedCertificate revoked) {
    const auto [at, added] = index_.try_emplace(to_vector(x509::significant_octets(revoked.serial)), entries_.size());
    if (added) {
      entries_.push_back(std::move(revoked));
      return false;
    }
    entries_[at->second] = std::move(revoked);
    return true;
  }

  Status release(Bytes serial) {
    const auto found = index_.find(to_vector(x509::significant_octets(serial)));
    if (found == index_.end() || !entries_[found->second]) return about_serial(rules::kCrlNotListed, serial);
    if (entries_[found->second]->reason != CrlReason::CertificateHold) {
      return about_serial(rules::kCrlNotOnHold, serial);
    }
    entries_[found->second].reset();
    index_.erase(found);
    return {};
  }

  std::vector<RevokedCertificate> take() {
    std::vector<RevokedCertificate> out;
    for (auto& entry : entries_) {
      if (entry) out.push_back(std::move(*entry));
    }
    return out;
  }

 private:
  static Finding unreadable(std::string reason) { return about_last(rules::kCrlLastUnreadable, std::move(reason)); }

  std::vector<std::optional<RevokedCertificate>> entries_;
  std::map<ByteVector, std::size_t> index_;
};

}  // namespace

Result<NextCrl> continue_crl(const x509::Crl* last, const CrlChanges& changes, const x509::Certificate& issuer) {
  NextCrl next;
  List list;
  if (last != nullptr) {
    PKI_CHECK(check_owner(*last, issuer));
    PKI_CHECK(check_kind(*last));
    PKI_TRY(next.number, next_number(*last));
    PKI_CHECK(list.read(*last));
  }
  for (const ByteVector& serial : changes.released) PKI_CHECK(list.release(serial));
  for (const RevokedCertificate& revoked : changes.revoked) {
    if (list.put(revoked)) next.findings.push_back(about_serial(rules::kCrlRevokedAgain, revoked.serial));
  }
  next.revoked = list.take();
  return next;
}

}  // namespace pki::ca
