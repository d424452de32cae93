#pragma once
// The input of the fuzzer of the whole check: everything that a check is asked, in one string of octets. It is a list
// of items: a letter, an octet that says who signs, two octets of length, and the content.
//
//   T certificate  the target (the last one counts; without it, the first of the pool)
//   P certificate  of the pool
//   A certificate  an anchor
//   B certificate  an anchor that is a bare name and key
//   C CRL
//   R OCSP response
//   N text         a name that the target must have (parse_reference_identity())
//   D octets       a policy that is wanted: the contents octets of its OID
//   O octets       the options, an octet for each; those that are missing have their defaults
//
// The octet: 0 leaves certificates, CRLs and OCSP responses as they are; any other signs them anew with the key of the
// certificate that is the item of that number, counted from 1 (toy_signature.h).

#include <span>
#include <vector>

#include "base/bytes.h"
#include "path/builder.h"

namespace pki::test {

/// One item, as written.
struct CheckItem {
  std::uint8_t kind = 0;
  std::uint8_t signer = 0;
  Bytes content;
};

/// Items beyond these many are not read.
inline constexpr std::size_t kMostCheckItems = 48;

/// The items of an input; views into it. What is no whole item at the end is one with what is there.
std::vector<CheckItem> read_check_items(Bytes input);

/// Appends an item. The content is cut off at 65,535 octets.
void write_check_item(ByteVector& to, const CheckItem& item);

/// What the items ask. Its target is null where there is none.
path::PathQuestion read_check_question(std::span<const CheckItem> items);

}  // namespace pki::test
