#include "files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace pki::cli {
namespace {

void complain(const std::string& path, const char* why) { std::fprintf(stderr, "pkiwb: %s: %s\n", path.c_str(), why); }

bool write_all(int file, Bytes content) {
  while (!content.empty()) {
    const ssize_t written = ::write(file, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    content = content.subspan(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

std::optional<ByteVector> read_file(const std::string& path) {
  const int file = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    complain(path, std::strerror(errno));
    return std::nullopt;
  }
  ByteVector content;
  std::array<std::uint8_t, 65536> chunk{};
  const char* trouble = nullptr;
  while (trouble == nullptr) {
    const ssize_t got = ::read(file, chunk.data(), chunk.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) trouble = std::strerror(errno);
    if (got <= 0) break;
    append(content, Bytes(chunk).first(static_cast<std::size_t>(got)));
    if (content.size() > kLargestInput) trouble = "larger than 256 MiB";
  }
  if (file != STDIN_FILENO) ::close(file);
  if (trouble != nullptr) {
    complain(path, trouble);
    return std::nullopt;
  }
  return content;
}

bool write_file(const std::string& path, Bytes content, Secrecy secrecy, Overwrite overwrite) {
  if (path == "-") return write_all(STDOUT_FILENO, content);
  const mode_t mode = secrecy == Secrecy::Secret ? 0600 : 0644;
  const std::string part = path + ".part";
  ::unlink(part.c_str());
  const int file = ::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  if (file < 0) {
    complain(path, std::strerror(errno));
    return false;
  }
  const bool written = write_all(file, content) && ::fsync(file) == 0;
  ::close(file);
  // link() refuses to replace a file, rename() does not: the check and the act are one step.
  const bool placed = written && (overwrite == Overwrite::Allow ? ::rename(part.c_str(), path.c_str()) == 0
                                                                : ::link(part.c_str(), path.c_str()) == 0);
  if (!placed) {
    complain(path, errno == EEXIST ? "exists already (--force overwrites it)" : std::strerror(errno));
  }
  ::unlink(part.c_str());
  return placed;
}

}  // namespace pki::cli
