#include "crypto/pss_parameters.h"

#include <limits>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "asn1/rules.h"
#include "crypto/rules.h"

namespace pki::crypto {
namespace {

using asn1::Context;
using asn1::Reader;

// RFC 4055 3.1: the defaults, and the only trailer field there is.
constexpr HashAlgorithm kDefaultHash = HashAlgorithm::Sha1;
constexpr std::uint32_t kDefaultSaltLength = 20;
constexpr std::uint64_t kTrailerFieldBc = 1;

bool is_sequence(const std::optional<asn1::Element>& element) {
  return element && element->tag == asn1::tags::kSequence;
}

struct RawParameters {
  std::optional<AlgorithmIdentifier> hash;
  std::optional<AlgorithmIdentifier> mask_generation;
  std::uint64_t salt_length = kDefaultSaltLength;
  std::uint64_t trailer_field = kTrailerFieldBc;
};

/// X.690 11.5: what has its default value is left out. RFC 4055 3.1 wants it read all the same.
void note_default(Bytes part, std::string_view what, Context& context) {
  context.note(asn1::rules::kDefaultEncoded, part, {{"what", std::string(what)}});
}

/// [number] EXPLICIT INTEGER DEFAULT fallback.
Result<std::uint64_t> optional_unsigned(Reader& reader, std::uint32_t number, std::string_view what,
                                        std::uint64_t fallback) {
  const asn1::Tag tag = asn1::tags::context_constructed(number);
  if (!reader.next_is(tag)) return fallback;
  PKI_TRY(Reader inner, reader.enter(tag, what));
  PKI_TRY(const asn1::Element element, inner.expect(asn1::tags::kInteger, what));
  PKI_CHECK(inner.finish(what));
  PKI_TRY(const std::uint64_t value, asn1::read_unsigned(element, reader.context()));
  if (value == fallback) note_default(element.whole, what, reader.context());
  return value;
}

Result<RawParameters> read_raw(const asn1::Element& sequence, Context& context) {
  Reader reader(sequence.value, context);
  RawParameters raw;
  PKI_TRY(raw.hash, optional_identifier(reader, 0, "hashAlgorithm"));
  PKI_TRY(raw.mask_generation, optional_identifier(reader, 1, "maskGenAlgorithm"));
  PKI_TRY(raw.salt_length, optional_unsigned(reader, 2, "saltLength", kDefaultSaltLength));
  PKI_TRY(raw.trailer_field, optional_unsigned(reader, 3, "trailerField", kTrailerFieldBc));
  PKI_CHECK(reader.finish("RSASSA-PSS-params"));
  return raw;
}

Finding unreadable(const AlgorithmIdentifier& identifier, const Context& context, std::string reason) {
  return context.finding(rules::kPssParameters, identifier.whole, {{"reason", std::move(reason)}});
}

}  // namespace

std::string describe_parameters(const AlgorithmIdentifier& identifier) {
  return identifier.parameters ? asn1::tag_name(identifier.parameters->tag) : "absent";
}

Result<std::optional<AlgorithmIdentifier>> optional_identifier(Reader& reader, std::uint32_t number,
                                                               std::string_view what) {
  const asn1::Tag tag = asn1::tags::context_constructed(number);
  if (!reader.next_is(tag)) return std::optional<AlgorithmIdentifier>();
  PKI_TRY(Reader inner, reader.enter(tag, what));
  PKI_TRY(const AlgorithmIdentifier identifier, read_algorithm_identifier(inner, what));
  PKI_CHECK(inner.finish(what));
  return std::optional<AlgorithmIdentifier>(identifier);
}

std::optional<HashAlgorithm> known_hash(const AlgorithmIdentifier& identifier, Context& context) {
  check_parameters(identifier, ExpectedParameters::NullOrAbsent, context);
  return hash_from_oid(identifier.oid);
}

Result<std::optional<HashAlgorithm>> known_mgf_hash(const AlgorithmIdentifier& identifier, Context& context) {
  if (identifier.oid != asn1::oids::kMgf1 || !is_sequence(identifier.parameters)) {
    return std::optional<HashAlgorithm>();
  }
  PKI_TRY(const AlgorithmIdentifier hash,
          read_algorithm_identifier(*identifier.parameters, "maskGenAlgorithm", context));
  return known_hash(hash, context);
}

void write_hash(asn1::Writer& writer, HashAlgorithm hash) {
  writer.sequence([&](asn1::Writer& w) {
    w.oid(hash_oid(hash));
    w.null();  // RFC 4055 2.1: NULL where a hash stands in the parameters of PSS or OAEP.
  });
}

void write_mgf1(asn1::Writer& writer, HashAlgorithm hash) {
  writer.sequence([&](asn1::Writer& w) {
    w.oid(asn1::oids::kMgf1);
    write_hash(w, hash);
  });
}

void check_parameters(const AlgorithmIdentifier& identifier, ExpectedParameters expected, Context& context) {
  const bool absent = !identifier.parameters;
  const bool null = !absent && identifier.parameters->tag == asn1::tags::kNull && identifier.parameters->value.empty();
  const bool good =
      (absent && expected != ExpectedParameters::Null) || (null && expected != ExpectedParameters::Absent);
  if (good) return;
  context.note(rules::kAlgorithmParameters, identifier.whole,
               {{"algorithm", asn1::oid_name(identifier.oid)},
                {"found", describe_parameters(identifier)},
                {"expected", expected == ExpectedParameters::Absent ? "none" : "NULL"}});
}

Result<SignatureAlgorithm> read_pss_parameters(const AlgorithmIdentifier& identifier, Context& context) {
  // RFC 4055 3.1: the parameters field MUST be present where the identifier names a signature.
  if (!identifier.parameters) return unreadable(identifier, context, "they are absent");
  if (!is_sequence(identifier.parameters)) {
    return unreadable(identifier, context, "they are no SEQUENCE");
  }
  auto raw = read_raw(*identifier.parameters, context);
  if (!raw.ok()) return unreadable(identifier, context, render_summary(raw.error()));
  if (raw->trailer_field != kTrailerFieldBc) {
    return unreadable(identifier, context, "the trailerField is " + std::to_string(raw->trailer_field) + ", not 1");
  }
  if (raw->salt_length > std::numeric_limits<std::uint32_t>::max()) {
    return unreadable(identifier, context, "the salt length is " + std::to_string(raw->salt_length));
  }

  std::optional<HashAlgorithm> hash = kDefaultHash;
  std::optional<HashAlgorithm> mgf_hash = kDefaultHash;
  if (raw->hash) {
    hash = known_hash(*raw->hash, context);
    if (hash == kDefaultHash) note_default(raw->hash->whole, "hashAlgorithm", context);
  }
  if (raw->mask_generation) {
    auto known = known_mgf_hash(*raw->mask_generation, context);
    if (!known.ok()) return unreadable(identifier, context, render_summary(known.error()));
    mgf_hash = *known;
    if (mgf_hash == kDefaultHash) note_default(raw->mask_generation->whole, "maskGenAlgorithm", context);
  }
  if (!hash || !mgf_hash) return SignatureAlgorithm{};
  return SignatureAlgorithm{.kind = SignatureKind::RsaPss,
                            .hash = *hash,
                            .mgf_hash = *mgf_hash,
                            .salt_length = static_cast<std::uint32_t>(raw->salt_length)};
}

void write_pss_parameters(asn1::Writer& writer, const SignatureAlgorithm& algorithm) {
  writer.sequence([&](asn1::Writer& w) {
    if (algorithm.hash != kDefaultHash) {
      w.wrap(asn1::tags::context_constructed(0), [&](asn1::Writer& inner) { write_hash(inner, algorithm.hash); });
    }
    if (algorithm.mgf_hash != kDefaultHash) {
      w.wrap(asn1::tags::context_constructed(1), [&](asn1::Writer& inner) { write_mgf1(inner, algorithm.mgf_hash); });
    }
    if (algorithm.salt_length != kDefaultSaltLength) {
      w.wrap(asn1::tags::context_constructed(2), [&](asn1::Writer& inner) { inner.integer(algorithm.salt_length); });
    }
  });
}

}  // namespace pki::crypto
