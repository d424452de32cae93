// The core's own times, natively and (compiled by Emscripten, run by node) as wasm.
// Usage: core_bench FOLDER-WITH-CHAINS         prints a line for each operation

#include <cstdlib>

#include "crypto/private_key.h"
#include "path/builder.h"
#include "timing.h"
#include "x509/certificate.h"

namespace {

using namespace pki;
using bench::median_ms;
using bench::read_all;
using bench::report;

/// A benchmark whose operations fail measures nothing.
void must(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "core_bench: %s failed\n", what);
  std::exit(1);
}

crypto::PrivateKey make_key(const std::string& spec) {
  auto key = crypto::PrivateKey::generate(*crypto::key_spec_from_name(spec));
  must(key.ok(), "generating a key");
  return std::move(key).value();
}

void measure_keys(const std::string& spec) {
  report("generate " + spec, median_ms(spec == "rsa-4096" ? 8 : 2, [&] { make_key(spec); }));
  const crypto::PrivateKey key = make_key(spec);
  const ByteVector message(256, 'm');
  crypto::SignatureAlgorithm algorithm = key.default_signature_algorithm();
  algorithm.hash = crypto::HashAlgorithm::Sha256;
  const auto signature = key.sign(algorithm, message);
  must(signature.ok(), "signing");
  const ByteVector spki = key.public_key_der();
  asn1::Context context(spki);
  const auto public_key = crypto::read_public_key(spki, context);
  must(public_key.ok(), "reading the public key");
  report("sign " + spec, median_ms(1, [&] { must(key.sign(algorithm, message).ok(), "signing"); }));
  report("verify " + spec, median_ms(1, [&] {
           must(crypto::verify_signature(*public_key, algorithm, message, *signature).ok(), "verifying");
         }));
}

x509::CertificatePtr parse(const ByteVector& der) {
  auto certificate = x509::Certificate::parse(der);
  must(certificate.ok(), "parsing");
  return std::move(certificate).value();
}

// The chain of three, and what a check of it is made of: reading, and the signatures that it checks.
struct Chain {
  x509::CertificatePtr leaf;
  x509::CertificatePtr issuing;
  x509::CertificatePtr root;
};

path::Report check(const Chain& chain) {
  path::PathQuestion question{.target = chain.leaf, .pool = {chain.issuing}};
  question.anchors.add(chain.root);
  question.options.at = Time{bench::kAt};
  question.options.purpose = path::Purpose::TlsServer;
  path::Report report = path::check_paths(question);
  must(report.accepted, "the chain check");
  return report;
}

void measure_chain(const std::string& folder, const std::string& name) {
  const ByteVector leaf = read_all(folder + "/" + name + "-leaf.der");
  const ByteVector issuing = read_all(folder + "/" + name + "-issuing.der");
  const ByteVector root = read_all(folder + "/" + name + "-root.der");
  const auto parse_all = [&] { return Chain{parse(leaf), parse(issuing), parse(root)}; };
  report("parse certificate " + name, median_ms(1, [&] { parse(leaf); }));
  report(bench::kParse + name, median_ms(1, parse_all));
  const Chain chain = parse_all();
  must(check(chain).work.signature_checks == 2, "counting the signatures of a check");
  report(bench::kSignatures + name, median_ms(2, [&] {
           must(x509::verify_signed_by(*chain.leaf, chain.issuing->public_key()).ok(), "verifying");
           must(x509::verify_signed_by(*chain.issuing, chain.root->public_key()).ok(), "verifying");
         }));
  report(bench::kCheck + name, median_ms(2, [&] { check(parse_all()); }));
}

}  // namespace

int main(int argc, char** argv) {
  must(argc == 2, "usage: core_bench FOLDER:");
  for (const char* spec : bench::kSpecs) measure_keys(spec);
  for (const char* chain : bench::kChains) measure_chain(argv[1], chain);
}
