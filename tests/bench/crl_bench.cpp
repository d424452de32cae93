// A large CRL: how long reading it and looking a certificate up takes, and how much memory.
// Usage: crl_bench make COUNT FILE
//        crl_bench read FILE           prints a line for each operation
//
// The entries are numbered from 1 to COUNT (crl_serials.h); every fourth has a reason.

#include <cstdlib>
#include <cstring>

#include "asn1/oids.h"
#include "crl_serials.h"
#include "crypto/private_key.h"
#include "timing.h"
#include "x509/builder.h"
#include "x509/crl.h"
#include "x509/extensions/crl.h"
#include "x509/extensions/crl_entry.h"
#include "x509/name.h"

namespace {

using namespace pki;
using bench::report;

void must(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "crl_bench: %s failed\n", what);
  std::exit(1);
}

template <typename T>
T taken(Result<T> result, const char* what) {
  must(result.ok(), what);
  return std::move(result).value();
}

x509::CrlEntryInput make_entry(std::uint64_t number) {
  const auto serial = bench::crl_serial(number);
  x509::CrlEntryInput entry{.serial = {serial.begin(), serial.end()}, .revocation_date = Time{bench::kAt - 86'400}};
  if (number % 4 == 0) {
    entry.extensions.push_back({.id = asn1::OwnedOid(asn1::oids::kReasonCode),
                                .critical = false,
                                .value = x509::encode_reason_code(x509::CrlReason::KeyCompromise)});
  }
  return entry;
}

void make(std::uint64_t count, const std::string& path) {
  const auto name = taken(x509::parse_name_text("CN=Bench CA,O=Lab"), "the name");
  x509::CrlInput input{.issuer = taken(x509::encode_name(name), "the name"),
                       .this_update = Time{bench::kAt - 86'400},
                       .next_update = Time{bench::kAt + 86'400}};
  asn1::Writer entries;
  for (std::uint64_t number = 1; number <= count; ++number) x509::write_crl_entry(entries, make_entry(number));
  input.entries = entries.take();
  input.extensions = {
      {.id = asn1::OwnedOid(asn1::oids::kCrlNumber), .critical = false, .value = x509::encode_crl_number(1)}};
  const auto key = taken(crypto::PrivateKey::generate(crypto::KeySpec::P256), "generating a key");
  const ByteVector der = taken(x509::sign_crl(input, key, key.default_signature_algorithm()), "signing");
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(der.data()), static_cast<std::streamsize>(der.size()));
}

void read(const std::string& path) {
  ByteVector der = bench::read_all(path);
  report(bench::kCrlBefore, bench::peak_mb());
  x509::CrlPtr crl;
  report(bench::kCrlRead, bench::once_ms([&] { crl = taken(x509::Crl::parse(std::move(der)), "parsing"); }));
  const auto find = [&](std::uint64_t number) {
    return crl->find(bench::crl_serial(number), crl->issuer_key()).entry.has_value();
  };
  report(bench::kCrlFirst, bench::once_ms([&] { must(!find(0), "not finding"); }));
  report(bench::kCrlNext, bench::once_ms([&] { must(find(crl->entry_count()), "finding"); }));
  report(bench::kCrlPeak, bench::peak_mb());
}

}  // namespace

int main(int argc, char** argv) {
  const bool is_make = argc == 4 && std::strcmp(argv[1], "make") == 0;
  const bool is_read = argc == 3 && std::strcmp(argv[1], "read") == 0;
  must(is_make || is_read, "usage: crl_bench make COUNT FILE | crl_bench read FILE:");
  is_make ? make(std::strtoull(argv[2], nullptr, 10), argv[3]) : read(argv[2]);
}
