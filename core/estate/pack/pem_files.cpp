// The PEM files of a service: what it sends, what it trusts, what it has at hand.

#include <algorithm>

#include "asn1/pem.h"
#include "estate/pack/quote.h"
#include "estate/pack/writer.h"

namespace pki::estate::pack {
namespace {

using x509::CertificatePtr;

/// A block under a line that tells whose it is: readers of PEM pass over what stands outside of blocks.
std::string block(const x509::Certificate& certificate) {
  return "# " + pem_comment_text(title_of(certificate)) + ", until " + shown_date(certificate.not_after()) + ".\n" +
         asn1::write_pem("CERTIFICATE", certificate.der());
}

std::string blocks(const std::vector<CertificatePtr>& certificates) {
  std::string text;
  for (const CertificatePtr& each : certificates) text += block(*each);
  return text;
}

std::string crl_blocks(const std::vector<x509::CrlPtr>& crls) {
  std::string text;
  std::vector<Bytes> written;
  for (const x509::CrlPtr& crl : crls) {
    if (std::any_of(written.begin(), written.end(), [&](Bytes each) { return equal(each, crl->fingerprint()); })) {
      continue;
    }
    written.push_back(crl->fingerprint());
    text += "# CRL of " + pem_comment_text(x509::to_rfc4514(crl->issuer())) + ", until " +
            shown_date(crl->next_update()) + ".\n" + asn1::write_pem("X509 CRL", crl->der());
  }
  return text;
}

/// OpenSSL refuses to load a file without anything in it, and the server then does not start. The server's own
/// certificate can stand in it: it is neither a CA's nor self-signed, so that it vouches for nobody.
std::string stand_in(const Service& service, std::string_view what) {
  std::string text = "# The estate has no " + std::string(what) + " for this service.\n";
  if (service.sent.empty() || x509::is_self_signed(*service.sent.front())) return text;
  return text + "# OpenSSL loads no empty file: the server's own certificate stands here, and vouches for nobody.\n" +
         block(*service.sent.front());
}

std::string or_note(const std::string& text, std::string_view what) {
  return text.empty() ? "# The estate has no " + std::string(what) + " for this service.\n" : text;
}

}  // namespace

void add_pem_files(const Stock& stock, const PackedService& packed, PackWriter& to) {
  const Service& service = packed.service();
  const auto add = [&](std::string_view name, const std::string& text) {
    to.add(packed.folder + std::string(name), FileKind::Bundle, as_bytes(text));
  };
  if (!service.sent.empty()) add("server.pem", blocks(service.sent));
  if (service.private_key != nullptr && stock.options.keys == PackOptions::Keys::Include) {
    to.add(packed.folder + "server.key", FileKind::PrivateKey,
           as_bytes(asn1::write_pem("PRIVATE KEY", service.private_key->view())));
  }
  if (packed.view.party == nullptr) return;
  add("anchors.pem", or_note(blocks(service.store.roots), "trusted root"));
  add("intermediates.pem", or_note(blocks(service.store.intermediates), "intermediate CA"));
  const std::string both = blocks(service.store.roots) + blocks(service.store.intermediates);
  const std::string authorities = both.empty() ? stand_in(service, "CA") : both;
  add("client-ca.pem", authorities);
  const std::string crls = crl_blocks(packed.view.crls);
  add("crls.pem", crls.empty() ? stand_in(service, "CRL") : crls);
  if (service.kind == ServiceKind::FreeRadius && demands_of(packed, stock.scene.at).revocation) {
    add("client-ca-and-crls.pem", authorities + crls);
  }
}

}  // namespace pki::estate::pack
