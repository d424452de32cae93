#include "x509/extensions/basic_constraints.h"

#include "asn1/rules.h"
#include "asn1/values.h"
#include "asn1/writer.h"
#include "x509/reading.h"
#include "x509/rules.h"

namespace pki::x509 {

Result<BasicConstraints> read_basic_constraints(Bytes value, asn1::Context& context) {
  PKI_TRY(asn1::Reader reader, enter_sequence(value, "BasicConstraints", context));
  BasicConstraints constraints;
  PKI_TRY(const auto ca, reader.optional(asn1::tags::kBoolean));
  if (ca) {
    PKI_TRY(constraints.ca, asn1::read_boolean(*ca, context));
    // X.690 11.5: a value that is the default is left out.
    if (!constraints.ca) context.note(asn1::rules::kDefaultEncoded, ca->whole, {{"what", "cA"}});
  }
  PKI_TRY(constraints.path_length, take_clamped(reader, asn1::tags::kInteger));
  PKI_CHECK(reader.finish("BasicConstraints"));
  if (constraints.path_length && !constraints.ca) {
    context.note(rules::kBasicConstraintsPathLengthWithoutCa, value);
  }
  return constraints;
}

ByteVector encode(const BasicConstraints& constraints) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& w) {
    if (constraints.ca) w.boolean(true);
    if (constraints.path_length) w.integer(*constraints.path_length);
  });
  return writer.take();
}

}  // namespace pki::x509
