#include "formats/pkcs7.h"

#include <utility>

#include "asn1/ber.h"
#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "asn1/rules.h"
#include "cms/signed_data.h"
#include "formats/rules.h"

namespace pki::formats {
namespace {

using asn1::Context;
using asn1::Element;

std::vector<Pkcs7Member> members_of(const std::vector<Element>& elements, const Context& context) {
  std::vector<Pkcs7Member> members;
  for (const Element& element : elements) {
    members.push_back({to_vector(element.whole), range_within(context.root(), element.whole)});
  }
  return members;
}

Result<Pkcs7Contents> read_content_info(Bytes der) {
  Context context(der);
  PKI_TRY(const cms::ContentInfo info, cms::read_content_info(der, context));
  if (info.type != asn1::oids::kPkcs7SignedData) {
    return context.finding(rules::kPkcs7OtherContent, info.type_whole, {{"type", asn1::oid_name(info.type)}});
  }
  PKI_TRY(const asn1::Reader reader, cms::enter_content(info, asn1::oids::kPkcs7SignedData, "SignedData", context));
  PKI_TRY(const cms::SignedDataOutline outline, cms::read_signed_data_outline(reader));
  for (const Element& other : outline.others) {
    context.note(rules::kPkcs7OtherCertificate, other.whole, {{"tag", asn1::tag_name(other.tag)}});
  }
  Pkcs7Contents contents;
  contents.certificates = members_of(outline.certificates, context);
  contents.crls = members_of(outline.crls, context);
  contents.signers = outline.signer_infos.size();
  if (contents.certificates.empty() && contents.crls.empty()) context.note(rules::kPkcs7Empty, der);
  if (contents.signers > 0) {
    context.note(rules::kPkcs7Signed, der, {{"signers", std::to_string(contents.signers)}});
  }
  contents.findings = context.take_findings();
  return contents;
}

}  // namespace

Result<Pkcs7Contents> read_pkcs7(Bytes message) {
  Result<Pkcs7Contents> read = read_content_info(message);
  if (read.ok() || read.error().rule != &asn1::rules::kLengthIndefinite) return read;
  PKI_TRY(ByteVector der, asn1::ber_to_der(message));
  PKI_TRY(Pkcs7Contents contents, read_content_info(der));
  for (Pkcs7Member& member : contents.certificates) member.range.reset();
  for (Pkcs7Member& member : contents.crls) member.range.reset();
  contents.converted = std::move(der);
  contents.findings.push_back({&rules::kPkcs7Ber, {}, {}});
  return contents;
}

}  // namespace pki::formats
