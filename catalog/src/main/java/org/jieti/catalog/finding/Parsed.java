package org.jieti.catalog.finding;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What came of reading a file: the value, or everything that is wrong with it.
public sealed interface Parsed<T> {

    /// All findings, by place. Those of an [Ok] are warnings.
    List<Finding> findings();

    /// The file is sound; warnings may come along.
    record Ok<T>(T value, List<Finding> findings) implements Parsed<T> {
        public Ok {
            findings = List.copyOf(findings);
        }
    }

    /// The file is refused.
    record Invalid<T>(List<Finding> findings) implements Parsed<T> {
        public Invalid {
            findings = List.copyOf(findings);
            if (findings.stream().noneMatch(Finding::isError)) {
                throw new IllegalArgumentException("A file is refused only for errors.");
            }
        }
    }

    /// [Ok] if nothing stands in the way, else [Invalid]. The value is asked for only then.
    static <T> Parsed<T> of(Findings findings, Supplier<@Nullable T> value) {
        if (findings.hasErrors()) {
            return new Invalid<>(findings.sorted());
        }
        T result = value.get();
        if (result == null) {
            throw new IllegalStateException("Nothing was read, yet nothing was found wrong.");
        }
        return new Ok<>(result, findings.sorted());
    }
}
