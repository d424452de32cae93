"""The layer check finds what it is for."""

import unittest

import layers

ALLOWED = layers.closure()


def messages(path, text):
    return [message for _, message in layers.offences(path, text, ALLOWED)]


class Layers(unittest.TestCase):
    def test_a_layer_may_include_itself_and_what_its_row_names(self):
        self.assertEqual(messages('core/path/a.h', '#include "path/b.h"\n#include "crypto/hash.h"\n'), [])

    def test_a_layer_may_not_include_one_that_stands_above_it(self):
        self.assertEqual(messages('core/asn1/a.h', '#include "x509/b.h"\n'), ['asn1 may not include x509'])

    def test_siblings_may_not_include_each_other(self):
        self.assertEqual(messages('core/path/a.cpp', '#include "ca/b.h"\n'), ['path may not include ca'])

    def test_json_is_for_the_api_alone(self):
        self.assertEqual(messages('core/x509/a.cpp', '#include "json/b.h"\n'), ['x509 may not include json'])
        self.assertEqual(messages('core/api/a.cpp', '#include "json/b.h"\n'), [])

    def test_names_of_the_engine_stay_in_the_crypto_layer(self):
        self.assertEqual(len(messages('core/x509/a.cpp', 'mbedtls_x509_crt crt;\n')), 1)
        self.assertEqual(messages('core/crypto/a.cpp', 'psa_crypto_init();\n'), [])
        self.assertEqual(messages('core/x509/a.cpp', '// unlike mbedtls_x509_crt\n'), [])

    def test_words_for_people_may_name_the_engine(self):
        self.assertEqual(messages('core/relying/a.cpp', 'Source{"mbedtls_x509_crt_verify says \\"no\\""};\n'), [])
        self.assertEqual(len(messages('core/relying/a.cpp', '#include "mbedtls/x509.h"\n')), 1)

    def test_the_clock_and_files_stay_out_of_the_core(self):
        self.assertEqual(len(messages('core/path/a.cpp', 'auto now = std::chrono::system_clock::now();\n')), 1)
        self.assertEqual(len(messages('core/path/a.cpp', '#include <fstream>\n')), 1)
        self.assertEqual(messages('cli/a.cpp', '#include <fstream>\n'), [])

    def test_raw_html_is_refused(self):
        self.assertEqual(len(messages('web/src/a.js', 'node.innerHTML = text;\n')), 1)


if __name__ == '__main__':
    unittest.main()
