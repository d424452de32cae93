#include "issuing.h"

#include <cstdio>

#include "api/handle.h"
#include "base/encoding.h"
#include "files.h"
#include "password.h"
#include "show.h"

namespace pki::cli {
namespace {

constexpr auto kMany = Option::Count::Many;

/// A private key as it shall be written: under --passout encrypted by the core.
std::optional<std::string> key_for_file(const Arguments& arguments, const std::string& pem) {
  const auto source = arguments.get("passout");
  if (!source) return pem;
  const auto password = read_password(*source, Confirm::Yes);
  if (!password) return std::nullopt;
  Call call(arguments, "key.export");
  call.params()["key"] = pem;
  call.params()["password"] = *password;
  const auto result = call.call();
  if (!result) return std::nullopt;
  return text_of(*result, "pem");
}

}  // namespace

std::vector<Option> issue_options() {
  return {
      {"years", "N", "validity in calendar years, added up with months and days"},
      {"months", "N", "validity in calendar months"},
      {"days", "N", "validity in days"},
      {"not-before", "TIME", "the first second of validity, ISO 8601 UTC (default: now)"},
      {"not-after", "TIME", "the last second of validity, instead of a duration"},
      {"clip", "", "end with the issuer's validity where it would outlive it"},
      {"hash", "NAME", "sha256, sha384 or sha512 (default: by the issuer's key)"},
      {"pss", "", "sign with RSASSA-PSS"},
      {"path-length", "N", "path length constraint of a CA, or `none`"},
      {"key-usage", "NAMES", "key usage, separated by commas, instead of the profile's", kMany},
      {"eku", "NAMES", "extended key usage, names or OIDs separated by commas", kMany},
      {"crl-url", "URL", "CRL distribution point", kMany},
      {"aia-url", "URL", "authority information access, CA issuers", kMany},
      {"ocsp-url", "URL", "authority information access, OCSP", kMany},
      {"policy", "OID", "certificate policy", kMany},
      {"permit", "NAME", "name constraints, permitted subtree (DNS:corp.example, IP:10.0.0.0/8)", kMany},
      {"exclude", "NAME", "name constraints, excluded subtree", kMany},
      {"serial", "HEX", "serial number (default: 128 random bits)"},
      {"force-issue", "", "issue although the issuer may not, to build a broken chain for a lesson"},
      {"now", "TIME", "the time of issuing, ISO 8601 UTC (default: the clock)"},
  };
}

std::vector<Option> output_options() {
  return {
      {"out", "FILE", "where the result goes (default: standard output)"},
      {"outform", "pem|der", "its form (default: pem)"},
      {"key-out", "FILE", "where a new private key goes (PKCS#8 PEM, mode 600)"},
      {"passout", "SOURCE", "encrypt the new private key with this password"},
      {"force", "", "overwrite files"},
  };
}

std::vector<Option> issuer_options() {
  return {
      {"issuer", "FILE", "the issuing CA's certificate"},
      {"issuer-key", "FILE", "its private key"},
      {"passin", "SOURCE", "the password of an encrypted private key that is read"},
  };
}

std::vector<Option> join(std::initializer_list<std::vector<Option>> lists) {
  std::vector<Option> all;
  for (const auto& list : lists) all.insert(all.end(), list.begin(), list.end());
  return all;
}

void add_issue_options(Call& call) {
  const Arguments& arguments = call.arguments();
  if (arguments.has("years") || arguments.has("months") || arguments.has("days")) {
    Call duration(arguments, "");
    duration.number("years", "years").number("months", "months").number("days", "days");
    call.params()["validity"] = duration.params();
  }
  call.text("not_before", "not-before").text("not_after", "not-after");
  call.flag("clip_to_issuer", "clip").text("hash", "hash").flag("pss", "pss");
  call.number("path_length", "path-length");
  call.texts("key_usage", "key-usage", Call::Split::AtCommas);
  call.texts("extended_key_usage", "eku", Call::Split::AtCommas);
  call.texts("crl_urls", "crl-url").texts("aia_urls", "aia-url").texts("ocsp_urls", "ocsp-url");
  call.texts("policies", "policy").texts("permitted", "permit").texts("excluded", "exclude");
  call.text("serial", "serial").flag("force", "force-issue").now();
}

bool add_issuer(Call& call) {
  const auto certificate = call.arguments().get("issuer");
  const auto key = call.arguments().get("issuer-key");
  if (!certificate || !key) {
    std::fputs("pkiwb: --issuer and --issuer-key are needed\n", stderr);
    return false;
  }
  Call issuer(call.arguments(), "");
  issuer.file("certificate", *certificate).key("key", *key);
  if (issuer.exit_code() != ExitCode::Pass) return false;
  call.params()["issuer"] = issuer.params();
  return true;
}

ExitCode without_issuer(const Arguments& arguments) {
  return arguments.has("issuer") && arguments.has("issuer-key") ? ExitCode::Unreadable : ExitCode::Usage;
}

void add_key(Call& call, std::string_view spec) {
  if (const auto key = call.arguments().get("key")) {
    call.key("key", *key);
  } else if (const std::string wanted = call.arguments().get_or("key-spec", spec); !wanted.empty()) {
    call.params()["key_spec"] = wanted;
  }
}

bool has_place_for_key(const Arguments& arguments) {
  if (arguments.has("key") || arguments.has("key-out")) return true;
  std::fputs("pkiwb: a new key is made: say where it goes with --key-out FILE, or give one with --key FILE\n", stderr);
  return false;
}

ExitCode deliver(const Arguments& arguments, const Json& result, std::string_view name) {
  const Overwrite overwrite = arguments.has("force") ? Overwrite::Allow : Overwrite::Refuse;
  // The key first: a certificate whose key was lost is worth nothing.
  if (const std::string pem = text_of(result, "private_key"); !pem.empty()) {
    const auto content = key_for_file(arguments, pem);
    if (!content) return ExitCode::Unreadable;
    if (!write_file(arguments.get_or("key-out", "-"), as_bytes(*content), Secrecy::Secret, overwrite)) {
      return ExitCode::Unreadable;
    }
  }
  const Json& made = member(result, name);
  const auto out = arguments.get("out");
  if (out || !arguments.has("json")) {
    const bool der = arguments.get_or("outform", "pem") == "der";
    const std::string pem = text_of(made, "pem");
    const ByteVector content =
        der ? from_base64(text_of(made, "der")).value_or(ByteVector()) : to_vector(as_bytes(pem));
    if (!write_file(out.value_or("-"), content, Secrecy::Public, overwrite)) return ExitCode::Unreadable;
  }
  if (arguments.has("json")) {
    Json shown = result;
    shown.erase("private_key");
    print_json(shown);
  } else {
    std::fputs((text_of(made, "sentence") + "\n").c_str(), stderr);
    std::fputs(findings_text(member(result, "findings"), "").c_str(), stderr);
  }
  return ExitCode::Pass;
}

}  // namespace pki::cli
