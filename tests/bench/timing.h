#pragma once
// What the two benchmark programs share: the operations' names and how one is timed.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
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

/// One line of the output, which tests/bench/run puts side by side: the operation's name, a tab, milliseconds.
inline void report(const std::string& operation, double ms) {
  std::printf("%s\t%.6f\n", operation.c_str(), ms);
  std::fflush(stdout);
}

/// A file's octets; empty where it cannot be read.
inline std::vector<unsigned char> read_all(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The key kinds that are compared, as `pkiwb` names them.
inline constexpr const char* kSpecs[] = {"rsa-2048", "rsa-4096", "p-256", "p-384"};
/// The chains in the data folder: <name>-leaf.der, <name>-issuing.der, <name>-root.der.
inline constexpr const char* kChains[] = {"rsa", "p-256", "p-384"};

}  // namespace pki::bench
