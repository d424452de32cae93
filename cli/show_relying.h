#pragma once
// What relying parties make of a chain, and what the words of other products mean, as text for a terminal.

#include <string>

#include "core_call.h"

namespace pki::cli {

/// The answer of chain.relying_parties: a line for each, with the fault and the words in which it would say so.
std::string opinions_text(const Json& answer);

/// One relying party: title, description, and a line for each setting.
std::string relying_party_text(const Json& party);

/// The hits of foreign_words, fault by fault: what it means, what to do, and which words led to it.
std::string foreign_words_text(const Json& hits);

}  // namespace pki::cli
