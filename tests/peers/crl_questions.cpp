#include "questions.h"

namespace pki::peers {
namespace {

using namespace pki::test;
using path::RevocationScope;
using x509::CrlContents;

// The CRL of the issuer of one certificate of the trunk.
struct Plan {
  CrlSpec crl;
  bool missing = false;
  /// The certificate that it is about.
  ByteVector serial;
};

struct Fault {
  const char* name;
  test::Where where;
  void (*plant)(Plan&);

  bool fits(std::size_t place) const {
    return where == test::Where::Anywhere || (where == test::Where::Target) == (place == 0);
  }
};

void say_contents(Plan& plan, CrlContents contents) {
  plan.crl.point = x509::IssuingDistributionPointInput{.contents = contents};
}

constexpr Fault kFaults[] = {
    {"revoked", test::Where::Anywhere,
     [](Plan& plan) { plan.crl.entries.push_back({.serial = plan.serial, .reason = x509::CrlReason::KeyCompromise}); }},
    {"on hold", test::Where::Anywhere,
     [](Plan& plan) {
       plan.crl.entries.push_back({.serial = plan.serial, .reason = x509::CrlReason::CertificateHold});
     }},
    {"no CRL", test::Where::Anywhere, [](Plan& plan) { plan.missing = true; }},
    {"a CRL that is past its nextUpdate", test::Where::Anywhere,
     [](Plan& plan) {
       plan.crl.this_update = kLongAgo;
       plan.crl.next_update = kLastWeek;
     }},
    {"a CRL of the future", test::Where::Anywhere,
     [](Plan& plan) { plan.crl.this_update = *from_iso8601("2034-01-01"); }},
    {"a CRL that was tampered with", test::Where::Anywhere,
     [](Plan& plan) { plan.crl.signature = Signature::Tampered; }},
    {"a CRL of another key", test::Where::Anywhere, [](Plan& plan) { plan.crl.issuer.key = 240; }},
    {"a CRL with an unknown critical extension", test::Where::Anywhere,
     [](Plan& plan) {
       plan.crl.more.push_back(make_extension(private_extension(), true, {0x05, 0x00}));
     }},
    {"a CRL for CAs", test::Where::Target, [](Plan& plan) { say_contents(plan, CrlContents::CaCerts); }},
    {"a CRL for users", test::Where::Cas, [](Plan& plan) { say_contents(plan, CrlContents::UserCerts); }},
    {"a CRL for attribute certificates", test::Where::Anywhere,
     [](Plan& plan) { say_contents(plan, CrlContents::AttributeCerts); }},
};

const Fault& draw(RandomHierarchy& hierarchy, std::size_t place) {
  std::vector<const Fault*> fitting;
  for (const Fault& fault : kFaults) {
    if (fault.fits(place)) fitting.push_back(&fault);
  }
  return *fitting[hierarchy.choose(fitting.size())];
}

// Lists others, is current, and stays so for those who cannot be told a time.
CrlSpec make_plain(const Party& issuer) {
  return {.issuer = issuer,
          .entries = {{.serial = {0x51}, .reason = x509::CrlReason::Superseded}, {.serial = {0x52}}},
          .next_update = kFarAhead};
}

}  // namespace

Question ask_for_crls(RandomHierarchy& hierarchy, Planting planting) {
  const bool chain = hierarchy.choose(2) == 0;
  const std::size_t place = chain ? hierarchy.choose(hierarchy.cas() + 1) : 0;
  hierarchy.finish();
  Question question;
  question.options.revocation = {.mode = path::RevocationMode::HardFail,
                                 .scope = chain ? RevocationScope::Chain : RevocationScope::Target};
  question.words = chain ? "crl-check=chain" : "crl-check=target";
  for (std::size_t i = 0; i <= hierarchy.cas(); ++i) {
    Plan plan{.crl = make_plain(hierarchy.trunk(i).issuer), .serial = serial_of(hierarchy.trunk_certificates()[i])};
    if (planting == Planting::One && i == place) {
      const Fault& fault = draw(hierarchy, place);
      fault.plant(plan);
      question.fault = fault.name + place_text(place);
    }
    if (!plan.missing) question.crls.push_back(make_crl(plan.crl));
  }
  return question;
}

}  // namespace pki::peers
