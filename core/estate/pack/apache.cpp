// Apache HTTP Server: a virtual host. https://httpd.apache.org/docs/2.4/mod/mod_ssl.html

#include "estate/pack/quote.h"
#include "estate/pack/writer.h"

namespace pki::estate::pack {

void add_apache(const Stock& stock, const PackedService& packed, PackWriter& to) {
  const Service& service = packed.service();
  const Demands demands = demands_of(packed, stock.scene.at);
  const auto file = [&](std::string_view name) { return apache_string(place_of(stock, name)); };
  Lines lines;
  lines.add("# Apache, \"" + comment_text(service.name) + "\": needs mod_ssl, and a Listen 443 elsewhere.");
  lines.add("<VirtualHost *:443>");
  if (is_host_name(service.host)) lines.add("    ServerName " + service.host);
  lines.add("    DocumentRoot \"/var/www/html\"");
  lines.add();
  lines.add("    SSLEngine on");
  lines.add("    SSLProtocol -all +TLSv1.2 +TLSv1.3");
  lines.add("    # The server's certificate, and behind it what the server sends with it.");
  lines.add("    SSLCertificateFile " + file("server.pem"));
  lines.add("    SSLCertificateKeyFile " + file("server.key"));
  if (service.sent.size() == 1) {
    lines.add("    # Nothing is sent behind it: otherwise OpenSSL would take CAs out of SSLCACertificateFile.");
    lines.add("    SSLOpenSSLConfCmd ChainCAFile " + file("server.pem"));
  }
  lines.add();
  lines.add("    # Whom it trusts: roots, and intermediate CAs that it has at hand. Their names are announced.");
  lines.add("    SSLCACertificateFile " + file("client-ca.pem"));
  lines.add("    SSLVerifyClient require");
  lines.add("    # How many CA certificates a chain may have, the root counted" +
            std::string(service.verify_depth ? "." : "; as Apache comes:"));
  lines.add((service.verify_depth ? "    SSLVerifyDepth " : "    # SSLVerifyDepth ") +
            std::to_string(demands.intermediates + 1));
  if (demands.revocation) {
    lines.add();
    lines.add("    # The whole chain is checked: a CRL of every CA must be here, the root's too, and be current.");
    lines.add("    SSLCARevocationFile " + file("crls.pem"));
    lines.add("    SSLCARevocationCheck chain");
  } else {
    lines.add("    SSLCARevocationCheck none");
  }
  lines.add("</VirtualHost>");
  to.add(packed.folder + "apache.conf", FileKind::Settings, lines);
}

}  // namespace pki::estate::pack
