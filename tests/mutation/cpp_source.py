"""A C++ source as tokens, and the statements of its functions: as much of the language as core/path uses, formatted as it is
(a binary operator stands between spaces, a bracket of a template does not)."""

import collections
import re

Token = collections.namedtuple("Token", "text start end")

# A function: the tokens of its head, the place of its body's opening brace. A statement: its kind, its first token, the token
# behind its last one, and for a condition or an expression the range of that. `parts` are the statements in it.
Function = collections.namedtuple("Function", "head body")
Statement = collections.namedtuple("Statement", "kind first last inner parts function")

TOKEN = re.compile(r"""
    (?P<skip> \s+ | //[^\n]* | /\*.*?\*/ | \#[^\n]* )
  | R"\((?:.|\n)*?\)" | "(?:\\.|[^"\\])*" | '(?:\\.|[^'\\])*'
  | [A-Za-z_]\w* | [0-9](?:[\w.']*\w)?
  | <=> | \.\.\. | -> | :: | \+\+ | -- | << | <= | >= | == | != | && | \|\| | [-+*/%&|^]= | . """, re.X | re.S)
OPENING = {"(": ")", "[": "]", "{": "}"}
CLOSING = set(OPENING.values())
CONTROL = {"if", "for", "while", "switch"}


def is_name(text):
    return re.match(r"[A-Za-z_]", text) is not None


class Source:
    def __init__(self, text):
        self.text = text
        self.tokens = [Token(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text) if not m.group("skip")]
        self.match = {}
        open_ = []
        for i, token in enumerate(self.tokens):
            if token.text in OPENING:
                open_.append(i)
            elif token.text in CLOSING:
                start = open_.pop()
                self.match[start], self.match[i] = i, start

    def word(self, i):
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def slice(self, first, last):
        """The text of the tokens from `first` to before `last`, on one line and without comments."""
        parts = []
        for i in range(first, last):
            if i > first and self.tokens[i].start > self.tokens[i - 1].end:
                parts.append(" ")
            parts.append(self.word(i))
        return "".join(parts)

    def binary(self, i):
        """True if the operator at i stands between spaces."""
        return self.text[self.tokens[i].start - 1].isspace() and self.text[self.tokens[i].end:self.tokens[i].end + 1].isspace()

    def functions(self):
        """The functions of namespaces and classes."""
        found = []
        i = head = 0
        while i < len(self.tokens):
            word = self.word(i)
            if word == "(":
                i = self.match[i]
            elif word == "{":
                words = [self.word(k) for k in range(head, i)]
                if "namespace" in words or {"struct", "class"} & set(words) and "(" not in words:
                    head = i + 1
                elif "(" in words and "=" not in words[:words.index("(")] and self.is_body(head, i):
                    found.append(Function((head, i), i))
                    i = self.match[i]
                    head = i + 1
                else:
                    i = self.match[i]
            elif word in (";", "}") or word == ":" and self.word(i - 1) in ("public", "private"):
                head = i + 1
            i += 1
        return found

    def is_body(self, head, i):
        """False for the braces of a member's initializer: `: size_{1} {`."""
        return self.word(i - 1) in (")", "const", "noexcept", "override", "}")

    # Statements.

    def statements(self, first, last, function):
        """The statements between two tokens."""
        found = []
        while first < last:
            statement = self.statement(first, function)
            found.append(statement)
            first = statement.last
        return found

    def statement(self, i, function):
        word = self.word(i)
        if word == "{":
            end = self.match[i]
            return Statement("block", i, end + 1, None, self.statements(i + 1, end, function), function)
        if word in ("case", "default"):
            colon = i
            while self.word(colon) != ":":
                colon += 1
            return Statement("label", i, colon + 1, None, [], function)
        if word in CONTROL:
            opening = i + 2 if self.word(i + 1) == "constexpr" else i + 1
            closing = self.match[opening]
            parts = [self.statement(closing + 1, function)]
            if word == "if" and self.word(parts[0].last) == "else":
                parts.append(self.statement(parts[0].last + 1, function))
            kind = "static-if" if opening == i + 2 else word
            return Statement(kind, i, parts[-1].last, (opening + 1, closing), parts, function)
        if word in ("struct", "enum"):
            end = self.end_of(i)
            return Statement("type", i, end, None, [], function)
        end = self.end_of(i)
        if word in ("return", "break", "continue", ";"):
            return Statement(word, i, end, (i + 1, end - 1), [], function)
        if word in ("using", "static_assert", "static") or word.startswith("PKI_"):
            return Statement("other", i, end, None, [], function)
        if word == "constexpr":
            return Statement("constant", i, end, (i, end - 1), [], function)
        return Statement("declaration" if self.declares(i) else "expression", i, end, (i, end - 1), [], function)

    def end_of(self, i):
        """Behind the semicolon of the statement at i."""
        while self.word(i) != ";":
            i = self.match[i] + 1 if self.word(i) in OPENING else i + 1
        return i + 1

    def declares(self, i):
        """True if the statement at i declares something: two names side by side, or a type and a structured binding."""
        while self.word(i) in ("const", "static"):
            i += 1
        if self.word(i) == "auto":
            return True
        while is_name(self.word(i)) or self.word(i) == "::":
            if self.word(i) != "::" and is_name(self.word(i + 1)):
                return True
            i += 1
        if self.word(i) == "<" and not self.binary(i):
            depth = 0
            while True:
                depth += {"<": 1, ">": -1}.get(self.word(i), 0)
                i += 1
                if depth == 0:
                    break
            while self.word(i) == "::" or is_name(self.word(i)) and self.word(i - 1) == "::":
                i += 1
            # A type within a template: std::vector<bool>::reference name.
            if is_name(self.word(i - 1)) and is_name(self.word(i)):
                return True
        while self.word(i) in ("&", "*", "const", "&&"):
            if self.binary(i):
                return False
            i += 1
        return is_name(self.word(i)) and self.word(i - 1) in (">", "&", "*", "const")

    def lambda_body(self, i):
        """Where the body of the lambda opens whose `[` is at i; None where it is an index."""
        if is_name(self.word(i - 1)) and self.word(i - 1) != "return" or self.word(i - 1) in (")", "]"):
            return None
        i = self.match[i] + 1
        if self.word(i) == "(":
            i = self.match[i] + 1
        while self.word(i) not in ("{", ";", ")", ","):
            i += 1
        return i if self.word(i) == "{" else None
