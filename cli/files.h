#pragma once
// Reading inputs and writing outputs.

#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace pki::cli {

/// Inputs above this size (octets) are refused.
inline constexpr std::size_t kLargestInput = std::size_t{256} << 20;

/// The octets of a file, or of standard input for "-". Nothing on failure, and the reason is on standard error.
std::optional<ByteVector> read_file(const std::string& path);

enum class Secrecy { Public, Secret };
enum class Overwrite { Refuse, Allow };

/// Writes a file ("-": standard output) in one step: a new file beside it takes its place. A secret one has mode 600
/// from its first octet. False on failure, and the reason is on standard error.
bool write_file(const std::string& path, Bytes content, Secrecy secrecy, Overwrite overwrite);

}  // namespace pki::cli
