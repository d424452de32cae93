// pkiwb estate: who can talk to whom, why not, what would help, the plan and the trust anchors.

#include <map>

#include "estate_file.h"
#include "show.h"

namespace pki::cli {
namespace {

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
  if (anchor.is_string())
    print("    trust anchor: " + certificate_title(member(result, "certificates"), anchor) + "\n");
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
  const ExitCode ended = finish_estate(cures.read().positional("device", 2).positional("service", 3), show_cures);
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
          certificate_title(certificates, member(row, "certificate")) + "\n          " +
          (said.empty() ? "not listed" : said) + "\n          how: " + means +
          "\n          works without it: " + number("works_without") + " of " + number("conversations") +
          (truth_of(row, "fetched_instead") ? " (fetched by AIA)" : "") + "\n");
  }
}

ExitCode plan(const Arguments& arguments) {
  EstateCall call(arguments, "estate.plan");
  return finish_estate(call.read(), show_plan);
}

void show_anchors(const Json& result) {
  for (const Json& each : member(result, "anchors")) {
    print(certificate_title(member(result, "certificates"), member(each, "certificate")) + ": held by " +
          std::to_string(member(each, "holders").size()) + ", relied on " +
          std::to_string(member(each, "reliances").size()) + " times; without it " +
          std::to_string(member(each, "would_stop").get<std::size_t>()) + " conversations stop\n");
  }
}

ExitCode anchors(const Arguments& arguments) {
  EstateCall call(arguments, "estate.anchors");
  return finish_estate(call.read(), show_anchors);
}

}  // namespace

std::vector<Command> estate_talk_commands() {
  return {
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
  };
}

}  // namespace pki::cli
