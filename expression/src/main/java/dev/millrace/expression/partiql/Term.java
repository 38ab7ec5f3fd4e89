package dev.millrace.expression.partiql;

import java.util.List;

/// A piece of a statement that can stand where a value can: as written, whether it means anything
/// there or not.
public sealed interface Term
        permits Term.Path,
                Term.Text,
                Term.Numeral,
                Term.Truth,
                Term.Null,
                Term.Missing,
                Term.Parameter,
                Term.ListOf,
                Term.StructOf,
                Term.BagOf,
                Term.Call,
                Term.Everything,
                Term.And,
                Term.Or,
                Term.Not,
                Term.Signed,
                Term.Infix,
                Term.Between,
                Term.In,
                Term.Is,
                Statement {
    /// Where it stands.
    Place place();

    /// A name and the steps from there.
    record Path(Place place, String root, List<Step> steps) implements Term {}

    /// A step of a path.
    sealed interface Step {
        /// `.name`
        record Field(String name) implements Step {}

        /// `[term]`
        record At(Term index) implements Step {}

        /// `.*` or `[*]`
        record Every(Place place) implements Step {}
    }

    /// A text in quotes.
    record Text(Place place, String value) implements Term {}

    /// A number, its sign included.
    record Numeral(Place place, String text) implements Term {
        /// The number with the other sign.
        Numeral negated() {
            return new Numeral(place, text.startsWith("-") ? text.substring(1) : "-" + text);
        }
    }

    /// `true` or `false`.
    record Truth(Place place, boolean value) implements Term {}

    /// `null`
    record Null(Place place) implements Term {}

    /// `missing`
    record Missing(Place place) implements Term {}

    /// A `?`.
    ///
    /// @param position counted from zero
    record Parameter(Place place, int position) implements Term {}

    /// Terms in brackets, or several in parentheses.
    record ListOf(Place place, List<Term> elements) implements Term {}

    /// Named terms in braces.
    record StructOf(Place place, List<Entry> entries) implements Term {}

    /// An entry of a [StructOf].
    record Entry(Term name, Term value) {}

    /// Terms in double angle brackets.
    record BagOf(Place place, List<Term> members) implements Term {}

    /// A function and its operands.
    ///
    /// @param name in lower case
    record Call(Place place, String name, List<Term> operands) implements Term {}

    /// The star in `count(*)`.
    record Everything(Place place) implements Term {}

    /// Terms joined by `AND`.
    record And(Place place, List<Term> terms) implements Term {}

    /// Terms joined by `OR`.
    record Or(Place place, List<Term> terms) implements Term {}

    /// A term behind `NOT`.
    record Not(Place place, Term term) implements Term {}

    /// A term other than a number behind a sign.
    record Signed(Place place, String sign, Term term) implements Term {}

    /// Two terms and an operator between them.
    record Infix(Place place, String operator, Term left, Term right) implements Term {}

    /// A term between two bounds.
    record Between(Place place, Term operand, Term lower, Term upper) implements Term {}

    /// A term and what it is looked for in.
    record In(Place place, Term operand, Term candidates) implements Term {}

    /// A term and the type that it is to have.
    ///
    /// @param type in lower case
    record Is(Place place, Term operand, String type) implements Term {}
}
