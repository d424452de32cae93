#pragma once
// What the benchmark programs share: the operations' names and how one is timed.

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

namespace pki::bench {

/// Milliseconds that one call of `operation` takes: the median of rounds, each long enough to be timed (20 ms), for at
/// least `seconds` in all and at least three rounds.
template <typename Operation>
double median_ms(double seconds, Operation operation) {
  using Clock = std::chrono::steady_clock;
  const auto elapsed = [](Clock::time_point since) {
    return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
  };
  std::vector<double> rounds;
  const Clock::time_point start = Clock::now();
  while (rounds.size() < 3 || elapsed(start) < seconds * 1000) {
    const Clock::time_point round = Clock::now();
    int calls = 0;
    do {
      operation();
      ++calls;
    } while (elapsed(round) < 20);
    rounds.push_back(elapsed(round) / calls);
  }
  std::nth_element(rounds.begin(), rounds.begin() + static_cast<std::ptrdiff_t>(rounds.size() / 2), rounds.end());
  return rounds[rounds.size() / 2];
}

/// Milliseconds that one call takes that is made once.
template <typename Operation>
double once_ms(Operation operation) {
  const auto start = std::chrono::steady_clock::now();
  operation();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

/// The most memory that the process held so far, in MB (10^6 octets), as getrusage(2) of Linux counts (ru_maxrss in
/// KiB).
inline double peak_mb() {
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
}

/// One line of the output, which tests/bench/run puts side by side: the operation's name, a tab, milliseconds (or MB).
inline void report(const std::string& operation, double ms) {
  std::printf("%s\t%.6f\n", operation.c_str(), ms);
  std::fflush(stdout);
}

/// A file's octets; empty where it cannot be read.
inline std::vector<unsigned char> read_all(const std::string& path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  std::vector<unsigned char> octets(file ? static_cast<std::size_t>(file.tellg()) : 0);
  file.seekg(0).read(reinterpret_cast<char*>(octets.data()), static_cast<std::streamsize>(octets.size()));
  return octets;
}

/// The key kinds that are compared, as `pkiwb` names them.
inline constexpr const char* kSpecs[] = {"rsa-2048", "rsa-4096", "p-256", "p-384"};
/// The chains in the data folder: <name>-leaf.der, <name>-issuing.der, <name>-root.der.
inline constexpr const char* kChains[] = {"rsa", "p-256", "p-384"};
/// The time for which they are checked: 2027-01-01.
inline constexpr long kAt = 1798761600;

/// What is measured of each chain, before its name. A check includes parsing; the signatures are the two that it
/// checks.
inline const std::string kParse = "parse chain of three ";
inline const std::string kSignatures = "signatures of chain of three ";
inline const std::string kCheck = "parse and check chain of three ";

/// What is measured of a large CRL.
inline constexpr const char* kCrlRead = "read CRL";
inline constexpr const char* kCrlFirst = "first look-up, a serial number that it does not list";
inline constexpr const char* kCrlNext = "another one, its last entry";
inline constexpr const char* kCrlBefore = "peak memory before, the file in it";
inline constexpr const char* kCrlPeak = "peak memory after";

}  // namespace pki::bench
