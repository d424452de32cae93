#pragma once
// OCSP responses that were handed in as a source of revocation information (RFC 6960 3.2). Nothing is fetched, and
// nothing was asked: a nonce is not compared with anything (RFC 9654).
//
// Of several answers about a certificate that can be used the newest counts (thisUpdate); of those that are equally
// new, the worst. An answer that says revoked, but is not in force any more, is not used; the finding says what it
// said.

#include <vector>

#include "path/revocation/ocsp_record.h"
#include "path/revocation/source.h"
#include "path/signature_cache.h"

namespace pki::path {

class OcspSource final : public RevocationSource {
 public:
  /// The cache must outlive this. `options` are looked at here and not kept.
  OcspSource(const std::vector<x509::OcspResponsePtr>& responses, const CheckOptions& options,
             SignatureCache& signatures);

  RevocationAnswer ask(const RevocationQuery& query) override;

  std::size_t size() const { return records_.size(); }

 private:
  std::vector<OcspRecord> records_;
  SignatureCache& signatures_;
};

}  // namespace pki::path
