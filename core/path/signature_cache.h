#pragma once
// Signature checks, each made once: the work of a check grows with the number of certificates and issuers' keys, not
// with the number of paths through them.

#include <cstddef>
#include <map>
#include <string_view>
#include <tuple>

#include "crypto/public_key.h"
#include "x509/certificate.h"
#include "x509/crl.h"
#include "x509/ocsp_response.h"

namespace pki::path {

/// What came of a signature check.
enum class SignatureFit : std::uint8_t {
  Fits,
  DoesNotFit,
  Unsupported,  // algorithm or key are of a kind that cannot be checked here
  NotChecked,   // the bound on signature checks was reached before
};

/// Remembers which certificate, CRL or OCSP response is signed by which key. Holds views: the objects and keys asked
/// for must outlive it, and an object is known by its address.
class SignatureCache {
 public:
  /// At most `limit` checks of certificates and OCSP responses are made, and at most `crl_limit` of CRLs: neither takes
  /// from the other.
  explicit SignatureCache(std::size_t limit, std::size_t crl_limit = 0) : limit_(limit), crl_limit_(crl_limit) {}
  SignatureCache(const SignatureCache&) = delete;
  SignatureCache& operator=(const SignatureCache&) = delete;

  /// Whether `issuer_key` signed `certificate`. A key that lacks its parameters is Unsupported: see
  /// crypto::inherit_parameters.
  SignatureFit check(const x509::Certificate& certificate, const crypto::PublicKey& issuer_key);

  /// Whether `issuer_key` signed `crl`.
  SignatureFit check(const x509::Crl& crl, const crypto::PublicKey& issuer_key);

  /// Whether `responder_key` signed `response`.
  SignatureFit check(const x509::OcspResponse& response, const crypto::PublicKey& responder_key);

  /// How many checks were made.
  std::size_t checks() const { return checks_; }
  /// How many of them were checks of CRLs.
  std::size_t crl_checks() const { return crl_checks_; }

 private:
  /// The object, the key, and its parameters, which it may have inherited.
  using Key = std::tuple<const void*, std::string_view, std::string_view>;

  /// How many checks of certificates and OCSP responses may still be made.
  std::size_t left() const;
  template <typename Signed>
  SignatureFit check_once(const Signed& object, const crypto::PublicKey& issuer_key, std::size_t left);

  std::size_t limit_;
  std::size_t crl_limit_;
  std::size_t checks_ = 0;
  std::size_t crl_checks_ = 0;
  std::map<Key, SignatureFit> known_;
};

}  // namespace pki::path
