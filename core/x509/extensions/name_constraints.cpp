#include "x509/extensions/name_constraints.h"

#include "asn1/rules.h"
#include "asn1/values.h"
#include "asn1/writer.h"
#include "x509/reading.h"
#include "x509/rules.h"

namespace pki::x509 {
namespace {

constexpr asn1::Tag kPermitted = asn1::tags::context_constructed(0);
constexpr asn1::Tag kExcluded = asn1::tags::context_constructed(1);
constexpr asn1::Tag kMinimum = asn1::tags::context(0);
constexpr asn1::Tag kMaximum = asn1::tags::context(1);

Result<GeneralSubtree> read_subtree(asn1::Reader& list) {
  asn1::Context& context = list.context();
  PKI_TRY(const asn1::Element sequence, list.expect(asn1::tags::kSequence, "GeneralSubtree"));
  asn1::Reader reader(sequence.value, context);
  GeneralSubtree subtree;
  PKI_TRY(const asn1::Element base, reader.next());
  PKI_TRY(subtree.base, read_general_name(base, context, GeneralNameUse::Constraint));
  PKI_TRY(const auto minimum, reader.optional(kMinimum));
  if (minimum) {
    PKI_TRY(subtree.minimum, asn1::read_unsigned(*minimum, context));
    // X.690 11.5: a value that is the default is left out.
    if (subtree.minimum == 0) {
      context.note(asn1::rules::kDefaultEncoded, minimum->whole, {{"what", "minimum"}});
    }
  }
  PKI_TRY(const auto maximum, reader.optional(kMaximum));
  if (maximum) {
    PKI_TRY(subtree.maximum, asn1::read_unsigned(*maximum, context));
  }
  PKI_CHECK(reader.finish("GeneralSubtree"));
  // RFC 5280 4.2.1.10: minimum must be zero, and maximum must be absent.
  if (subtree.minimum != 0 || subtree.maximum) {
    context.note(rules::kNameConstraintsMinimumMaximum, sequence.whole);
  }
  return subtree;
}

/// GeneralSubtrees: a sequence of one or more.
Result<std::vector<GeneralSubtree>> read_subtrees(const asn1::Element& list, asn1::Context& context) {
  std::vector<GeneralSubtree> subtrees;
  asn1::Reader reader(list.value, context);
  while (!reader.at_end()) {
    PKI_TRY(GeneralSubtree subtree, read_subtree(reader));
    subtrees.push_back(std::move(subtree));
  }
  if (subtrees.empty()) context.note(rules::kNameConstraintsEmpty, list.whole);
  return subtrees;
}

Status write_subtrees(asn1::Writer& writer, const asn1::Tag& tag, const std::vector<GeneralNameInput>& names) {
  if (names.empty()) return {};
  asn1::Writer subtrees;
  for (const GeneralNameInput& name : names) {
    asn1::Writer base;
    PKI_CHECK(write_general_name(base, name, GeneralNameUse::Constraint));
    subtrees.element(asn1::tags::kSequence, base.view());
  }
  writer.element(tag, subtrees.view());
  return {};
}

}  // namespace

Result<NameConstraints> read_name_constraints(Bytes value, asn1::Context& context) {
  PKI_TRY(asn1::Reader reader, enter_sequence(value, "NameConstraints", context));
  NameConstraints constraints;
  PKI_TRY(const auto permitted, reader.optional(kPermitted));
  if (permitted) {
    PKI_TRY(constraints.permitted, read_subtrees(*permitted, context));
  }
  PKI_TRY(const auto excluded, reader.optional(kExcluded));
  if (excluded) {
    PKI_TRY(constraints.excluded, read_subtrees(*excluded, context));
  }
  PKI_CHECK(reader.finish("NameConstraints"));
  // RFC 5280 4.2.1.10: an empty sequence must not be issued.
  if (!permitted && !excluded) context.note(rules::kNameConstraintsEmpty, value);
  return constraints;
}

Result<ByteVector> encode_name_constraints(const std::vector<GeneralNameInput>& permitted,
                                           const std::vector<GeneralNameInput>& excluded) {
  if (permitted.empty() && excluded.empty()) return Finding{&rules::kNameConstraintsEmpty, {}, {}};
  asn1::Writer lists;
  PKI_CHECK(write_subtrees(lists, kPermitted, permitted));
  PKI_CHECK(write_subtrees(lists, kExcluded, excluded));
  return asn1::encode_element(asn1::tags::kSequence, lists.view());
}

}  // namespace pki::x509
