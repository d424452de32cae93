// pkiwb csr: certificate signing requests, ours and those of others.

#include <array>
#include <cstdio>

#include "asn1/oid_registry.h"
#include "issuing.h"
#include "password.h"
#include "show.h"

namespace pki::cli {
namespace {

ExitCode create(const Arguments& arguments) {
  if (!arguments.has("subject") && !arguments.has("san")) {
    std::fputs("pkiwb: --subject or --san is needed\n", stderr);
    return ExitCode::Usage;
  }
  if (!has_place_for_key(arguments)) return ExitCode::Usage;
  Call call(arguments, "csr.create");
  call.params()["subject"] = arguments.get_or("subject", "");
  call.params()["profile"] = arguments.get_or("profile", "tls-server");
  call.texts("san", "san", Call::Split::AtCommas).text("hash", "hash").text("extensions", "extensions");
  add_key(call, "p-256");
  if (const auto source = arguments.get("challenge")) {
    const auto password = read_password(*source, Confirm::No);
    if (!password) return ExitCode::Unreadable;
    call.params()["challenge_password"] = *password;
  }
  const auto result = call.call();
  return result ? deliver(arguments, *result, "csr") : call.exit_code();
}

ExitCode show(const Arguments& arguments) {
  Call call(arguments, "csr.inspect");
  call.file("csr", arguments.positionals().front());
  const auto result = call.call();
  if (!result) return call.exit_code();
  const Json& csr = member(*result, "csr");
  if (arguments.has("json")) {
    print_json(*result);
  } else {
    print(object_text(csr, arguments.has("ranges") ? Ranges::Show : Ranges::Hide));
  }
  return truth_of(member(csr, "proof_of_possession"), "ok") ? ExitCode::Pass : ExitCode::CheckFailed;
}

std::string side_text(const Json& side) {
  if (!side.is_object()) return "(absent)";
  return text_of(side, "text") + (truth_of(side, "critical") ? " [critical]" : "");
}

std::string review_text(const Json& review) {
  std::string text = "Subject asked for: " + text_of(member(member(review, "subject"), "request"), "rfc4514") + "\n";
  for (const Json& row : member(review, "rows")) {
    text += "\n" + text_of(row, "name") + " (" + text_of(row, "oid") + ")\n";
    text += "  request: " + side_text(member(row, "request")) + "\n";
    text += "  profile: " + side_text(member(row, "profile")) + "\n  choices:";
    for (const Json& choice : member(row, "choices")) {
      const std::string word = choice.is_string() ? choice.get<std::string>() : "";
      text += " " + word + (word == text_of(row, "default") ? " (recommended)" : "");
    }
    text += "\n";
    if (const std::string reason = text_of(row, "reason"); !reason.empty()) text += "  why: " + reason + "\n";
    text += findings_text(member(row, "findings"), "  ");
  }
  return text + findings_text(member(review, "findings"), "");
}

ExitCode review(const Arguments& arguments) {
  Call call(arguments, "csr.review");
  call.file("csr", arguments.positionals().front()).now();
  call.params()["profile"] = arguments.get_or("profile", "tls-server");
  if (const auto issuer = arguments.get("issuer")) {
    Call inner(arguments, "");
    inner.file("certificate", *issuer);
    if (inner.exit_code() != ExitCode::Pass) return inner.exit_code();
    call.params()["issuer"] = inner.params();
  }
  const auto result = call.call();
  if (!result) return call.exit_code();
  if (arguments.has("json")) {
    print_json(*result);
  } else {
    print(review_text(*result));
  }
  return ExitCode::Pass;
}

/// choices = what the options say; with --recommended, what the review recommends for all others.
bool add_choices(const Arguments& arguments, Call& call) {
  static constexpr std::array<std::array<std::string_view, 2>, 4> kChoices = {
      {{"take", "request"}, {"profile-for", "profile"}, {"merge", "merge"}, {"drop", "drop"}}};
  Json choices = Json::object();
  if (arguments.has("recommended")) {
    Call review_call(arguments, "csr.review");
    review_call.params()["csr"] = call.params()["csr"];
    review_call.params()["profile"] = call.params()["profile"];
    review_call.now().text("subject", "subject").texts("san", "san", Call::Split::AtCommas);
    const auto result = review_call.call();
    if (!result) return false;
    for (const Json& row : member(*result, "rows")) choices[text_of(row, "oid")] = text_of(row, "default");
  }
  for (const auto& [option, choice] : kChoices) {
    Call names(arguments, "");
    names.texts("names", option, Call::Split::AtCommas);
    for (const Json& name : member(names.params(), "names")) {
      const std::string text = name.get<std::string>();
      const auto oid = asn1::parse_oid(text);
      choices[oid ? oid->view().to_dotted() : text] = std::string(choice);
    }
  }
  call.params()["choices"] = choices;
  return true;
}

ExitCode sign(const Arguments& arguments) {
  Call call(arguments, "csr.sign");
  if (!add_issuer(call)) {
    return without_issuer(arguments);
  }
  call.file("csr", arguments.positionals().front());
  call.params()["profile"] = arguments.get_or("profile", "tls-server");
  call.text("subject", "subject").texts("san", "san", Call::Split::AtCommas);
  add_issue_options(call);
  if (!add_choices(arguments, call)) return ExitCode::CheckFailed;
  const auto result = call.call();
  if (!result) return call.exit_code();
  if (!arguments.has("json")) {
    for (const Json& row : member(*result, "provenance")) {
      std::fprintf(stderr, "  %s: from %s\n", text_of(row, "name").c_str(), text_of(row, "from").c_str());
    }
  }
  return deliver(arguments, *result, "certificate");
}

ExitCode match(const Arguments& arguments) {
  Call call(arguments, "csr.match");
  call.file("certificate", arguments.positionals().front()).now();
  if (const auto csr = arguments.get("csr")) call.file("csr", *csr);
  if (const auto key = arguments.get("key")) call.key("key", *key);
  call.files("chain", arguments.all("untrusted")).files("anchors", arguments.all("trusted"));
  const auto result = call.call();
  if (!result) return call.exit_code();
  if (arguments.has("json")) {
    print_json(*result);
  } else {
    print(text_of(*result, "sentence") + "\n" + findings_text(member(*result, "findings"), ""));
    if (const Json& chain = member(*result, "chain"); chain.is_object()) {
      print("\nChain: " + report_text(chain, arguments.has("explain") ? Detail::Explained : Detail::Verdict));
    }
  }
  return truth_of(*result, "usable") ? ExitCode::Pass : ExitCode::CheckFailed;
}

}  // namespace

std::vector<Command> csr_commands() {
  constexpr auto kMany = Option::Count::Many;
  const std::vector<Option> create_options = {
      {"profile", "ID", "what the certificate is for, a profile of `pkiwb profiles` (default: tls-server)"},
      {"subject", "DN", "the subject's name"},
      {"san", "NAMES", "subject alternative names, separated by commas", kMany},
      {"key-spec", "SPEC", "make a key (default: p-256)"},
      {"key", "FILE", "use this private key instead"},
      {"passin", "SOURCE", "its password"},
      {"hash", "NAME", "sha256, sha384 or sha512"},
      {"extensions", "WHICH", "\"as in profile\" (default) or \"none\""},
      {"challenge", "SOURCE", "a challenge password for the CA (SCEP): file:PATH, env:NAME or prompt"},
  };
  const std::vector<Option> sign_options = {
      {"profile", "ID", "a profile of `pkiwb profiles` (default: tls-server)"},
      {"take", "EXTENSIONS", "take these from the request: names or OIDs, separated by commas", kMany},
      {"profile-for", "EXTENSIONS", "take these from the profile", kMany},
      {"merge", "EXTENSIONS", "take these from both", kMany},
      {"drop", "EXTENSIONS", "leave these out", kMany},
      {"recommended", "", "choose what `csr review` recommends for all others"},
      {"subject", "DN", "another subject than the request's"},
      {"san", "NAMES", "other subject alternative names", kMany},
  };
  return {
      {"csr",
       "create",
       "",
       "Make a key and a certificate signing request (PKCS#10)",
       join({create_options, output_options()}),
       {"pkiwb csr create --profile byoca-issuing-ca --subject \"CN=Contoso BYOCA Issuing CA,O=Contoso\" --key-spec "
        "rsa-4096 "
        "--out \"Contoso BYOCA Issuing CA.req\" --key-out byoca.key"},
       create},
      {"csr",
       "show",
       "FILE",
       "Show a request in full: every attribute, every requested extension, proof of possession",
       {{"ranges", "", "show where each field stands in the DER"}},
       {"pkiwb csr show router.csr"},
       show},
      {"csr",
       "review",
       "FILE",
       "Show, extension by extension, what a request asks for and what a profile would write",
       {{"profile", "ID", "a profile of `pkiwb profiles` (default: tls-server)"},
        {"issuer", "FILE", "the CA that is to sign it"},
        {"now", "TIME", "the time of signing (default: the clock)"}},
       {"pkiwb csr review --profile tls-server www.csr"},
       review},
      {"csr",
       "sign",
       "FILE",
       "Sign a request; each extension that it asks for needs a choice, since nothing is dropped or added silently",
       join({sign_options, issuer_options(), output_options(), issue_options()}),
       {"pkiwb csr sign www.csr --issuer issuing.crt --issuer-key issuing.key --take subjectAltName --recommended "
        "--out www.crt"},
       sign},
      {"csr",
       "match",
       "CERTIFICATE",
       "Check a certificate that came back from a CA against the request, and its chain",
       {{"csr", "FILE", "the request"},
        {"key", "FILE", "or its private key"},
        {"passin", "SOURCE", "the password of that key"},
        {"untrusted", "FILE", "certificates of the chain (.cer, .pem, .p7b)", kMany},
        {"trusted", "FILE", "trust anchors", kMany},
        {"explain", "", "show every step"},
        {"now", "TIME", "the time of the check (default: the clock)"}},
       {"pkiwb csr match certnew.cer --csr byoca.req --untrusted certnew.p7b --trusted root.cer"},
       match},
  };
}

}  // namespace pki::cli
