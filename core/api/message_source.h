#pragma once
// Source: a signed or enveloped message (CMS, PKCS#7) that a request hands in.

#include "api/sources.h"

namespace pki::api {

/// The DER of exactly one message, no larger than a certificate may be; the certificates that come with it are not
/// looked at. Rules: those of read_source, api.source.none, api.source.several, api.source.wrong_kind,
/// api.source.too_large.
Result<ByteVector> read_message(const json::Value& value);

}  // namespace pki::api
