#include "base/assert.h"

#include <cstdio>

namespace pki {

void assertion_failed(const char* expression, const char* file, int line) {
  std::fprintf(stderr, "internal error: %s does not hold (%s:%d)\n", expression, file, line);
  __builtin_trap();
}

}  // namespace pki
