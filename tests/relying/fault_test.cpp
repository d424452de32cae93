#include "relying/fault.h"

#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string_view>

#include "path/rules.h"
#include "relying/word.h"

using namespace pki;
using namespace pki::relying;

TEST_CASE("every rule of path/ belongs to one fault or is listed as belonging to none") {
  for (const Rule* rule : path::path_rules()) {
    INFO(rule->id);
    CHECK((fault_of(*rule) != nullptr) != is_no_fault(*rule));
  }
}

TEST_CASE("every fault has an id of its own, rules, and something to say") {
  std::set<std::string_view> ids;
  for (const Fault& fault : all_faults()) {
    INFO(fault.id);
    CHECK(ids.insert(fault.id).second);
    CHECK(find_fault(fault.id) == &fault);
    CHECK(&fault_info(fault.fault) == &fault);
    CHECK(!rules_of(fault.fault).empty());
    for (const std::string_view text : {fault.title, fault.meaning, fault.cure, fault.lab, fault.see}) {
      CHECK(!text.empty());
      CHECK(!text.ends_with('.'));
    }
  }
  CHECK(find_fault("no such fault") == nullptr);
}

TEST_CASE("rules lead to the fault that they are about") {
  struct Row {
    const Rule& rule;
    FaultId fault;
  };
  const Row rows[] = {
      {path::rules::kNoIssuer, FaultId::NoIssuer},
      {path::rules::kAnchorNotTrusted, FaultId::UntrustedRoot},
      {path::rules::kAnchorNotRoot, FaultId::PartialChain},
      {path::rules::kTooLong, FaultId::TooLong},
      {path::rules::kPathLength, FaultId::PathLength},
      {path::rules::kExpired, FaultId::Expired},
      {path::rules::kAnchorExpired, FaultId::Expired},
      {path::rules::kValidityTooLong, FaultId::ValidityTooLong},
      {path::rules::kAnchorNotCa, FaultId::NotACa},
      {path::rules::kKeyUsagePurpose, FaultId::WrongEku},
      {path::rules::kNoCertSign, FaultId::NoKeyCertSign},
      {path::rules::kKeyIdentifierMismatch, FaultId::KeyIdMismatch},
  };
  for (const Row& row : rows) {
    INFO(row.rule.id);
    REQUIRE(fault_of(row.rule) != nullptr);
    CHECK(fault_of(row.rule)->fault == row.fault);
  }
  CHECK(fault_of(path::rules::kLoop) == nullptr);
}
