#include "formats/rules.h"

#include <array>

namespace pki::formats {

using namespace rules;

RuleList formats_rules() {
  static constexpr std::array kAll = {
      &kFileEmpty,
      &kFileZeros,
      &kFileUnknown,
      &kFileTooManyItems,
      &kFileTooManyFindings,
      &kBase64Malformed,
      &kPemMangled,
      &kDerTruncated,
      &kDerMalformed,
      &kDerTrailing,
      &kKindUnknown,
      &kLabelDiffers,
      &kParametersSkipped,
      &kTrustedCertificate,
      &kLegacyEncryptedKey,
      &kPkcs7OtherContent,
      &kPkcs7Empty,
      &kPkcs7Signed,
      &kPkcs7OtherCertificate,
      &kPkcs7Ber,
      &kForeignPkcs12,
      &kForeignOpensshKey,
      &kForeignSshPublicKey,
      &kForeignPutty,
      &kForeignPgp,
      &kForeignJavaKeystore,
      &kForeignSerializedStore,
      &kForeignZip,
      &kForeignArchive,
      &kForeignPdf,
      &kForeignDocument,
      &kForeignHtml,
      &kForeignXml,
      &kForeignImage,
      &kForeignProgram,
  };
  return kAll;
}

}  // namespace pki::formats
