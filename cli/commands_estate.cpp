// pkiwb estate: the devices of a tenant and the relying parties that they talk to.

#include <cstdio>

#include "asn1/pem.h"
#include "base/encoding.h"
#include "show.h"
#include "tenant_file.h"

namespace pki::cli {
namespace {

/// A call about the tenant of the first positional and the estate of the second; both are written back where the answer
/// has them.
class EstateCall {
 public:
  EstateCall(const Arguments& arguments, std::string_view method) : tenant_(arguments, method) {
    if (arguments.positionals().size() < 2) {
      std::fprintf(stderr, "pkiwb: the estate's file is missing\n");
      exit_code_ = ExitCode::Usage;
      return;
    }
    path_ = arguments.positionals()[1];
  }

  /// Reads the estate's file into params.estate.
  EstateCall& read() {
    if (exit_code_ != ExitCode::Pass) return *this;
    if (auto estate = read_json_file(path_)) {
      params()["estate"] = *std::move(estate);
    } else {
      exit_code_ = ExitCode::Unreadable;
    }
    return *this;
  }
  Json& params() { return tenant_.call().params(); }
  Call& call() { return tenant_.call(); }
  EstateCall& positional(std::string_view key, std::size_t index) {
    tenant_.positional(key, index);
    return *this;
  }

  std::optional<Json> run() {
    if (exit_code_ != ExitCode::Pass) return std::nullopt;
    auto result = tenant_.run();
    if (!result) {
      exit_code_ = tenant_.exit_code();
      return std::nullopt;
    }
    const Json& changed = member(*result, "estate");
    if (changed.is_object() && !write_json_file(path_, changed, Overwrite::Allow)) {
      exit_code_ = ExitCode::Unreadable;
      return std::nullopt;
    }
    return result;
  }
  ExitCode exit_code() const { return exit_code_; }

 private:
  TenantCall tenant_;
  std::string path_;
  ExitCode exit_code_ = ExitCode::Pass;
};

/// Prints the result as JSON where that is wanted, else by `show`.
ExitCode finish(EstateCall& call, void (*show)(const Json&)) {
  const auto result = call.run();
  if (!result) return call.exit_code();
  if (call.call().arguments().has("json")) {
    print_json(*result);
  } else {
    show(*result);
  }
  return ExitCode::Pass;
}

/// The object of the list whose member `key` reads so; null where there is none.
const Json* find_in(const Json& list, std::string_view key, const std::string& text) {
  for (const Json& each : list) {
    if (text_of(each, key) == text) return &each;
  }
  return nullptr;
}

std::string title_of(const Json& certificates, const Json& fingerprint) {
  const auto text = fingerprint.get<std::string>();
  const Json* found = find_in(certificates, "fingerprint", text);
  return found == nullptr ? text : text_of(*found, "title");
}

std::string titles_of(const Json& certificates, const Json& fingerprints) {
  std::string text;
  for (const Json& each : fingerprints) text += (text.empty() ? "" : ", ") + title_of(certificates, each);
  return text.empty() ? "-" : text;
}

void show_view(const Json& result) {
  const Json& view = member(result, "view");
  const Json& certificates = member(result, "certificates");
  for (const char* kind : {"devices", "services"}) {
    print(std::string(kind) + "\n");
    for (const Json& each : member(view, kind)) {
      print("  " + text_of(each, "name") + "\n    trusts:   " + titles_of(certificates, member(each, "roots")) +
            "\n    has:      " + titles_of(certificates, member(each, "intermediates")) + "\n");
      if (each.contains("sent")) print("    sends:    " + titles_of(certificates, member(each, "sent")) + "\n");
      for (const Json& identity : member(each, "identities")) {
        print("    sends:    " + titles_of(certificates, member(identity, "sent")) + "\n");
      }
    }
  }
}

ExitCode create(const Arguments& arguments) {
  EstateCall call(arguments, "estate.create");
  call.call().text("name", "name").texts("services", "services", Call::Split::AtCommas);
  if (const auto path = arguments.get("private-pki")) {
    auto pki = read_json_file(*path);
    if (!pki) return ExitCode::Unreadable;
    call.params()["private_pki"] = *std::move(pki);
  }
  return finish(call, show_view);
}

ExitCode show(const Arguments& arguments) {
  EstateCall call(arguments, "estate.show");
  return finish(call.read(), show_view);
}

ExitCode add_service(const Arguments& arguments) {
  EstateCall call(arguments, "estate.add_service");
  return finish(call.read().positional("kind", 2), show_view);
}

ExitCode remove_service(const Arguments& arguments) {
  EstateCall call(arguments, "estate.remove_service");
  return finish(call.read().positional("service", 2), show_view);
}

void show_matrix(const Json& result) {
  std::size_t total = 0;
  for (const Json& cell : member(result, "cells")) {
    ++total;
    if (text_of(cell, "outcome") == "works") continue;
    print("  FAIL  " + text_of(cell, "device") + " with " + text_of(cell, "service") + ": " + text_of(cell, "outcome") +
          "\n");
    for (const char* side : {"of_server", "of_client"}) {
      if (!cell.contains(side)) continue;
      const Json& verdict = member(result, "verdicts")[member(cell, side).get<std::size_t>()];
      if (!truth_of(verdict, "accepted")) print("        " + text_of(verdict, "why") + "\n");
    }
  }
  print(std::to_string(member(result, "working").get<std::size_t>()) + " of " + std::to_string(total) +
        " conversations work.\n");
}

/// Puts the names in the place of ids.
void name_cells(Json& matrix, const Json& view) {
  std::map<std::string, std::string> names;
  for (const char* kind : {"devices", "services"}) {
    for (const Json& each : member(view, kind)) names[text_of(each, "id")] = text_of(each, "name");
  }
  for (Json& cell : matrix["cells"]) {
    for (const char* key : {"device", "service"}) cell[key] = names[text_of(cell, key)];
  }
}

ExitCode matrix(const Arguments& arguments) {
  EstateCall call(arguments, "estate.matrix");
  auto result = call.read().run();
  if (!result) return call.exit_code();
  EstateCall about(arguments, "estate.show");
  const auto shown = about.read().run();
  if (!shown) return about.exit_code();
  name_cells(*result, member(*shown, "view"));
  if (arguments.has("json")) {
    print_json(*result);
  } else {
    show_matrix(*result);
  }
  const bool all = member(*result, "working").get<std::size_t>() == member(*result, "cells").size();
  return all ? ExitCode::Pass : ExitCode::CheckFailed;
}

void show_side(const Json& result, const char* side, const char* heading) {
  const Json& judged = member(result, side);
  if (!judged.is_object()) return;
  print(std::string(heading) + text_of(member(judged, "party"), "sentence") + "\n");
  if (member(judged, "beyond").is_object()) print(finding_text(member(judged, "beyond"), "    "));
  const Json& anchor = member(judged, "anchor");
  if (anchor.is_string()) print("    trust anchor: " + title_of(member(result, "certificates"), anchor) + "\n");
  if (truth_of(judged, "accepted")) return;
  for (const Json& word : member(member(judged, "party"), "words")) {
    print("    " + text_of(word, "product") + ": " + text_of(word, "code") + " " + text_of(word, "name") + " " +
          text_of(word, "text") + "\n");
  }
}

void show_conversation(const Json& result) {
  print(text_of(result, "sentence") + "\n");
  show_side(result, "of_server", "  the device on the server: ");
  show_side(result, "of_client", "  the service on the device: ");
}

void show_cures(const Json& result) {
  bool first = true;
  for (const Json& cure : member(result, "cures")) {
    print(first ? "What would help:\n" : "or:\n");
    first = false;
    for (const Json& change : cure) print("  " + text_of(change, "sentence") + "\n");
  }
  for (const Json& each : member(result, "in_the_tenant")) print("  " + each.get<std::string>() + "\n");
}

ExitCode why(const Arguments& arguments) {
  EstateCall call(arguments, "estate.conversation");
  const auto result = call.read().positional("device", 2).positional("service", 3).run();
  if (!result) return call.exit_code();
  const bool works = text_of(*result, "outcome") == "works";
  if (arguments.has("json")) {
    print_json(*result);
    return works ? ExitCode::Pass : ExitCode::CheckFailed;
  }
  show_conversation(*result);
  if (works) return ExitCode::Pass;
  EstateCall cures(arguments, "estate.cures");
  const ExitCode ended = finish(cures.read().positional("device", 2).positional("service", 3), show_cures);
  return ended == ExitCode::Pass ? ExitCode::CheckFailed : ended;
}

/// A message in a line: "  client  Certificate (encrypted): CN=..., CN=...".
void show_message(const Json& handshake, const std::string& sender, const Json& message) {
  std::string line = "  " + sender + "  " + text_of(message, "name");
  if (text_of(message, "protection") != "none") line += " (" + text_of(message, "protection") + ")";
  std::string inside;
  for (const Json& index : member(message, "certificates")) {
    const Json& certificate = member(handshake, "certificates")[index.get<std::size_t>()];
    inside += (inside.empty() ? ": " : ", ") + text_of(certificate, "title");
  }
  if (text_of(message, "name") == "Certificate" && inside.empty()) inside = ": none";
  if (message.contains("alert")) inside = ": " + text_of(member(message, "alert"), "name");
  print(line + inside + "\n");
}

void show_handshake(const Json& result) {
  const Json& handshake = member(result, "handshake");
  for (const Json& flight : member(handshake, "flights")) {
    for (const Json& message : member(flight, "messages")) show_message(handshake, text_of(flight, "sender"), message);
  }
  print(text_of(result, "sentence") + "\n");
}

ExitCode handshake(const Arguments& arguments) {
  EstateCall call(arguments, "estate.handshake");
  call.read().positional("device", 2).positional("service", 3).call().text("version", "tls");
  const auto result = call.run();
  if (!result) return call.exit_code();
  if (arguments.has("json")) {
    print_json(*result);
  } else {
    show_handshake(*result);
  }
  return text_of(*result, "outcome") == "works" ? ExitCode::Pass : ExitCode::CheckFailed;
}

void show_plan(const Json& result) {
  const Json& certificates = member(result, "certificates");
  std::string who;
  for (const Json& row : member(result, "rows")) {
    if (text_of(row, "who") != who) {
      who = text_of(row, "who");
      print(who + "\n");
    }
    std::string said;
    for (const Json& each : member(row, "said")) {
      said += (said.empty() ? "" : "; ") + text_of(each, "need") + " (" + text_of(each, "date") + ")";
    }
    std::string means;
    for (const Json& each : member(row, "means")) means += (means.empty() ? "" : "; or ") + each.get<std::string>();
    const auto number = [&](const char* key) { return std::to_string(member(row, key).get<std::size_t>()); };
    print(std::string("  ") + (truth_of(row, "held") ? "held    " : "MISSING ") + text_of(row, "part_title") + ": " +
          title_of(certificates, member(row, "certificate")) + "\n          " + (said.empty() ? "not listed" : said) +
          "\n          how: " + means + "\n          works without it: " + number("works_without") + " of " +
          number("conversations") + (truth_of(row, "fetched_instead") ? " (fetched by AIA)" : "") + "\n");
  }
}

ExitCode plan(const Arguments& arguments) {
  EstateCall call(arguments, "estate.plan");
  return finish(call.read(), show_plan);
}

void show_anchors(const Json& result) {
  for (const Json& each : member(result, "anchors")) {
    print(title_of(member(result, "certificates"), member(each, "certificate")) + ": held by " +
          std::to_string(member(each, "holders").size()) + ", relied on " +
          std::to_string(member(each, "reliances").size()) + " times; without it " +
          std::to_string(member(each, "would_stop").get<std::size_t>()) + " conversations stop\n");
  }
}

ExitCode anchors(const Arguments& arguments) {
  EstateCall call(arguments, "estate.anchors");
  return finish(call.read(), show_anchors);
}

/// The base64 of the certificate that is called so in the estate; nothing where there is none, or more than one.
std::optional<std::string> certificate_called(const Arguments& arguments, const std::string& name) {
  EstateCall call(arguments, "estate.show");
  const auto shown = call.read().run();
  if (!shown) return std::nullopt;
  std::optional<std::string> found;
  for (const Json& each : member(*shown, "certificates")) {
    if (text_of(each, "title") != name && text_of(each, "fingerprint") != name) continue;
    if (found) {
      std::fprintf(stderr, "pkiwb: several certificates are called %s: name its fingerprint\n", name.c_str());
      return std::nullopt;
    }
    found = text_of(each, "der");
  }
  if (!found) std::fprintf(stderr, "pkiwb: no certificate in the estate is called %s\n", name.c_str());
  return found;
}

std::string holder_id(const Json& view, const std::string& name) {
  for (const char* kind : {"devices", "services"}) {
    for (const Json& each : member(view, kind)) {
      if (text_of(each, "name") == name) return text_of(each, "id");
    }
  }
  return name;
}

void show_changed(const Json& result) {
  for (const Json& each : member(result, "sentences")) print(each.get<std::string>() + ": done.\n");
}

ExitCode change(const Arguments& arguments) {
  EstateCall call(arguments, "estate.change");
  call.read();
  Json wanted;
  wanted["kind"] = arguments.positionals().size() > 2 ? arguments.positionals()[2] : "";
  if (const auto holder = arguments.get("holder")) {
    EstateCall about(arguments, "estate.show");
    const auto shown = about.read().run();
    if (!shown) return about.exit_code();
    wanted["holder"] = holder_id(member(*shown, "view"), *holder);
  }
  if (const auto name = arguments.get("certificate")) {
    const auto der = certificate_called(arguments, *name);
    if (!der) return ExitCode::Unreadable;
    wanted["certificate"] = *der;
  }
  if (const auto word = arguments.get("word")) wanted["word"] = *word;
  call.call().number_in(wanted, "number", "number");
  call.params()["changes"] = Json::array({wanted});
  return finish(call, show_changed);
}

}  // namespace

std::vector<Command> estate_commands() {
  return {
      {"estate",
       "create",
       "TENANT ESTATE",
       "Make an estate around a tenant: services, their server certificates, and the profiles by which devices trust "
       "them",
       {{"name", "NAME", "what it is called"},
        {"services", "LIST", "nps, freeradius, vpn, iis, nginx, apache, entra-cba, website (default: one of each)",
         Option::Count::Many},
        {"private-pki", "FILE", "the PKI of the servers (default: a new one)"}},
       {"pkiwb estate create contoso.json estate.json --services nps,nginx"},
       create},
      {"estate", "show", "TENANT ESTATE", "Show what devices and services hold and send", {}, {}, show},
      {"estate", "add-service", "TENANT ESTATE KIND", "Add a service", {}, {}, add_service},
      {"estate", "remove-service", "TENANT ESTATE SERVICE", "Remove a service", {}, {}, remove_service},
      {"estate",
       "matrix",
       "TENANT ESTATE",
       "Decide who can talk to whom; the exit status is 1 where somebody cannot",
       {},
       {"pkiwb estate matrix contoso.json estate.json"},
       matrix},
      {"estate",
       "why",
       "TENANT ESTATE DEVICE SERVICE",
       "Decide one conversation: both directions, the words of each product, and the smallest change that helps",
       {},
       {"pkiwb estate why contoso.json estate.json LAPTOP-ANN \"Wi-Fi with NPS\""},
       why},
      {"estate",
       "handshake",
       "TENANT ESTATE DEVICE SERVICE",
       "Play one conversation as a TLS handshake, flight by flight; the exit status is 1 where somebody refuses",
       {{"tls", "VERSION", "1.2 or 1.3 (default: 1.3)"}},
       {"pkiwb estate handshake contoso.json estate.json LAPTOP-ANN \"Wi-Fi with FreeRADIUS\" --tls 1.2"},
       handshake},
      {"estate",
       "plan",
       "TENANT ESTATE",
       "Plan which certificate goes where, as the documents say, with what happens without it",
       {},
       {},
       plan},
      {"estate",
       "anchors",
       "TENANT ESTATE",
       "Find the trust anchors, who relies on each, and what would stop without it",
       {},
       {},
       anchors},
      {"estate",
       "change",
       "TENANT ESTATE KIND",
       "Change a store, a route or a setting: remove, add-root, add-intermediate, cut-aia, cut-crl, lapse-crl ...",
       {{"holder", "NAME", "the device or service"},
        {"certificate", "NAME", "the certificate, by its common name or SHA-256 fingerprint"},
        {"word", "TEXT", "the setting, or the CRL's URL"},
        {"number", "N", "the depth"}},
       {"pkiwb estate change contoso.json estate.json remove --holder \"Wi-Fi with NPS\" --certificate \"Contoso "
        "Root\""},
       change},
  };
}

}  // namespace pki::cli
