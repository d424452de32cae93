// The one door from JavaScript into the core. Text goes in and out as UTF-8 in wasm's memory: the caller allocates and
// frees the request; the answer stays valid until the next call. pki-core.d.ts describes the same for JavaScript.
#include <emscripten/emscripten.h>

#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>

#include "api/handle.h"
#include "base/progress.h"

// How far the work is, for whoever made the instance with `onProgress`.
EM_JS(void, pki_tell_progress, (double part), {
  if (Module["onProgress"]) Module["onProgress"](part);
});

namespace {

class ModuleProgress final : public pki::ProgressSink {
 public:
  void reached(double part) override { pki_tell_progress(part); }
};

// Transport, not state: a request never sees what the one before it left here.
std::string& answer() {
  static std::string text;
  return text;
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void* pki_alloc(std::size_t size) { return std::malloc(size); }

EMSCRIPTEN_KEEPALIVE void pki_free(void* address) { std::free(address); }

EMSCRIPTEN_KEEPALIVE const char* pki_handle(const char* request, std::size_t size) {
  ModuleProgress progress;
  const pki::ScopedProgress scope(progress);
  answer() = pki::api::handle(std::string_view(request, size));
  return answer().data();
}

EMSCRIPTEN_KEEPALIVE std::size_t pki_answer_size() { return answer().size(); }
}
