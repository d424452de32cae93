#include "cloudpki/tenant/identifier.h"

#include <array>

#include "base/encoding.h"
#include "crypto/random.h"
#include "crypto/rules.h"

namespace pki::cloudpki::tenant {

Result<std::string> make_uuid() {
  std::array<std::uint8_t, 16> octets{};
  if (!crypto::random_fill(octets)) return Finding{&crypto::rules::kRandomFailed, {}, {}};
  octets[6] = static_cast<std::uint8_t>((octets[6] & 0x0F) | 0x40);  // version 4
  octets[8] = static_cast<std::uint8_t>((octets[8] & 0x3F) | 0x80);  // the variant of RFC 9562 4.1
  std::string text = to_hex(octets);
  for (const std::size_t at : {20U, 16U, 12U, 8U}) text.insert(at, 1, '-');
  return text;
}

}  // namespace pki::cloudpki::tenant
