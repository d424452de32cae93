// bench FOLDER-WITH-CHAINS: what core_bench.cpp measures of chains, made by Go's crypto/x509.
// bench crl FILE: what crl_bench.cpp measures of a large CRL. Names of operations as in timing.h.
package main

import (
	"crypto/x509"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"sort"
	"syscall"
	"time"
)

// The time for which chains are checked.
var at = time.Unix(1798761600, 0)

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// Milliseconds of one call: the median of rounds of 20 ms or more, for as many seconds, at least three.
func medianMs(seconds float64, operation func()) float64 {
	var rounds []float64
	start := time.Now()
	for len(rounds) < 3 || time.Since(start).Seconds() < seconds {
		round := time.Now()
		calls := 0
		for calls == 0 || time.Since(round) < 20*time.Millisecond {
			operation()
			calls++
		}
		rounds = append(rounds, float64(time.Since(round).Nanoseconds())/1e6/float64(calls))
	}
	sort.Float64s(rounds)
	return rounds[len(rounds)/2]
}

func report(operation string, value float64) { fmt.Printf("%s\t%.6f\n", operation, value) }

func parse(der []byte) *x509.Certificate {
	certificate, err := x509.ParseCertificate(der)
	must(err)
	return certificate
}

func check(leaf, issuing, root *x509.Certificate) {
	roots, pool := x509.NewCertPool(), x509.NewCertPool()
	roots.AddCert(root)
	pool.AddCert(issuing)
	_, err := leaf.Verify(x509.VerifyOptions{Roots: roots, Intermediates: pool, CurrentTime: at,
		KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}})
	must(err)
}

func verify(child, issuer *x509.Certificate) {
	must(issuer.CheckSignature(child.SignatureAlgorithm, child.RawTBSCertificate, child.Signature))
}

func measureChain(folder, name string) {
	var der [3][]byte
	for i, kind := range []string{"leaf", "issuing", "root"} {
		octets, err := os.ReadFile(filepath.Join(folder, name+"-"+kind+".der"))
		must(err)
		der[i] = octets
	}
	leaf, issuing, root := parse(der[0]), parse(der[1]), parse(der[2])
	report("parse certificate "+name, medianMs(1, func() { parse(der[0]) }))
	report("parse chain of three "+name, medianMs(1, func() { parse(der[0]); parse(der[1]); parse(der[2]) }))
	report("signatures of chain of three "+name, medianMs(2, func() { verify(leaf, issuing); verify(issuing, root) }))
	report("parse and check chain of three "+name, medianMs(2, func() { check(parse(der[0]), parse(der[1]), parse(der[2])) }))
}

func peakMb() float64 {
	var usage syscall.Rusage
	must(syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	return float64(usage.Maxrss) * 1024 / 1e6
}

// The serial number of entry `number`, as in crl_serials.h.
func crlSerial(number uint64) *big.Int {
	mixed := (number + 1) * 0x9E3779B97F4A7C15
	mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9
	mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB
	mixed ^= mixed >> 31
	octets := []byte{0x40, 1, 2, 3, 4, 5, 6, 7, 0, 0, 0, 0, 0, 0, 0, 0}
	for i := 0; i < 8; i++ {
		octets[8+i] = byte(mixed >> (8 * (7 - i)))
	}
	return new(big.Int).SetBytes(octets)
}

func onceMs(operation func()) float64 {
	start := time.Now()
	operation()
	return float64(time.Since(start).Nanoseconds()) / 1e6
}

// Go has no look-up of its own: who asks walks over the list.
func isListed(crl *x509.RevocationList, serial *big.Int) bool {
	for i := range crl.RevokedCertificates {
		if crl.RevokedCertificates[i].SerialNumber.Cmp(serial) == 0 {
			return true
		}
	}
	return false
}

func expect(holds bool, what string) {
	if !holds {
		must(fmt.Errorf("%s failed", what))
	}
}

func measureCrl(file string) {
	der, err := os.ReadFile(file)
	must(err)
	report("peak memory before, the file in it", peakMb())
	var crl *x509.RevocationList
	report("read CRL", onceMs(func() {
		crl, err = x509.ParseRevocationList(der)
		must(err)
	}))
	last := crlSerial(uint64(len(crl.RevokedCertificates)))
	report("first look-up, a serial number that it does not list", onceMs(func() { expect(!isListed(crl, crlSerial(0)), "not finding") }))
	report("another one, its last entry", onceMs(func() { expect(isListed(crl, last), "finding") }))
	report("peak memory after", peakMb())
}

func main() {
	switch {
	case len(os.Args) == 3 && os.Args[1] == "crl":
		measureCrl(os.Args[2])
	case len(os.Args) == 2:
		for _, name := range []string{"rsa", "p-256", "p-384"} {
			measureChain(os.Args[1], name)
		}
	default:
		fmt.Fprintln(os.Stderr, "usage: bench FOLDER | bench crl FILE")
		os.Exit(2)
	}
}
