#include "api/issue_params.h"

#include <limits>

#include "api/keys.h"
#include "api/params.h"
#include "api/sources.h"
#include "api/texts.h"
#include "base/encoding.h"

namespace pki::api {
namespace {

using json::ObjectReader;
using json::Value;

Result<bool> read_flag(ObjectReader& params, std::string_view name) {
  const std::optional<Value> value = params.optional(name);
  if (!value.has_value()) return false;
  return json::read_bool(*value);
}

Result<std::vector<std::string>> read_optional_texts(ObjectReader& params, std::string_view name) {
  const std::optional<Value> value = params.optional(name);
  if (!value.has_value()) return std::vector<std::string>();
  PKI_TRY(const std::vector<std::string_view> texts, json::read_texts(*value));
  return std::vector<std::string>(texts.begin(), texts.end());
}

Result<std::vector<x509::GeneralNameInput>> read_optional_names(ObjectReader& params, std::string_view name) {
  const std::optional<Value> value = params.optional(name);
  if (!value.has_value()) return std::vector<x509::GeneralNameInput>();
  return read_general_names(*value);
}

Result<std::optional<ca::PathLength>> read_path_length(ObjectReader& params) {
  const std::optional<Value> value = params.optional_or_null("path_length");
  if (!value.has_value()) return std::optional<ca::PathLength>();
  if (value->json().is_null()) return std::optional<ca::PathLength>(ca::PathLength{});
  constexpr std::int64_t kMost = 1000;
  PKI_TRY(const std::int64_t limit, json::read_integer(*value, {0, kMost}));
  return std::optional<ca::PathLength>(ca::PathLength{static_cast<std::uint32_t>(limit)});
}

Result<std::optional<x509::KeyUsage>> read_key_usage(ObjectReader& params) {
  const std::optional<Value> value = params.optional("key_usage");
  if (!value.has_value()) return std::optional<x509::KeyUsage>();
  PKI_TRY(const std::vector<Value> elements, json::read_list(*value));
  x509::KeyUsage usage;
  for (const Value& element : elements) {
    PKI_TRY(const std::string_view text, json::read_text(element));
    const std::optional<x509::KeyUsageBit> bit = x509::key_usage_from_name(text);
    if (!bit.has_value()) return element.wrong_value("a key usage such as digitalSignature or keyCertSign");
    usage.set(*bit);
  }
  return std::optional<x509::KeyUsage>(usage);
}

Result<std::vector<x509::PolicyInput>> read_policies(ObjectReader& params) {
  std::vector<x509::PolicyInput> policies;
  const std::optional<Value> value = params.optional("policies");
  if (!value.has_value()) return policies;
  PKI_TRY(std::vector<asn1::OwnedOid> oids, read_oids(*value));
  for (asn1::OwnedOid& oid : oids) policies.push_back({std::move(oid), {}});
  return policies;
}

Result<ByteVector> read_octets(const Value& value) {
  PKI_TRY(const std::string_view text, json::read_text(value));
  std::optional<ByteVector> octets = from_hex(text);
  if (!octets.has_value()) octets = from_base64(text);
  if (!octets.has_value()) return value.wrong_value("octets in base64 or hex");
  return *std::move(octets);
}

Result<x509::ExtensionInput> read_extra_extension(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  x509::ExtensionInput extension;
  PKI_TRY(const Value oid, object.required("oid"));
  PKI_TRY(extension.id, read_oid(oid));
  PKI_TRY(extension.critical, read_flag(object, "critical"));
  PKI_TRY(const Value der, object.required("der"));
  PKI_TRY(extension.value, read_octets(der));
  PKI_CHECK(object.finish());
  return extension;
}

Result<std::vector<x509::ExtensionInput>> read_extra_extensions(ObjectReader& params) {
  std::vector<x509::ExtensionInput> extensions;
  const std::optional<Value> value = params.optional("extra_extensions");
  if (!value.has_value()) return extensions;
  PKI_TRY(const std::vector<Value> elements, json::read_list(*value));
  for (const Value& element : elements) {
    PKI_TRY(x509::ExtensionInput extension, read_extra_extension(element));
    extensions.push_back(std::move(extension));
  }
  return extensions;
}

Result<int> read_part(ObjectReader& duration, std::string_view name, int most) {
  const std::optional<Value> value = duration.optional(name);
  if (!value.has_value()) return 0;
  PKI_TRY(const std::int64_t number, json::read_integer(*value, {0, most}));
  return static_cast<int>(number);
}

Result<ca::CalendarSpan> read_duration(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  ca::CalendarSpan span;
  PKI_TRY(span.years, read_part(object, "years", 10'000));
  PKI_TRY(span.months, read_part(object, "months", 120'000));
  PKI_TRY(span.days, read_part(object, "days", 3'660'000));
  PKI_CHECK(object.finish());
  if (span == ca::CalendarSpan{}) return value.wrong_value("a duration such as {\"years\": 10}");
  return span;
}

Result<ca::ValidityInput> read_validity(ObjectReader& params) {
  constexpr std::string_view kEnds[] = {"validity", "not_after"};
  PKI_CHECK(at_most_one(params, kEnds));
  ca::ValidityInput validity;
  PKI_TRY(const Value now, params.required("now"));
  PKI_TRY(validity.now, read_time(now));
  PKI_TRY(validity.not_before, read_optional_time(params, "not_before"));
  PKI_TRY(validity.not_after, read_optional_time(params, "not_after"));
  if (const std::optional<Value> duration = params.optional("validity")) {
    PKI_TRY(validity.duration, read_duration(*duration));
  }
  PKI_TRY(const bool clip, read_flag(params, "clip_to_issuer"));
  if (clip) validity.beyond_issuer = ca::BeyondIssuer::Clip;
  return validity;
}

}  // namespace

Result<const ca::Profile*> read_profile(ObjectReader& params, std::string_view fallback) {
  const std::optional<Value> value = params.optional("profile");
  if (!value.has_value() && !fallback.empty()) return ca::find_profile(fallback);
  PKI_TRY(const Value given, params.required("profile"));
  PKI_TRY(const std::string_view id, json::read_text(given));
  const ca::Profile* profile = ca::find_profile(id);
  if (profile == nullptr) {
    std::vector<std::string_view> ids;
    for (const ca::Profile& each : ca::profiles()) ids.push_back(each.id);
    return given.wrong_value("one of: " + join(ids));
  }
  return profile;
}

Result<ca::ExtensionOptions> read_extension_options(ObjectReader& params) {
  ca::ExtensionOptions options;
  PKI_TRY(options.path_length, read_path_length(params));
  PKI_TRY(options.key_usage, read_key_usage(params));
  if (const std::optional<Value> value = params.optional("extended_key_usage")) {
    PKI_TRY(options.purposes, read_oids(*value));
  }
  PKI_TRY(options.crl_uris, read_optional_texts(params, "crl_urls"));
  PKI_TRY(options.aia_uris, read_optional_texts(params, "aia_urls"));
  PKI_TRY(options.ocsp_uris, read_optional_texts(params, "ocsp_urls"));
  PKI_TRY(options.policies, read_policies(params));
  PKI_TRY(options.permitted, read_optional_names(params, "permitted"));
  PKI_TRY(options.excluded, read_optional_names(params, "excluded"));
  PKI_TRY(options.extra, read_extra_extensions(params));
  return options;
}

Result<ca::IssueInput> read_issue_input(ObjectReader& params, std::string_view profile_fallback) {
  ca::IssueInput input;
  PKI_TRY(input.profile, read_profile(params, profile_fallback));
  if (const std::optional<Value> subject = params.optional("subject")) {
    PKI_TRY(input.subject, read_subject(*subject));
  }
  PKI_TRY(input.alternative_names, read_optional_names(params, "san"));
  PKI_TRY(input.validity, read_validity(params));
  PKI_TRY(input.extensions, read_extension_options(params));
  if (const std::optional<Value> serial = params.optional("serial")) {
    PKI_TRY(input.serial, read_hex(*serial, "a serial number in hex"));
  }
  PKI_TRY(const bool force, read_flag(params, "force"));
  if (force) input.issuer_faults = ca::IssuerFaults::Keep;
  return input;
}

Result<std::optional<crypto::SignatureAlgorithm>> read_algorithm(ObjectReader& params, const crypto::PrivateKey& key) {
  const std::optional<Value> hash = params.optional("hash");
  const std::optional<Value> pss = params.optional("pss");
  crypto::SignatureAlgorithm algorithm = key.default_signature_algorithm();
  if (hash.has_value()) {
    PKI_TRY(algorithm.hash, read_signing_hash(*hash));
  }
  PKI_TRY(const bool use_pss, read_flag(params, "pss"));
  if (use_pss) {
    if (key.kind() != crypto::KeyKind::Rsa) return pss->wrong_value("false, since the signing key is not an RSA key");
    algorithm.kind = crypto::SignatureKind::RsaPss;
    algorithm.mgf_hash = algorithm.hash;
    algorithm.salt_length = static_cast<std::uint32_t>(crypto::hash_size(algorithm.hash));
  }
  if (!hash.has_value() && !use_pss) return std::optional<crypto::SignatureAlgorithm>();
  return std::optional<crypto::SignatureAlgorithm>(algorithm);
}

Result<KeyForIssue> read_or_make_key(ObjectReader& params, const ca::Profile& profile) {
  constexpr std::string_view kWays[] = {"key", "key_spec"};
  PKI_CHECK(at_most_one(params, kWays));
  if (const std::optional<Value> value = params.optional("key")) {
    PKI_TRY(crypto::PrivateKey key, read_key(*value));
    return KeyForIssue{std::move(key), false};
  }
  crypto::KeySpec spec = profile.key_specs.front();
  if (const std::optional<Value> value = params.optional("key_spec")) {
    PKI_TRY(spec, read_key_spec(*value));
  }
  PKI_TRY(crypto::PrivateKey key, crypto::PrivateKey::generate(spec));
  return KeyForIssue{std::move(key), true};
}

Result<Issuer> read_issuer(ObjectReader& params) {
  PKI_TRY(const Value value, params.required("issuer"));
  PKI_TRY(ObjectReader issuer, ObjectReader::open(value));
  PKI_TRY(const Value certificate_value, issuer.required("certificate"));
  PKI_TRY(const Value key_value, issuer.required("key"));
  PKI_CHECK(issuer.finish());
  PKI_TRY(x509::CertificatePtr certificate, read_certificate(certificate_value));
  PKI_TRY(crypto::PrivateKey key, read_key(key_value));
  return Issuer{std::move(certificate), std::move(key)};
}

}  // namespace pki::api
