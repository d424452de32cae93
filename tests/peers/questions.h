#pragma once
// What the hierarchies are asked besides a purpose and a host: nothing, policies, or CRLs; with one fault or none.

#include <string>
#include <vector>

#include "path/options.h"
#include "support/crl_builder.h"
#include "support/random_hierarchy.h"

namespace pki::peers {

/// The question that goes with a hierarchy.
struct Question {
  /// The policies, and the mode of revocation.
  path::CheckOptions options = {};
  std::vector<x509::CrlPtr> crls = {};
  /// The fault that was planted, with its place ("a certificate without policies, CA"); "none".
  std::string fault = "none";
  /// For those who drive other implementations, words in any order: "policy=1.2.3", "explicit-policy",
  /// "inhibit-mapping", "inhibit-any", "crl-check=target", "crl-check=chain"; "-" where nothing is asked.
  std::string words = "-";
};

/// Whether a fault is planted.
enum class Planting : std::uint8_t { None, One };

/// ", target" or ", CA".
std::string place_text(std::size_t place);

/// Gives every certificate of the trunk policies, and asks for one. To be called before hierarchy.finish().
Question ask_for_policies(test::RandomHierarchy& hierarchy, Planting planting);

/// Asks for CRLs of everyone who issued a certificate of the trunk. Calls hierarchy.finish().
Question ask_for_crls(test::RandomHierarchy& hierarchy, Planting planting);

}  // namespace pki::peers
