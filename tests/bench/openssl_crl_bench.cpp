// What crl_bench.cpp measures, made by OpenSSL's libcrypto. Usage: openssl_crl_bench FILE

#include <openssl/asn1.h>
#include <openssl/x509.h>

#include <cstdlib>
#include <memory>

#include "crl_serials.h"
#include "timing.h"

namespace {

using pki::bench::once_ms;
using pki::bench::report;

/// A benchmark whose operations fail measures nothing.
void must(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "openssl_crl_bench: %s failed\n", what);
  std::exit(1);
}

struct FreeCrl {
  void operator()(X509_CRL* crl) const { X509_CRL_free(crl); }
};
struct FreeInteger {
  void operator()(ASN1_INTEGER* integer) const { ASN1_INTEGER_free(integer); }
};

bool find(X509_CRL* crl, std::uint64_t number) {
  const auto octets = pki::bench::crl_serial(number);
  const std::unique_ptr<ASN1_INTEGER, FreeInteger> serial(ASN1_INTEGER_new());
  must(ASN1_STRING_set(serial.get(), octets.data(), static_cast<int>(octets.size())) == 1, "ASN1_STRING_set");
  X509_REVOKED* entry = nullptr;
  return X509_CRL_get0_by_serial(crl, &entry, serial.get()) > 0;
}

}  // namespace

int main(int argc, char** argv) {
  must(argc == 2, "usage: openssl_crl_bench FILE:");
  const auto der = pki::bench::read_all(argv[1]);
  report(pki::bench::kCrlBefore, pki::bench::peak_mb());
  std::unique_ptr<X509_CRL, FreeCrl> crl;
  report(pki::bench::kCrlRead, once_ms([&] {
           const unsigned char* at = der.data();
           crl.reset(d2i_X509_CRL(nullptr, &at, static_cast<long>(der.size())));
           must(crl != nullptr, "d2i_X509_CRL");
         }));
  const auto count = static_cast<std::uint64_t>(sk_X509_REVOKED_num(X509_CRL_get_REVOKED(crl.get())));
  // The first look-up sorts the entries.
  report(pki::bench::kCrlFirst, once_ms([&] { must(!find(crl.get(), 0), "not finding"); }));
  report(pki::bench::kCrlNext, once_ms([&] { must(find(crl.get(), count), "finding"); }));
  report(pki::bench::kCrlPeak, pki::bench::peak_mb());
}
