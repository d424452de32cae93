// nginx: a server block. https://nginx.org/en/docs/http/ngx_http_ssl_module.html

#include "estate/pack/quote.h"
#include "estate/pack/writer.h"

namespace pki::estate::pack {

void add_nginx(const Stock& stock, const PackedService& packed, PackWriter& to) {
  const Service& service = packed.service();
  const Demands demands = demands_of(packed, stock.scene.at);
  const auto file = [&](std::string_view name) { return nginx_string(place_of(stock, name)); };
  Lines lines;
  lines.add("# nginx, \"" + comment_text(service.name) + "\": to be included in http { }.");
  lines.add("server {");
  lines.add("    listen 443 ssl;");
  lines.add(is_host_name(service.host) ? "    server_name " + service.host + ";"
                                       : "    server_name _;  # the estate names no host that could stand here");
  lines.add();
  lines.add("    # The server's certificate, and behind it what the server sends with it.");
  lines.add("    ssl_certificate " + file("server.pem") + ";");
  lines.add("    ssl_certificate_key " + file("server.key") + ";");
  lines.add("    ssl_protocols TLSv1.2 TLSv1.3;");
  lines.add();
  lines.add("    # Whom it trusts: roots, and intermediate CAs that it has at hand. Their names are announced.");
  lines.add("    ssl_client_certificate " + file("client-ca.pem") + ";");
  lines.add("    ssl_verify_client on;");
  lines.add("    # How many intermediate CAs may stand between the root and a device" +
            std::string(service.verify_depth ? "." : "; as nginx comes:"));
  lines.add((service.verify_depth ? "    ssl_verify_depth " : "    # ssl_verify_depth ") +
            std::to_string(demands.intermediates) + ";");
  if (demands.revocation) {
    lines.add();
    lines.add("    # The whole chain is checked: a CRL of every CA must be here, the root's too, and be current.");
    lines.add("    ssl_crl " + file("crls.pem") + ";");
  } else {
    lines.add("    # Revocation is not checked: there is no ssl_crl.");
  }
  lines.add();
  lines.add("    # Shows who was let in; the site goes in its place.");
  lines.add("    location / {");
  lines.add("        default_type text/plain;");
  lines.add("        return 200 \"$ssl_client_verify $ssl_client_s_dn\\n\";");
  lines.add("    }");
  lines.add("}");
  to.add(packed.folder + "nginx.conf", FileKind::Settings, lines);
}

}  // namespace pki::estate::pack
