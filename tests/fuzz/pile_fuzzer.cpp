// Certificates, one after the other (each with two octets of length before it). Laws of a sorted pile: every
// certificate stands in a chain or is a stray, none is both; each link of a chain is proved by its signature.

#include <algorithm>

#include "base/assert.h"
#include "pile/sort.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  pki::Bytes rest(data, size);
  pki::pile::Pile pile;
  while (rest.size() >= 2 && pile.certificates.size() < 32) {
    const std::size_t length = std::min<std::size_t>(rest.size() - 2, rest[0] * 256U + rest[1]);
    auto certificate = pki::x509::Certificate::parse(pki::to_vector(rest.subspan(2, length)));
    if (certificate) pile.certificates.push_back(*certificate);
    rest = rest.subspan(2 + length);
  }
  pile.now = pki::Time{1781524800};
  if (pile.certificates.size() > 2) pile.anchors = {1};
  const pki::pile::SortedPile sorted = pki::pile::sort(pile);
  std::vector<bool> in_chain(pile.certificates.size(), false);
  for (const pki::pile::Chain& chain : sorted.chains) {
    for (std::size_t i = 0; i < chain.certificates.size(); ++i) {
      in_chain[chain.certificates[i]] = true;
      if (i == 0) continue;
      const auto& above = *pile.certificates[chain.certificates[i]];
      const auto& below = *pile.certificates[chain.certificates[i - 1]];
      PKI_ASSERT(below.issuer_key() == above.subject_key());
      PKI_ASSERT(pki::x509::verify_signed_by(below, above.public_key()).ok());
    }
  }
  std::size_t strays = 0;
  for (const pki::pile::Stray& stray : sorted.strays) {
    PKI_ASSERT(!in_chain[stray.index]);
    ++strays;
  }
  const auto chained = static_cast<std::size_t>(std::count(in_chain.begin(), in_chain.end(), true));
  PKI_ASSERT(chained + strays == pile.certificates.size());
  return 0;
}
