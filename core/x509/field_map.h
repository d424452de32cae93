#pragma once
// Which field of an object an octet belongs to: so that a finding deep inside says "tbsCertificate.extensions[3]".

#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/finding.h"

namespace pki::x509 {

/// The fields of one object with their places. Fields are added in the order of their octets and do not overlap.
class FieldMap {
 public:
  explicit FieldMap(Bytes root) : root_(root) {}

  /// `part` must lie in the root; otherwise (an absent field) nothing is added.
  void add(Bytes part, std::string name);
  /// Names the field of every finding that has a place but no field yet.
  void name_fields(Findings& findings) const;

 private:
  struct Field {
    ByteRange range;
    std::string name;
  };

  Bytes root_;
  std::vector<Field> fields_;
};

}  // namespace pki::x509
