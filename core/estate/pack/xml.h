#pragma once
// A property list of Apple as XML, written element by element: every text is escaped here.

#include <string>
#include <string_view>

#include "base/bytes.h"

namespace pki::estate::pack {

/// Writes one property list (plist 1.0). Every begin has its end; within a dictionary each value has a key.
class PropertyList {
 public:
  PropertyList();

  PropertyList& begin_dictionary() { return open("dict"); }
  PropertyList& end_dictionary() { return close("dict"); }
  PropertyList& begin_array() { return open("array"); }
  PropertyList& end_array() { return close("array"); }
  PropertyList& key(std::string_view name) { return element("key", name); }
  PropertyList& text(std::string_view value) { return element("string", value); }
  PropertyList& number(int value) { return element("integer", std::to_string(value)); }
  PropertyList& data(Bytes octets);
  /// A key and its text.
  PropertyList& entry(std::string_view name, std::string_view value) { return key(name).text(value); }

  /// The whole text. Nothing may be open.
  std::string finish();

 private:
  PropertyList& open(std::string_view tag);
  PropertyList& close(std::string_view tag);
  PropertyList& element(std::string_view tag, std::string_view text);
  void line(std::string_view text);

  std::string text_;
  std::size_t depth_ = 0;
};

}  // namespace pki::estate::pack
