package org.jieti.server.accounts.web;

import java.util.Locale;
import java.util.Map;

/// The rules of fields that several forms have.
final class Fields {
    private static final int LONGEST = 100;

    private Fields() {}

    /// What was typed, without what surrounds it.
    static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /// A user name as it is kept.
    static String username(Map<String, String> typed, String field) {
        return text(typed, field).toLowerCase(Locale.ROOT);
    }

    /// Demands some text.
    static void needed(Map<String, String> typed, String field, Map<String, String> wrong) {
        if (text(typed, field).isEmpty()) {
            wrong.put(field, "accounts.field.needed");
        } else {
            limited(typed, field, wrong);
        }
    }

    /// Takes a text, if it is not too long.
    static void limited(Map<String, String> typed, String field, Map<String, String> wrong) {
        if (text(typed, field).length() > LONGEST) {
            wrong.put(field, "accounts.field.long");
        }
    }

    /// Demands a user name of the form that all have.
    static void username(Map<String, String> typed, String field, Map<String, String> wrong) {
        if (!username(typed, field).matches("[a-z][a-z0-9._-]{2,39}")) {
            wrong.put(field, "accounts.username.form");
        }
    }
}
