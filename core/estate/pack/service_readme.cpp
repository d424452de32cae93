// README.md of a service: what it is, what it holds, and what to do.

#include <array>

#include "estate/pack/quote.h"
#include "estate/pack/writer.h"

namespace pki::estate::pack {
namespace {

std::string titles_of(const std::vector<x509::CertificatePtr>& certificates) {
  std::string text;
  for (const auto& each : certificates) text += (text.empty() ? "" : ", ") + markdown_text(title_of(*each));
  return text.empty() ? "nothing" : text;
}

void add_facts(const Stock& stock, const PackedService& packed, Lines& lines) {
  const Service& service = packed.service();
  lines.add(table_row({"", ""}));
  lines.add(table_rule(2));
  lines.add(table_row({"product", markdown_text(packed.view.kind->title)}));
  if (packed.view.kind->talk != Talk::SignIn) {
    lines.add(table_row({"host", markdown_text(service.host)}));
    lines.add(table_row({"sends", titles_of(service.sent)}));
    if (!service.sent.empty()) {
      lines.add(table_row({"its certificate, SHA-256",
                           "`" + shown_fingerprint(crypto::HashAlgorithm::Sha256, *service.sent.front()) + "`"}));
      lines.add(table_row({"valid until", shown_date(service.sent.front()->not_after())}));
    }
  }
  if (packed.view.party == nullptr) return;
  const Demands demands = demands_of(packed, stock.scene.at);
  lines.add(table_row({"trusts", titles_of(service.store.roots)}));
  lines.add(table_row({"has at hand", titles_of(service.store.intermediates)}));
  if (!service.nt_auth.empty()) lines.add(table_row({"NTAuth", titles_of(service.nt_auth)}));
  lines.add(table_row({"revocation", demands.revocation ? "checked; what is not known refuses" : "not checked"}));
  constexpr std::array<std::string_view, 3> kSupplies = {"none", "fetched by a job, day by day", "files, given once"};
  lines.add(table_row({"CRLs", std::string(kSupplies[static_cast<std::size_t>(service.crl_supply)])}));
  if (service.verify_depth)
    lines.add(table_row({"intermediate CAs", "at most " + std::to_string(*service.verify_depth)}));
}

/// The steps of a product that reads files of PEM.
void add_unix_steps(const Stock& stock, const PackedService& packed, Lines& lines,
                    const std::vector<std::string>& steps) {
  const Service& service = packed.service();
  lines.add("1. Copy the files of this folder to `" + place_of(stock, "") + "` on the server.");
  lines.add(stock.options.keys == PackOptions::Keys::Include
                ? "2. `server.key` is its private key: readable for the server's user only."
                : "2. Put the private key of its certificate there as `server.key`, PKCS#8 PEM without a password, "
                  "readable for the server's user only.");
  std::size_t number = 3;
  for (const std::string& step : steps) lines.add(std::to_string(number++) + ". " + step);
  if (packed.view.party != nullptr && demands_of(packed, stock.scene.at).revocation) {
    const bool fetched = service.crl_supply == CrlSupply::Job && service.routes.crl;
    lines.add(std::to_string(number++) + ". " +
              (fetched ? "CRLs run out: let a job run `fetch-crls.sh` every day, and reload the server."
                       : "Nothing renews its CRLs in the estate: when they run out, it refuses everybody."));
  }
}

void add_steps(const Stock& stock, const PackedService& packed, Lines& lines) {
  switch (packed.view.kind->kind) {
    case ServiceKind::Nginx:
      return add_unix_steps(stock, packed, lines,
                            {"Include `nginx.conf` in `http { }`, for example from `/etc/nginx/conf.d/`.",
                             "`nginx -t`, then `nginx -s reload`."});
    case ServiceKind::Apache:
      return add_unix_steps(stock, packed, lines,
                            {"`a2enmod ssl`; put `apache.conf` into `/etc/apache2/sites-enabled/`.",
                             "`apachectl configtest`, then `apachectl graceful`."});
    case ServiceKind::FreeRadius:
      return add_unix_steps(
          stock, packed, lines,
          {"Put `eap.conf` in the place of `mods-available/eap`, linked from `mods-enabled/eap`.",
           "In `clients.conf` each access point needs a section: `client ap { ipaddr = 192.0.2.10 secret = ... }`.",
           "`freeradius -XC` checks the configuration; `freeradius -X` shows each handshake.",
           "Every certificate in `client-ca.pem` is a trust anchor for FreeRADIUS, intermediate CAs too (measured with "
           "3.2.1): it accepts what they issued also without the root."});
    case ServiceKind::Website:
      return add_unix_steps(stock, packed, lines,
                            {"Let the web server send `server.pem`; it asks for no certificates."});
    case ServiceKind::EntraCba:
      lines.add("See `settings.md`; `certificate-authorities.json` is the body of the request.");
      return;
    case ServiceKind::Nps:
    case ServiceKind::VpnGateway:
    case ServiceKind::Iis:
      break;
  }
  lines.add("1. Copy the whole pack to the server, and run `import.ps1` of this folder as administrator.");
  lines.add("2. Follow `settings.md`.");
}

}  // namespace

void add_service_readme(const Stock& stock, const PackedService& packed, PackWriter& to) {
  Lines lines;
  lines.add("# " + markdown_text(packed.service().name));
  lines.add();
  add_facts(stock, packed, lines);
  lines.add();
  lines.add("## What to do");
  lines.add();
  add_steps(stock, packed, lines);
  to.add(packed.folder + "README.md", FileKind::Document, lines);
}

}  // namespace pki::estate::pack
