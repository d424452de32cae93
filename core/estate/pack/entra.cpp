// Microsoft Entra certificate-based authentication: the CAs of the tenant's trust store.
// Microsoft Graph v1.0, certificateBasedAuthConfiguration and certificateAuthority resource types.

#include "base/encoding.h"
#include "estate/judge.h"
#include "estate/pack/quote.h"
#include "estate/pack/writer.h"
#include "json/json.h"

namespace pki::estate::pack {
namespace {

using json::Json;

/// Where the CRL stands that this CA signs; empty where none is published.
std::string crl_url_of(const Stock& stock, const x509::Certificate& ca) {
  for (const PackedCrl& each : stock.crls) {
    if (each.crl->issuer_key() != ca.subject_key() || !x509::verify_signed_by(*each.crl, ca.public_key()).ok())
      continue;
    return http_url_of(each);
  }
  return {};
}

}  // namespace

void add_entra(const Stock& stock, const PackedService& packed, PackWriter& to) {
  const Service& service = packed.service();
  const bool checks = demands_of(packed, stock.scene.at).revocation;
  Lines lines;
  lines.add("# Settings of " + markdown_text(service.name));
  lines.add();
  lines.add("`certificate-authorities.json` is the body of");
  lines.add(
      "`POST https://graph.microsoft.com/v1.0/organization/{id}/certificateBasedAuthConfiguration`; or upload the");
  lines.add("same in the admin centre: Entra ID, Security, Public key infrastructure.");
  lines.add();
  lines.add(table_row({"certificate", "marked as", "CRL"}));
  lines.add(table_rule(3));
  Json authorities = Json::array();
  const auto add = [&](const x509::CertificatePtr& certificate, bool root) {
    const std::string url = checks ? crl_url_of(stock, *certificate) : std::string();
    Json body;
    body["isRootAuthority"] = root;
    if (!url.empty()) body["certificateRevocationListUrl"] = url;
    body["certificate"] = to_base64(certificate->der());
    authorities.push_back(std::move(body));
    lines.add(table_row({markdown_text(stock.packed(*certificate).title), root ? "root" : "intermediate",
                         url.empty() ? "none" : markdown_code(url)}));
  };
  for (const auto& each : service.store.roots) add(each, true);
  for (const auto& each : service.store.intermediates) add(each, false);
  lines.add();
  lines.add(checks ? "Entra fetches the CRLs over the internet; one that it cannot fetch refuses the sign-in."
                   : "No CRL is named: revocation is not checked.");
  lines.add("Then enable certificate-based authentication for a group, and bind the user name: principal name of the");
  lines.add("certificate to userPrincipalName.");
  Json body;
  body["certificateAuthorities"] = std::move(authorities);
  to.add(packed.folder + "certificate-authorities.json", FileKind::Json, as_bytes(json::dump_indented(body) + "\n"));
  to.add(packed.folder + "settings.md", FileKind::Document, lines);
}

}  // namespace pki::estate::pack
