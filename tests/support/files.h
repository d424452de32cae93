#pragma once
// Reading test data.

#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/encoding.h"

namespace pki::test {

/// The contents of the file; nothing where it is not there.
inline std::optional<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

/// The octets of the first PEM block in `text`; empty where there is none.
inline ByteVector first_pem_block(std::string_view text) {
  const std::size_t begin = text.find("-----BEGIN ");
  if (begin == std::string_view::npos) return {};
  const std::size_t body = text.find('\n', begin);
  const std::size_t end = text.find("-----END ", begin);
  if (body == std::string_view::npos || end == std::string_view::npos || end < body) return {};
  return from_base64(text.substr(body, end - body)).value_or(ByteVector{});
}

/// The octets of the first PEM block of a file below tests/data; empty where there is none.
inline ByteVector read_test_pem(std::string_view path) {
  const auto text = read_file(std::string(PKI_TEST_DATA_DIR) + "/" + std::string(path));
  return text ? first_pem_block(*text) : ByteVector{};
}

}  // namespace pki::test
