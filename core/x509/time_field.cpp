#include "x509/time_field.h"

#include "asn1/rules.h"

namespace pki::x509 {

std::optional<TimeField> take_time(asn1::Reader& reader, std::string_view what) {
  asn1::Context& context = reader.context();
  auto element = reader.next();
  if (!element) {
    context.note(std::move(element).error());
    return std::nullopt;
  }
  if (element->tag != asn1::tags::kUtcTime && element->tag != asn1::tags::kGeneralizedTime) {
    context.note(asn1::rules::kElementUnexpected, element->whole,
                 {{"what", std::string(what)},
                  {"expected", "UTCTime or GeneralizedTime"},
                  {"found", asn1::tag_name(element->tag)}});
    return std::nullopt;
  }
  auto time = asn1::read_time(*element, context);
  if (!time) {
    context.note(std::move(time).error());
    return std::nullopt;
  }
  return TimeField{.time = *time, .element = *element};
}

}  // namespace pki::x509
