"""The mutants of one source.

A mutant is a pair of texts put around a range of the source, with ON where the switch is asked: so that all mutants of a source
stand in it at once, and one is chosen at run time; or one alone with the switch nailed down."""

import collections
import re

from cpp_source import CLOSING, OPENING, Function, Source, is_name

# `around` is the range in characters; `alone` is true where it cannot be chosen at run time.
Mutant = collections.namedtuple("Mutant", "operator line code around before behind alone")

ON = "\x01"

# Where an operand ends, going out from an operator, besides at a bracket.
STOPS = {"=", "+=", "-=", "|=", "&=", ",", ";", "?", ":", "return", "||"}
STOPS_OF = {
    "||": STOPS,
    "&&": STOPS | {"&&"},
    "==": STOPS | {"&&", "==", "!="},
    "<": STOPS | {"&&", "==", "!=", "<", ">", "<=", ">="},
    "?": STOPS - {"||"},
}
BOUNDARY = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
NOTHING = {"{}", "nullptr", "std::nullopt", "0", "false", "true", "kNone"}
# Return types of which {} is a value.
EMPTY_TYPES = re.compile(r"\*$|^(?:static )?(?:std::)?(?:optional|vector|set|map|string|string_view|size_t|uint32_t)\b|^(?:Findings|Bytes)$")


class Finder:
    def __init__(self, text):
        self.source = Source(text)
        self.found = []

    def word(self, i):
        return self.source.word(i)

    def add(self, operator, first, last, before, behind, alone=False):
        """A mutant around the tokens from `first` to before `last`."""
        tokens = self.source.tokens
        start, end = tokens[first].start, tokens[last - 1].end
        line = self.source.text.count("\n", 0, start)
        code = self.source.slice(first, min(last, first + 40))
        self.found.append(Mutant(operator, line + 1, code, (start, end), before, behind, alone))

    def force(self, first, last, values=("true", "false")):
        if first >= last:
            return
        for value in values:
            self.add(f"always-{value}", first, last, f"({ON} ? {value} : static_cast<bool>(", "))")

    # Expressions.

    def operand(self, operator, i, step):
        """The far end of the operand of the operator at i."""
        at = i + step
        while 0 <= at < len(self.source.tokens):
            word = self.word(at)
            if word in OPENING or word in CLOSING:
                inward = word in OPENING if step > 0 else word in CLOSING
                if not inward:
                    break
                at = self.source.match[at]
            elif word in STOPS_OF[operator] and (is_name(word) or word in ",;:" or self.source.binary(at)):
                break
            at += step
        return at

    def both(self, operator, i):
        return self.operand(operator, i, -1) + 1, self.operand(operator, i, 1)

    def expression(self, first, last, function, whole=False):
        """Everything in the tokens from `first` to before `last`; `whole`: it is forced as a whole already."""
        i = first
        while i < last:
            word = self.word(i)
            if word == "[":
                body = self.source.lambda_body(i)
                if body is not None:
                    inner = Function((i, body), body)
                    self.block(self.source.statements(body + 1, self.source.match[body], inner), in_lambda=True)
                    i = self.source.match[body]
            elif word in ("&&", "||") and self.source.binary(i):
                self.logical(word, i)
            elif word in ("==", "!=") and self.source.binary(i):
                begin, end = self.both("==", i)
                operand = {self.word(begin - 1), self.word(end)} & {"&&", "||"}
                if not operand and not (whole and begin <= first and end >= last):  # else it is forced already
                    self.add("flip", begin, end, f"({ON} != (", "))")
            elif word in BOUNDARY and self.source.binary(i):
                begin, end = self.both("<", i)
                changed = self.source.slice(begin, i) + f" {BOUNDARY[word]} " + self.source.slice(i + 1, end)
                self.add("boundary", begin, end, f"({ON} ? ({changed}) : (", "))")
            elif word == "?" and self.source.binary(i):
                begin = self.operand("?", i, -1) + 1
                self.force(begin, i)
            elif word == "1" and self.word(i - 1) in ("+", "-") and self.source.binary(i - 1):
                self.add("no-one", i, i + 1, f"({ON} ? 0 : ", ")")
            i += 1

    def logical(self, word, i):
        value, before = ("true", f"({ON} || static_cast<bool>(") if word == "&&" else ("false", f"(!{ON} && static_cast<bool>(")
        first = self.operand(word, i, -1) + 1
        if self.word(first - 1) != word:
            self.add(f"operand-{value}", first, i, before, "))")
        self.add(f"operand-{value}", i + 1, self.operand(word, i, 1), before, "))")

    # Statements.

    def drop(self, operator, statement):
        self.add(operator, statement.first, statement.last, f"{{ if (!{ON}) ", " }")

    def block(self, statements, in_lambda=False, in_switch=False):
        may_fall = statements and statements[-1].kind == "return"
        for place, statement in enumerate(statements):
            inner_return = place + 1 < len(statements) and may_fall
            self.statement(statement, in_lambda, in_switch, inner_return)

    def statement(self, statement, in_lambda, in_switch, covered):
        """`covered`: what comes behind returns, so that a return in it may be dropped."""
        kind, parts = statement.kind, statement.parts
        first, last = statement.inner or (0, 0)
        if kind == "block":
            for place, part in enumerate(parts):
                # What is alone under a condition is dropped by the condition already.
                if len(parts) > 1 and part.kind in ("return", "continue", "break") and place + 1 == len(parts) and not in_switch:
                    if part.kind != "return" or covered or self.word(part.first + 1) == ";":
                        self.drop("drop-jump", part)
                self.statement(part, in_lambda, in_switch, covered)
        elif kind in ("if", "while"):
            self.condition(kind, first, last, statement.function)
            for part in parts:
                self.statement(part, in_lambda, in_switch, covered)
        elif kind == "for":
            self.loop(statement)
            for part in parts:
                self.statement(part, in_lambda, in_switch, covered)
        elif kind == "switch":
            self.expression(first, last, statement.function)
            for part in parts:
                self.statement(part, in_lambda, True, False)
        elif kind == "static-if":
            for part in parts:
                self.statement(part, in_lambda, in_switch, covered)
        elif kind == "return":
            self.returned(statement, first, last, in_lambda)
        elif kind == "expression":
            self.drop("drop", statement)
            self.expression(first, last, statement.function)
        elif kind == "declaration":
            equals = next((i for i in range(first, last) if self.word(i) == "="), None)
            if equals is not None and "bool" in (self.word(first), self.word(first + 1)):
                self.force(equals + 1, last)
                self.expression(equals + 1, last, statement.function, whole=True)
            else:
                self.expression(first, last, statement.function)
        elif kind == "constant":
            self.constant(first, last)

    def condition(self, kind, first, last, function):
        begin = first
        for i in range(first, last):
            if self.word(i) == ";":
                begin = i + 1
        values = ("true", "false") if kind == "if" else ("false",)
        if self.source.declares(begin) and any(self.word(i) == "=" for i in range(begin, last)):
            name = next(self.word(i - 1) for i in range(begin, last) if self.word(i) == "=")
            self.add("always-false", begin, last, "", f"; !{ON} && static_cast<bool>({name})")
            self.expression(begin, last, function)
        else:
            self.force(begin, last, values)
            self.expression(first, begin, function)
            self.expression(begin, last, function, whole=True)

    def loop(self, statement):
        first, last = statement.inner
        ends = [i for i in range(first, last) if self.word(i) == ";"]
        if len(ends) == 2:
            self.force(ends[0] + 1, ends[1], ("false",))
            self.expression(ends[0] + 1, ends[1], statement.function, whole=True)
            return
        self.expression(first, last, statement.function)
        body = statement.parts[0]
        self.add("no-loop", body.first, body.last, f"{{ if ({ON}) break; ", " }")

    def returned(self, statement, first, last, in_lambda):
        text = self.source.slice(first, last)
        words, i = set(), first
        while i < last:
            if self.word(i) in OPENING:
                i = self.source.match[i]
            elif self.word(i) in ("&&", "||", "==", "!=") and self.source.binary(i):
                words.add(self.word(i))
            i += 1
        head = self.source.slice(*statement.function.head)
        is_bool = re.search(r"\bbool\b[^(]*\(", head) is not None if not in_lambda else bool(words) or text in ("true", "false")
        if is_bool and "?" not in text:
            values = {"true": ("false",), "false": ("true",)}.get(text, ("true", "false"))
            self.force(first, last, values)
            self.expression(first, last, statement.function, whole=True)
            return
        kind = head.split("(")[0].rsplit(" ", 1)[0].strip()
        if first < last and not in_lambda and text not in NOTHING and EMPTY_TYPES.search(kind):
            self.add("return-nothing", statement.first, statement.last, f"{{ if ({ON}) return {{}}; ", " }")
        self.expression(first, last, statement.function)

    def constant(self, first, last):
        """A number that is a constant: one more."""
        if re.fullmatch(r"constexpr [\w:]+ k\w+ = [0-9]\w*", self.source.slice(first, last)):
            self.add("one-more", first, first + 1, "const ", "", False)
            made = self.found.pop()
            start = self.source.tokens[first].start
            end = self.source.tokens[last - 1].end
            text = self.source.text[start + len("constexpr"):end]
            self.found.append(made._replace(around=(start, end), before=f"const{text} + ({ON} ? 1 : 0); //", behind="",
                                            code=self.source.slice(first, last)))

    def tables(self):
        """Rows of constant tables, and lists of constants: these stand alone."""
        for match in re.finditer(r"^ +(?:\{[^\n]*\}|[&\w:]+),$", self.source.text, re.M):
            line = self.source.text.count("\n", 0, match.start()) + 1
            self.found.append(Mutant("no-row", line, match.group().strip(), match.span(), "/*", "*/", True))


def find_mutants(text):
    """All mutants of the source."""
    finder = Finder(text)
    source = finder.source
    for function in source.functions():
        head = source.slice(*function.head)
        before = len(finder.found)
        statements = source.statements(function.body + 1, source.match[function.body], function)
        finder.block(statements)
        if "constexpr" in head or "consteval" in head:
            finder.found[before:] = [mutant._replace(alone=True) for mutant in finder.found[before:]]
    for match in re.finditer(r"^constexpr [\w:]+ k\w+ = [0-9]\w*(?=;)", text, re.M):
        line = text.count("\n", 0, match.start()) + 1
        changed = match.group().replace("constexpr", "const") + f" + ({ON} ? 1 : 0); //"
        name = match.group().split()[2]
        in_constant = re.search(rf"constexpr [^;]*=[^;]*\b{name}\b|[\[,<] ?{name}[\]>]", text) is not None
        finder.found.append(Mutant("one-more", line, match.group(), match.span(), changed, "", in_constant))
    finder.tables()
    return finder.found


def render(text, chosen):
    """The source with mutants in it: (mutant, what stands for ON) each."""
    edits = []
    for order, (mutant, on) in enumerate(chosen):
        start, end = mutant.around
        # At one place: what ends before what begins; the longer range outside.
        edits.append(((start, 1, -(end - start), order), mutant.before.replace(ON, on)))
        edits.append(((end, 0, end - start, -order), mutant.behind.replace(ON, on)))
    out, at = [], 0
    for (place, *_), insertion in sorted(edits, key=lambda edit: edit[0]):
        out += [text[at:place], insertion]
        at = place
    return "".join(out + [text[at:]])
