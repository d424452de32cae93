// The two functions that mbedTLS's TLS calls in place of its own (core/third_party/CMakeLists.txt gives it their
// names): how a received certificate is loaded, and who judges it. They change nothing of the protocol.

#define MBEDTLS_ALLOW_PRIVATE_ACCESS
#include <mbedtls/oid.h>
#include <mbedtls/x509_crt.h>

namespace {

/// mbedtls_x509_crt_ext_cb_t: extensions that mbedTLS does not know are no reason to refuse, critical or not; our
/// validator judges them.
int accept_extension(void*, const mbedtls_x509_crt*, const mbedtls_x509_buf*, int, const unsigned char*,
                     const unsigned char*) {
  return 0;
}

}  // namespace

extern "C" {

/// In place of mbedtls_x509_crt_parse_der: loads one more certificate into `chain`, whatever extensions it has, and
/// lets mbedTLS forget key usages, of which it would have an opinion of its own (also of those that it shall send).
int pki_tls_load_certificate(mbedtls_x509_crt* chain, const unsigned char* der, size_t size) {
  const int status = mbedtls_x509_crt_parse_der_with_ext_cb(chain, der, size, 1, accept_extension, nullptr);
  constexpr int kUsages =
      MBEDTLS_X509_EXT_KEY_USAGE | MBEDTLS_X509_EXT_EXTENDED_KEY_USAGE | MBEDTLS_X509_EXT_NS_CERT_TYPE;
  for (mbedtls_x509_crt* each = chain; status == 0 && each != nullptr; each = each->next) each->ext_types &= ~kUsages;
  return status;
}

/// In place of mbedtls_x509_crt_verify_restartable: asks the callback once, with the leaf at the head of what was
/// received, and looks for no path itself.
int pki_tls_judge_certificates(mbedtls_x509_crt* received, mbedtls_x509_crt*, mbedtls_x509_crl*,
                               const mbedtls_x509_crt_profile*, const char*, uint32_t* flags,
                               int (*judge)(void*, mbedtls_x509_crt*, int, uint32_t*), void* context,
                               mbedtls_x509_crt_restart_ctx*) {
  *flags = 0;
  if (judge == nullptr) return MBEDTLS_ERR_X509_FATAL_ERROR;
  return judge(context, received, 0, flags);
}

}  // extern "C"
