#include "x509/extensions/key_usage.h"

#include <algorithm>
#include <array>

#include "asn1/values.h"
#include "asn1/writer.h"
#include "base/text.h"
#include "x509/rules.h"

namespace pki::x509 {
namespace {

// By the number of the bit.
constexpr std::array<std::string_view, 9> kNames = {"digitalSignature", "nonRepudiation", "keyEncipherment",
                                                    "dataEncipherment", "keyAgreement",   "keyCertSign",
                                                    "cRLSign",          "encipherOnly",   "decipherOnly"};

}  // namespace

std::string_view key_usage_name(KeyUsageBit bit) { return kNames[static_cast<std::size_t>(bit)]; }

std::optional<KeyUsageBit> key_usage_from_name(std::string_view name) {
  // X.509's newer name of bit 1.
  if (equal_ignoring_ascii_case(name, "contentCommitment")) return KeyUsageBit::NonRepudiation;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (equal_ignoring_ascii_case(name, kNames[i])) return static_cast<KeyUsageBit>(i);
  }
  return std::nullopt;
}

std::vector<KeyUsageBit> KeyUsage::list() const {
  std::vector<KeyUsageBit> set_bits;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (has(static_cast<KeyUsageBit>(i))) set_bits.push_back(static_cast<KeyUsageBit>(i));
  }
  return set_bits;
}

Result<KeyUsage> read_key_usage(Bytes value, asn1::Context& context) {
  PKI_TRY(const asn1::Element element, asn1::read_single(value, asn1::tags::kBitString, "KeyUsage", context));
  PKI_TRY(const asn1::BitString bits, asn1::read_named_bits(element, context));
  KeyUsage usage;
  const std::size_t count = std::min<std::size_t>(bits.bit_count(), 32);
  for (std::size_t i = 0; i < count; ++i) {
    if (bits.bit(i)) usage.bits |= 1U << i;
  }
  // RFC 5280 4.2.1.3: at least one of the bits must be set.
  if (usage.bits == 0) context.note(rules::kKeyUsageNone, value);
  return usage;
}

ByteVector encode(const KeyUsage& usage) {
  asn1::Writer writer;
  writer.named_bits(usage.bits);
  return writer.take();
}

}  // namespace pki::x509
