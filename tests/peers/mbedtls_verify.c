/* mbedtls_verify FOLDER: Mbed TLS judges the chains of relying_chains.cpp. Reads the numbers from verdicts.tsv, and prints
 * for each "N <tab> accepted or refused <tab> why". This build of Mbed TLS has no clock: validity is not judged. */

#include <mbedtls/error.h>
#include <mbedtls/oid.h>
#include <mbedtls/x509_crt.h>
#include <psa/crypto.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_FILE = 1 << 16, MAX_NAME = 4096 };

/* To verify takes no randomness. */
psa_status_t mbedtls_psa_external_get_random(mbedtls_psa_external_random_context_t *context, uint8_t *output,
                                             size_t size, size_t *length) {
  (void)context, (void)output, (void)size, (void)length;
  return PSA_ERROR_NOT_SUPPORTED;
}

/* Adds the certificate in a file; 1 where there is no such file, else 0 or an error of Mbed TLS. */
static int add(mbedtls_x509_crt *list, const char *path) {
  static unsigned char octets[MAX_FILE];
  FILE *file = fopen(path, "rb");
  if (file == NULL) return 1;
  const size_t size = fread(octets, 1, sizeof octets, file);
  fclose(file);
  return mbedtls_x509_crt_parse_der(list, octets, size);
}

static int judge(const char *stem, char *why, size_t why_size) {
  char path[MAX_NAME];
  mbedtls_x509_crt chain, anchors;
  mbedtls_x509_crt_init(&chain);
  mbedtls_x509_crt_init(&anchors);
  uint32_t flags = 0;
  snprintf(path, sizeof path, "%s.target.der", stem);
  int result = add(&chain, path);
  for (int i = 0, there = 0; result == 0 && there == 0; ++i) {
    snprintf(path, sizeof path, "%s.pool.%d.der", stem, i);
    /* What cannot be parsed ends a handshake, as it does here. */
    there = add(&chain, path);
    if (there < 0) result = there;
  }
  snprintf(path, sizeof path, "%s.anchor.der", stem);
  if (result == 0) result = add(&anchors, path);
  if (result == 0) result = mbedtls_x509_crt_verify(&chain, &anchors, NULL, "leaf.example.com", &flags, NULL, NULL);
  /* What TLS asks of a server's certificate: mbedtls_ssl_check_cert_usage. */
  if (result == 0 && mbedtls_x509_crt_check_key_usage(&chain, MBEDTLS_X509_KU_DIGITAL_SIGNATURE) != 0) {
    flags |= MBEDTLS_X509_BADCERT_KEY_USAGE;
  }
  if (result == 0 && mbedtls_x509_crt_check_extended_key_usage(&chain, MBEDTLS_OID_SERVER_AUTH,
                                                               MBEDTLS_OID_SIZE(MBEDTLS_OID_SERVER_AUTH)) != 0) {
    flags |= MBEDTLS_X509_BADCERT_EXT_KEY_USAGE;
  }
  if (result == MBEDTLS_ERR_X509_CERT_VERIFY_FAILED || flags != 0) {
    snprintf(why, why_size, "flags 0x%04x", (unsigned)flags);
    result = -1;
  } else if (result != 0) {
    snprintf(why, why_size, "error -0x%04x", (unsigned)-(result & ~0x7F));
  }
  mbedtls_x509_crt_free(&chain);
  mbedtls_x509_crt_free(&anchors);
  return result;
}

int main(int argc, char **argv) {
  char path[MAX_NAME], line[MAX_NAME], why[128];
  if (argc != 2) {
    fprintf(stderr, "usage: mbedtls_verify FOLDER\n");
    return 2;
  }
  if (psa_crypto_init() != PSA_SUCCESS) return 1;
  snprintf(path, sizeof path, "%s/verdicts.tsv", argv[1]);
  FILE *cases = fopen(path, "r");
  if (cases == NULL) return 1;
  while (fgets(line, sizeof line, cases) != NULL) {
    const long number = strtol(line, NULL, 10);
    snprintf(path, sizeof path, "%s/%ld", argv[1], number);
    why[0] = '\0';
    const int result = judge(path, why, sizeof why);
    printf("%ld\t%s\t%s\n", number, result == 0 ? "accepted" : "refused", why);
  }
  fclose(cases);
  return 0;
}
