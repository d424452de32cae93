#include "estate/pack/xml.h"

#include "base/assert.h"
#include "base/encoding.h"
#include "estate/pack/quote.h"

namespace pki::estate::pack {

PropertyList::PropertyList()
    : text_(
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n"
          "<plist version=\"1.0\">\n") {}

PropertyList& PropertyList::data(Bytes octets) { return element("data", to_base64(octets)); }

std::string PropertyList::finish() {
  PKI_ASSERT(depth_ == 0);
  return text_ + "</plist>\n";
}

PropertyList& PropertyList::open(std::string_view tag) {
  line("<" + std::string(tag) + ">");
  ++depth_;
  return *this;
}

PropertyList& PropertyList::close(std::string_view tag) {
  PKI_ASSERT(depth_ > 0);
  --depth_;
  line("</" + std::string(tag) + ">");
  return *this;
}

PropertyList& PropertyList::element(std::string_view tag, std::string_view text) {
  const std::string name(tag);
  line("<" + name + ">" + xml_text(text) + "</" + name + ">");
  return *this;
}

void PropertyList::line(std::string_view text) {
  text_.append(depth_, '\t');
  text_ += text;
  text_ += '\n';
}

}  // namespace pki::estate::pack
