// In place of libFuzzer: runs a fuzzer over files, over the DER in those that are PEM, and over damaged copies of both.
// Usage: fuzzer FILE_OR_FOLDER...

#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "support/files.h"
#include "support/mutation.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr int kDamagedCopies = 100;

void run(const pki::ByteVector& octets) { LLVMFuzzerTestOneInput(octets.data(), octets.size()); }

void run_with_damage(const pki::ByteVector& octets) {
  run(octets);
  pki::test::Mutator mutator(octets);
  for (int i = 0; i < kDamagedCopies; ++i) run(mutator.next());
}

std::vector<std::filesystem::path> files_of(const std::filesystem::path& path) {
  if (!std::filesystem::is_directory(path)) return {path};
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  return files;
}

}  // namespace

int main(int argc, char** argv) {
  run({});
  std::size_t count = 0;
  for (int i = 1; i < argc; ++i) {
    for (const std::filesystem::path& path : files_of(argv[i])) {
      const auto text = pki::test::read_file(path.string());
      if (!text) {
        std::fprintf(stderr, "cannot read %s\n", path.c_str());
        return 1;
      }
      run_with_damage(pki::to_vector(pki::as_bytes(*text)));
      run_with_damage(pki::test::first_pem_block(*text));
      ++count;
    }
  }
  std::printf("%zu files\n", count);
  return 0;
}
