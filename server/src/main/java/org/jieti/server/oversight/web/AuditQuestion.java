package org.jieti.server.oversight.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jieti.server.audit.AuditSearch;
import org.jieti.server.shared.Times;
import org.jspecify.annotations.Nullable;

/// What is looked for, as it was typed: days are those of China.
///
/// @param wrong field and message of what cannot be read
record AuditQuestion(AuditSearch.Question asked, Map<String, String> wrong) {

    static AuditQuestion of(Map<String, String> typed) {
        Map<String, String> wrong = new LinkedHashMap<>();
        LocalDate from = day(typed, "from", wrong);
        LocalDate until = day(typed, "until", wrong);
        if (from != null && until != null && until.isBefore(from)) {
            wrong.put("until", "oversight.wrong.period");
        }
        return new AuditQuestion(
                new AuditSearch.Question(
                        text(typed, "person"),
                        text(typed, "action"),
                        text(typed, "subject"),
                        start(from),
                        start(until == null ? null : until.plusDays(1))),
                wrong);
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(Times.SHOWN).toInstant();
    }

    private static @Nullable LocalDate day(
            Map<String, String> typed, String field, Map<String, String> wrong) {
        String text = text(typed, field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            wrong.put(field, "oversight.wrong.day");
            return null;
        }
    }

    private static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }
}
