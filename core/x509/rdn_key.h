#pragma once
// Keys of single RDNs, for tables in which names are found by their beginning.

#include <string>

#include "x509/name.h"

namespace pki::x509 {

/// A string of octets that is equal for two RDNs exactly when rdns_match holds.
std::string comparison_key(const Rdn& rdn);

}  // namespace pki::x509
