// Vectors of others: BoringSSL's for certificate parsing, and the certificates of zlint's tests. They lie beside the
// checkout; where they are absent the tests are skipped.

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "asn1/writer.h"
#include "json/json.h"
#include "support/files.h"
#include "support/findings.h"
#include "x509/certificate.h"

namespace pki::x509 {
namespace {

using json::Json;

Json read_vectors(const std::string& path) {
  const auto text = test::read_file(std::string(PKI_SHARED_CONFORMANCE_DIR) + "/" + path);
  if (!text) SKIP("the conformance vectors " + path + " are not here");
  auto vectors = json::parse(*text);
  REQUIRE(vectors.ok());
  return std::move(vectors).value();
}

// A tbsCertificate alone, made a certificate.
ByteVector wrapped(Bytes tbs) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& certificate) {
    certificate.raw(tbs);
    certificate.sequence([](asn1::Writer&) {});
    certificate.bit_string({});
  });
  return writer.take();
}

// True if the octets are a certificate about whose encoding nothing is to be said. In a tbsCertificate alone the names,
// algorithms, keys and extensions are placeholders, so there only what the outline and the times say counts.
bool well_formed(const ByteVector& der, bool placeholders) {
  const auto parsed = Certificate::parse(der);
  if (!parsed) return false;
  for (const Finding& finding : (*parsed)->findings()) {
    if (!placeholders && finding.severity() >= Severity::Warning) return false;
    const std::string& field = finding.where.field;
    if (field == "tbsCertificate.version" || field == "tbsCertificate.validity") return false;
  }
  return true;
}

// What BoringSSL refuses while it reads, and the workbench judges later.
const std::set<std::string> kJudgedLater = {
    "boringssl::parse::tbs_v1_extensions",
    "boringssl::parse::tbs_v2_extensions",
    "boringssl::parse::tbs_v4",
    "boringssl::parsed::SubjectBlankSubjectAltNameNotCritical::subject_blank_subjectaltname_not_critical",
    "boringssl::parsed::BasicConstraintsPathlen256::basic_constraints_pathlen_256",
    "boringssl::parsed::BasicConstraintsPathTooLarge::basic_constraints_path_too_large",
};
// What BoringSSL passes on unread at this level, and the workbench reads.
const std::set<std::string> kReadDeeper = {
    "boringssl::parse::cert_skeleton",
};

TEST_CASE("BoringSSL's certificates are read or refused as their authors expect") {
  const Json vectors = read_vectors("boringssl/parse_certificate.json");
  int checked = 0;
  for (const Json& vector : vectors["cases"]) {
    const auto id = vector["id"].get<std::string>();
    if (kJudgedLater.contains(id) || kReadDeeper.contains(id)) continue;
    // Relaxed options let errors pass; ours are always noted.
    if (vector.contains("options") && vector["options"] != "{}") continue;
    INFO(id);
    const bool placeholders = vector["level"] == "tbs";
    ByteVector der = from_base64(vector["der"].get<std::string>()).value_or(ByteVector{});
    if (placeholders) der = wrapped(der);
    if (vector["expect_parse"].get<bool>()) {
      CHECK(Certificate::parse(der).ok());
    } else {
      CHECK_FALSE(well_formed(der, placeholders));
    }
    ++checked;
  }
  CHECK(checked >= 70);
}

TEST_CASE("Every certificate of zlint's tests loads") {
  const Json vectors = read_vectors("zlint/zlint.json");
  int loaded = 0;
  for (const Json& vector : vectors) {
    if (vector["kind"] != "cert") continue;
    INFO(vector["file"].get<std::string>());
    const ByteVector der = test::first_pem_block(vector["pem"].get<std::string>());
    if (der.empty()) continue;
    const auto parsed = Certificate::parse(der);
    CHECK(parsed.ok());
    loaded += parsed.ok() ? 1 : 0;
  }
  CHECK(loaded > 700);
}

}  // namespace
}  // namespace pki::x509
