package org.jieti.server.evidence.domain;

import java.text.Normalizer;
import java.util.Locale;
import org.jieti.server.evidence.Refusal;
import org.jieti.server.evidence.Refusal.Reason;
import org.jspecify.annotations.Nullable;

/// What a file may be called. Names are only shown and offered for saving, never used as paths
/// here; but whoever saves the file trusts them.
final class FileNames {
    private static final int LONGEST = 200;

    private FileNames() {}

    /// What is wrong with a name; null for nothing.
    static @Nullable Refusal flaw(String name) {
        Reason reason = reason(name);
        return reason == null ? null : new Refusal(reason, shown(name));
    }

    private static @Nullable Reason reason(String name) {
        if (name.isBlank() || name.length() > LONGEST) {
            return Reason.NAME;
        }
        if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0 || name.matches("[. ]+")) {
            return Reason.NAME_PATH;
        }
        if (name.codePoints().anyMatch(FileNames::turns)) {
            return Reason.NAME_DIRECTION;
        }
        if (name.codePoints().anyMatch(FileNames::isUnseen)) {
            return Reason.NAME_CONTROL;
        }
        return null;
    }

    /// Marks that turn the direction of what follows: U+202E makes `fdp.exe` of `exe.pdf`.
    private static boolean turns(int point) {
        return switch (Character.getDirectionality(point)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                    Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE ->
                    true;
            default -> point == 0x200E || point == 0x200F || point == 0x061C;
        };
    }

    private static boolean isUnseen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }

    /// A name as pages and messages show it: what cannot be seen is written as its number.
    static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints()
                .limit(LONGEST)
                .forEach(
                        point -> {
                            if (turns(point) || isUnseen(point)) {
                                shown.append("U+%04X".formatted(point));
                            } else {
                                shown.appendCodePoint(point);
                            }
                        });
        return shown.toString();
    }

    /// What follows the last dot, in lower case; empty for nothing.
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0
                ? ""
                : Normalizer.normalize(name.substring(dot + 1), Normalizer.Form.NFKC)
                        .strip()
                        .toLowerCase(Locale.ROOT);
    }
}
