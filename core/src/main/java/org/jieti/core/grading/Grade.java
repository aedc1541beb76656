package org.jieti.core.grading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The level of a domain or of the whole, and why.
///
/// @param attained null while nothing is answered
/// @param levels one verdict per level, from the first
/// @param gates every gate of this scope
/// @param next null at the top level, and while nothing is answered
public record Grade(
        @Nullable Attained attained,
        LevelRange possible,
        List<LevelVerdict> levels,
        List<GateVerdict> gates,
        @Nullable NextLevel next) {
    public Grade {
        levels = List.copyOf(levels);
        gates = List.copyOf(gates);
    }

    public LevelVerdict verdict(int level) {
        return levels.get(level - 1);
    }
}
