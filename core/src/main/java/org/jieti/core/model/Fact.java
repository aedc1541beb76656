package org.jieti.core.model;

import java.util.List;

/// One value that a model states of one of its parts, in a form that two models compare by.
public sealed interface Fact {

    /// What the value says of the part, as in `name`, or `anchor` of `met`.
    ///
    /// @param name a stable word in camel case; every face has a text for it
    /// @param of which one, where a part has several under one name; else empty
    record Field(String name, String of) {}

    /// A text in both languages.
    record Words(Text text) implements Fact {}

    /// A number, in the unit of its field.
    record Figure(double value) implements Fact {}

    /// Something that reads the same in every language: an id, a level's code, a unit.
    record Code(String code) implements Fact {}

    /// Several codes, in the order of the model.
    record Codes(List<String> codes) implements Fact {
        public Codes {
            codes = List.copyOf(codes);
        }
    }

    /// A word of the method, as in [CriterionKind].
    record Term(Enum<?> term) implements Fact {}

    /// Something that is so, such as mandatory. What is not so is not stated.
    record So() implements Fact {}

    /// The limit of a band.
    record Bound(Limit limit) implements Fact {}

    /// The credit before a limit, from the worst value to the best.
    record Slope(List<Band.Credit> credit) implements Fact {
        public Slope {
            credit = List.copyOf(credit);
        }
    }

    /// The cap of a veto, by the code of its level.
    record Cap(String level, Scope scope) implements Fact {}
}
