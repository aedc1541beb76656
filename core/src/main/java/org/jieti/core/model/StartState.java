package org.jieti.core.model;

import java.util.List;

/// The state from which a ladder starts: a clause of the source that says only what is missing.
/// It is shown, never rated.
public record StartState(Text text, List<String> source) {
    public StartState {
        source = List.copyOf(source);
    }
}
