// Every purpose: what it takes of extended key usage and key usage, by its source.

#include <catch2/catch_test_macros.hpp>

#include "path/validator.h"
#include "path_support.h"

namespace pki::path::test {
namespace {

namespace oids = asn1::oids;

constexpr std::uint32_t kDigital = 1U << 0;
constexpr std::uint32_t kCommits = 1U << 1;
constexpr std::uint32_t kKeyEncipherment = 1U << 2;
constexpr std::uint32_t kDataEncipherment = 1U << 3;
constexpr std::uint32_t kKeyAgreement = 1U << 4;
constexpr asn1::Oid kIkeIntermediate = asn1::make_oid<1, 3, 6, 1, 5, 5, 8, 2, 2>();

CertificateSpec with(std::vector<asn1::Oid> purposes, std::uint32_t key_usage) {
  CertificateSpec spec = leaf(kLeaf, kRoot);
  spec.key_usage = key_usage;
  if (purposes.empty()) return spec;
  const std::vector<asn1::OwnedOid> list(purposes.begin(), purposes.end());
  spec.more = {make_extension(oids::kExtendedKeyUsage, false, x509::encode_extended_key_usage(list))};
  return spec;
}

std::set<std::string> faults(const CertificateSpec& spec, Purpose purpose) {
  static const TrustAnchorPtr anchor = TrustAnchor::from_certificate(make(root(kRoot)));
  CheckOptions options{.at = kNow};
  options.purpose = purpose;
  return failures(validate_given_path({make(spec)}, anchor, options));
}

using Ids = std::set<std::string>;
const Ids kNothing = {};
const Ids kDenied = {"path.extended_key_usage.purpose@0"};
const Ids kMissing = {"path.extended_key_usage.missing@0"};
const Ids kNotAlone = {"path.extended_key_usage.not_alone@0"};

}  // namespace

TEST_CASE("Each purpose takes its own key purpose, and refuses others") {
  struct Row {
    Purpose purpose;
    asn1::Oid own;
    std::uint32_t key_usage;
    bool absent_serves;
    bool any_serves;
  };
  const Row rows[] = {
      {Purpose::TlsServer, oids::kServerAuth, kDigital, true, true},
      {Purpose::TlsClient, oids::kClientAuth, kDigital, true, true},
      {Purpose::Email, oids::kEmailProtection, kDigital, true, true},
      {Purpose::CodeSigning, oids::kCodeSigning, kDigital, true, true},
      {Purpose::OcspSigning, oids::kOcspSigning, kDigital, false, false},
      {Purpose::IpsecIke, oids::kIpsecIke, kDigital, true, true},
      {Purpose::IpsecIke, kIkeIntermediate, kDigital, true, true},
      {Purpose::SmartCardLogon, oids::kSmartCardLogon, kDigital, false, false},
  };
  const asn1::Oid stranger = asn1::make_oid<1, 2, 3, 4>();
  for (const Row& row : rows) {
    CAPTURE(purpose_info(row.purpose).name);
    CHECK(faults(with({row.own}, row.key_usage), row.purpose) == kNothing);
    CHECK(faults(with({stranger, row.own}, row.key_usage), row.purpose) == kNothing);
    CHECK(faults(with({stranger}, row.key_usage), row.purpose) == kDenied);
    CHECK(faults(with({}, row.key_usage), row.purpose) == (row.absent_serves ? kNothing : kMissing));
    CHECK(faults(with({oids::kAnyExtendedKeyUsage}, row.key_usage), row.purpose) ==
          (row.any_serves ? kNothing : kDenied));
    CHECK(faults(with({stranger}, row.key_usage), Purpose::Any) == kNothing);
  }
}

TEST_CASE("RFC 4945 5.1.3.12: the old IPsec purposes do not serve IKE") {
  for (const asn1::Oid& old : {oids::kIpsecEndSystem, oids::kIpsecTunnel, oids::kIpsecUser}) {
    CHECK(faults(with({old}, kDigital), Purpose::IpsecIke) == kDenied);
  }
}

TEST_CASE("RFC 3161 2.3: time stamping is the only purpose, and critical") {
  CertificateSpec spec = with({oids::kTimeStamping}, kDigital);
  CHECK(faults(spec, Purpose::TimeStamping) == kNotAlone);
  spec.more[0].critical = true;
  CHECK(faults(spec, Purpose::TimeStamping) == kNothing);
  CertificateSpec both = with({oids::kTimeStamping, oids::kCodeSigning}, kDigital);
  both.more[0].critical = true;
  CHECK(faults(both, Purpose::TimeStamping) == kNotAlone);
  CHECK(faults(with({}, kDigital), Purpose::TimeStamping) == kMissing);
  CHECK(faults(with({oids::kAnyExtendedKeyUsage}, kDigital), Purpose::TimeStamping) == kDenied);
}

TEST_CASE("Each purpose takes the bits of key usage that its source names") {
  struct Row {
    Purpose purpose;
    asn1::Oid own;
    std::uint32_t serves;
  };
  const Row rows[] = {
      {Purpose::TlsServer, oids::kServerAuth, kDigital | kKeyEncipherment | kKeyAgreement},
      {Purpose::TlsClient, oids::kClientAuth, kDigital | kKeyAgreement},
      {Purpose::Email, oids::kEmailProtection, kDigital | kCommits | kKeyEncipherment | kKeyAgreement},
      {Purpose::CodeSigning, oids::kCodeSigning, kDigital},
      {Purpose::TimeStamping, oids::kTimeStamping, kDigital | kCommits},
      {Purpose::OcspSigning, oids::kOcspSigning, kDigital | kCommits},
      {Purpose::IpsecIke, oids::kIpsecIke, kDigital | kCommits},
      {Purpose::SmartCardLogon, oids::kSmartCardLogon, kDigital},
  };
  for (const Row& row : rows) {
    for (const std::uint32_t bit : {kDigital, kCommits, kKeyEncipherment, kDataEncipherment, kKeyAgreement}) {
      CAPTURE(purpose_info(row.purpose).name, bit);
      CertificateSpec spec = with({row.own}, bit);
      spec.more[0].critical = true;
      const bool serves = (row.serves & bit) != 0;
      CHECK(faults(spec, row.purpose) == (serves ? kNothing : Ids{"path.key_usage.purpose@0"}));
    }
    CertificateSpec without = with({row.own}, kDigital);
    without.more[0].critical = true;
    without.key_usage.reset();
    CHECK(faults(without, row.purpose) == kNothing);
  }
}

}  // namespace pki::path::test
