// Law: a message that is read lies in its own octets and is read again as the same; opening it with a key ends.

#include "base/assert.h"
#include "cms/envelope.h"
#include "support/files.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pki;
  const auto message = cms::EnvelopedData::parse(to_vector({data, size}));
  if (!message.ok()) return 0;
  const cms::EnvelopedData& read = **message;
  for (const Finding& finding : read.findings()) {
    PKI_ASSERT(!finding.where.range || finding.where.range->end() <= read.der().size());
  }
  PKI_ASSERT(read.recipients().size() <= cms::kMaxRecipients);
  for (const cms::Recipient& recipient : read.recipients()) PKI_ASSERT(read.range(recipient.whole));
  const auto again = cms::EnvelopedData::parse(to_vector(read.der()));
  PKI_ASSERT(again.ok() && !(*again)->converted());
  PKI_ASSERT((*again)->encrypted_content().has_value() == read.encrypted_content().has_value());
  if (read.encrypted_content()) PKI_ASSERT(equal(*read.encrypted_content(), *(*again)->encrypted_content()));
  static const crypto::PrivateKey key = crypto::PrivateKey::from_pkcs8(test::read_test_pem("cms/rsa.key.pem")).value();
  const auto content = cms::open_envelope(read, key, nullptr);
  PKI_ASSERT(content.ok() || content.error().rule != nullptr);
  return 0;
}
