#pragma once
// The parameters with which certificates and requests are made (docs/api.md: IssueOptions; the rows are in
// api/issue_rows.h), and who signs.

#include <optional>

#include "api/method.h"
#include "ca/issue_input.h"

namespace pki::api {

/// The profile of the parameter `profile`, else `fallback` (may be empty: then the parameter is required). Rule:
/// api.param.value.
Result<const ca::Profile*> read_profile(json::ObjectReader& params, std::string_view fallback = {});

/// What kExtensionRows say. Rules: api.param.*.
Result<ca::ExtensionOptions> read_extension_options(json::ObjectReader& params);

/// Everything but the key: `profile`, `subject` and `san` where they are given, `now`, and what kExtensionRows and
/// kSigningRows say but the algorithm. Rules: api.param.*, x509.name.*, x509.general_name.*.
Result<ca::IssueInput> read_issue_input(json::ObjectReader& params, std::string_view profile_fallback = {});

/// The algorithm that `hash` and `pss` ask for with this key; nothing where neither does. Rule: api.param.value.
Result<std::optional<crypto::SignatureAlgorithm>> read_algorithm(json::ObjectReader& params,
                                                                 const crypto::PrivateKey& key);

/// A key that was handed in, or made.
struct KeyForIssue {
  crypto::PrivateKey key;
  /// True where it was made here: the result must hand it out.
  bool is_new = false;
};
/// The key of `key`, else a new one of `key_spec`, else of the profile's first. Rules: api.param.conflict, crypto.*.
Result<KeyForIssue> read_or_make_key(json::ObjectReader& params, const ca::Profile& profile);

/// The CA of the parameter `issuer`: its certificate, and its key.
struct Issuer {
  x509::CertificatePtr certificate;
  crypto::PrivateKey key;
};
/// Rules: those of read_certificate and read_key.
Result<Issuer> read_issuer(json::ObjectReader& params);

}  // namespace pki::api
