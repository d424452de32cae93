#include "base/progress.h"

namespace pki {
namespace {

ProgressSink* listener = nullptr;

}  // namespace

ScopedProgress::ScopedProgress(ProgressSink& sink) : before_(listener) { listener = &sink; }

ScopedProgress::~ScopedProgress() { listener = before_; }

void report_progress(std::size_t done, std::size_t all) {
  if (listener != nullptr && all > 0) listener->reached(static_cast<double>(done) / static_cast<double>(all));
}

}  // namespace pki
