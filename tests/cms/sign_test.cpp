#include "cms/sign.h"

#include "cms/support.h"
#include "crypto/random.h"

namespace pki::cms {
namespace {

/// A message with the content, signed by these.
SignedDataInput input_of(std::vector<SignerInput> signers, const std::vector<x509::CertificatePtr>& certificates) {
  SignedDataInput input;
  input.content = as_bytes(std::string_view(kContent));
  for (const auto& each : certificates) input.certificates.push_back(to_vector(each->der()));
  input.signers = std::move(signers);
  return input;
}

}  // namespace

TEST_CASE("what is signed here verifies here, by every hash and either form of naming") {
  const crypto::PrivateKey key = private_key("rsa");
  const auto rsa = certificate("rsa");
  for (const auto hash :
       {crypto::HashAlgorithm::Sha256, crypto::HashAlgorithm::Sha384, crypto::HashAlgorithm::Sha512}) {
    for (const IdForm form : {IdForm::IssuerAndSerial, IdForm::SubjectKeyId}) {
      const ByteVector der =
          make_signed_data(input_of({{.key = key, .certificate = *rsa, .digest = hash, .id = form}}, {rsa})).value();
      const auto data = SignedData::parse(der).value();
      CHECK(equal(data->der(), der));
      CHECK(data->findings().empty());
      CHECK(data->outline().version == (form == IdForm::SubjectKeyId ? 3 : 1));
      REQUIRE(data->signers().size() == 1);
      const SignerInfo& signer = data->signers()[0];
      CHECK(signer.digest == hash);
      CHECK(signer.signer.form() == form);
      CHECK(verify_signer(*data, signer, rsa->public_key()).ok());
    }
  }
}

TEST_CASE("several signers with attributes of their own") {
  const crypto::PrivateKey rsa_key = private_key("rsa");
  const crypto::PrivateKey ec_key = private_key("ec");
  const auto rsa = certificate("rsa");
  const auto ec = certificate("ec");
  const ByteVector value = {0x04, 0x01, 0x2A};
  const asn1::OwnedOid type = asn1::OwnedOid::from_dotted("1.2.3.4").value();
  const ByteVector der =
      make_signed_data(input_of({{.key = rsa_key, .certificate = *rsa, .attributes = {{type, value}}},
                                 {.key = ec_key, .certificate = *ec, .digest = crypto::HashAlgorithm::Sha384}},
                                {rsa, ec}))
          .value();
  const auto data = SignedData::parse(der).value();
  CHECK(data->findings().empty());
  REQUIRE(data->signers().size() == 2);
  for (const SignerInfo& signer : data->signers()) {
    const bool is_rsa = signer.signer.names(*rsa);
    CHECK(verify_signer(*data, signer, (is_rsa ? rsa : ec)->public_key()).ok());
    const Attribute* attribute = signer.find(type.view());
    CHECK((attribute != nullptr) == is_rsa);
    if (attribute != nullptr) CHECK(equal(attribute->values.at(0).whole, value));
  }
}

TEST_CASE("a message without content is signed over nothing") {
  const crypto::PrivateKey key = private_key("rsa");
  const auto rsa = certificate("rsa");
  SignedDataInput input = input_of({{.key = key, .certificate = *rsa}}, {});
  input.content.reset();
  const auto data = SignedData::parse(make_signed_data(input).value()).value();
  CHECK_FALSE(data->has_content());
  CHECK(verify_signer(*data, data->signers()[0], rsa->public_key()).ok());
}

TEST_CASE("nothing is signed with SHA-1") {
  const crypto::PrivateKey key = private_key("rsa");
  const auto rsa = certificate("rsa");
  const auto made =
      make_signed_data(input_of({{.key = key, .certificate = *rsa, .digest = crypto::HashAlgorithm::Sha1}}, {}));
  CHECK(error_id(made) == "crypto.signature.weak_hash");
}

}  // namespace pki::cms
