#pragma once
// What each check of the BYOCA desk does. A path's own steps (path/) are used as they are: each that fails, or warns
// and matters for an upload, stands in exactly one row.

#include "cloudpki/byoca/desk.h"
#include "cloudpki/byoca/desk_check.h"
#include "cloudpki/byoca/pile.h"

namespace pki::cloudpki::byoca {

/// All that a check looks at.
struct Desk {
  const DeskInput& input;
  const Parts& parts;

  /// Null where there is none.
  x509::CertificatePtr answer() const {
    return parts.answer ? input.pile.certificates[*parts.answer].certificate : nullptr;
  }
};

DeskRow judge_request(const Desk& desk);

// The answer beside the request.
DeskRow judge_key(const Desk& desk);
DeskRow judge_subject(const Desk& desk);
DeskRow judge_purposes_kept(const Desk& desk);
DeskRow judge_any_purpose(const Desk& desk);
DeskRow judge_purposes_enough(const Desk& desk);
DeskRow judge_pointers(const Desk& desk);

// The answer in its chain.
DeskRow judge_ca(const Desk& desk);
DeskRow judge_purposes_nested(const Desk& desk);
DeskRow judge_path_length(const Desk& desk);
DeskRow judge_dates(const Desk& desk);
DeskRow judge_strength(const Desk& desk);
DeskRow judge_signatures(const Desk& desk);
DeskRow judge_key_identifiers(const Desk& desk);
DeskRow judge_chain(const Desk& desk);
DeskRow judge_else(const Desk& desk);
DeskRow judge_pile(const Desk& desk);
DeskRow judge_files(const Desk& desk);

/// True for the keys of BYOCA issuing CAs: RSA 2048, 3072, 4096.
bool is_cloud_key(const crypto::PublicKey& key);
/// "«Lab Root»".
std::string quoted_title(const x509::Certificate& certificate);

}  // namespace pki::cloudpki::byoca
