#include "path/revocation/scope.h"

#include <algorithm>
#include <iterator>

#include "asn1/writer.h"
#include "path/revocation/rules.h"

namespace pki::path {
namespace {

constexpr std::string_view kReasonNames[] = {
    "unused",          "keyCompromise",      "cACompromise", "affiliationChanged", "superseded", "cessationOfOperation",
    "certificateHold", "privilegeWithdrawn", "aACompromise",
};

std::string key_of_directory_name(std::string_view comparison_key) { return "dn:" + std::string(comparison_key); }

// Names of other kinds are the same where their octets are.
std::string key_of(const x509::GeneralName& name) {
  if (name.kind != x509::GeneralNameKind::DirectoryName) return "der:" + std::string(as_text(name.whole));
  return key_of_directory_name(x509::comparison_key(name.directory_name));
}

// The name that nameRelativeToCRLIssuer stands for: the issuer's, and one more RDN.
std::optional<std::string> key_of_relative(const x509::Rdn& rdn, const x509::Name& issuer) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& name) {
    for (const x509::Rdn& part : issuer.rdns()) name.raw(part.whole);
    name.set_of([&](asn1::Writer& set) {
      for (const x509::Attribute& attribute : rdn.attributes) set.raw(attribute.whole);
    });
  });
  asn1::Context context(writer.view());
  const Result<x509::Name> name = x509::read_name(writer.view(), context);
  if (!name) return std::nullopt;
  return key_of_directory_name(x509::comparison_key(*name));
}

std::vector<std::string> keys_of(const x509::GeneralNames& full_name, const std::optional<x509::Rdn>& relative,
                                 const x509::Name& issuer) {
  std::vector<std::string> keys;
  for (const x509::GeneralName& name : full_name) keys.push_back(key_of(name));
  if (relative) {
    if (auto key = key_of_relative(*relative, issuer)) keys.push_back(std::move(*key));
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

// RFC 5280 4.2.1.13: a relative name is relative to cRLIssuer where that is there.
const x509::Name& crl_issuer_of(const x509::DistributionPoint& point, const x509::Certificate& certificate) {
  for (const x509::GeneralName& name : point.crl_issuer) {
    if (name.kind == x509::GeneralNameKind::DirectoryName) return name.directory_name;
  }
  return certificate.issuer();
}

ComparablePoint comparable(const x509::DistributionPoint& point, const x509::Certificate& certificate) {
  ComparablePoint result{.names = keys_of(point.full_name, point.relative_name, crl_issuer_of(point, certificate)),
                         .reasons = reasons_of(point.reasons)};
  for (const x509::GeneralName& name : point.crl_issuer) {
    result.crl_issuer_names.push_back(key_of(name));
    if (name.kind == x509::GeneralNameKind::DirectoryName) {
      result.crl_issuers.push_back(x509::comparison_key(name.directory_name));
    }
  }
  std::sort(result.crl_issuer_names.begin(), result.crl_issuer_names.end());
  if (!result.indirect()) result.crl_issuers = {certificate.issuer_key()};
  return result;
}

// Both are sorted.
bool intersect(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  auto left = a.begin();
  auto right = b.begin();
  while (left != a.end() && right != b.end()) {
    const int order = left->compare(*right);
    if (order == 0) return true;
    if (order < 0) {
      ++left;
    } else {
      ++right;
    }
  }
  return false;
}

}  // namespace

ReasonSet reasons_of(const std::optional<asn1::BitString>& bits) {
  if (!bits) return kAllReasons;
  ReasonSet reasons = 0;
  for (std::size_t i = 1; i < std::size(kReasonNames); ++i) {
    if (bits->bit(i)) reasons |= 1U << i;
  }
  return reasons;
}

std::string reasons_text(ReasonSet reasons) {
  std::string text;
  for (std::size_t i = 1; i < std::size(kReasonNames); ++i) {
    if ((reasons >> i & 1U) == 0) continue;
    if (!text.empty()) text += ", ";
    text += kReasonNames[i];
  }
  return text.empty() ? "none" : text;
}

std::vector<ComparablePoint> distribution_points_of(const x509::Certificate& certificate, std::size_t limit) {
  std::vector<ComparablePoint> points;
  if (const auto& extension = certificate.extensions().crl_distribution_points) {
    for (const x509::DistributionPoint& point : extension->points) {
      if (points.size() == limit) break;
      points.push_back(comparable(point, certificate));
    }
  }
  points.push_back(
      {.names = {key_of_directory_name(certificate.issuer_key())}, .crl_issuers = {certificate.issuer_key()}});
  return points;
}

std::vector<std::string> point_names_of(const x509::Crl& crl) {
  const auto& point = crl.extensions().issuing_distribution_point;
  if (!point || !point->name) return {};
  return keys_of(point->name->full_name, point->name->relative_name, crl.issuer());
}

std::optional<ScopeFault> find_scope_fault(const x509::Crl& crl, const std::vector<std::string>& crl_names,
                                           const ComparablePoint& point, const x509::Certificate& certificate) {
  const auto& issuing = crl.extensions().issuing_distribution_point;
  // 6.3.3 (b)(1)
  if (point.indirect() && (!issuing || !issuing->indirect_crl)) return ScopeFault{&rules::kCrlNotIndirect};
  if (!issuing) return std::nullopt;
  // (b)(2)(i)
  if (issuing->name) {
    const std::vector<std::string>& wanted = point.names.empty() ? point.crl_issuer_names : point.names;
    if (!intersect(crl_names, wanted)) return ScopeFault{&rules::kCrlOtherPoint};
  }
  // (ii) to (iv)
  const auto& constraints = certificate.extensions().basic_constraints;
  const bool is_ca = constraints && constraints->ca;
  if (issuing->only_contains_user_certs && is_ca) {
    return ScopeFault{&rules::kCrlOtherContents, "onlyContainsUserCerts"};
  }
  if (issuing->only_contains_ca_certs && !is_ca) return ScopeFault{&rules::kCrlOtherContents, "onlyContainsCACerts"};
  if (issuing->only_contains_attribute_certs) {
    return ScopeFault{&rules::kCrlOtherContents, "onlyContainsAttributeCerts"};
  }
  return std::nullopt;
}

}  // namespace pki::path
