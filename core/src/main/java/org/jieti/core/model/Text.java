package org.jieti.core.model;

/// A text in Chinese and English. Neither may be blank.
public record Text(String zh, String en) {
    public Text {
        if (zh.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException(
                    "A text needs both languages, but got zh \"%s\" and en \"%s\"."
                            .formatted(zh, en));
        }
    }

    public String in(Language language) {
        return switch (language) {
            case ZH -> zh;
            case EN -> en;
        };
    }
}
