#pragma once
// In words: how one question about a chain differs from another.

#include <string>
#include <vector>

#include "api/chain_question.h"

namespace pki::api {

/// A question, and the parameters from which it was read.
struct AskedQuestion {
  ChainQuestion asked;
  json::Json params;
};

/// A sentence without the full stop for each difference: the clock, the target, each certificate, CRL and OCSP response
/// that came or went, the purpose, the names, each option. Empty where the questions are the same.
std::vector<std::string> question_changes(const AskedQuestion& before, const AskedQuestion& after);

}  // namespace pki::api
