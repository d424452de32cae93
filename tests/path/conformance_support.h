#pragma once
// Reading vectors that no one here wrote.

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "asn1/pem.h"
#include "json/json.h"
#include "path_support.h"
#include "x509/crl.h"

namespace pki::path::test {

using json::Json;

/// The test cases of a file of the shared conformance folder; an empty list where it is absent.
inline Json load_cases(const std::string& file) {
  std::ifstream stream(PKI_SHARED_CONFORMANCE_DIR "/" + file, std::ios::binary);
  if (!stream) return Json::array();
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  Result<Json> json = json::parse(text);
  REQUIRE(json);
  return json->contains("testcases") ? (*json)["testcases"] : (*json)["cases"];
}

/// The octets of a text with one PEM block.
inline ByteVector read_pem_text(const Json& pem) {
  const asn1::PemText text = asn1::read_pem(pem.get<std::string>());
  REQUIRE(text.blocks.size() == 1);
  return text.blocks[0].der;
}

/// Null where it cannot be read.
inline x509::CertificatePtr read_certificate(const Json& pem) {
  Result<x509::CertificatePtr> certificate = x509::Certificate::parse(read_pem_text(pem));
  return certificate ? *certificate : nullptr;
}

/// Null where it cannot be read.
inline x509::CrlPtr read_crl(const Json& pem) {
  Result<x509::CrlPtr> crl = x509::Crl::parse(read_pem_text(pem));
  return crl ? *crl : nullptr;
}

/// The findings of each path that refuse it.
inline std::string failures_text(const Report& report) {
  std::ostringstream text;
  for (const CandidatePath& path : report.paths) {
    for (const std::string& failure : failures(path)) text << failure << ' ';
    text << "; ";
  }
  return text.str();
}

/// "4.10" of "4.10.1.1".
inline std::string section_of(const std::string& number) {
  return number.substr(0, number.find('.', number.find('.') + 1));
}

/// What a PKITS test asks, without its policies: at the time for which the suite is checked, with the strengths of its
/// days.
inline PathQuestion ask_pkits(const Json& item) {
  PathQuestion question = ask(read_certificate(item["peer_certificate"]), {}, {});
  for (const Json& pem : item["untrusted_intermediates"]) question.pool.push_back(read_certificate(pem));
  for (const Json& pem : item["trusted_certs"]) question.anchors.add(read_certificate(pem));
  question.options.at = *from_iso8601("2011-04-15");
  question.options.strength = StrengthPolicy::legacy();
  return question;
}

/// The same with its CRLs, all of which must be there.
inline PathQuestion ask_pkits_with_crls(const Json& item) {
  PathQuestion question = ask_pkits(item);
  for (const Json& pem : item["crls"]) {
    question.crls.push_back(read_crl(pem));
    REQUIRE(question.crls.back() != nullptr);
  }
  question.options.revocation.mode = RevocationMode::HardFail;
  return question;
}

}  // namespace pki::path::test
