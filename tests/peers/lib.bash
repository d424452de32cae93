# What the scripts of this folder share. Usage of each: SCRIPT PATH/TO/pkiwb
set -euo pipefail

pkiwb=$(realpath "$1")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# CTest takes 77 for "skipped" (SKIP_RETURN_CODE).
skip() { echo "skipped: $*"; exit 77; }
need() { command -v "$1" >/dev/null || skip "$1 is not installed (Debian package $2)"; }

# step WORDS: says what comes next.
step() { printf '== %s\n' "$*"; }

# exits CODE COMMAND...: the command must end with CODE.
exits() {
  local wanted=$1 got=0
  shift
  "$@" >out.txt 2>err.txt || got=$?
  [[ $got == "$wanted" ]] && return
  echo "ended with $got, not $wanted: $*"
  cat out.txt err.txt
  exit 1
}

# says TEXT: the output of the last `exits` holds TEXT.
says() {
  grep -qF -- "$1" out.txt err.txt && return
  echo "nobody said: $1"
  cat out.txt err.txt
  exit 1
}

# What the other implementations think of the path LEAF - INTERMEDIATE - ROOT (PEM files).
openssl_accepts() { openssl verify -x509_strict -check_ss_sig -CAfile "$3" -untrusted "$2" -purpose "$4" "$1"; }
gnutls_accepts() {
  cat "$1" "$2" >chain.pem
  certtool --verify --infile chain.pem --load-ca-certificate "$3" | tee certtool.txt
  grep -q 'Chain verification output: Verified' certtool.txt
}
# nss_accepts LEAF INTERMEDIATE ROOT USAGE: V is an SSL server, C an SSL client.
nss_accepts() {
  rm -rf nssdb && mkdir nssdb
  certutil -N -d sql:nssdb --empty-password
  certutil -A -d sql:nssdb -n root -t CT,C,C -i "$3"
  certutil -A -d sql:nssdb -n issuing -t ,, -i "$2"
  certutil -A -d sql:nssdb -n leaf -t ,, -i "$1"
  certutil -V -d sql:nssdb -n leaf -u "$4" -e | tee nss.txt
  grep -q 'certificate is valid' nss.txt
}
java_accepts() {
  command -v keytool >/dev/null || { echo 'Java: not installed, not asked'; return; }
  rm -f trust.p12
  keytool -importcert -noprompt -alias root -file "$3" -keystore trust.p12 -storepass changeit 2>/dev/null
  cat "$1" "$2" >chain.pem
  keytool -printcert -file chain.pem >/dev/null
  keytool -importcert -noprompt -alias issuing -file "$2" -keystore trust.p12 -storepass changeit 2>/dev/null
  # Without -noprompt keytool asks unless the path to a trusted certificate can be built and holds.
  keytool -importcert -alias leaf -file "$1" -keystore trust.p12 -storepass changeit </dev/null 2>&1 | tee java.txt
  grep -q 'Certificate was added to keystore' java.txt
}
