// FreeRADIUS 3: the module eap. raddb/mods-available/eap

#include "estate/pack/quote.h"
#include "estate/pack/writer.h"

namespace pki::estate::pack {

void add_freeradius(const Stock& stock, const PackedService& packed, PackWriter& to) {
  const Service& service = packed.service();
  const Demands demands = demands_of(packed, stock.scene.at);
  // The folder holds nothing that this language would expand (PackOptions::directory).
  const auto file = [&](std::string_view name) { return "\"" + place_of(stock, name) + "\""; };
  Lines lines;
  lines.add("# FreeRADIUS 3, \"" + comment_text(service.name) + "\": in the place of mods-available/eap.");
  lines.add("eap {");
  lines.add("    default_eap_type = tls");
  lines.add("    timer_expire = 60");
  lines.add("    ignore_unknown_eap_types = no");
  lines.add("    cisco_accounting_username_bug = no");
  lines.add("    max_sessions = ${max_requests}");
  lines.add();
  lines.add("    tls-config tls-common {");
  lines.add("        # The server's certificate, and behind it what the server sends with it: it adds nothing itself.");
  lines.add("        certificate_file = " + file("server.pem"));
  lines.add("        private_key_file = " + file("server.key"));
  lines.add("        auto_chain = no");
  lines.add();
  if (demands.revocation) {
    lines.add(
        "        # Whom it trusts: every certificate of the file is an anchor, intermediate CAs too. CRLs of them.");
    lines.add("        ca_file = " + file("client-ca-and-crls.pem"));
    lines.add("        check_crl = yes");
    // FreeRADIUS sets X509_V_FLAG_PARTIAL_CHAIN (measured with 3.2.1): a path ends at the first certificate of the
    // file. OpenSSL then finds no CRL for that one, whose issuer is not in the path.
    if (service.store.intermediates.empty()) {
      lines.add(
          "        # The whole chain is checked: a CRL of every CA must be there, the root's too, and be current.");
      lines.add("        check_all_crl = yes");
    } else {
      lines.add("        # A chain ends at the intermediate CA here, and no CRL can be found for where it ends: with");
      lines.add("        # check_all_crl = yes everybody would be refused (\"unable to get certificate CRL\").");
      lines.add("        check_all_crl = no");
    }
  } else {
    lines.add("        # Whom it trusts: every certificate of the file is an anchor, intermediate CAs too.");
    lines.add("        ca_file = " + file("client-ca.pem"));
    lines.add("        check_crl = no");
  }
  if (service.verify_depth && *service.verify_depth > 0) {
    lines.add("        # How many intermediate CAs may stand between the root and a device.");
    lines.add("        verify_depth = " + std::to_string(demands.intermediates));
  } else if (service.verify_depth) {
    lines.add("        # The estate allows no intermediate CA; verify_depth = 0 would mean: as OpenSSL comes.");
  }
  lines.add();
  lines.add("        cipher_list = \"DEFAULT\"");
  lines.add("        cipher_server_preference = no");
  lines.add("        tls_min_version = \"1.2\"");
  lines.add("        # Many devices cannot do EAP-TLS with TLS 1.3: FreeRADIUS 3.2.1 warns of it.");
  lines.add("        tls_max_version = \"1.2\"");
  lines.add("        ecdh_curve = \"\"");
  lines.add("        cache {");
  lines.add("            enable = no");
  lines.add("        }");
  lines.add("        ocsp {");
  lines.add("            enable = no");
  lines.add("        }");
  lines.add("    }");
  lines.add();
  lines.add("    tls {");
  lines.add("        tls = tls-common");
  lines.add("    }");
  lines.add("}");
  to.add(packed.folder + "eap.conf", FileKind::Settings, lines);
}

}  // namespace pki::estate::pack
