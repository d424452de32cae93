// Law: the rules for issuers and those of the Web PKI name a few places of whatever certificate can be read, each
// within it, under rules of the catalogue.

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "base/assert.h"
#include "path/issuer_rules/judge.h"
#include "path/web_pki/judge.h"

namespace {

constexpr std::size_t kMostOfOneRule = 4;

void check(const pki::Findings& findings, pki::RuleList rules, std::size_t size) {
  PKI_ASSERT(findings.size() <= kMostOfOneRule * rules.size());
  for (const pki::Finding& finding : findings) {
    PKI_ASSERT(std::find(rules.begin(), rules.end(), finding.rule) != rules.end());
    PKI_ASSERT(!finding.where.range || finding.where.range->end() <= size);
    PKI_ASSERT(!pki::render_summary(finding).empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto certificate = pki::x509::Certificate::parse(pki::ByteVector(data, data + size));
  if (!certificate) return 0;
  check(pki::path::issuer_rules::find_faults(**certificate), pki::path::issuer_rules::all_rules(), size);
  check(pki::path::web_pki::find_faults(**certificate), pki::path::web_pki::all_rules(), size);
  return 0;
}
