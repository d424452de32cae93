// pkiwb crl: looking at certificate revocation lists, and issuing them.

#include <cstdio>

#include "files.h"
#include "issuing.h"
#include "show_objects.h"

namespace pki::cli {
namespace {

constexpr auto kMany = Option::Count::Many;

ExitCode show(const Arguments& arguments) { return show_objects(arguments, {"crl", "CRL"}); }

/// What --revoke, --hold and --release name: a file, or "serial:1A2B".
bool add_certificate(Call& call, Json& list, const std::string& name, const Json& more) {
  constexpr std::string_view kSerial = "serial:";
  Call one(call.arguments(), "");
  one.params() = more;
  if (name.starts_with(kSerial)) {
    one.params()["serial"] = name.substr(kSerial.size());
  } else {
    one.file("certificate", name);
  }
  if (one.exit_code() != ExitCode::Pass) return false;
  list.push_back(one.params());
  return true;
}

bool add_changes(Call& call) {
  const Arguments& arguments = call.arguments();
  Json reason = Json::object();
  if (const auto name = arguments.get("reason")) reason["reason"] = *name;
  if (const auto date = arguments.get("date")) reason["date"] = *date;
  if (const auto since = arguments.get("invalid-since")) reason["invalid_since"] = *since;
  Json hold = Json::object();
  hold["reason"] = "certificateHold";
  Json revoked = Json::array();
  Json released = Json::array();
  for (const std::string& name : arguments.all("revoke")) {
    if (!add_certificate(call, revoked, name, reason)) return false;
  }
  for (const std::string& name : arguments.all("hold")) {
    if (!add_certificate(call, revoked, name, hold)) return false;
  }
  for (const std::string& name : arguments.all("release")) {
    if (!add_certificate(call, released, name, Json::object())) return false;
  }
  if (!revoked.empty()) call.params()["revoked"] = std::move(revoked);
  if (!released.empty()) call.params()["released"] = std::move(released);
  return true;
}

ExitCode create(const Arguments& arguments) {
  Call call(arguments, "crl.issue");
  if (!add_issuer(call)) {
    return without_issuer(arguments);
  }
  if (const auto last = arguments.get("last")) call.file("last", *last);
  if (!add_changes(call)) return ExitCode::Unreadable;
  call.number("days", "days").text("next_update", "next-update").number("number", "number");
  call.text("hash", "hash").flag("pss", "pss").flag("force", "force-issue").now();
  const auto result = call.call();
  if (!result) return call.exit_code();
  return deliver(arguments, *result, "crl");
}

}  // namespace

std::vector<Command> crl_commands() {
  return {
      {"crl",
       "show",
       "FILE...",
       "Show certificate revocation lists, with their first hundred entries",
       {{"ranges", "", "show where each field stands in the DER"},
        {"now", "TIME", "the time for \"valid\" and \"expired\" (default: the clock)"}},
       {"pkiwb crl show issuing.crl"},
       show},
      {"crl",
       "create",
       "",
       "Issue a CA's next certificate revocation list: what the last one lists, with changes",
       join({issuer_options(),
             {
                 {"last", "FILE", "the CRL that the CA issued last; its entries and number are carried on"},
                 {"revoke", "FILE|serial:HEX", "a certificate to be revoked", kMany},
                 {"reason", "NAME", "why: keyCompromise, superseded, cessationOfOperation, ... (default: not said)"},
                 {"date", "TIME", "since when it is revoked (default: now)"},
                 {"invalid-since", "TIME", "since when its key is thought to be in wrong hands"},
                 {"hold", "FILE|serial:HEX", "a certificate to be put on hold", kMany},
                 {"release", "FILE|serial:HEX", "a certificate to be taken off hold", kMany},
                 {"days", "N", "in how many days the next CRL comes (default: 30)"},
                 {"next-update", "TIME", "when the next CRL comes, instead of --days"},
                 {"number", "N", "the CRL number (default: the last one's and one, or 1)"},
                 {"hash", "NAME", "sha256, sha384 or sha512 (default: by the issuer's key)"},
                 {"pss", "", "sign with RSASSA-PSS"},
                 {"force-issue", "", "issue although the CA may not, for a lesson"},
                 {"now", "TIME", "the time of issuing, ISO 8601 UTC (default: the clock)"},
                 {"out", "FILE", "where the CRL goes (default: standard output)"},
                 {"outform", "pem|der", "its form (default: pem)"},
                 {"force", "", "overwrite files"},
             }}),
       {"pkiwb crl create --issuer issuing.crt --issuer-key issuing.key --revoke www.crt --reason superseded --out "
        "issuing.crl",
        "pkiwb crl create --issuer issuing.crt --issuer-key issuing.key --last issuing.crl --hold ann.crt --outform "
        "der --out issuing-2.crl"},
       create},
  };
}

}  // namespace pki::cli
