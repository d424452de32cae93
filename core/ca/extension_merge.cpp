#include "ca/extension_merge.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "asn1/oids.h"
#include "asn1/reader.h"
#include "asn1/writer.h"
#include "x509/extensions/basic_constraints.h"
#include "x509/extensions/key_usage.h"

namespace pki::ca {

namespace oids = asn1::oids;

namespace {

// The elements of a SEQUENCE OF, each whole; nothing where it is none.
std::optional<std::vector<ByteVector>> elements_of(Bytes value) {
  asn1::Context context(value);
  const auto list = asn1::read_single(value, asn1::tags::kSequence, "list", context);
  if (!list) return std::nullopt;
  asn1::Reader reader(list->value, context);
  std::vector<ByteVector> elements;
  while (!reader.at_end()) {
    const auto element = reader.next();
    if (!element) return std::nullopt;
    elements.push_back(to_vector(element->whole));
  }
  return elements;
}

std::optional<std::uint32_t> key_usage_bits(Bytes value) {
  asn1::Context context(value);
  const auto usage = x509::read_key_usage(value, context);
  if (!usage) return std::nullopt;
  return usage->bits;
}

std::optional<ByteVector> merge_key_usage(Bytes first, Bytes second) {
  const auto a = key_usage_bits(first);
  const auto b = key_usage_bits(second);
  if (!a || !b) return std::nullopt;
  return x509::encode(x509::KeyUsage{.bits = *a | *b});
}

std::optional<ByteVector> merge_lists(Bytes first, Bytes second) {
  const auto a = elements_of(first);
  const auto b = elements_of(second);
  if (!a || !b) return std::nullopt;
  std::set<ByteVector> seen;
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& list) {
    for (const auto* elements : {&*a, &*b}) {
      for (const ByteVector& element : *elements) {
        if (seen.insert(element).second) list.raw(element);
      }
    }
  });
  return writer.take();
}

bool same_lists(Bytes first, Bytes second) {
  const auto a = elements_of(first);
  const auto b = elements_of(second);
  if (!a || !b) return false;
  return std::set<ByteVector>(a->begin(), a->end()) == std::set<ByteVector>(b->begin(), b->end());
}

bool same_key_usage(Bytes first, Bytes second) {
  const auto a = key_usage_bits(first);
  return a && a == key_usage_bits(second);
}

bool same_basic_constraints(Bytes first, Bytes second) {
  asn1::Context first_context(first);
  asn1::Context second_context(second);
  const auto a = x509::read_basic_constraints(first, first_context);
  const auto b = x509::read_basic_constraints(second, second_context);
  return a && b && a->ca == b->ca && a->path_length == b->path_length;
}

using Merge = std::optional<ByteVector> (*)(Bytes, Bytes);
using Compare = bool (*)(Bytes, Bytes);

struct Meaning {
  asn1::Oid id;
  Merge merge;  // null: cannot be merged
  Compare same;
};
constexpr std::array kMeanings = {
    Meaning{oids::kKeyUsage, merge_key_usage, same_key_usage},
    Meaning{oids::kExtendedKeyUsage, merge_lists, same_lists},
    Meaning{oids::kSubjectAltName, merge_lists, same_lists},
    Meaning{oids::kBasicConstraints, nullptr, same_basic_constraints},
};

const Meaning* find_meaning(asn1::Oid id) {
  const auto* found =
      std::find_if(kMeanings.begin(), kMeanings.end(), [&](const Meaning& meaning) { return meaning.id == id; });
  return found == kMeanings.end() ? nullptr : found;
}

}  // namespace

std::optional<ByteVector> merge_values(asn1::Oid id, Bytes first, Bytes second) {
  const Meaning* meaning = find_meaning(id);
  if (meaning == nullptr || meaning->merge == nullptr) return std::nullopt;
  return meaning->merge(first, second);
}

bool same_meaning(asn1::Oid id, Bytes first, Bytes second) {
  if (equal(first, second)) return true;
  const Meaning* meaning = find_meaning(id);
  return meaning != nullptr && meaning->same(first, second);
}

}  // namespace pki::ca
