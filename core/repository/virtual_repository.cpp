#include "repository/virtual_repository.h"

#include <algorithm>

#include "base/text.h"

namespace pki::repository {
namespace {

constexpr std::string_view kScheme = "http://";
constexpr std::string_view kDefaultPort = ":80";

}  // namespace

std::optional<std::string> normal_http_url(std::string_view url) {
  if (url.size() < kScheme.size() || !equal_ignoring_ascii_case(url.substr(0, kScheme.size()), kScheme)) return {};
  url.remove_prefix(kScheme.size());
  url = url.substr(0, url.find('#'));
  const std::size_t end = std::min(url.find_first_of("/?"), url.size());
  std::string authority = to_lower_ascii(url.substr(0, end));
  while (authority.ends_with(kDefaultPort)) authority.resize(authority.size() - kDefaultPort.size());
  if (authority.empty()) return {};
  std::string normal = std::string(kScheme) + authority;
  const std::string_view rest = url.substr(end);
  if (!rest.starts_with('/')) normal += '/';
  normal += rest;
  return normal;
}

bool VirtualRepository::add(std::string_view url, ByteVector data) {
  const auto normal = normal_http_url(url);
  return normal.has_value() && entries_.emplace(*normal, std::move(data)).second;
}

std::optional<Bytes> VirtualRepository::find(std::string_view url) const {
  const auto normal = normal_http_url(url);
  if (!normal) return std::nullopt;
  const auto found = entries_.find(*normal);
  if (found == entries_.end()) return std::nullopt;
  return Bytes(found->second);
}

}  // namespace pki::repository
