#pragma once
// The one seam through which long work tells how far it is: the page shows it, tests and the command line need not
// listen.

#include <cstddef>

namespace pki {

/// Hears how far work is.
class ProgressSink {
 public:
  virtual ~ProgressSink() = default;
  /// `part`: from 0 to 1.
  virtual void reached(double part) = 0;
};

/// Who hears of it until this object is gone; then who heard before. The workbench is single-threaded; scopes nest.
class ScopedProgress {
 public:
  explicit ScopedProgress(ProgressSink& sink);
  ~ScopedProgress();
  ScopedProgress(const ScopedProgress&) = delete;
  ScopedProgress& operator=(const ScopedProgress&) = delete;

 private:
  ProgressSink* before_;
};

/// Tells whoever listens that `done` of `all` pieces are done; of none, nothing.
void report_progress(std::size_t done, std::size_t all);

}  // namespace pki
