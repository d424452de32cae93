#include "api/request_fields.h"

#include "api/describe_extensions.h"
#include "api/describe_key.h"
#include "api/describe_name.h"
#include "api/help.h"
#include "api/texts.h"
#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "base/text.h"

namespace pki::api {
namespace {

namespace oids = asn1::oids;
using x509::Request;
using x509::RequestAttribute;

std::string info_path(std::string_view name) { return "certificationRequestInfo." + std::string(name); }

// --- Attributes that Request has read ------------------------------------------------------------------------------

Shown show_requested_extensions(const Request& request, const Place& place) {
  const x509::KnownExtensions& extensions = request.extensions();
  std::vector<std::string> labels;
  for (const x509::Extension& extension : extensions.all) labels.push_back(extension_label(extension.id));
  return {join(labels), extension_fields(extensions, place, "extensionRequest")};
}

Shown show_challenge_password(const Request& request, const Place&) {
  return {printable(request.challenge_password().value_or("")), {}};
}

Shown show_os_version(const Request& request, const Place&) { return {printable(request.microsoft().os_version), {}}; }

Shown show_csp(const Request& request, const Place&) {
  const auto& csp = request.microsoft().csp;
  if (!csp.has_value()) return {};
  Shown shown{printable(csp->provider), {}};
  shown.fields.emplace_back("Provider", shown.text);
  shown.fields.emplace_back("Key specification", std::to_string(csp->key_spec));
  return shown;
}

Shown show_client(const Request& request, const Place&) {
  const auto& client = request.microsoft().client;
  if (!client.has_value()) return {};
  Shown shown{printable(client->user + " on " + client->machine + ", " + client->process), {}};
  shown.fields.emplace_back("Client", std::to_string(client->client_id));
  shown.fields.emplace_back("Machine", printable(client->machine));
  shown.fields.emplace_back("User", printable(client->user));
  shown.fields.emplace_back("Process", printable(client->process));
  return shown;
}

Shown show_name_values(const Request& request, const Place&) {
  Shown shown;
  std::vector<std::string> texts;
  for (const auto& [name, value] : request.microsoft().name_values) {
    shown.fields.emplace_back(printable(name), printable(value));
    texts.push_back(shown.fields.back().label() + ": " + shown.fields.back().value());
  }
  shown.text = join(texts);
  return shown;
}

struct Row {
  asn1::Oid type;
  Shown (*show)(const Request&, const Place&);
};
constexpr Row kRows[] = {
    {oids::kExtensionRequest, show_requested_extensions},
    {oids::kMsCertExtensions, show_requested_extensions},
    {oids::kChallengePassword, show_challenge_password},
    {oids::kMsOsVersion, show_os_version},
    {oids::kMsEnrollmentCsp, show_csp},
    {oids::kMsRequestClientInfo, show_client},
    {oids::kMsEnrollmentNameValue, show_name_values},
};

// --- Fields ----------------------------------------------------------------------------------------------------------

/// The first attribute of each type is the one that Request has read.
bool is_first_of_its_type(const Request& request, const RequestAttribute& attribute) {
  for (const RequestAttribute& other : request.attributes()) {
    if (other.type == attribute.type) return &other == &attribute;
  }
  return false;
}

Shown show_attribute(const Request& request, const RequestAttribute& attribute, const Place& place) {
  for (const Row& row : kRows) {
    if (row.type != attribute.type || !is_first_of_its_type(request, attribute)) continue;
    if (Shown shown = row.show(request, place); !shown.text.empty()) return shown;
  }
  std::vector<std::string> texts;
  for (const asn1::Element& value : attribute.values) texts.push_back(element_text(value));
  return {join(texts), {}};
}

Field attribute_field(const Request& request, const RequestAttribute& attribute, const Place& place) {
  Shown shown = show_attribute(request, attribute, place);
  const HelpRow* help = find_help(attribute.type.to_dotted());
  Field field(help != nullptr ? std::string(help->label) : asn1::oid_name(attribute.type), shown.text);
  field.range(place, attribute.whole).oid(attribute.type).help(attribute.type.to_dotted());
  if (const asn1::OidInfo* info = asn1::find_oid(attribute.type)) field.alias(info->name);
  return field.add(std::move(shown.fields));
}

Field attributes_field(const Request& request, const Place& place) {
  Field field("Attributes", count_text(request.attributes().size(), "attribute"));
  field.path(info_path("attributes")).help("request.attributes");
  for (const RequestAttribute& attribute : request.attributes()) {
    field.add(attribute_field(request, attribute, place));
  }
  return field;
}

Field subject_field(const Request& request, const Place& place) {
  const x509::Name& subject = request.subject();
  Field field("Subject", subject.empty() ? "(empty)" : x509::to_rfc4514(subject));
  return field.range(place, subject.der())
      .path(info_path("subject"))
      .help("request.subject")
      .add(name_fields(subject, place));
}

Field key_field(const Request& request, const Place& place) {
  const crypto::PublicKey& key = request.public_key();
  Field field("Subject public key", crypto::public_key_name(key));
  return field.range(place, key.whole)
      .path(info_path("subjectPKInfo"))
      .help("request.public_key")
      .add(public_key_fields(key, place));
}

Field algorithm_field(const Request& request, const Place& place) {
  Field field("Signature algorithm",
              crypto::signature_algorithm_name(request.signature_algorithm(), request.algorithm()));
  return field.range(place, request.algorithm().whole).oid(request.algorithm().oid).path("signatureAlgorithm");
}

Field signature_field(const Request& request, const Place& place) {
  Field field("Signature", octets_text(request.signature().octets));
  field.range(place, request.signature().octets).path("signature").help("request.signature");
  return field.add(Field("Signed part", count_text(request.info().size(), "octet")).range(place, request.info()));
}

}  // namespace

FieldList request_fields(const Request& request) {
  const Place place(request.der());
  FieldList fields;
  fields.push_back(
      Field("Version", std::to_string(request.version())).path(info_path("version")).help("request.version"));
  fields.push_back(subject_field(request, place));
  fields.push_back(key_field(request, place));
  fields.push_back(attributes_field(request, place));
  fields.push_back(algorithm_field(request, place));
  fields.push_back(signature_field(request, place));
  return fields;
}

}  // namespace pki::api
