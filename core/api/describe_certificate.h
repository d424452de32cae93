#pragma once
// A certificate as JSON (docs/api.md: Certificate).

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "json/json.h"
#include "x509/certificate.h"

namespace pki::api {

/// A Certificate. Nothing is judged but what `now` says of the validity.
json::Json describe(const x509::Certificate& certificate, std::optional<Time> now);

/// What the certificate is called in a list.
std::string certificate_title(const x509::Certificate& certificate);

/// "root CA": self-signed; "issuing CA": with room for no CA below it; "intermediate CA": any other CA; "leaf".
std::string_view certificate_role(const x509::Certificate& certificate);

/// The certificate in one sentence: "Issuing CA «Lab Issuing» (RSA 3072), issued by «Lab Root», valid until
/// 2036-11-22."
std::string certificate_sentence(const x509::Certificate& certificate, std::optional<Time> now);

}  // namespace pki::api
