#include "x509/general_name.h"

#include <algorithm>
#include <array>

#include "asn1/values.h"
#include "x509/ip_address.h"
#include "x509/reading.h"
#include "x509/rules.h"

namespace pki::x509 {
namespace {

/// What a kind of name is read with, after the tag was found to be its own.
struct Reading {
  const asn1::Element& element;
  asn1::Context& context;
  GeneralNameUse use;
};
using ReadKind = Status (*)(const Reading&, GeneralName&);

Status read_other_name(const Reading& reading, GeneralName& name) {
  asn1::Reader reader(reading.element.value, reading.context);
  PKI_TRY(name.type_id, take_oid(reader, "OtherName.type-id"));
  PKI_TRY(asn1::Reader value, reader.enter(asn1::tags::context_constructed(0), "OtherName.value"));
  PKI_TRY(name.other, value.next());
  PKI_CHECK(value.finish("OtherName.value"));
  return reader.finish("OtherName");
}

Status read_ia5(const Reading& reading, GeneralName& name) {
  const auto is_allowed = [](std::uint8_t octet) { return octet != 0 && octet < 0x80; };
  if (!std::all_of(name.value.begin(), name.value.end(), is_allowed)) {
    reading.context.note(
        rules::kGeneralNameCharacter, reading.element.whole,
        {{"kind", std::string(general_name_kind_name(name.kind))}, {"value", std::string(as_text(name.value))}});
  }
  return {};
}

Status read_directory_name(const Reading& reading, GeneralName& name) {
  PKI_TRY(name.directory_name, read_name(reading.element.value, reading.context));
  return {};
}

// RFC 5280 4.2.1.6: 4 or 16 octets; 4.2.1.10: twice as many, the second half being the mask.
Status read_ip_address(const Reading& reading, GeneralName& name) {
  const bool is_constraint = reading.use == GeneralNameUse::Constraint;
  const std::size_t scale = is_constraint ? 2 : 1;
  const std::size_t size = name.value.size();
  if (size != 4 * scale && size != 16 * scale) {
    reading.context.note(rules::kGeneralNameIpLength, reading.element.whole,
                         {{"octets", std::to_string(size)}, {"expected", is_constraint ? "8 or 32" : "4 or 16"}});
  } else if (is_constraint && !is_contiguous_mask(name.value.last(size / 2))) {
    reading.context.note(rules::kGeneralNameIpMask, reading.element.whole, {{"value", ip_range_text(name.value)}});
  }
  return {};
}

Status read_registered_id(const Reading& reading, GeneralName& name) {
  PKI_TRY(name.type_id, asn1::read_oid(reading.element, reading.context));
  return {};
}

/// X400Address and EdiPartyName: kept as octets.
Status read_nothing(const Reading&, GeneralName&) { return {}; }

struct Kind {
  std::string_view name;
  bool constructed;
  ReadKind read;
};

// By the number of the context tag.
constexpr std::array<Kind, 9> kKinds = {{
    {"othername", true, read_other_name},
    {"email", false, read_ia5},
    {"DNS", false, read_ia5},
    {"X400Name", true, read_nothing},
    {"DirName", true, read_directory_name},  // [4] is explicit: Name is a CHOICE
    {"EdiPartyName", true, read_nothing},
    {"URI", false, read_ia5},
    {"IP Address", false, read_ip_address},
    {"Registered ID", false, read_registered_id},
}};

}  // namespace

std::string_view general_name_kind_name(GeneralNameKind kind) { return kKinds[static_cast<std::size_t>(kind)].name; }

Result<GeneralName> read_general_name(const asn1::Element& element, asn1::Context& context, GeneralNameUse use) {
  const asn1::Tag& tag = element.tag;
  if (tag.tag_class != asn1::TagClass::Context || tag.number >= kKinds.size() ||
      tag.constructed != kKinds[tag.number].constructed) {
    return context.finding(rules::kGeneralNameUnknownChoice, element.whole, {{"found", asn1::tag_name(tag)}});
  }
  GeneralName name;
  name.kind = static_cast<GeneralNameKind>(tag.number);
  name.value = element.value;
  name.whole = element.whole;
  PKI_CHECK(kKinds[tag.number].read({element, context, use}, name));
  return name;
}

Result<GeneralNames> read_general_names(Bytes contents, asn1::Context& context) {
  GeneralNames names;
  asn1::Reader reader(contents, context);
  while (!reader.at_end()) {
    PKI_TRY(const asn1::Element element, reader.next());
    PKI_TRY(GeneralName name, read_general_name(element, context));
    names.push_back(std::move(name));
  }
  if (names.empty()) context.note(rules::kGeneralNameEmpty, contents);
  return names;
}

}  // namespace pki::x509
