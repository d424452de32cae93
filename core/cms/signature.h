#pragma once
// Checking the signatures of a SignedData (RFC 5652 5.4, 5.6).

#include "cms/signed_data.h"

namespace pki::cms {

/// The octets that the signer signed: the signed attributes as a SET OF (5.4), or the content where there are none.
ByteVector signed_octets(const SignedData& data, const SignerInfo& signer);

/// Checks one signer with the signer's key: with signed attributes that contentType and messageDigest are there and fit
/// the content, and that the signature is over them; without, that it is over the content. Content that is absent
/// counts as empty. Rules: cms.attribute.*, cms.digest.unsupported, cms.digest.mismatch, crypto.signature.*; ranges
/// count from the first octet of `data.der()`.
Status verify_signer(const SignedData& data, const SignerInfo& signer, const crypto::PublicKey& key);

/// The one value of an attribute that has one by its definition. Rule: cms.attribute.values. Points into `attribute`.
Result<const asn1::Element*> single_value(const SignedData& data, const Attribute& attribute);

}  // namespace pki::cms
