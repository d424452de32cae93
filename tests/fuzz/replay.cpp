// In place of libFuzzer: runs a fuzzer over files, over the DER in those that are PEM, and over damaged copies of both.
// A fuzzer that brings a mutator of its own (LLVMFuzzerCustomMutator) has its copies damaged by that. Usage: fuzzer
// [-max_total_time=SECONDS] FILE_OR_FOLDER... With a time, it goes on damaging copies, and copies of those, until the
// time is over; without regard to coverage.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "support/files.h"
#include "support/mutation.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" __attribute__((weak)) std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                                                     std::size_t max_size, unsigned seed);

// What a mutator of a fuzzer's own calls for a bit of damage.
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size) {
  static std::uint64_t seed = 0;
  const pki::ByteVector damaged = pki::test::Mutator(pki::Bytes(data, size), ++seed).next();
  const std::size_t kept = std::min(damaged.size(), max_size);
  std::copy_n(damaged.begin(), kept, data);
  return kept;
}

namespace {

constexpr int kDamagedCopies = 100;
constexpr std::size_t kGrowth = 4096;
constexpr std::string_view kTimeOption = "-max_total_time=";

void run(const pki::ByteVector& octets) { LLVMFuzzerTestOneInput(octets.data(), octets.size()); }

// Damaged copies of one input.
class Damage {
 public:
  explicit Damage(const pki::ByteVector& octets) : octets_(octets), mutator_(octets) {}

  pki::ByteVector next() {
    if (LLVMFuzzerCustomMutator == nullptr) return mutator_.next();
    pki::ByteVector copy = octets_;
    copy.resize(octets_.size() + kGrowth);
    copy.resize(LLVMFuzzerCustomMutator(copy.data(), octets_.size(), copy.size(), ++seed_));
    return copy;
  }

 private:
  const pki::ByteVector& octets_;
  pki::test::Mutator mutator_;
  unsigned seed_ = 0;
};

void run_with_damage(const pki::ByteVector& octets) {
  run(octets);
  Damage damage(octets);
  for (int i = 0; i < kDamagedCopies; ++i) run(damage.next());
}

// Damages any of the inputs, a few times over, until the time is over; the last one is left behind if it is the end of
// the process.
void run_for(std::chrono::seconds time, const std::vector<pki::ByteVector>& inputs) {
  const auto end = std::chrono::steady_clock::now() + time;
  std::mt19937 random(std::random_device{}());
  std::size_t count = 0;
  for (; std::chrono::steady_clock::now() < end && !inputs.empty(); ++count) {
    pki::ByteVector octets = inputs[random() % inputs.size()];
    for (unsigned times = 1 + random() % 8; times > 0; --times) {
      const std::size_t size = octets.size();
      octets.resize(size + kGrowth);
      octets.resize(LLVMFuzzerCustomMutator == nullptr
                        ? LLVMFuzzerMutate(octets.data(), size, octets.size())
                        : LLVMFuzzerCustomMutator(octets.data(), size, octets.size(), static_cast<unsigned>(random())));
    }
    if (std::FILE* file = std::fopen("last-input.bin", "wb")) {
      std::fwrite(octets.data(), 1, octets.size(), file);
      std::fclose(file);
    }
    run(octets);
  }
  std::printf("%zu inputs\n", count);
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
  std::chrono::seconds time{0};
  std::vector<pki::ByteVector> inputs;
  for (int i = 1; i < argc; ++i) {
    if (const std::string_view word = argv[i]; word.starts_with(kTimeOption)) {
      time = std::chrono::seconds(std::strtoul(argv[i] + kTimeOption.size(), nullptr, 10));
      continue;
    }
    for (const std::filesystem::path& path : files_of(argv[i])) {
      const auto text = pki::test::read_file(path.string());
      if (!text) {
        std::fprintf(stderr, "cannot read %s\n", path.c_str());
        return 1;
      }
      inputs.push_back(pki::to_vector(pki::as_bytes(*text)));
      run_with_damage(inputs.back());
      run_with_damage(pki::test::first_pem_block(*text));
      ++count;
    }
  }
  std::printf("%zu files\n", count);
  if (time.count() > 0) run_for(time, inputs);
  return 0;
}
