#include "api/show_extension.h"
#include "api/texts.h"
#include "asn1/oid_registry.h"
#include "base/text.h"

namespace pki::api {

Shown show(const x509::TlsFeature& value, const Place&) {
  // RFC 7633 4.1: the features are TLS extension numbers.
  constexpr std::uint64_t kStatusRequest = 5;
  std::vector<std::string> texts;
  for (const std::uint64_t feature : value.features) {
    texts.push_back(feature == kStatusRequest ? "status_request (5, must staple)" : std::to_string(feature));
  }
  return {join(texts), {}};
}

Shown show(const x509::OcspNoCheck&, const Place&) { return {"revocation of this certificate is not checked", {}}; }

Shown show(const x509::MsTemplateName& value, const Place&) { return {printable(value.name), {}}; }

Shown show(const x509::MsTemplate& value, const Place& place) {
  Shown shown;
  shown.text = asn1::oid_name(value.id);
  shown.fields.push_back(
      Field("Template", asn1::oid_name_and_dotted(value.id)).range(place, value.id.content()).oid(value.id));
  if (value.major_version.has_value()) {
    std::string version = std::to_string(*value.major_version);
    if (value.minor_version.has_value()) version += "." + std::to_string(*value.minor_version);
    shown.text += ", version " + version;
    shown.fields.emplace_back("Version", version);
  }
  return shown;
}

Shown show(const x509::MsCaVersion& value, const Place&) {
  const std::string certificate = std::to_string(value.certificate_index);
  const std::string key = std::to_string(value.key_index);
  Shown shown{"V" + certificate + "." + key, {}};
  shown.fields.emplace_back("Certificate index", certificate);
  shown.fields.emplace_back("Key index", key);
  return shown;
}

Shown show(const x509::MsSecurityIdentifier& value, const Place&) { return {printable(value.sid), {}}; }

}  // namespace pki::api
