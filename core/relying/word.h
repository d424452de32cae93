#pragma once
// Foreign words: what products call a fault. "error 20", 0x800B0109, unknown_ca, SEC_ERROR_UNKNOWN_ISSUER.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "relying/certainty.h"
#include "relying/fault.h"

namespace pki::relying {

/// Whose words they are.
enum class Product : std::uint8_t {
  OpenSsl,
  TlsAlert,
  Windows,
  WindowsTrust,
  Nps,
  Entra,
  Nss,
  Chrome,
  Apple,
  Android,
  Java,
  Go,
  GnuTls,
  MbedTls,
  Node,
};

/// A product, and where its words come from.
struct ProductInfo {
  Product product = Product::OpenSsl;
  /// "openssl": stable and unique.
  std::string_view id;
  /// "OpenSSL (X509_V_ERR)".
  std::string_view title;
  /// The document, header or source that the codes and names are from.
  std::string_view source;
};

/// All products, in the order of Product.
std::span<const ProductInfo> all_products();
const ProductInfo& product_info(Product product);

/// What one product calls one fault.
struct Word {
  FaultId fault = FaultId::NoIssuer;
  /// The number, as the product shows it: "20", "0x800B0109", "-202"; empty where it has none.
  std::string_view code;
  /// The constant: "X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY"; empty where it has none.
  std::string_view name;
  /// What it shows to people; empty where that is not known.
  std::string_view text;
  Certainty certainty = Certainty::Assumed;
};

/// The words of a product; of one fault the one that is met most comes first.
std::span<const Word> words_of(Product product);

/// What `product` calls `fault`, the likeliest first. Empty where it has no word for it.
std::vector<const Word*> words_of(Product product, FaultId fault);

// One table for each product, or for a few kindred ones, in words_<product>.cpp.
namespace tables {
std::span<const Word> openssl_words();
std::span<const Word> tls_alert_words();
std::span<const Word> windows_words();
std::span<const Word> windows_trust_words();
std::span<const Word> nps_words();
std::span<const Word> entra_words();
std::span<const Word> nss_words();
std::span<const Word> chrome_words();
std::span<const Word> apple_words();
std::span<const Word> android_words();
std::span<const Word> java_words();
std::span<const Word> go_words();
std::span<const Word> gnutls_words();
std::span<const Word> mbed_tls_words();
std::span<const Word> node_words();
}  // namespace tables

}  // namespace pki::relying
