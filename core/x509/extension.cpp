#include "x509/extension.h"

#include <algorithm>

#include "asn1/oid_registry.h"
#include "asn1/rules.h"
#include "asn1/values.h"
#include "x509/reading.h"
#include "x509/rules.h"

namespace pki::x509 {
namespace {

/// RFC 5280 4.2: a certificate must not include more than one instance of an extension.
void note_duplicates(const std::vector<Extension>& extensions, asn1::Context& context) {
  std::vector<asn1::Oid> ids;
  ids.reserve(extensions.size());
  for (const Extension& extension : extensions) ids.push_back(extension.id);
  for (const std::size_t i : find_repeated(ids)) {
    context.note(rules::kExtensionsDuplicate, extensions[i].whole, {{"extension", asn1::oid_name(ids[i])}});
  }
}

}  // namespace

Result<Extension> take_extension(asn1::Reader& list) {
  asn1::Context& context = list.context();
  PKI_TRY(const asn1::Element sequence, list.expect(asn1::tags::kSequence, "Extension"));
  asn1::Reader reader(sequence.value, context);
  Extension extension;
  extension.whole = sequence.whole;
  PKI_TRY(extension.id, take_oid(reader, "extnID"));
  PKI_TRY(const auto critical, reader.optional(asn1::tags::kBoolean));
  if (critical) {
    PKI_TRY(extension.critical, asn1::read_boolean(*critical, context));
    // X.690 11.5: a value that is the default is left out.
    if (!extension.critical) {
      context.note(asn1::rules::kDefaultEncoded, critical->whole, {{"what", "critical"}});
    }
  }
  PKI_TRY(const asn1::Element value, reader.expect(asn1::tags::kOctetString, "extnValue"));
  PKI_CHECK(reader.finish("Extension"));
  extension.value = value.value;
  return extension;
}

Result<std::vector<Extension>> read_extensions(Bytes contents, asn1::Context& context) {
  std::vector<Extension> extensions;
  asn1::Reader reader(contents, context);
  while (!reader.at_end()) {
    PKI_TRY(const Extension extension, take_extension(reader));
    extensions.push_back(extension);
  }
  // RFC 5280 4.1.2.9: a sequence of one or more.
  if (extensions.empty()) context.note(rules::kExtensionsEmpty, contents);
  note_duplicates(extensions, context);
  return extensions;
}

const Extension* find_extension(const std::vector<Extension>& extensions, asn1::Oid id) {
  const auto found = std::find_if(extensions.begin(), extensions.end(),
                                  [&](const Extension& extension) { return extension.id == id; });
  return found == extensions.end() ? nullptr : &*found;
}

void write_extensions(asn1::Writer& writer, const std::vector<ExtensionInput>& extensions) {
  if (extensions.empty()) return;
  writer.sequence([&](asn1::Writer& list) {
    for (const ExtensionInput& extension : extensions) {
      list.sequence([&](asn1::Writer& w) {
        w.oid(extension.id.view());
        if (extension.critical) w.boolean(true);
        w.octet_string(extension.value);
      });
    }
  });
}

}  // namespace pki::x509
