#include "x509/extensions/distribution_points.h"

#include "asn1/writer.h"
#include "x509/reading.h"
#include "x509/rules.h"

namespace pki::x509 {
namespace {

constexpr asn1::Tag kDistributionPoint = asn1::tags::context_constructed(0);
constexpr asn1::Tag kFullName = asn1::tags::context_constructed(0);
constexpr asn1::Tag kNameRelativeToCrlIssuer = asn1::tags::context_constructed(1);
constexpr asn1::Tag kReasons = asn1::tags::context(1);
constexpr asn1::Tag kCrlIssuer = asn1::tags::context_constructed(2);

Result<DistributionPoint> read_point(asn1::Reader& list) {
  asn1::Context& context = list.context();
  PKI_TRY(const asn1::Element sequence, list.expect(asn1::tags::kSequence, "DistributionPoint"));
  asn1::Reader reader(sequence.value, context);
  DistributionPoint point;
  PKI_TRY(const auto name, reader.optional(kDistributionPoint));
  if (name) {
    PKI_TRY(DistributionPointName names, read_distribution_point_name(asn1::Reader(name->value, context)));
    point.full_name = std::move(names.full_name);
    point.relative_name = std::move(names.relative_name);
  }
  PKI_TRY(const auto reasons, reader.optional(kReasons));
  if (reasons) {
    PKI_TRY(point.reasons, asn1::read_named_bits(*reasons, context));
  }
  PKI_TRY(const auto issuer, reader.optional(kCrlIssuer));
  if (issuer) {
    PKI_TRY(point.crl_issuer, read_general_names(issuer->value, context));
  }
  PKI_CHECK(reader.finish("DistributionPoint"));
  // RFC 5280 4.2.1.13: either distributionPoint or cRLIssuer must be present.
  if (!name && !issuer) context.note(rules::kDistributionPointReasonsOnly, sequence.whole);
  return point;
}

Status write_general_names(asn1::Writer& writer, const std::vector<GeneralNameInput>& names) {
  for (const GeneralNameInput& name : names) PKI_CHECK(write_general_name(writer, name));
  return {};
}

}  // namespace

// A CHOICE, so that its tag stands around it.
Result<DistributionPointName> read_distribution_point_name(asn1::Reader reader) {
  asn1::Context& context = reader.context();
  DistributionPointName name;
  if (reader.next_is(kNameRelativeToCrlIssuer)) {
    PKI_TRY(const asn1::Element rdn, reader.next());
    PKI_TRY(name.relative_name, read_rdn(rdn, context));
  } else {
    PKI_TRY(const asn1::Element names, reader.expect(kFullName, "DistributionPointName"));
    PKI_TRY(name.full_name, read_general_names(names.value, context));
  }
  PKI_CHECK(reader.finish("DistributionPointName"));
  return name;
}

Result<DistributionPoints> read_distribution_points(Bytes value, asn1::Context& context) {
  PKI_TRY(asn1::Reader reader, enter_sequence(value, "CRLDistributionPoints", context));
  DistributionPoints points;
  while (!reader.at_end()) {
    PKI_TRY(DistributionPoint point, read_point(reader));
    points.points.push_back(std::move(point));
  }
  if (points.points.empty()) context.note(rules::kDistributionPointsEmpty, value);
  return points;
}

Result<ByteVector> encode_distribution_points(const std::vector<std::vector<std::string>>& uris) {
  if (uris.empty()) return Finding{&rules::kDistributionPointsEmpty, {}, {}};
  asn1::Writer points;
  for (const std::vector<std::string>& point : uris) {
    if (point.empty()) return Finding{&rules::kDistributionPointReasonsOnly, {}, {}};
    asn1::Writer names;
    for (const std::string& uri : point) {
      PKI_CHECK(write_general_name(names, {GeneralNameKind::Uri, uri}));
    }
    points.sequence([&](asn1::Writer& w) {
      w.wrap(kDistributionPoint, [&](asn1::Writer& name) { name.element(kFullName, names.view()); });
    });
  }
  return asn1::encode_element(asn1::tags::kSequence, points.view());
}

Status write_distribution_point_name(asn1::Writer& writer, const DistributionPointNameInput& name) {
  if (!name.full_name.empty()) {
    asn1::Writer names;
    PKI_CHECK(write_general_names(names, name.full_name));
    writer.element(kFullName, names.view());
    return {};
  }
  // A name of one RDN is a SEQUENCE of that SET; [1] takes the place of the SET's tag.
  PKI_TRY(const ByteVector as_name, encode_name({name.relative_name}));
  asn1::Context context(as_name);
  PKI_TRY(const asn1::Element sequence, asn1::read_single(as_name, asn1::tags::kSequence, "Name", context));
  PKI_TRY(const asn1::Element rdn, asn1::read_single(sequence.value, asn1::tags::kSet, "RDN", context));
  writer.element(kNameRelativeToCrlIssuer, rdn.value);
  return {};
}

Result<ByteVector> encode_distribution_point_list(const std::vector<DistributionPointInput>& points) {
  if (points.empty()) return Finding{&rules::kDistributionPointsEmpty, {}, {}};
  asn1::Writer list;
  for (const DistributionPointInput& point : points) {
    if (point.name.empty() && point.crl_issuer.empty()) return Finding{&rules::kDistributionPointReasonsOnly, {}, {}};
    asn1::Writer name;
    if (!point.name.empty()) PKI_CHECK(write_distribution_point_name(name, point.name));
    asn1::Writer issuer;
    PKI_CHECK(write_general_names(issuer, point.crl_issuer));
    list.sequence([&](asn1::Writer& w) {
      if (!point.name.empty()) w.element(kDistributionPoint, name.view());
      if (point.reasons != 0) w.named_bits(point.reasons, kReasons);
      if (!point.crl_issuer.empty()) w.element(kCrlIssuer, issuer.view());
    });
  }
  return asn1::encode_element(asn1::tags::kSequence, list.view());
}

}  // namespace pki::x509
