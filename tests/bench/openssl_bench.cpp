// The operations of core_bench.cpp, made by OpenSSL's libcrypto. Usage: openssl_bench FOLDER-WITH-CHAINS

#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <cstdlib>
#include <memory>

#include "timing.h"

namespace {

using pki::bench::median_ms;
using pki::bench::read_all;
using pki::bench::report;

template <auto Free>
struct Freed {
  template <typename T>
  void operator()(T* object) const {
    Free(object);
  }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using Store = std::unique_ptr<X509_STORE, Freed<X509_STORE_free>>;
using StoreContext = std::unique_ptr<X509_STORE_CTX, Freed<X509_STORE_CTX_free>>;

/// A benchmark whose operations fail measures nothing.
void must(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "openssl_bench: %s failed\n", what);
  std::exit(1);
}

Key make_key(const std::string& spec) {
  if (spec == "rsa-2048") return Key(EVP_RSA_gen(2048));
  if (spec == "rsa-4096") return Key(EVP_RSA_gen(4096));
  return Key(EVP_EC_gen(spec == "p-256" ? "P-256" : "P-384"));
}

Certificate parse(const std::vector<unsigned char>& der) {
  const unsigned char* at = der.data();
  Certificate certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
  must(certificate != nullptr, "d2i_X509");
  // OpenSSL reads extensions when first asked: ask, so that the work is the same.
  must((X509_get_extension_flags(certificate.get()) & EXFLAG_INVALID) == 0, "X509_check_purpose");
  return certificate;
}

void measure_keys(const std::string& spec) {
  report("generate " + spec, median_ms(spec == "rsa-4096" ? 8 : 2, [&] { must(make_key(spec) != nullptr, "keygen"); }));
  const Key key = make_key(spec);
  const std::string message(256, 'm');
  const auto* octets = reinterpret_cast<const unsigned char*>(message.data());
  std::vector<unsigned char> signature(1024);
  std::size_t length = 0;
  report("sign " + spec, median_ms(1, [&] {
           const DigestContext context(EVP_MD_CTX_new());
           length = signature.size();
           must(EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1 &&
                    EVP_DigestSign(context.get(), signature.data(), &length, octets, message.size()) == 1,
                "signing");
         }));
  report("verify " + spec, median_ms(1, [&] {
           const DigestContext context(EVP_MD_CTX_new());
           must(EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1 &&
                    EVP_DigestVerify(context.get(), signature.data(), length, octets, message.size()) == 1,
                "verifying");
         }));
}

void measure_chain(const std::string& folder, const std::string& name) {
  const auto leaf = read_all(folder + "/" + name + "-leaf.der");
  const auto issuing = read_all(folder + "/" + name + "-issuing.der");
  const auto root = read_all(folder + "/" + name + "-root.der");
  report("parse certificate " + name, median_ms(1, [&] { parse(leaf); }));
  report(pki::bench::kParse + name, median_ms(1, [&] { parse(leaf), parse(issuing), parse(root); }));
  const Certificate known_leaf = parse(leaf);
  const Certificate known_issuing = parse(issuing);
  const Certificate known_root = parse(root);
  report(pki::bench::kSignatures + name, median_ms(2, [&] {
           must(X509_verify(known_leaf.get(), X509_get0_pubkey(known_issuing.get())) == 1, "X509_verify");
           must(X509_verify(known_issuing.get(), X509_get0_pubkey(known_root.get())) == 1, "X509_verify");
         }));
  report(pki::bench::kCheck + name, median_ms(2, [&] {
           const Certificate target = parse(leaf);
           const Certificate middle = parse(issuing);
           const Certificate anchor = parse(root);
           const Store store(X509_STORE_new());
           X509_STORE_add_cert(store.get(), anchor.get());
           STACK_OF(X509)* pool = sk_X509_new_null();
           sk_X509_push(pool, middle.get());
           const StoreContext context(X509_STORE_CTX_new());
           must(X509_STORE_CTX_init(context.get(), store.get(), target.get(), pool) == 1, "init");
           X509_STORE_CTX_set_purpose(context.get(), X509_PURPOSE_SSL_SERVER);
           X509_VERIFY_PARAM_set_flags(X509_STORE_CTX_get0_param(context.get()), X509_V_FLAG_X509_STRICT);
           X509_VERIFY_PARAM_set_time(X509_STORE_CTX_get0_param(context.get()), pki::bench::kAt);
           must(X509_verify_cert(context.get()) == 1, "X509_verify_cert");
           sk_X509_free(pool);
         }));
}

}  // namespace

int main(int argc, char** argv) {
  must(argc == 2, "usage: openssl_bench FOLDER:");
  for (const char* spec : pki::bench::kSpecs) measure_keys(spec);
  for (const char* chain : pki::bench::kChains) measure_chain(argv[1], chain);
}
