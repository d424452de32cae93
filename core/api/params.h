#pragma once
// The types of parameters that methods share (docs/api.md: Types).

#include <optional>
#include <span>
#include <vector>

#include "asn1/oid.h"
#include "base/time.h"
#include "crypto/hash.h"
#include "crypto/private_key.h"
#include "json/reader.h"
#include "tls/code_points.h"
#include "x509/general_name.h"
#include "x509/name.h"

namespace pki::api {

/// api.param.conflict unless at most one of the members is there.
Status at_most_one(json::ObjectReader& object, std::span<const std::string_view> names);

// Each reads one value; what is wrong with it is a finding with its pointer. Rules: api.param.type, api.param.value,
// and those that are named.

/// "2026-11-22T19:38:58Z" or "2026-11-22".
Result<Time> read_time(const json::Value& value);
/// The same, of a member that may be left out.
Result<std::optional<Time>> read_optional_time(json::ObjectReader& object, std::string_view name);

/// A subject: RFC 4514 text, OpenSSL's with slashes, or a list of {type, value} in the order of the encoding, where an
/// inner list is an RDN of several attributes. Rules: x509.name.*.
Result<x509::NameInput> read_subject(const json::Value& value);

/// A list of texts such as "DNS:www.example.com". Rules: x509.general_name.*.
Result<std::vector<x509::GeneralNameInput>> read_general_names(const json::Value& value);

/// A name that the registry knows ("clientAuth") or a dotted OID.
Result<asn1::OwnedOid> read_oid(const json::Value& value);
Result<std::vector<asn1::OwnedOid>> read_oids(const json::Value& value);

/// "sha256" ...; MD5, SHA-1 and SHA-224 are refused: nothing is signed with them.
Result<crypto::HashAlgorithm> read_signing_hash(const json::Value& value);

/// "rsa-2048" ... "p-521".
Result<crypto::KeySpec> read_key_spec(const json::Value& value);

/// A version of TLS: "1.2" or "1.3".
Result<tls::Version> read_tls_version(const json::Value& value);

/// Octets in hex; `what` for the error ("a serial number in hex").
Result<ByteVector> read_hex(const json::Value& value, std::string_view what);

}  // namespace pki::api
