// pkiwb scep: SCEP messages (RFC 8894) of both sides: made, answered, opened layer by layer.

#include <cstdio>

#include "base/encoding.h"
#include "files.h"
#include "issuing.h"
#include "password.h"
#include "show.h"

namespace pki::cli {
namespace {

constexpr auto kMany = Option::Count::Many;

// A word each, so that none hangs on colour alone.
std::string mark_of(const std::string& outcome) {
  if (outcome == "pass") return "ok  ";
  if (outcome == "warn") return "warn";
  return outcome == "fail" ? "FAIL" : "----";
}

std::string checks_text(const Json& opened) {
  std::string text;
  for (const Json& row : member(opened, "checks")) {
    const std::string note = text_of(row, "note");
    text += "    " + mark_of(text_of(row, "outcome")) + "  " + text_of(row, "title") + " (" + text_of(row, "citation") +
            ")" + (note.empty() ? "" : ": " + note) + "\n";
    text += findings_text(member(row, "findings"), "          ");
  }
  return text;
}

std::string layers_text(const Json& opened, Ranges ranges) {
  std::string text;
  for (const Json& layer : member(opened, "layers")) {
    Json object = layer;
    object["sentence"] = "\n" + text_of(layer, "title") + ":";
    text += object_text(object, ranges);
  }
  return text;
}

/// What scep.open and its kin give, as text or as JSON.
void show(const Arguments& arguments, const Json& opened) {
  if (arguments.has("json")) return print_json(opened);
  print(text_of(opened, "sentence") + "\n\n" + checks_text(opened));
  print(layers_text(opened, arguments.has("ranges") ? Ranges::Show : Ranges::Hide));
}

Overwrite overwrite_of(const Arguments& arguments) {
  return arguments.has("force") ? Overwrite::Allow : Overwrite::Refuse;
}

/// Writes the octets that `base64` stands for.
bool write_octets(const Arguments& arguments, const std::string& path, const std::string& base64) {
  const auto octets = from_base64(base64);
  return octets && write_file(path, *octets, Secrecy::Public, overwrite_of(arguments));
}

/// params[key] = the password that an option names. False where it cannot be had.
bool add_password(Call& call, std::string_view key, std::string_view option) {
  const auto source = call.arguments().get(option);
  if (!source) return true;
  const auto password = read_password(*source, Confirm::No);
  if (!password) return false;
  call.params()[std::string(key)] = *password;
  return true;
}

ExitCode request(const Arguments& arguments) {
  if (!arguments.has("key") || !arguments.has("ca")) {
    std::fputs("pkiwb: --key and --ca are needed\n", stderr);
    return ExitCode::Usage;
  }
  Call call(arguments, "scep.request");
  call.file("csr", arguments.positionals().front()).key("key", *arguments.get("key")).files("ca", arguments.all("ca"));
  if (const auto certificate = arguments.get("certificate")) call.file("certificate", *certificate);
  call.text("type", "type")
      .text("cipher", "cipher")
      .text("hash", "hash")
      .text("transaction_id", "transaction-id")
      .now();
  const auto result = call.call();
  if (!result) return call.exit_code();
  if (!write_octets(arguments, arguments.get_or("out", "-"), text_of(*result, "message"))) return ExitCode::Unreadable;
  std::fprintf(stderr, "%s, transaction %s, encrypted for %s\n", text_of(*result, "type").c_str(),
               text_of(*result, "transaction_id").c_str(), text_of(member(*result, "recipient"), "title").c_str());
  return ExitCode::Pass;
}

ExitCode open(const Arguments& arguments) {
  Call call(arguments, "scep.open");
  call.file("message", arguments.positionals().front()).now();
  if (const auto key = arguments.get("key")) call.key("key", *key);
  if (const auto certificate = arguments.get("certificate")) call.file("certificate", *certificate);
  if (arguments.has("ca")) call.files("ca", arguments.all("ca"));
  if (!add_password(call, "challenge", "challenge")) return ExitCode::Unreadable;
  const auto result = call.call();
  if (!result) return call.exit_code();
  show(arguments, *result);
  return truth_of(*result, "acceptable") ? ExitCode::Pass : ExitCode::CheckFailed;
}

/// params.ra from --ra and --ra-key, where they are given.
bool add_registration_authority(Call& call) {
  const auto certificate = call.arguments().get("ra");
  const auto key = call.arguments().get("ra-key");
  if (!certificate && !key) return true;
  if (!certificate || !key) {
    std::fputs("pkiwb: --ra and --ra-key go together\n", stderr);
    return false;
  }
  Call authority(call.arguments(), "");
  authority.file("certificate", *certificate).key("key", *key);
  if (authority.exit_code() != ExitCode::Pass) return false;
  call.params()["ra"] = authority.params();
  return true;
}

ExitCode answer(const Arguments& arguments) {
  Call call(arguments, "scep.answer");
  if (!add_issuer(call) || !add_registration_authority(call)) {
    return without_issuer(arguments);
  }
  call.file("message", arguments.positionals().front());
  call.text("profile", "profile").texts("san", "san", Call::Split::AtCommas);
  call.text("refuse", "refuse").flag("pending", "pending").text("explanation", "explanation");
  if (const auto csr = arguments.get("csr")) call.file("csr", *csr);
  if (!add_password(call, "challenge", "challenge")) return ExitCode::Unreadable;
  add_issue_options(call);
  const auto result = call.call();
  if (!result) return call.exit_code();
  // With --json on standard output the reply needs a file.
  if (arguments.has("out") || !arguments.has("json")) {
    if (!write_octets(arguments, arguments.get_or("out", "-"), text_of(*result, "reply"))) return ExitCode::Unreadable;
  }
  const Json& certificate = member(*result, "certificate");
  if (const auto path = arguments.get("certificate-out"); path && certificate.is_object()) {
    const std::string pem = text_of(certificate, "pem");
    if (!write_file(*path, as_bytes(pem), Secrecy::Public, overwrite_of(arguments))) return ExitCode::Unreadable;
  }
  const std::string status = text_of(*result, "status");
  if (arguments.has("json")) {
    print_json(*result);
  } else {
    const std::string info = text_of(*result, "fail_info");
    const std::string why = text_of(*result, "explanation");
    std::fputs((text_of(member(*result, "request"), "sentence") + "\n" + checks_text(member(*result, "request")) +
                status + (info.empty() ? "" : " " + info) + (why.empty() ? "" : ": " + why) + "\n")
                   .c_str(),
               stderr);
    if (certificate.is_object()) std::fputs((text_of(certificate, "sentence") + "\n").c_str(), stderr);
    std::fputs(findings_text(member(*result, "findings"), "").c_str(), stderr);
  }
  return status == "FAILURE" ? ExitCode::CheckFailed : ExitCode::Pass;
}

ExitCode reply(const Arguments& arguments) {
  if (!arguments.has("request") || !arguments.has("key")) {
    std::fputs("pkiwb: --request and --key are needed\n", stderr);
    return ExitCode::Usage;
  }
  Call call(arguments, "scep.reply.open");
  call.file("reply", arguments.positionals().front()).file("request", *arguments.get("request"));
  call.key("key", *arguments.get("key")).now();
  if (arguments.has("ca")) call.files("ca", arguments.all("ca"));
  if (const auto csr = arguments.get("csr")) call.file("csr", *csr);
  const auto result = call.call();
  if (!result) return call.exit_code();
  show(arguments, *result);
  const Json& issued = member(*result, "issued");
  if (!truth_of(*result, "acceptable") || !issued.is_number_unsigned()) return ExitCode::CheckFailed;
  if (const auto path = arguments.get("out")) {
    const std::string pem = text_of(member(*result, "certificates")[issued.get<std::size_t>()], "pem");
    if (!write_file(*path, as_bytes(pem), Secrecy::Public, overwrite_of(arguments))) return ExitCode::Unreadable;
  }
  return ExitCode::Pass;
}

std::string capabilities_text(const Json& capabilities) {
  std::string text;
  for (const Json& row : member(capabilities, "rows")) {
    text += std::string(truth_of(row, "announced") ? "yes  " : "no   ") + text_of(row, "keyword") + ": " +
            text_of(row, "meaning") + "\n";
  }
  return text + findings_text(member(capabilities, "findings"), "");
}

std::string certificates_text(const Json& certificates) {
  std::string text;
  const Json& recipient = member(certificates, "recipient");
  std::size_t index = 0;
  for (const Json& certificate : member(certificates, "certificates")) {
    const bool is_recipient = recipient.is_number_unsigned() && recipient.get<std::size_t>() == index++;
    text += text_of(certificate, "sentence") + (is_recipient ? " Requests are encrypted for it." : "") +
            "\n  SHA-256 " + text_of(certificate, "sha256") + "\n";
  }
  return text + findings_text(member(certificates, "findings"), "");
}

ExitCode ca(const Arguments& arguments) {
  Call call(arguments, "scep.ca");
  call.files("certificates", arguments.positionals()).texts("capabilities", "capability", Call::Split::AtCommas).now();
  const auto result = call.call();
  if (!result) return call.exit_code();
  const Json& certificates = member(*result, "certificates");
  if (const auto path = arguments.get("out")) {
    if (!write_octets(arguments, *path, text_of(certificates, "data"))) return ExitCode::Unreadable;
  }
  const std::string capabilities = text_of(member(*result, "capabilities"), "text");
  if (const auto path = arguments.get("caps-out")) {
    if (!write_file(*path, as_bytes(capabilities), Secrecy::Public, overwrite_of(arguments)))
      return ExitCode::Unreadable;
  }
  if (arguments.has("json")) {
    print_json(*result);
  } else {
    print("GetCACaps:\n" + capabilities + "\nGetCACert (" + text_of(certificates, "media_type") + "):\n" +
          certificates_text(certificates));
  }
  return ExitCode::Pass;
}

ExitCode ca_show(const Arguments& arguments) {
  const auto caps = arguments.get("caps");
  if (!caps && arguments.positionals().empty()) {
    std::fputs("pkiwb: a file, or --caps, is needed\n", stderr);
    return ExitCode::Usage;
  }
  Call call(arguments, "scep.ca.open");
  call.now();
  if (!arguments.positionals().empty()) call.file("certificates", arguments.positionals().front());
  if (caps) {
    const auto content = read_file(*caps);
    if (!content) return ExitCode::Unreadable;
    call.params()["capabilities"] = std::string(as_text(*content));
  }
  const auto result = call.call();
  if (!result) return call.exit_code();
  if (arguments.has("json")) {
    print_json(*result);
    return ExitCode::Pass;
  }
  if (caps) print("GetCACaps:\n" + capabilities_text(member(*result, "capabilities")));
  if (const Json& certificates = member(*result, "certificates"); certificates.is_object()) {
    print("GetCACert (" + text_of(certificates, "media_type") + "):\n" + certificates_text(certificates));
  }
  return ExitCode::Pass;
}

}  // namespace

std::vector<Command> scep_commands() {
  const std::vector<Option> out_options = {{"out", "FILE", "where the result goes (default: standard output)"},
                                           {"force", "", "overwrite files"}};
  const std::vector<Option> request_options = {
      {"key", "FILE", "the private key of the request; of a renewal that of the current certificate"},
      {"passin", "SOURCE", "its password"},
      {"ca", "FILE", "what GetCACert gave: the message is encrypted for one of these certificates", kMany},
      {"certificate", "FILE", "the current certificate: makes a renewal"},
      {"type", "TYPE", "PKCSReq, RenewalReq or CertPoll (default: by --certificate)"},
      {"cipher", "NAME", "aes128 (default), aes192 or aes256"},
      {"hash", "NAME", "sha256 (default), sha384 or sha512"},
      {"transaction-id", "TEXT", "the transaction, of a CertPoll that of the request (default: made)"},
      {"now", "TIME", "the time of sending (default: the clock)"},
  };
  const std::vector<Option> answer_options = {
      {"ra", "FILE", "the registration authority's certificate, where it is not the CA itself"},
      {"ra-key", "FILE", "its private key"},
      {"profile", "ID", "a profile of `pkiwb profiles` (default: tls-client)"},
      {"san", "NAMES", "subject alternative names for the profile's side", kMany},
      {"challenge", "SOURCE", "the challenge password that a request must have: file:PATH, env:NAME or prompt"},
      {"refuse", "WHY", "refuse whatever is asked: badAlg, badMessageCheck, badRequest, badTime or badCertId"},
      {"pending", "", "leave it to be approved by hand"},
      {"explanation", "TEXT", "why it is refused, in words"},
      {"csr", "FILE", "the certification request that a CertPoll asks about"},
      {"certificate-out", "FILE", "where the certificate that was issued goes besides"},
  };
  return {
      {"scep",
       "request",
       "CSR",
       "Make the SCEP message (PKCSReq, RenewalReq, CertPoll) with which a device asks for a certificate",
       join({request_options, out_options}),
       {"pkiwb scep request device.csr --key device.key --ca ca.p7 --out request.p7",
        "pkiwb scep request new.csr --key device.key --certificate device.crt --ca ca.p7 --out renewal.p7"},
       request},
      {"scep",
       "open",
       "MESSAGE",
       "Open a SCEP message layer by layer, down to the request or the certificates inside, and check it",
       {{"key", "FILE", "the key of whoever gets it; without it the envelope stays closed"},
        {"passin", "SOURCE", "its password"},
        {"certificate", "FILE", "the certificate of that key, where it is encrypted for several"},
        {"ca", "FILE", "the CA's certificates: who may sign a reply, whose certificates may be renewed", kMany},
        {"challenge", "SOURCE", "the challenge password that a request must have"},
        {"ranges", "", "show where each field stands in the DER of its layer"},
        {"now", "TIME", "the time of looking (default: the clock)"}},
       {"pkiwb scep open request.p7 --key issuing.key --ca issuing.crt --ranges"},
       open},
      {"scep",
       "answer",
       "MESSAGE",
       "Check a SCEP request as a registration authority, issue what it asks for, and write the reply",
       join({issuer_options(), answer_options, issue_options(), out_options}),
       {"pkiwb scep answer request.p7 --issuer issuing.crt --issuer-key issuing.key --days 365 --out reply.p7",
        "pkiwb scep answer request.p7 --issuer issuing.crt --issuer-key issuing.key --refuse badRequest --out "
        "reply.p7"},
       answer},
      {"scep",
       "reply",
       "REPLY",
       "Open and check the reply to a SCEP request, as the device that sent it, and take the certificate out of it",
       join({{{"request", "FILE", "the message that it answers"},
              {"key", "FILE", "the private key that signed that message"},
              {"passin", "SOURCE", "its password"},
              {"ca", "FILE", "what GetCACert gave: who may sign the reply", kMany},
              {"csr", "FILE", "the certification request, where it is for another key (a renewal)"},
              {"ranges", "", "show where each field stands in the DER of its layer"},
              {"now", "TIME", "the time of looking (default: the clock)"}},
             {{"out", "FILE", "where the certificate goes (PEM)"}, {"force", "", "overwrite files"}}}),
       {"pkiwb scep reply reply.p7 --request request.p7 --key device.key --ca ca.p7 --out device.crt"},
       reply},
      {"scep",
       "ca",
       "FILE...",
       "Make a SCEP server's answers to GetCACaps and GetCACert from its certificates",
       {{"capability", "LIST", "keywords of GetCACaps (default: what the workbench can do)", kMany},
        {"out", "FILE", "where the answer to GetCACert goes"},
        {"caps-out", "FILE", "where the answer to GetCACaps goes"},
        {"force", "", "overwrite files"},
        {"now", "TIME", "the time for validity (default: the clock)"}},
       {"pkiwb scep ca issuing.crt root.crt --out ca.p7 --caps-out caps.txt"},
       ca},
      {"scep",
       "ca-show",
       "[FILE]",
       "Show what a SCEP server says of itself: its answers to GetCACert (FILE) and GetCACaps (--caps)",
       {{"caps", "FILE", "the answer to GetCACaps"}, {"now", "TIME", "the time for validity (default: the clock)"}},
       {"pkiwb scep ca-show ca.p7 --caps caps.txt"},
       ca_show},
  };
}

}  // namespace pki::cli
