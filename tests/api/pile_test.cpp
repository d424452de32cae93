// pile.sort through the door.

#include <chrono>

#include "ask.h"
#include "asn1/pem.h"
#include "support/chain_builder.h"
#include "support/files.h"
#include "support/walk.h"
#include "x509/extensions/access_info.h"

namespace pki::test {
namespace {

const Party kRoot{"CN=Root,O=Lab", 1};
const Party kIssuing{"CN=Issuing,O=Lab", 2};

Json named(Bytes octets, const char* name) {
  Json file = file_of(octets);
  file["name"] = name;
  return file;
}

Json sort(Json files) {
  Json params;
  params["files"] = std::move(files);
  params["now"] = "2026-06-15";
  return result_of("pile.sort", std::move(params));
}

CertificateSpec with_aia(CertificateSpec spec, std::vector<std::string> urls) {
  std::vector<x509::AccessInput> access;
  for (std::string& url : urls) access.push_back({asn1::OwnedOid(asn1::oids::kCaIssuers), std::move(url)});
  const auto value = x509::encode_access_info(access);
  PKI_ASSERT(value.ok());
  spec.more.push_back(make_extension(asn1::oids::kAuthorityInfoAccess, false, *value));
  return spec;
}

/// Debian's bundle of roots as one text; empty where the machine has none.
std::string debian_bundle() { return read_file("/etc/ssl/certs/ca-certificates.crt").value_or(std::string()); }

}  // namespace

TEST_CASE("a pile is sorted into chains, strays, duplicates and other things, each with its file") {
  const ByteVector root_der = make_der(root(kRoot));
  const ByteVector leaf_der = make_der(leaf({"CN=www", 3}, kIssuing));
  const Json result = sort(Json::array(
      {named(root_der, "root.cer"), named(leaf_der, "www.cer"), named(make_der(ca(kIssuing, kRoot)), "issuing.cer"),
       named(leaf_der, "again.cer"), named(make_der(root({"CN=Other", 5})), "other.cer"),
       named(as_bytes(*read_file(std::string(PKI_TEST_DATA_DIR) + "/formats/key.pkcs8.pem")), "secret.key")}));
  REQUIRE(result["certificates"].size() == 4);
  CHECK(result["certificates"][0]["file"] == "root.cer");
  CHECK(result["certificates"][1]["count"] == 2);
  CHECK(result["certificates"][1]["role"] == "leaf");
  REQUIRE(result["chains"].size() == 1);
  CHECK(result["chains"][0]["leaf"] == 1);
  CHECK(result["chains"][0]["certificates"] == Json::array({1, 2, 0}));
  CHECK(result["chains"][0]["complete"].get<bool>());
  CHECK(result["chains"][0]["missing"].is_null());
  CHECK(result["duplicates"] == parse_json(R"([{"index": 1, "times": 2}])"));
  REQUIRE(result["strays"].size() == 1);
  CHECK(result["strays"][0]["index"] == 3);
  REQUIRE(result["others"].size() == 1);
  CHECK(result["others"][0]["file"] == "secret.key");
  CHECK(result["others"][0]["kind"] == "private_key");
  CHECK(json::dump(result).find("PRIVATE") == std::string::npos);
  CHECK(result["sentence"] == "4 certificates: 1 chain, 1 stray, 1 duplicate.");
}

TEST_CASE("the missing link is told with its name, its key identifier and where it is to be had") {
  const Json result = sort(Json::array({file_of(
      make_der(with_aia(leaf({"CN=www", 3}, kIssuing), {"http://pki.lab.example/issuing.cer", "ldap:///x"})))}));
  const Json& missing = result["chains"][0]["missing"];
  CHECK(missing["issuer"] == "CN=Issuing,O=Lab");
  CHECK(missing["key_id"] == to_hex(test_key_id(2)));
  CHECK(missing["aia_urls"] == Json::array({"http://pki.lab.example/issuing.cer", "ldap:///x"}));
  CHECK_FALSE(result["chains"][0]["complete"].get<bool>());
}

TEST_CASE("an anchor that was not in the pile ends a chain, and is listed as trusted and never counted") {
  Json params;
  params["files"] = Json::array({file_of(make_der(leaf({"CN=www", 3}, kRoot)))});
  params["anchors"] = Json::array({file_of(make_der(root({"CN=Unused", 8}))), file_of(make_der(root(kRoot)))});
  const Json result = result_of("pile.sort", std::move(params));
  REQUIRE(result["certificates"].size() == 2);
  CHECK(result["certificates"][1]["title"] == "Root");
  CHECK(result["certificates"][1]["trusted"].get<bool>());
  CHECK(result["certificates"][1]["count"] == 0);
  CHECK(result["chains"][0]["certificates"] == Json::array({0, 1}));
  CHECK(result["strays"].empty());
}

TEST_CASE("files without a certificate are told of, and the others are sorted") {
  const Json result = sort(Json::array(
      {named(as_bytes("nothing"), "notes.txt"), named({}, "empty"), named(make_der(root(kRoot)), "root.cer")}));
  CHECK(result["certificates"].size() == 1);
  CHECK(result["findings"].size() >= 2);
  CHECK(result["findings"][0]["file"] == "notes.txt");
  CHECK(sort(Json::array())["sentence"] == "There is no certificate here.");
}

TEST_CASE(
    "names that are markup, bidirectional controls, NULs or very long come out as text, and short where it counts") {
  const std::vector<std::string> names = {"<img src=x onerror=alert(1)>", "abc\u202Egpj.exe", std::string(60000, 'x'),
                                          "tab\tnew\nline"};
  Json files = Json::array();
  unsigned key = 10;
  for (const std::string& name : names) {
    asn1::Writer subject;
    subject.sequence([&](asn1::Writer& rdns) {
      rdns.set_of([&](asn1::Writer& rdn) {
        rdn.sequence([&](asn1::Writer& attribute) {
          attribute.oid(asn1::oids::kCommonName);
          attribute.element(asn1::tags::kUtf8String, as_bytes(name));
        });
      });
    });
    x509::CertificateInput input{.serial = {1},
                                 .issuer = subject.take(),
                                 .not_before = kLongAgo,
                                 .not_after = kFarAhead,
                                 .subject = encode_test_name("CN=x"),
                                 .public_key = test_public_key(key),
                                 .extensions = {}};
    const auto der = x509::sign_certificate(input, test_key(key), test_key(key).default_signature_algorithm());
    REQUIRE(der.ok());
    files.push_back(named(*der, name.c_str()));
    ++key;
  }
  const Json result = sort(std::move(files));
  CHECK(result["certificates"].size() == 3);  // the name of 60,000 octets is refused
  walk(result, [](const std::string& pointer, const Json& value) {
    const auto* text = value.get_ptr<const std::string*>();
    if (text == nullptr) return;
    INFO(pointer);
    CHECK(text->find('\0') == std::string::npos);
    CHECK(text->find('\n') == std::string::npos);
    CHECK(text->find("\u202E") == std::string::npos);
  });
}

TEST_CASE(
    "two hundred certificates, Debian's roots and made-up strays, are sorted at once, and every root is a stray") {
  const std::string bundle = debian_bundle();
  Json files = Json::array();
  if (!bundle.empty()) files.push_back(named(as_bytes(bundle), "ca-certificates.crt"));
  for (unsigned i = 0; i < 60; ++i) {
    const Party issuing{"CN=Issuing " + std::to_string(i % 10), 20 + i % 10};
    files.push_back(file_of(make_der(leaf({"CN=leaf " + std::to_string(i), 3}, issuing))));
    if (i < 10) files.push_back(file_of(make_der(ca(issuing, kRoot))));
  }
  files.push_back(file_of(make_der(root(kRoot))));
  const auto begin = std::chrono::steady_clock::now();
  const Json result = sort(std::move(files));
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  WARN(result["certificates"].size() << " certificates sorted in " << took.count() << " s");
  CHECK(result["chains"].size() == 60);
  for (const Json& chain : result["chains"]) CHECK(chain["certificates"].size() == 3);
  CHECK(result["strays"].size() == result["certificates"].size() - 71);
}

}  // namespace pki::test
