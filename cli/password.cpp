#include "password.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "files.h"

namespace pki::cli {
namespace {

std::optional<std::string> ask(const char* prompt) {
  const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (terminal < 0) {
    std::fputs("pkiwb: there is no terminal to ask for the password; use file: or env:\n", stderr);
    return std::nullopt;
  }
  termios before{};
  ::tcgetattr(terminal, &before);
  termios silent = before;
  silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
  ::tcsetattr(terminal, TCSAFLUSH, &silent);
  ::dprintf(terminal, "%s", prompt);
  std::string line;
  char c = 0;
  while (::read(terminal, &c, 1) == 1 && c != '\n') line += c;
  ::tcsetattr(terminal, TCSAFLUSH, &before);
  ::dprintf(terminal, "\n");
  ::close(terminal);
  return line;
}

}  // namespace

std::optional<std::string> read_password(const std::string& source, Confirm confirm) {
  if (source.starts_with("file:")) {
    const auto content = read_file(source.substr(5));
    if (!content) return std::nullopt;
    const std::string text(as_text(*content));
    return text.substr(0, text.find_first_of("\r\n"));
  }
  if (source.starts_with("env:")) {
    const char* value = std::getenv(source.c_str() + 4);
    if (value == nullptr) {
      std::fprintf(stderr, "pkiwb: the environment holds no %s\n", source.c_str() + 4);
      return std::nullopt;
    }
    return std::string(value);
  }
  if (source != "prompt") {
    std::fputs("pkiwb: a password comes from file:PATH, env:NAME or prompt\n", stderr);
    return std::nullopt;
  }
  const auto password = ask("Password: ");
  if (!password || confirm == Confirm::No) return password;
  const auto again = ask("Once more: ");
  if (again && *again == *password) return password;
  std::fputs("pkiwb: the two passwords differ\n", stderr);
  return std::nullopt;
}

}  // namespace pki::cli
