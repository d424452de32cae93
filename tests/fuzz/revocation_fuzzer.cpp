// The contents of a CRL that the right key signs: two octets of length and as many octets of entries, then the elements
// of crlExtensions. Law: under hard fail a path is accepted only if the CRL can be read, does not list the target, and
// has no critical extension that is not known; and it is refused for revocation only if the CRL lists the target.

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "base/assert.h"
#include "path/builder.h"
#include "support/crl_builder.h"

namespace {

using namespace pki;
using namespace pki::test;

const Party kRootParty{"CN=Root", 1};

struct Chain {
  x509::CertificatePtr anchor = make(root(kRootParty));
  x509::CertificatePtr leaf = make(pki::test::leaf({"CN=leaf", 2}, kRootParty));
};

// The CRL with these entries and extensions, signed by the root.
ByteVector sign_contents(Bytes entries, Bytes extensions) {
  const crypto::PrivateKey& key = test_key(kRootParty.key);
  const crypto::SignatureAlgorithm algorithm = key.default_signature_algorithm();
  asn1::Writer tbs;
  tbs.sequence([&](asn1::Writer& w) {
    w.integer(1);
    crypto::write_signature_algorithm(w, algorithm);
    w.raw(encode_test_name(kRootParty.name));
    w.time(kLastWeek);
    w.time(kNextWeek);
    if (!entries.empty()) w.element(asn1::tags::kSequence, entries);
    if (extensions.empty()) return;
    w.wrap(asn1::tags::context_constructed(0),
           [&](asn1::Writer& list) { list.element(asn1::tags::kSequence, extensions); });
  });
  asn1::Writer crl;
  crl.sequence([&](asn1::Writer& w) {
    w.raw(tbs.view());
    crypto::write_signature_algorithm(w, algorithm);
    w.bit_string(unwrap(key.sign(algorithm, tbs.view())));
  });
  return crl.take();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Chain chain;
  if (size < 2 || size > 4096) return 0;
  const Bytes rest = Bytes(data, size).subspan(2);
  const std::size_t length = std::min<std::size_t>(rest.size(), data[0] * 256U + data[1]);
  const auto crl = x509::Crl::parse(sign_contents(rest.first(length), rest.subspan(length)));
  path::PathQuestion question{.target = chain.leaf};
  question.anchors.add(chain.anchor);
  if (crl) question.crls.push_back(*crl);
  question.options.at = kNow;
  question.options.revocation.mode = path::RevocationMode::HardFail;
  const path::Report report = path::check_paths(question);
  const bool listed = crl && (*crl)->find(chain.leaf->serial().octets, chain.leaf->issuer_key()).entry.has_value();
  if (report.accepted) {
    PKI_ASSERT(crl.ok());
    const auto& extensions = (*crl)->extensions();
    const bool understood =
        std::all_of(extensions.all.begin(), extensions.all.end(), [](const x509::Extension& extension) {
          return !extension.critical || x509::CrlExtensions::is_known(extension.id);
        });
    PKI_ASSERT(understood && !extensions.delta_crl_indicator.present() && !(*crl)->has_unreadable_entries());
    const auto entry = (*crl)->find(chain.leaf->serial().octets, chain.leaf->issuer_key()).entry;
    PKI_ASSERT(!entry || entry->extensions.reason_code.value == x509::CrlReason::RemoveFromCrl);
  } else {
    PKI_ASSERT(report.headline.has_value());
    const std::string_view id = report.headline->id();
    PKI_ASSERT(id == "path.revocation.undetermined" || listed);
  }
  return 0;
}
