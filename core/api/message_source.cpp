#include "api/message_source.h"

#include <algorithm>

#include "api/rules.h"
#include "formats/sniff.h"

namespace pki::api {
namespace {

using formats::Item;
using formats::ItemKind;

constexpr std::string_view kWanted = "a signed or enveloped message (CMS, PKCS#7)";

/// Why there is no message.
Finding nothing_wanted(const formats::Dropped& dropped) {
  if (dropped.items.empty()) return {&rules::kSourceNone, {}, {{"wanted", std::string(kWanted)}}};
  const std::string_view found = formats::kind_phrase(dropped.items.front().kind);
  return {&rules::kSourceWrongKind, {}, {{"wanted", std::string(kWanted)}, {"found", std::string(found)}}};
}

}  // namespace

Result<ByteVector> read_message(const json::Value& value) {
  PKI_TRY(const SourceData source, read_source(value));
  // What is noted of a file of certificates (that its signatures are not checked, for one) is no news of a message.
  formats::Dropped dropped = formats::read_dropped(source.data);
  const auto is_message = [](const Item& item) { return item.kind == ItemKind::Pkcs7; };
  const auto message = std::find_if(dropped.items.begin(), dropped.items.end(), is_message);
  if (message == dropped.items.end()) return value.at(nothing_wanted(dropped));
  const auto count = std::count_if(dropped.items.begin(), dropped.items.end(), is_message);
  if (count > 1) {
    return value.at({&rules::kSourceSeveral, {}, {{"wanted", std::string(kWanted)}, {"count", std::to_string(count)}}});
  }
  if (const Status size = check_size(message->der); !size.ok()) return value.at(size.error());
  return std::move(message->der);
}

}  // namespace pki::api
