// README.md: what is in the pack, to whom it goes, and what happens without.

#include <algorithm>

#include "estate/pack/quote.h"
#include "estate/pack/writer.h"

namespace pki::estate::pack {
namespace {

namespace fleet = cloudpki::fleet;

std::string parts_of(const Plan& plan, const x509::Certificate& certificate) {
  std::string text;
  std::vector<Part> seen;
  for (const PlanRow& row : plan.rows) {
    if (!equal(row.certificate->fingerprint(), certificate.fingerprint())) continue;
    if (std::find(seen.begin(), seen.end(), row.part) != seen.end()) continue;
    seen.push_back(row.part);
    text += (text.empty() ? "" : ", ") + std::string(part_title(row.part));
  }
  return text.empty() ? "held by somebody of the estate" : text;
}

void add_certificates(const Stock& stock, const Plan& plan, Lines& lines) {
  lines.add("## Certificates");
  lines.add();
  lines.add("Compare the fingerprints with those that their owners tell you, by another way than this file.");
  for (const PackedCertificate& each : stock.certificates) {
    const x509::Certificate& certificate = *each.certificate;
    lines.add();
    lines.add("### " + markdown_text(each.title));
    lines.add();
    lines.add("* file: `certificates/" + each.file + "`");
    lines.add("* what it is: " + markdown_text(parts_of(plan, certificate)));
    lines.add("* subject: " + markdown_text(x509::to_rfc4514(certificate.subject())));
    lines.add("* issuer: " + markdown_text(x509::to_rfc4514(certificate.issuer())));
    lines.add("* valid: " + shown_date(certificate.not_before()) + " to " + shown_date(certificate.not_after()));
    lines.add("* SHA-256: `" + shown_fingerprint(crypto::HashAlgorithm::Sha256, certificate) + "`");
    lines.add("* SHA-1: `" + shown_fingerprint(crypto::HashAlgorithm::Sha1, certificate) + "`");
  }
  lines.add();
}

void add_crls(const Stock& stock, Lines& lines) {
  if (stock.crls.empty()) return;
  lines.add("## CRLs");
  lines.add();
  lines.add(table_row({"issuer", "file", "from", "until", "published at"}));
  lines.add(table_rule(5));
  for (const PackedCrl& each : stock.crls) {
    const auto& next = each.crl->next_update();
    const bool over = next && next->time.seconds < stock.scene.at.seconds;
    std::string urls;
    for (const std::string& url : each.urls) urls += (urls.empty() ? "" : ", ") + markdown_code(url);
    lines.add(table_row({markdown_text(each.title), "`crls/" + each.file + "`", shown_date(each.crl->this_update()),
                         shown_date(next) + (over ? " (**run out**)" : ""), urls}));
  }
  lines.add();
}

/// What the documents say of it; a certificate that is two things has two rows, one behind the other.
std::string said_of(const PlanRow& row) {
  std::string text;
  for (const Statement* each : row.said) {
    text += (text.empty() ? "" : "; ") + std::string(need_name(each->need)) + " (" + std::string(each->date) + ")";
  }
  return std::string(part_title(row.part)) + ": " + (text.empty() ? "not listed" : text);
}

std::string without_it(const PlanRow& row) {
  std::string text =
      std::to_string(row.works_without) + " of " + std::to_string(row.conversations) + " conversations work";
  if (row.fetched_instead) text += ", where it is fetched by AIA";
  if (row.reason) text += ": " + render_summary(*row.reason);
  return text;
}

void add_plan(const Stock& stock, const Plan& plan, Lines& lines) {
  if (plan.rows.empty()) return;
  lines.add("## Who is given what, and what happens without");
  lines.add();
  lines.add(
      "Of each platform one device stands for all. *Documents* is what Microsoft's documents say, with their dates.");
  std::string holder;
  for (std::size_t i = 0; i < plan.rows.size(); ++i) {
    const PlanRow& row = plan.rows[i];
    if (row.id != holder) {
      holder = row.id;
      lines.add();
      lines.add("### " + markdown_text(row.who));
      lines.add();
      lines.add(table_row({"certificate", "documents", "in the estate", "how", "without it"}));
      lines.add(table_rule(5));
    }
    std::string said = said_of(row);
    while (i + 1 < plan.rows.size() && plan.rows[i + 1].id == row.id &&
           equal(plan.rows[i + 1].certificate->fingerprint(), row.certificate->fingerprint())) {
      said += ". " + said_of(plan.rows[++i]);
    }
    std::string means;
    for (const std::string_view each : row.means) means += (means.empty() ? "" : "; or ") + std::string(each);
    lines.add(table_row({markdown_text(stock.packed(*row.certificate).title), markdown_text(said),
                         row.held == PlanRow::Held::Yes ? "held" : "**missing**", markdown_text(means),
                         markdown_text(without_it(row))}));
  }
  lines.add();
}

void add_services(const Stock& stock, const std::vector<PackedService>& services, Lines& lines) {
  if (services.empty()) return;
  lines.add("## Services");
  lines.add();
  lines.add(table_row({"service", "folder", "product", "host"}));
  lines.add(table_rule(4));
  for (const PackedService& each : services) {
    lines.add(table_row({markdown_text(each.service().name), "`" + each.folder + "`",
                         markdown_text(each.view.kind->title), markdown_text(each.service().host)}));
  }
  lines.add();
  lines.add("Files of servers that are not Windows go to `" + place_of(stock, "") + "` on their machine. " +
            (stock.options.keys == PackOptions::Keys::Include
                 ? "**`server.key` is a private key**: give it to nobody but that server."
                 : "No private key is in this pack."));
  lines.add();
}

/// Devices that hold something else than their profiles bring.
void add_differences(const Stock& stock, Lines& lines) {
  Lines found;
  for (const DeviceChange& change : stock.estate.devices) {
    const fleet::Device* device = fleet::find_device(stock.tenant.fleet, change.device);
    if (device == nullptr) continue;
    const auto line = [&](std::string_view what, const std::string& title) {
      found.add("* " + markdown_text(device->name) + " " + std::string(what) + " " + markdown_text(title));
    };
    for (const std::string& fingerprint : change.removed) {
      for (const PackedCertificate& each : stock.certificates) {
        if (fingerprint_of(*each.certificate) == fingerprint) line("lacks", each.title);
      }
    }
    for (const auto& each : change.added.roots) line("trusts besides", title_of(*each));
    for (const auto& each : change.added.intermediates) line("has besides", title_of(*each));
    if (!change.routes.aia) line("cannot reach", "AIA");
    if (!change.routes.crl) line("cannot reach", "CRLs");
  }
  if (found.text().empty()) return;
  lines.add("## Devices that differ");
  lines.add();
  lines.add(
      "What is in `devices/` and `intune/` is what the profiles bring. In the estate some devices differ from it:");
  lines.add();
  lines.add(found.text());
}

}  // namespace

std::string table_row(const std::vector<std::string>& cells) {
  std::string row = "|";
  for (const std::string& cell : cells) row += " " + cell + " |";
  return row;
}

std::string table_rule(std::size_t columns) {
  std::string row = "|";
  for (std::size_t i = 0; i < columns; ++i) row += "---|";
  return row;
}

void add_readme(const Stock& stock, const std::vector<PackedService>& services, const Plan& plan, PackWriter& to) {
  Lines lines;
  lines.add("# Deploy pack: " + markdown_text(stock.estate.name));
  lines.add();
  lines.add("For the tenant " + markdown_text(stock.tenant.name) + ", as of " + to_iso8601(stock.scene.at) + ".");
  lines.add("What a service or a profile lacks in the estate, it lacks here too.");
  lines.add();
  lines.add(table_row({"folder", "what is in it"}));
  lines.add(table_rule(2));
  lines.add(table_row({"`certificates/`", "every CA certificate once, DER"}));
  lines.add(table_row({"`crls/`", "every CRL that is published, DER"}));
  lines.add(table_row({"`devices/`", "for devices, by platform: scripts, a configuration profile, steps"}));
  lines.add(table_row({"`intune/`", "the trusted certificate and SCEP profiles, for Microsoft Graph"}));
  lines.add(table_row({"`active-directory/`", "what all members of the domain are given"}));
  lines.add(table_row({"`services/`", "a folder for each service: its files, its settings, what to do"}));
  lines.add();
  add_certificates(stock, plan, lines);
  add_crls(stock, lines);
  add_plan(stock, plan, lines);
  add_services(stock, services, lines);
  add_differences(stock, lines);
  to.add("README.md", FileKind::Document, lines);
}

}  // namespace pki::estate::pack
