// check_seeds FOLDER: writes the seeds of check_fuzzer, one a file: random hierarchies, every fourth with a fault.

#include <cstdio>
#include <fstream>

#include "support/random_hierarchy.h"

namespace {

using namespace pki;

constexpr unsigned kSeeds = 16;

void add_item(ByteVector& to, char kind, Bytes content) {
  to.push_back(static_cast<std::uint8_t>(kind));
  to.push_back(static_cast<std::uint8_t>(content.size() >> 8));
  to.push_back(static_cast<std::uint8_t>(content.size()));
  to.insert(to.end(), content.begin(), content.end());
}

ByteVector make_seed(unsigned number) {
  test::RandomHierarchy hierarchy(20'000 + number);
  if (number % 4 == 3) {
    const std::size_t place = hierarchy.choose(hierarchy.cas() + 1);
    hierarchy.draw_fault(place).plant(hierarchy.trunk(place), place);
  }
  if (number % 2 == 1) hierarchy.add_decoys();
  hierarchy.finish();
  ByteVector seed;
  add_item(seed, 'T', hierarchy.trunk_certificates()[0]->der());
  for (const x509::CertificatePtr& certificate : hierarchy.pool()) add_item(seed, 'P', certificate->der());
  add_item(seed, number % 3 == 0 ? 'B' : 'A', hierarchy.anchor()->der());
  // A TLS server, by default; then each seed has another choice.
  const std::uint8_t options[] = {1,
                                  static_cast<std::uint8_t>(number % 2),
                                  static_cast<std::uint8_t>(number % 3),
                                  static_cast<std::uint8_t>(number % 2),
                                  2,
                                  static_cast<std::uint8_t>(number % 3),
                                  2,
                                  1,
                                  static_cast<std::uint8_t>(number / 2 % 2),
                                  0,
                                  1};
  add_item(seed, 'O', options);
  return seed;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: check_seeds FOLDER\n");
    return 2;
  }
  for (unsigned number = 0; number < kSeeds; ++number) {
    const ByteVector seed = make_seed(number);
    const std::string path = std::string(argv[1]) + "/hierarchy-" + std::to_string(number) + ".bin";
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(seed.data()), static_cast<std::streamsize>(seed.size()));
  }
  return 0;
}
