#pragma once
// A virtual repository: what stands at which URL. It takes the network's place, so that a check which follows URLs is
// still a pure function.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace pki::repository {

/// Which URLs of certificates are followed.
///   Off      none
///   Issuers  caIssuers of the authority information access (RFC 5280 4.2.2.1): certificates of issuers
///   Crls     the CRL distribution points (RFC 5280 4.2.1.13)
///   All      both
enum class Follow : std::uint8_t { Off, Issuers, Crls, All };

/// What stands at a URL, to be written or handed on.
struct Entry {
  std::string url;
  ByteVector data;
};

/// An http URL in its normal form, by which URLs are compared: scheme and host in lower case, no port 80, "/" for no
/// path, no fragment (RFC 3986 6.2.2.1, 6.2.3). Nothing where it is no http URL: https, ldap and others are not
/// followed (RFC 5280 8 warns of circles with https).
std::optional<std::string> normal_http_url(std::string_view url);

/// URLs and what stands there.
class VirtualRepository {
 public:
  /// False, and nothing changes, where `url` is no http URL or has an entry already.
  bool add(std::string_view url, ByteVector data);
  /// What stands there, as a view that this object owns; nothing where nothing does, or `url` is no http URL.
  std::optional<Bytes> find(std::string_view url) const;
  bool empty() const { return entries_.empty(); }

 private:
  std::map<std::string, ByteVector, std::less<>> entries_;
};

}  // namespace pki::repository
