// fetch-crls.sh: the job that brings CRLs to a server that follows no URLs.

#include "estate/pack/quote.h"
#include "estate/pack/writer.h"

namespace pki::estate::pack {

void add_fetch_crls(const Stock& stock, const PackedService& packed, PackWriter& to) {
  const Service& service = packed.service();
  if (service.crl_supply != CrlSupply::Job || !service.routes.crl) return;
  if (!demands_of(packed, stock.scene.at).revocation) return;
  const bool joined = service.kind == ServiceKind::FreeRadius;
  Lines lines;
  lines.add("#!/bin/sh");
  lines.add("# Fetches the CRLs and puts them into crls.pem, all or none. Run it every day; then reload the server.");
  lines.add("set -eu");
  lines.add("folder=" + shell_string(place_of(stock, "")));
  lines.add("work=$(mktemp -d)");
  lines.add("trap 'rm -rf \"$work\"' EXIT");
  lines.add("fetch() {");
  lines.add(
      "  curl --fail --silent --show-error --globoff --proto =http --max-time 60 --output \"$work/crl\" -- \"$1\"");
  lines.add("  openssl crl -inform DER -in \"$work/crl\" >>\"$work/crls.pem\"");
  lines.add("}");
  for (const PackedCrl& each : stock.crls) {
    const std::string url = http_url_of(each);
    if (!url.empty()) lines.add("fetch " + shell_string(url));
  }
  if (joined) {
    lines.add("cat \"${folder}client-ca.pem\" \"$work/crls.pem\" >\"$work/joined.pem\"");
    lines.add("install -m 644 \"$work/joined.pem\" \"${folder}client-ca-and-crls.pem\"");
  }
  lines.add("install -m 644 \"$work/crls.pem\" \"${folder}crls.pem\"");
  to.add(packed.folder + "fetch-crls.sh", FileKind::Script, lines);
}

}  // namespace pki::estate::pack
