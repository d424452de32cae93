#pragma once
// A CRL as JSON (docs/api.md: Crl).

#include <optional>
#include <string>

#include "base/time.h"
#include "json/json.h"
#include "x509/crl.h"

namespace pki::api {

/// How many entries of a CRL are described; those beyond are only counted.
inline constexpr std::size_t kMostCrlEntries = 100;

/// A Crl. Nothing is judged but what `now` says of its time.
json::Json describe(const x509::Crl& crl, std::optional<Time> now);

/// What the CRL is called in a list: "Lab Issuing CRL 42".
std::string crl_title(const x509::Crl& crl);

}  // namespace pki::api
