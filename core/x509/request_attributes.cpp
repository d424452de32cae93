#include "x509/request_attributes.h"

#include <array>

#include "asn1/oids.h"
#include "asn1/rules.h"
#include "x509/rules.h"

namespace pki::x509 {

using asn1::Context;
using asn1::Element;
using asn1::Reader;
namespace tags = asn1::tags;
namespace oids = asn1::oids;

namespace {

// A string of any type: the types that MS-WCCE names are not the only ones that are written.
Result<std::string> next_text(Reader& reader, std::string_view what) {
  PKI_TRY(const Element element, reader.next());
  if (asn1::is_string_tag(element.tag)) return asn1::read_string(element, reader.context());
  return reader.context().finding(
      asn1::rules::kElementUnexpected, element.whole,
      {{"what", std::string(what)}, {"expected", "a string"}, {"found", asn1::tag_name(element.tag)}});
}

Result<Reader> enter(const Element& value, std::string_view what, Context& context) {
  Reader outer(value.whole, context);
  return outer.enter(tags::kSequence, what);
}

Status read_os_version(const Element& value, MsRequestInfo& info, Context& context) {
  Reader reader(value.whole, context);
  PKI_TRY(info.os_version, next_text(reader, "OSVersion"));
  return {};
}

// MS-WCCE 2.2.2.7.2: SEQUENCE { keySpec INTEGER, cspName BMPString, signature BIT STRING }
Status read_csp(const Element& value, MsRequestInfo& info, Context& context) {
  PKI_TRY(Reader reader, enter(value, "EnrollmentCSP", context));
  MsRequestInfo::Csp csp;
  PKI_TRY(const Element key_spec, reader.expect(tags::kInteger, "keySpec"));
  PKI_TRY(csp.key_spec, asn1::read_unsigned(key_spec, context));
  PKI_TRY(csp.provider, next_text(reader, "cspName"));
  PKI_TRY(const Element signature, reader.expect(tags::kBitString, "signature"));
  PKI_CHECK(asn1::read_bit_string(signature, context));
  info.csp = std::move(csp);
  return reader.finish("EnrollmentCSP");
}

// MS-WCCE 2.2.2.7.4: SEQUENCE { clientId INTEGER, MachineName, UserName, ProcessName UTF8String }
Status read_client_info(const Element& value, MsRequestInfo& info, Context& context) {
  PKI_TRY(Reader reader, enter(value, "RequestClientInfo", context));
  MsRequestInfo::ClientInfo client;
  PKI_TRY(const Element id, reader.expect(tags::kInteger, "clientId"));
  PKI_TRY(client.client_id, asn1::read_unsigned(id, context));
  PKI_TRY(client.machine, next_text(reader, "MachineName"));
  PKI_TRY(client.user, next_text(reader, "UserName"));
  PKI_TRY(client.process, next_text(reader, "ProcessName"));
  info.client = std::move(client);
  return reader.finish("RequestClientInfo");
}

// MS-WCCE 2.2.2.7.10: SEQUENCE { name BMPString, value BMPString }
Status read_name_value(const Element& value, MsRequestInfo& info, Context& context) {
  PKI_TRY(Reader reader, enter(value, "EnrollmentNameValuePair", context));
  PKI_TRY(std::string name, next_text(reader, "name"));
  PKI_TRY(std::string text, next_text(reader, "value"));
  info.name_values.emplace_back(std::move(name), std::move(text));
  return reader.finish("EnrollmentNameValuePair");
}

struct MicrosoftAttribute {
  asn1::Oid type;
  Status (*read)(const Element& value, MsRequestInfo& info, Context& context);
  bool many_values;
};
constexpr std::array kMicrosoftAttributes = {
    MicrosoftAttribute{oids::kMsOsVersion, read_os_version, false},
    MicrosoftAttribute{oids::kMsEnrollmentCsp, read_csp, false},
    MicrosoftAttribute{oids::kMsRequestClientInfo, read_client_info, false},
    MicrosoftAttribute{oids::kMsEnrollmentNameValue, read_name_value, true},
};

void note_if_failed(Status status, Context& context) {
  if (!status) context.note(std::move(status).error());
}

}  // namespace

Result<RequestAttribute> read_request_attribute(const Element& element, Context& context) {
  Reader outer(element.whole, context);
  PKI_TRY(Reader reader, outer.enter(tags::kSequence, "Attribute"));
  RequestAttribute attribute;
  attribute.whole = element.whole;
  PKI_TRY(const Element type, reader.expect(tags::kOid, "type"));
  PKI_TRY(attribute.type, asn1::read_oid(type, context));
  PKI_TRY(Reader values, reader.enter(tags::kSet, "values"));
  while (!values.at_end()) {
    PKI_TRY(const Element value, values.next());
    if (!attribute.values.empty() && compare(attribute.values.back().whole, value.whole) > 0) {
      context.note(asn1::rules::kSetOrder, value.whole);
    }
    attribute.values.push_back(value);
  }
  PKI_CHECK(reader.finish("Attribute"));
  return attribute;
}

const Element* single_value(const RequestAttribute& attribute, Context& context) {
  if (attribute.values.size() != 1) {
    context.note(rules::kRequestAttributeValues, attribute.whole,
                 {{"attribute", attribute.type.to_dotted()}, {"values", std::to_string(attribute.values.size())}});
  }
  return attribute.values.empty() ? nullptr : &attribute.values.front();
}

std::optional<std::string> read_challenge_password(const RequestAttribute& attribute, Context& context) {
  const Element* value = single_value(attribute, context);
  if (value == nullptr) return std::nullopt;
  Reader reader(value->whole, context);
  auto text = next_text(reader, "challengePassword");
  if (text) return std::move(text).value();
  context.note(std::move(text).error());
  return std::nullopt;
}

void read_microsoft_attribute(const RequestAttribute& attribute, MsRequestInfo& info, Context& context) {
  for (const MicrosoftAttribute& known : kMicrosoftAttributes) {
    if (known.type != attribute.type) continue;
    if (!known.many_values) {
      const Element* value = single_value(attribute, context);
      if (value != nullptr) note_if_failed(known.read(*value, info, context), context);
      return;
    }
    for (const Element& value : attribute.values) {
      note_if_failed(known.read(value, info, context), context);
    }
    return;
  }
}

}  // namespace pki::x509
