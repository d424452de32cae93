#include "relying/word.h"

#include <iterator>

#include "base/assert.h"

namespace pki::relying {
namespace {

struct ProductRow {
  ProductInfo info;
  std::span<const Word> (*words)();
};

constexpr ProductRow kProducts[] = {
    {{Product::OpenSsl, "openssl", "OpenSSL (X509_V_ERR)",
      "openssl/x509_vfy.h and X509_verify_cert_error_string of OpenSSL 3.0"},
     tables::openssl_words},
    {{Product::TlsAlert, "tls-alert", "TLS alert", "RFC 8446 6.2; which alert a verify error leads to: OpenSSL 3.0"},
     tables::tls_alert_words},
    {{Product::Windows, "windows", "Windows (HRESULT)",
      "Microsoft Learn, CERT_CHAIN_POLICY_STATUS structure (wincrypt.h)"},
     tables::windows_words},
    {{Product::WindowsTrust, "windows-trust", "Windows (CERT_TRUST_STATUS)",
      "Microsoft Learn, CERT_TRUST_STATUS structure (wincrypt.h), dwErrorStatus"},
     tables::windows_trust_words},
    {{Product::Nps, "nps", "NPS (event 6273, reason)",
      "Microsoft Learn, NPS Reason Codes 38 Through 257, 258 Through 282, 283 Through 303"},
     tables::nps_words},
    {{Product::Entra, "entra", "Microsoft Entra ID (AADSTS)",
      "Microsoft Learn, Error AADSTS50017 - Validation of given certificate for certificate-based authentication "
      "failed"},
     tables::entra_words},
    {{Product::Nss, "nss", "NSS, Firefox", "secerr.h and sslerr.h of NSS; mozilla::pkix"}, tables::nss_words},
    {{Product::Chrome, "chrome", "Chrome (net error)", "Chromium, net/base/net_error_list.h"}, tables::chrome_words},
    {{Product::Apple, "apple", "Apple (OSStatus, NSURLError)", "SecBase.h, SecureTransport.h, NSURLError.h"},
     tables::apple_words},
    {{Product::Android, "android", "Android",
      "Android Developers, Security with network protocols (javax.net.ssl, Conscrypt)"},
     tables::android_words},
    {{Product::Java, "java", "Java (PKIX)",
      "sun.security.provider.certpath and sun.security.util of OpenJDK 17 and 25"},
     tables::java_words},
    {{Product::Go, "go", "Go (crypto/x509)", "crypto/x509/verify.go and x509.go of Go 1.19"}, tables::go_words},
    {{Product::GnuTls, "gnutls", "GnuTLS (gnutls_certificate_status_t)",
      "gnutls/gnutls.h and gnutls_certificate_verification_status_print of GnuTLS 3.7"},
     tables::gnutls_words},
    {{Product::MbedTls, "mbedtls", "Mbed TLS (flags)", "mbedtls/x509.h and x509_crt.h of Mbed TLS 3.6"},
     tables::mbed_tls_words},
    {{Product::Node, "nodejs", "Node.js (error.code)", "Node.js documentation, TLS (X509 certificate error codes)"},
     tables::node_words},
};

const ProductRow& row_of(Product product) {
  const auto index = static_cast<std::size_t>(product);
  PKI_ASSERT(index < std::size(kProducts) && kProducts[index].info.product == product);
  return kProducts[index];
}

}  // namespace

std::span<const ProductInfo> all_products() {
  static const std::vector<ProductInfo> kInfos = [] {
    std::vector<ProductInfo> infos;
    for (const ProductRow& row : kProducts) infos.push_back(row.info);
    return infos;
  }();
  return kInfos;
}

const ProductInfo& product_info(Product product) { return row_of(product).info; }

std::span<const Word> words_of(Product product) { return row_of(product).words(); }

std::vector<const Word*> words_of(Product product, FaultId fault) {
  std::vector<const Word*> found;
  for (const Word& word : words_of(product)) {
    if (word.fault == fault) found.push_back(&word);
  }
  return found;
}

}  // namespace pki::relying
