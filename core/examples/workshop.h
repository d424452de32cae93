#pragma once
// Where the examples' certificates are made.

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "ca/issue.h"
#include "examples/example.h"
#include "x509/certificate.h"

namespace pki::examples {

/// A CA or a leaf: its key and its certificate.
struct Party {
  crypto::PrivateKey key;
  x509::CertificatePtr certificate;

  /// Aliases this object.
  ca::Signer signer() const { return {.key = key, .certificate = certificate.get()}; }
  ByteVector der() const { return to_vector(certificate->der()); }
};

/// Makes parties. Roots are five years old and live for ten more, CAs two and five, leaves a month and eleven, unless
/// the input says otherwise. What an issuer may not issue is issued all the same: that is what lessons are made of.
class Workshop {
 public:
  explicit Workshop(Time now) : now_(now) {}

  Time now() const { return now_; }
  /// So many days after now, or before where negative.
  Time in_days(int days) const { return add_calendar(now_, 0, days); }

  /// What is to be issued: by a profile's id and a subject (RFC 4514). Both must be right: they are the examples' own.
  ca::IssueInput root(std::string_view subject) const;
  ca::IssueInput authority(std::string_view subject) const;  // a CA with others below it
  ca::IssueInput issuing(std::string_view subject) const;    // a CA of path length 0
  ca::IssueInput server(std::string_view host) const;        // O=Lab, the host in CN and SAN
  ca::IssueInput client(std::string_view name) const;        // O=Lab, a device or a person

  /// A new key, and a certificate for it that signs itself. Rules: crypto.*, ca.*.
  Result<Party> make(const ca::IssueInput& input) const;
  /// A new key, and a certificate for it that `issuer` signs. Rules as make.
  Result<Party> make(ca::IssueInput input, const Party& issuer) const;
  /// One more certificate for the key of `subject`, signed by `issuer`. Rules as make.
  Result<x509::CertificatePtr> certify(ca::IssueInput input, const crypto::PrivateKey& subject,
                                       const Party& issuer) const;

 private:
  ca::IssueInput input(std::string_view profile, std::string_view subject, int age_days) const;

  Time now_;
};

/// The three of most lessons.
struct ThreeTier {
  Party root;     // CN=Lab Root
  Party issuing;  // CN=Lab Issuing CA
  Party leaf;

  /// About the leaf: the issuing CA in the pool, the root as anchor.
  Question ask(path::Purpose purpose) const;
};
/// A root, an issuing CA, and what `leaf` says. Rules as Workshop::make.
Result<ThreeTier> make_three_tier(const Workshop& workshop, const ca::IssueInput& leaf);
/// The same with an issuing CA as `issuing` says.
Result<ThreeTier> make_three_tier(const Workshop& workshop, const ca::IssueInput& issuing, const ca::IssueInput& leaf);

/// The DERs of certificates, in order.
std::vector<ByteVector> ders(std::initializer_list<x509::CertificatePtr> certificates);

/// What stands in a general name or a name constraint, by its text ("DNS:lab.example"), which must be right.
x509::GeneralNameInput general_name(std::string_view text);

}  // namespace pki::examples
