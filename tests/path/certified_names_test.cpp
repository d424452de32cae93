// The names of a certificate that name constraints are about.

#include "path/name_constraints/certified_names.h"

#include <catch2/catch_test_macros.hpp>

#include "base/text.h"
#include "identity_support.h"

namespace pki::path::test {
namespace {

namespace nc = name_constraints;
using Texts = std::vector<std::string>;

// A certificate with this subject, and these alternative names (DER); none where there are no octets.
x509::CertificatePtr certificate(ByteVector subject, const ByteVector& names = {}) {
  Draft draft = clean_leaf();
  draft.subject = std::move(subject);
  draft.remove(oids::kSubjectAltName);
  if (!names.empty()) draft.set(oids::kSubjectAltName, false, names);
  return draft.parse();
}
x509::CertificatePtr certificate(const std::string& subject, const ByteVector& names = {}) {
  return certificate(encode_test_name(subject), names);
}

std::vector<nc::CertifiedName> find(const x509::CertificatePtr& of) {
  return nc::find_certified_names(*of, CommonNameUse::WithoutAlternativeNames);
}

Texts texts(const x509::CertificatePtr& of) {
  Texts found;
  for (const nc::CertifiedName& name : find(of)) found.push_back(nc::text_of(name, *of));
  return found;
}

}  // namespace

TEST_CASE("A common name counts as a host where no alternative name is one and it can be one") {
  CHECK(texts(certificate("CN=www.lab.example,O=Lab")) ==
        Texts{"CN:www.lab.example", "DirName:CN=www.lab.example,O=Lab"});
  CHECK(texts(certificate("O=Lab,CN=www.lab.example")) ==
        Texts{"CN:www.lab.example", "DirName:O=Lab,CN=www.lab.example"});
  CHECK(texts(certificate("CN=10.0.0.1")) == Texts{"CN:10.0.0.1", "DirName:CN=10.0.0.1"});
  CHECK(find(certificate("CN=10.0.0.1")).front().point.form == nc::Form::IpAddress);
  CHECK(texts(certificate("CN=Ann Smith")) == Texts{"DirName:CN=Ann Smith"});
  CHECK(texts(certificate("O=Lab")) == Texts{"DirName:O=Lab"});
  CHECK(texts(certificate(attribute_name(oids::kCommonName, kUtf8, ""))) == Texts{"DirName:CN="});
  // A BMPString of one octet.
  CHECK(find(certificate(attribute_name(oids::kCommonName, kBmp, "x"))).size() == 1);
  const Texts no_host = {"email:ann@lab.example", "CN:www.lab.example", "DirName:CN=www.lab.example"};
  CHECK(texts(certificate("CN=www.lab.example", general_names({{kEmailName, "ann@lab.example"}}))) == no_host);
  for (const auto& host :
       {general_names({{kDnsName, "ftp.lab.example"}}), general_names({{0x87, std::string_view("\x0A\0\0\1", 4)}})}) {
    CHECK(texts(certificate("CN=www.lab.example", host)).size() == 2);
    CHECK(texts(certificate("CN=www.lab.example", host)).back() == "DirName:CN=www.lab.example");
  }
}

TEST_CASE("An emailAddress of the subject is an IA5String or a UTF8String") {
  const auto point = [](std::uint8_t tag) {
    return find(certificate(attribute_name(oids::kEmailAddress, tag, "ann@lab.example"))).front().point;
  };
  CHECK(point(kIa5).fault.empty());
  CHECK(point(kUtf8).fault.empty());
  CHECK_FALSE(point(kPrintable).fault.empty());
  CHECK_FALSE(point(kTeletex).fault.empty());
  CHECK(texts(certificate("CN=Ann Smith,emailAddress=ann@lab.example")).front() == "emailAddress:ann@lab.example");
}

TEST_CASE("A SmtpUTF8Mailbox is an e-mail address and the otherName that it is") {
  const auto of = certificate("O=Lab", tlv(kSeq, {other_name(oids::kSmtpUtf8Mailbox, kUtf8, "\u00E4nn@lab.example")}));
  const std::vector<nc::CertifiedName> names = find(of);
  REQUIRE(names.size() == 3);
  CHECK(names[0].point.form == nc::Form::Email);
  CHECK(names[0].point.mailbox == "\u00E4nn");
  x509::GeneralName email;
  email.kind = x509::GeneralNameKind::Email;
  CHECK(names[0].form == nc::form_key(email));
  CHECK(names[1].point.form == nc::Form::Other);
  CHECK(names[1].form == nc::form_key(of->extensions().subject_alt_name->names[0]));
}

TEST_CASE("A user principal name is no e-mail address") {
  const auto of = certificate("emailAddress=bob@lab.example",
                              tlv(kSeq, {other_name(oids::kUserPrincipalName, kUtf8, "ann@lab.example")}));
  const std::vector<nc::CertifiedName> names = find(of);
  REQUIRE(names.size() == 3);
  CHECK(names[0].point.form == nc::Form::Upn);
  CHECK(names[1].point.form == nc::Form::Email);
  CHECK(names[1].point.mailbox == "bob");
}

TEST_CASE("A long name is cut, and never inside a character") {
  const auto told = [](const std::string& text) {
    return texts(certificate(attribute_name(oids::kOrganization, kUtf8, text))).front();
  };
  CHECK(told(std::string(189, 'a')) == "DirName:O=" + std::string(189, 'a'));
  CHECK(told(std::string(190, 'a')) == "DirName:O=" + std::string(190, 'a'));
  CHECK(told(std::string(191, 'a')) == "DirName:O=" + std::string(190, 'a') + "...");
  CHECK(told(std::string(189, 'a') + "\u4E2Dbc") == "DirName:O=" + std::string(189, 'a') + "...");
  CHECK(told(std::string(188, 'a') + "\u4E2Dbc") == "DirName:O=" + std::string(188, 'a') + "...");
  CHECK(told(std::string(187, 'a') + "\u4E2Dbc") == "DirName:O=" + std::string(187, 'a') + "\u4E2D...");
}

}  // namespace pki::path::test
