#include "api/strength_params.h"

#include <limits>

#include "api/texts.h"
#include "crypto/hash.h"
#include "crypto/public_key.h"

namespace pki::api {
namespace {

using json::Choice;
using json::ObjectReader;
using json::Value;

enum class Base : std::uint8_t { Default, Legacy };
constexpr Choice<Base> kBases[] = {{"default", Base::Default}, {"legacy", Base::Legacy}};
constexpr Choice<path::UnknownAlgorithms> kUnknown[] = {{"refuse", path::UnknownAlgorithms::Refuse},
                                                        {"accept", path::UnknownAlgorithms::Accept}};
constexpr Choice<path::FactorableKeys> kFactorable[] = {{"refuse", path::FactorableKeys::Refuse},
                                                        {"accept", path::FactorableKeys::Accept}};
constexpr crypto::Curve kCurves[] = {crypto::Curve::P256, crypto::Curve::P384, crypto::Curve::P521,
                                     crypto::Curve::Secp256k1};
constexpr crypto::HashAlgorithm kHashes[] = {crypto::HashAlgorithm::Md5,    crypto::HashAlgorithm::Sha1,
                                             crypto::HashAlgorithm::Sha224, crypto::HashAlgorithm::Sha256,
                                             crypto::HashAlgorithm::Sha384, crypto::HashAlgorithm::Sha512};

/// As many bits as any number of a certificate may sensibly have.
constexpr std::int64_t kMostBits = 1'000'000;

path::StrengthPolicy policy_of(Base base) {
  return base == Base::Legacy ? path::StrengthPolicy::legacy() : path::StrengthPolicy();
}

Status set_bits(ObjectReader& object, std::string_view name, std::uint32_t& target) {
  const std::optional<Value> value = object.optional(name);
  if (!value) return {};
  PKI_TRY(const std::int64_t bits, json::read_integer(*value, {0, kMostBits}));
  target = static_cast<std::uint32_t>(bits);
  return {};
}

/// The elements that a list of names stands for.
template <typename T, std::size_t Size>
Status set_names(ObjectReader& object, std::string_view name, const T (&known)[Size], std::string_view (*name_of)(T),
                 std::vector<T>& target) {
  const std::optional<Value> value = object.optional(name);
  if (!value) return {};
  std::string_view words[Size];
  for (std::size_t i = 0; i < Size; ++i) words[i] = name_of(known[i]);
  PKI_TRY(const std::vector<Value> elements, json::read_list(*value));
  target.clear();
  for (const Value& element : elements) {
    PKI_TRY(const std::size_t index, json::read_word(element, words));
    target.push_back(known[index]);
  }
  return {};
}

Status read_sizes(ObjectReader& object, path::StrengthPolicy& policy) {
  PKI_CHECK(set_bits(object, "min_rsa_bits", policy.min_rsa_bits));
  PKI_CHECK(set_bits(object, "max_rsa_bits", policy.max_rsa_bits));
  PKI_CHECK(set_bits(object, "max_rsa_exponent_bits", policy.max_rsa_exponent_bits));
  if (const std::optional<Value> exponent = object.optional("min_rsa_exponent")) {
    PKI_TRY(const std::int64_t least, json::read_integer(*exponent, {0, std::numeric_limits<std::int64_t>::max()}));
    policy.min_rsa_exponent = static_cast<std::uint64_t>(least);
  }
  if (const std::optional<Value> dsa = object.optional_or_null("min_dsa_bits")) {
    policy.min_dsa_bits.reset();
    if (dsa->json().is_null()) return {};
    PKI_TRY(const std::int64_t bits, json::read_integer(*dsa, {0, kMostBits}));
    policy.min_dsa_bits = static_cast<std::uint32_t>(bits);
  }
  return {};
}

}  // namespace

Result<path::StrengthPolicy> read_strength(const Value& value) {
  if (value.json().is_string()) {
    PKI_TRY(const Base base, json::read_choice(value, kBases));
    return policy_of(base);
  }
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  Base base = Base::Default;
  if (const std::optional<Value> word = object.optional("base")) {
    PKI_TRY(base, json::read_choice(*word, kBases));
  }
  path::StrengthPolicy policy = policy_of(base);
  PKI_CHECK(read_sizes(object, policy));
  PKI_CHECK(set_names(object, "curves", kCurves, crypto::curve_name, policy.curves));
  PKI_CHECK(set_names(object, "hashes", kHashes, crypto::hash_name, policy.hashes));
  if (const std::optional<Value> unknown = object.optional("unknown")) {
    PKI_TRY(policy.unknown, json::read_choice(*unknown, kUnknown));
  }
  if (const std::optional<Value> factorable = object.optional("factorable")) {
    PKI_TRY(policy.factorable, json::read_choice(*factorable, kFactorable));
  }
  PKI_CHECK(object.finish());
  return policy;
}

}  // namespace pki::api
