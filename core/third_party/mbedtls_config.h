// The whole configuration of mbedTLS: what is not named here is not built. Each group says what it is for.
//
// mbedTLS serves core/crypto (through the PSA Crypto API where it offers what is needed) and core/tls. Certificates,
// paths and PEM are ours, so its X.509 layer is on only because its TLS layer needs it.
#pragma once

// ---- Platform ------------------------------------------------------------------------------------------------------
// No files, no network, no timers, no threads, no clock: the core is a pure function, and time is a parameter.
#define MBEDTLS_PLATFORM_C
#define MBEDTLS_NO_PLATFORM_ENTROPY
#if defined(__EMSCRIPTEN__)
// 64-bit limbs: RSA 2.5 to 3 times, EC 1.4 to 1.8 times faster in wasm than the default of 32 bits.
#define MBEDTLS_HAVE_INT64
#else
#define MBEDTLS_HAVE_ASM
#define MBEDTLS_AESNI_C
#endif

// ---- Random --------------------------------------------------------------------------------------------------------
// All of mbedTLS's randomness comes from mbedtls_psa_external_get_random, which core/crypto defines: the one seam.
#define MBEDTLS_PSA_CRYPTO_C
#define MBEDTLS_PSA_CRYPTO_EXTERNAL_RNG

// ---- Numbers, encodings, errors ------------------------------------------------------------------------------------
#define MBEDTLS_BIGNUM_C
#define MBEDTLS_OID_C
#define MBEDTLS_ASN1_PARSE_C
#define MBEDTLS_ASN1_WRITE_C
#define MBEDTLS_ERROR_C
#define MBEDTLS_VERSION_C

// ---- Hashes --------------------------------------------------------------------------------------------------------
// MD5 and SHA-1 are for reading what others made (and for key identifiers, SHA-1); nothing is signed with them.
#define MBEDTLS_MD_C
#define MBEDTLS_MD5_C
#define MBEDTLS_SHA1_C
#define MBEDTLS_SHA224_C
#define MBEDTLS_SHA256_C
#define MBEDTLS_SHA384_C
#define MBEDTLS_SHA512_C
#define MBEDTLS_SHA3_C
#define MBEDTLS_HKDF_C
#define MBEDTLS_HMAC_DRBG_C  // deterministic ECDSA, RFC 6979

// ---- Ciphers: PKCS#8 and PKCS#12 encryption, TLS records ------------------------------------------------------------
#define MBEDTLS_CIPHER_C
#define MBEDTLS_CIPHER_MODE_CBC
#define MBEDTLS_CIPHER_MODE_CTR
#define MBEDTLS_CIPHER_PADDING_PKCS7
#define MBEDTLS_AES_C
#define MBEDTLS_DES_C  // reading old PKCS#8 and PKCS#12 files
#define MBEDTLS_CCM_C
#define MBEDTLS_GCM_C
#define MBEDTLS_CHACHA20_C
#define MBEDTLS_POLY1305_C
#define MBEDTLS_CHACHAPOLY_C
#define MBEDTLS_PKCS5_C
#define MBEDTLS_PKCS12_C

// ---- RSA -----------------------------------------------------------------------------------------------------------
#define MBEDTLS_RSA_C
#define MBEDTLS_PKCS1_V15
#define MBEDTLS_PKCS1_V21
#define MBEDTLS_GENPRIME
// A root of 16384 bits can be met and must be readable. (PSA keys stop at 4096 bits.)
#define MBEDTLS_MPI_MAX_SIZE 2048

// ---- Elliptic curves -----------------------------------------------------------------------------------------------
#define MBEDTLS_ECP_C
#define MBEDTLS_ECP_DP_SECP256R1_ENABLED
#define MBEDTLS_ECP_DP_SECP384R1_ENABLED
#define MBEDTLS_ECP_DP_SECP521R1_ENABLED
// For reading what others made: certificates on these curves can be shown and their signatures checked.
#define MBEDTLS_ECP_DP_SECP224R1_ENABLED
#define MBEDTLS_ECP_DP_SECP256K1_ENABLED
#define MBEDTLS_ECP_DP_BP256R1_ENABLED
#define MBEDTLS_ECP_DP_BP384R1_ENABLED
#define MBEDTLS_ECP_DP_BP512R1_ENABLED
#define MBEDTLS_ECP_DP_CURVE25519_ENABLED  // key agreement in TLS
#define MBEDTLS_ECP_NIST_OPTIM
#define MBEDTLS_ECDSA_C
#define MBEDTLS_ECDSA_DETERMINISTIC
#define MBEDTLS_ECDH_C

// ---- Keys in containers --------------------------------------------------------------------------------------------
#define MBEDTLS_PK_C
#define MBEDTLS_PK_PARSE_C
#define MBEDTLS_PK_WRITE_C
#define MBEDTLS_PK_PARSE_EC_EXTENDED
#define MBEDTLS_PK_PARSE_EC_COMPRESSED

// ---- TLS 1.2 and 1.3, for core/tls ---------------------------------------------------------------------------------
// Handshakes with certificates, authenticated encryption and forward secrecy only: no DTLS, tickets, renegotiation,
// pre-shared keys or RSA key transport, and nothing that serves records of the CBC kind.
#define MBEDTLS_SSL_TLS_C
#define MBEDTLS_SSL_CLI_C
#define MBEDTLS_SSL_SRV_C
#define MBEDTLS_SSL_PROTO_TLS1_2
#define MBEDTLS_SSL_PROTO_TLS1_3
#define MBEDTLS_SSL_TLS1_3_COMPATIBILITY_MODE
#define MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL_ENABLED
#define MBEDTLS_KEY_EXCHANGE_ECDHE_RSA_ENABLED
#define MBEDTLS_KEY_EXCHANGE_ECDHE_ECDSA_ENABLED
#define MBEDTLS_SSL_ALL_ALERT_MESSAGES
#define MBEDTLS_SSL_EXTENDED_MASTER_SECRET
#define MBEDTLS_SSL_KEEP_PEER_CERTIFICATE
#define MBEDTLS_SSL_SERVER_NAME_INDICATION
#define MBEDTLS_X509_USE_C
#define MBEDTLS_X509_CRT_PARSE_C
#define MBEDTLS_X509_RSASSA_PSS_SUPPORT
