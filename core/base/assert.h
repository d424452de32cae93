#pragma once
// PKI_ASSERT: what only a bug of ours can break. What input can break is a Result (see base/result.h).

namespace pki {

/// Writes the place to standard error and traps. In wasm the trap reaches the worker, which reports an
/// internal error and starts afresh.
[[noreturn]] void assertion_failed(const char* expression, const char* file, int line);

}  // namespace pki

#define PKI_ASSERT(expression) \
  ((expression) ? static_cast<void>(0) : ::pki::assertion_failed(#expression, __FILE__, __LINE__))
