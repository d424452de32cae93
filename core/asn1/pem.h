#pragma once
// PEM: the textual encodings of RFC 7468, and what people really have: text before and between, CRLF, a BOM,
// "Bag Attributes", RFC 1421 headers.

#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/finding.h"

namespace pki::asn1 {

/// One block between BEGIN and END.
struct PemBlock {
  std::string label;  // "CERTIFICATE", "NEW CERTIFICATE REQUEST" ...
  ByteVector der;
  /// RFC 1421 headers ("Proc-Type: 4,ENCRYPTED"), in order, as written.
  std::vector<std::string> headers;
  /// Where the block stands in the text, from "-----BEGIN" to the end of the END line (octets).
  ByteRange range;
};

/// What a text held.
struct PemText {
  std::vector<PemBlock> blocks;
  /// pem.* findings with ranges into the text: a block that does not end, labels that differ, bad base64 ...
  Findings findings;
};

/// Finds every block. A block that fails becomes a finding, and the search goes on behind it. Linear in the
/// length of the text.
PemText read_pem(std::string_view text);

/// One block: base64 in lines of 64 characters, LF (RFC 7468 2).
std::string write_pem(std::string_view label, Bytes der);

}  // namespace pki::asn1
