#pragma once
// What judges of one certificate share: the certificate, and where their findings go.

#include <string_view>
#include <utility>
#include <vector>

#include "path/describe.h"
#include "x509/certificate.h"

namespace pki::path {

/// The findings about one certificate.
class Notes {
 public:
  /// `certificate` must outlive it.
  explicit Notes(const x509::Certificate& certificate) : certificate_(certificate) {}
  Notes(const Notes&) = delete;
  Notes& operator=(const Notes&) = delete;

  const x509::Certificate& certificate() const { return certificate_; }
  const x509::KnownExtensions& extensions() const { return certificate_.extensions(); }
  /// True if basic constraints make the subject a CA.
  bool is_ca() const { return extensions().basic_constraints && extensions().basic_constraints->ca; }

  /// Notes a finding at `part`, a view into the certificate or empty. Of one rule so many are kept and no more: a
  /// certificate can have thousands of names with the same fault.
  void add(const Rule& rule, Bytes part, std::string_view field, std::vector<Param> params = {}) {
    add(finding_at(rule, certificate_, part, field, std::move(params)));
  }
  void add(Finding finding) {
    constexpr std::size_t kMostOfOneRule = 4;
    std::size_t known = 0;
    for (const Finding& other : findings_) known += other.rule == finding.rule ? 1 : 0;
    if (known < kMostOfOneRule) findings_.push_back(std::move(finding));
  }
  /// The usual case: an extension is critical and must not be, or the other way round.
  void expect_critical(const x509::Extension* extension, bool critical, const Rule& rule, std::string_view field) {
    if (extension != nullptr && extension->critical != critical) add(rule, extension->whole, field);
  }

  Findings take() { return std::move(findings_); }

 private:
  const x509::Certificate& certificate_;
  Findings findings_;
};

}  // namespace pki::path
