#include <array>
#include <iterator>

#include "command.h"

namespace pki::cli {

std::span<const Option> common_options() {
  static constexpr std::array<Option, 2> kOptions = {{
      {"json", "", "print the core's answer as JSON"},
      {"help", "", "say what the command does"},
  }};
  return kOptions;
}

const std::vector<Command>& commands() {
  static const std::vector<Command> kCommands = [] {
    std::vector<Command> all;
    for (auto group :
         {byoca_commands(),  ca_commands(),    csr_commands(),     leaf_commands(),        cert_commands(),
          chain_commands(),  crl_commands(),   example_commands(), key_commands(),         look_commands(),
          meta_commands(),   ocsp_commands(),  pile_commands(),    relying_commands(),     scep_commands(),
          tenant_commands(), fleet_commands(), estate_commands(),  estate_talk_commands(), lab_commands()}) {
      all.insert(all.end(), std::make_move_iterator(group.begin()), std::make_move_iterator(group.end()));
    }
    return all;
  }();
  return kCommands;
}

}  // namespace pki::cli
