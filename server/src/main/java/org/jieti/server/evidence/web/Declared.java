package org.jieti.server.evidence.web;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jieti.core.model.NodeId;
import org.jieti.server.evidence.EvidenceKind;
import org.jieti.server.evidence.Refusal;
import org.jieti.server.evidence.Refusal.Reason;
import org.jieti.server.evidence.Sensitivity;
import org.jieti.server.evidence.domain.EvidenceIntake;
import org.jspecify.annotations.Nullable;

/// What somebody who sends files says of them.
final class Declared {
    private static final String NONE = "none";
    private static final String SECRET = "secret";

    private Declared() {}

    /// Why files are not taken by what is declared of them; null if they are.
    static @Nullable Refusal flaw(Map<String, String> form, String name) {
        return switch (form.getOrDefault("secrecy", "")) {
            case NONE -> null;
            case SECRET -> new Refusal(Reason.SECRET, name);
            default -> new Refusal(Reason.UNDECLARED, name);
        };
    }

    static EvidenceIntake.Wish wish(Map<String, String> form) {
        String replaces = form.getOrDefault("replaces", "");
        return new EvidenceIntake.Wish(
                kind(form),
                sensitivity(form),
                criterion(form),
                replaces.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                        ? UUID.fromString(replaces)
                        : null);
    }

    /// The kind of a file: a record, where nothing fits.
    static EvidenceKind kind(Map<String, String> form) {
        return Arrays.stream(EvidenceKind.values())
                .filter(kind -> kind != EvidenceKind.LINK)
                .filter(kind -> kind.name().equals(form.get("kind")))
                .findFirst()
                .orElse(EvidenceKind.RECORD);
    }

    static Sensitivity sensitivity(Map<String, String> form) {
        return Arrays.stream(Sensitivity.values())
                .filter(each -> each.name().equals(form.get("sensitivity")))
                .findFirst()
                .orElse(Sensitivity.INTERNAL);
    }

    static @Nullable NodeId criterion(Map<String, String> form) {
        String criterion = form.getOrDefault("criterion", "");
        return NodeId.isValid(criterion) ? new NodeId(criterion) : null;
    }

    /// Notes a line of text that is missing or too long.
    static void needed(Map<String, String> wrong, String field, String text, int longest) {
        if (text.isEmpty()) {
            wrong.put(field, "evidence.wrong.needed");
        } else if (text.length() > longest) {
            wrong.put(field, "evidence.wrong.long");
        }
    }
}
