// Law: a message that is read lies in its own octets, is read again as the same, and no signature of nobody fits.

#include "asn1/oids.h"
#include "base/assert.h"
#include "cms/signature.h"
#include "support/files.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pki;
  const auto message = cms::SignedData::parse(to_vector({data, size}));
  if (!message.ok()) return 0;
  const cms::SignedData& read = **message;
  for (const Finding& finding : read.findings()) {
    PKI_ASSERT(!finding.where.range || finding.where.range->end() <= read.der().size());
  }
  if (read.has_content()) PKI_ASSERT(read.range(read.content()) || read.content().empty());
  PKI_ASSERT(read.signers().size() <= cms::kMaxSigners);
  static const ByteVector spki = test::read_test_pem("crypto/p-256.pub.pem");
  asn1::Context context(spki);
  const auto stranger = crypto::read_public_key(spki, context);
  PKI_ASSERT(stranger.ok());
  for (const cms::SignerInfo& signer : read.signers()) {
    PKI_ASSERT(read.range(signer.whole));
    PKI_ASSERT(!signer.signer.text().empty());
    PKI_ASSERT(!cms::verify_signer(read, signer, *stranger).ok());
  }
  const auto again = cms::SignedData::parse(to_vector(read.der()));
  PKI_ASSERT(again.ok() && !(*again)->converted());
  PKI_ASSERT((*again)->signers().size() == read.signers().size());
  PKI_ASSERT(equal((*again)->content(), read.content()));
  return 0;
}
