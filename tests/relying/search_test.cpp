#include "relying/search.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <optional>
#include <string>

using namespace pki;
using namespace pki::relying;

namespace {

struct Row {
  const char* name;
  std::string query;
  Product product;
  FaultId fault;
};

std::optional<Hit> find(const std::vector<Hit>& hits, Product product, FaultId fault) {
  const auto found = std::find_if(hits.begin(), hits.end(),
                                  [&](const Hit& hit) { return hit.product == product && hit.word->fault == fault; });
  return found == hits.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

TEST_CASE("what products call a fault leads to it") {
  const Row rows[] = {
      {"an HRESULT without 0x", "800B0109", Product::Windows, FaultId::UntrustedRoot},
      {"an HRESULT in lower case", "0x800b0109", Product::Windows, FaultId::UntrustedRoot},
      {"an HRESULT in decimal", "-2146762487", Product::Windows, FaultId::UntrustedRoot},
      {"an HRESULT in a sentence", "failed with (0x80092013), the revocation server was offline", Product::Windows,
       FaultId::RevocationUnknown},
      {"a status bit", "0x00010000", Product::WindowsTrust, FaultId::NoIssuer},
      {"a status bit without zeros", "0x20", Product::WindowsTrust, FaultId::UntrustedRoot},
      {"a number of OpenSSL", "error 20", Product::OpenSsl, FaultId::NoIssuer},
      {"a number alone", "20", Product::OpenSsl, FaultId::NoIssuer},
      {"openssl verify", "error 20 at 0 depth lookup: unable to get local issuer certificate", Product::OpenSsl,
       FaultId::NoIssuer},
      {"openssl s_client", "verify error:num=19:self-signed certificate in certificate chain", Product::OpenSsl,
       FaultId::UntrustedRoot},
      {"nginx's log",
       "2026/11/24 10:00:00 [info] 7#7: *1 client SSL certificate verify error: (22:certificate chain too long) while "
       "reading client request headers",
       Product::OpenSsl, FaultId::TooLong},
      {"FreeRADIUS's log", "(7) eap_tls: ERROR: (TLS) OpenSSL says error 26 : unsuitable certificate purpose",
       Product::OpenSsl, FaultId::WrongEku},
      {"a constant of OpenSSL", "X509_V_ERR_CERT_HAS_EXPIRED", Product::OpenSsl, FaultId::Expired},
      {"a constant without its prefix", "cert_has_expired", Product::OpenSsl, FaultId::Expired},
      {"a code of Node.js", "code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'", Product::Node, FaultId::NoIssuer},
      {"an alert by name", "unknown_ca", Product::TlsAlert, FaultId::UntrustedRoot},
      {"an alert by number", "alert 48", Product::TlsAlert, FaultId::NoIssuer},
      {"an alert in OpenSSL's words",
       "error:0A000418:SSL routines:ssl3_read_bytes:tlsv1 alert unknown ca:ssl/record/rec_layer_s3.c:1605:SSL alert "
       "number 48",
       Product::TlsAlert, FaultId::NoIssuer},
      {"a reason of NPS", "reason 258", Product::Nps, FaultId::RevocationUnknown},
      {"event 6273", "Authentication Type: EAP\nReason Code:\t\t\t258\nReason: The revocation function was unable",
       Product::Nps, FaultId::RevocationUnknown},
      {"NSS", "SEC_ERROR_UNKNOWN_ISSUER", Product::Nss, FaultId::NoIssuer},
      {"vfychain", "CERT_PKIXVerifyCert failed: Chain is bad, -8181 = Peer's Certificate has expired.", Product::Nss,
       FaultId::Expired},
      {"Firefox", "mozilla_pkix_error_self_signed_cert", Product::Nss, FaultId::SelfSignedLeaf},
      {"Chrome", "NET::ERR_CERT_AUTHORITY_INVALID", Product::Chrome, FaultId::UntrustedRoot},
      {"Chrome by number", "-202", Product::Chrome, FaultId::NoIssuer},
      {"Go", "Get \"https://x\": x509: certificate signed by unknown authority", Product::Go, FaultId::NoIssuer},
      {"Java",
       "javax.net.ssl.SSLHandshakeException: PKIX path building failed: "
       "sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to "
       "requested target",
       Product::Java, FaultId::NoIssuer},
      {"GnuTLS", "Status: The certificate is NOT trusted. The certificate issuer is unknown. ", Product::GnuTls,
       FaultId::NoIssuer},
      {"Mbed TLS", "BADCERT_NOT_TRUSTED", Product::MbedTls, FaultId::UntrustedRoot},
      {"Entra", "AADSTS50017: Validation of given certificate for certificate based authentication failed.",
       Product::Entra, FaultId::NoIssuer},
      {"Android", "java.security.cert.CertPathValidatorException: Trust anchor for certification path not found.",
       Product::Android, FaultId::UntrustedRoot},
      {"Apple", "errSecNotTrusted", Product::Apple, FaultId::UntrustedRoot},
  };
  for (const Row& row : rows) {
    INFO(row.name << ": " << row.query);
    const std::optional<Hit> hit = find(find_words(row.query), row.product, row.fault);
    REQUIRE(hit.has_value());
    CHECK(hit->match == Match::Exact);
  }
}

TEST_CASE("exact hits come before those that only hold the query") {
  const std::vector<Hit> hits = find_words("revoked");
  REQUIRE(hits.size() > 3);
  CHECK(std::is_sorted(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.match < b.match; }));
  const std::vector<Hit> mixed = find_words("cert_revoked");
  CHECK(mixed.front().match == Match::Exact);
  CHECK(mixed.back().match == Match::Part);
}

TEST_CASE("numbers in a line mean nothing without a word that tells whose they are") {
  CHECK(find_words("listening on port 20 with 48 workers and 258 threads").empty());
}

TEST_CASE("a query of nothing finds nothing, and a limit is kept") {
  CHECK(find_words("").empty());
  CHECK(find_words("  \t\n ").empty());
  CHECK(find_words("()::").empty());
  CHECK(find_words("certificate", 3).size() == 3);
}

TEST_CASE("a query of any length and any octets is answered, and its beginning counts") {
  std::string hostile = "error 20 ";
  for (int i = 0; i < 2'000'000; ++i) hostile += static_cast<char>(i * 7);
  CHECK(find(find_words(hostile), Product::OpenSsl, FaultId::NoIssuer).has_value());
  std::string late(kLongestQuery, ' ');
  late += "error 20";
  CHECK(find_words(late).empty());
}
