// verify FOLDER: Go's crypto/x509 judges the cases of hierarchies.cpp. Reads the numbers of the cases from verdicts.tsv,
// and prints for each "N <tab> accepted or refused <tab> why".
package main

import (
	"bufio"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// kNow of the tests, 2026-06-15T12:00:00Z.
var at = time.Unix(1781524800, 0)

func readCertificates(path string) ([]*x509.Certificate, error) {
	rest, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var list []*x509.Certificate
	for {
		var block *pem.Block
		block, rest = pem.Decode(rest)
		if block == nil {
			return list, nil
		}
		// What Go cannot read is not in its pool, as in a handshake.
		if certificate, err := x509.ParseCertificate(block.Bytes); err == nil {
			list = append(list, certificate)
		}
	}
}

func judge(stem string) error {
	target, err := readCertificates(stem + ".target.pem")
	if err != nil {
		return err
	}
	if len(target) != 1 {
		return fmt.Errorf("the target cannot be read")
	}
	roots, intermediates := x509.NewCertPool(), x509.NewCertPool()
	for suffix, pool := range map[string]*x509.CertPool{".anchor.pem": roots, ".pool.pem": intermediates} {
		certificates, err := readCertificates(stem + suffix)
		if err != nil {
			return err
		}
		for _, certificate := range certificates {
			pool.AddCert(certificate)
		}
	}
	_, err = target[0].Verify(x509.VerifyOptions{
		DNSName:       "leaf.example.com",
		Roots:         roots,
		Intermediates: intermediates,
		CurrentTime:   at,
		KeyUsages:     []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	})
	return err
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: verify FOLDER")
		os.Exit(2)
	}
	cases, err := os.Open(filepath.Join(os.Args[1], "verdicts.tsv"))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	lines := bufio.NewScanner(cases)
	for lines.Scan() {
		number, _, _ := strings.Cut(lines.Text(), "\t")
		if err := judge(filepath.Join(os.Args[1], number)); err != nil {
			fmt.Printf("%s\trefused\t%s\n", number, strings.ReplaceAll(err.Error(), "\n", " "))
		} else {
			fmt.Printf("%s\taccepted\t\n", number)
		}
	}
}
