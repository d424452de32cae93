// With PKI_MUTANT=record:FILE, writes for each test case a line of fields with tabs between them: its name, the seconds
// of processor time that it took, the mutants that it reached, and the rules. The first line holds all rules of the
// layer.

#include <catch2/catch_test_case_info.hpp>
#include <catch2/interfaces/catch_interfaces_reporter.hpp>
#include <catch2/reporters/catch_reporter_event_listener.hpp>
#include <catch2/reporters/catch_reporter_registrars.hpp>
#include <ctime>
#include <fstream>
#include <string>

#include "path/mutation_switch.h"
#include "path/rules.h"

namespace {

class ReachListener : public Catch::EventListenerBase {
 public:
  using Catch::EventListenerBase::EventListenerBase;

  void testRunStarting(const Catch::TestRunInfo& /*info*/) override {
    const std::string_view path = pki::mutation::choice().record_to;
    if (path.empty()) return;
    to_.open(std::string(path));
    for (const pki::Rule* rule : pki::path::path_rules()) to_ << rule->id << ' ';
    to_ << '\n';
  }
  void testCaseStarting(const Catch::TestCaseInfo& /*info*/) override {
    if (!to_.is_open()) return;
    pki::mutation::take_reached();
    start_ = std::clock();
  }
  void testCaseEnded(const Catch::TestCaseStats& stats) override {
    if (!to_.is_open()) return;
    const double seconds = static_cast<double>(std::clock() - start_) / CLOCKS_PER_SEC;
    const pki::mutation::Reached reached = pki::mutation::take_reached();
    to_ << stats.testInfo->name << '\t' << seconds << '\t';
    for (const int mutant : reached.mutants) to_ << mutant << ' ';
    to_ << '\t';
    for (const std::string_view rule : reached.rules) to_ << rule << ' ';
    to_ << std::endl;
  }

 private:
  std::ofstream to_;
  std::clock_t start_ = 0;
};

CATCH_REGISTER_LISTENER(ReachListener)

}  // namespace
