// BoringSSL's unit vectors of name constraints: all of them, but for the divergences listed.

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>
#include <map>

#include "asn1/values.h"
#include "base/encoding.h"
#include "json/json.h"
#include "path/name_constraints/constraint_set.h"
#include "path/validator.h"
#include "path_support.h"
#include "x509/extensions/name_constraints.h"

namespace pki::path::test {
namespace {

namespace nc = name_constraints;
using json::Json;

Json load_cases() {
  std::ifstream stream(PKI_SHARED_CONFORMANCE_DIR "/boringssl/name_constraints.json", std::ios::binary);
  if (!stream) return Json::array();
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  Result<Json> json = json::parse(text);
  REQUIRE(json);
  return (*json)["cases"];
}

// Where the answer is another than BoringSSL's, and why.
const std::map<std::string, const char*> kDivergences = {
    {"boringssl::nc::DNSNamesExcludeDot::75",
     "the excluded subtree \".\" is no domain: what it was to exclude is not known, so DNS names are refused"},
    {"boringssl::nc::DNSNamesExcludeDot::76", "the same"},
    {"boringssl::nc::OtherNamesInPermitted::172",
     "the otherName has no [0] around its value, as RFC 5280 4.2.1.6 asks: the extension is malformed"},
    {"boringssl::nc::OtherNamesInExcluded::173", "the same"},
    {"boringssl::nc::QuotedRfc822SanWithNoRfc822Constraints::252", "the same"},
    {"boringssl::nc::QuotedRfc822SanWithNoRfc822Constraints::253", "the same"},
};

ByteVector octets(const Json& item, const char* member) {
  if (!item.contains(member) || !item[member].is_string()) return {};
  const std::optional<ByteVector> bytes = from_base64(item[member].get<std::string>());
  REQUIRE(bytes);
  return *bytes;
}

// True if the extension is one that could be issued.
bool can_be_read(const ByteVector& der) {
  asn1::Context context(der);
  return x509::read_name_constraints(der, context).ok() && !has_errors(context.findings());
}

bool is_permitted(const ByteVector& der, const nc::Point& point, x509::GeneralNameKind kind) {
  asn1::Context context(der);
  const Result<x509::NameConstraints> constraints = x509::read_name_constraints(der, context);
  REQUIRE(constraints);
  x509::GeneralName name;
  name.kind = kind;
  std::size_t comparisons = 0;
  return !nc::is_refusal(nc::ConstraintSet(*constraints).judge(point, nc::form_key(name), comparisons).verdict);
}

bool is_permitted_address(const ByteVector& der, const std::string& hex) {
  const std::optional<ByteVector> address = from_hex(hex);
  REQUIRE(address);
  x509::GeneralName name;
  name.kind = x509::GeneralNameKind::IpAddress;
  name.value = *address;
  return is_permitted(der, nc::to_point(name), name.kind);
}

bool is_permitted_directory(const ByteVector& der, const ByteVector& subject) {
  asn1::Context context(subject);
  const Result<x509::Name> name = x509::read_name(subject, context);
  REQUIRE(name);
  return is_permitted(der, nc::directory_point(*name), x509::GeneralNameKind::DirectoryName);
}

// A certificate with this subject and these alternative names, below a root with these constraints.
bool is_permitted_certificate(const ByteVector& der, const ByteVector& subject, const ByteVector& alternative_names) {
  CertificateSpec spec = root(kRoot);
  spec.more.push_back(make_extension(asn1::oids::kNameConstraints, true, der));
  x509::CertificateInput input;
  input.serial = {1};
  input.issuer = encode_test_name(kRoot.name);
  input.subject = subject.empty() ? ByteVector{0x30, 0x00} : subject;
  input.not_before = kLongAgo;
  input.not_after = kFarAhead;
  input.public_key = test_public_key(kLeaf.key);
  if (!alternative_names.empty()) {
    input.extensions.push_back(make_extension(asn1::oids::kSubjectAltName, subject.empty(), alternative_names));
  }
  const crypto::PrivateKey& key = test_key(kRoot.key);
  Result<ByteVector> leaf = x509::sign_certificate(input, key, key.default_signature_algorithm());
  REQUIRE(leaf);
  const CandidatePath path = validate_given_path({parse_certificate(*leaf)}, TrustAnchor::from_certificate(make(spec)),
                                                 CheckOptions{.at = kNow});
  const Step* step = find_step(path, checks::kNameConstraints, 0);
  REQUIRE(step != nullptr);
  return step->outcome == Outcome::Pass;
}

bool answer(const Json& item) {
  const auto check = item["check"].get<std::string>();
  const ByteVector der = octets(item, "name_constraints");
  if (check == "parse") return can_be_read(der);
  if (check == "ip") return is_permitted_address(der, item["value"].get<std::string>());
  if (check == "dns") {
    return is_permitted(der, nc::dns_point(item["value"].get<std::string>()), x509::GeneralNameKind::Dns);
  }
  if (check == "directoryName") return is_permitted_directory(der, octets(item, "name"));
  REQUIRE(check == "cert");
  return is_permitted_certificate(der, octets(item, "name"), octets(item, "san"));
}

}  // namespace

TEST_CASE("BoringSSL's name constraints") {
  const Json cases = load_cases();
  if (cases.empty()) SKIP("no BoringSSL vectors at " PKI_SHARED_CONFORMANCE_DIR);
  CHECK(cases.size() == 299);
  for (const Json& item : cases) {
    const auto id = item["id"].get<std::string>();
    CAPTURE(id, item["check"].get<std::string>(), item["constraints_file"].dump(), item.value("value", Json()).dump());
    CHECK(answer(item) == (item["expected"].get<bool>() != kDivergences.contains(id)));
  }
}

}  // namespace pki::path::test
