package org.jieti.server.shared.web;

import java.util.List;
import java.util.Locale;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Location;
import org.jieti.core.model.Language;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// What is wrong with a file, as a page lists it. Rules of the catalogue bring their own texts;
/// those of a feature are the messages `<rule>.message` and `<rule>.hint`.
@Component
public class Flaws {
    private final MessageSource messages;

    Flaws(MessageSource messages) {
        this.messages = messages;
    }

    /// One thing.
    ///
    /// @param place the cell, as in `C12`, or line and column; empty for the file as a whole
    public record Flaw(boolean isError, String place, String rule, String message, String hint) {}

    /// All of them, in the order in which they are given.
    public List<Flaw> of(List<Finding> findings, Language language) {
        return findings.stream().map(finding -> flaw(finding, language)).toList();
    }

    private Flaw flaw(Finding finding, Language language) {
        return new Flaw(
                finding.isError(),
                place(finding.location(), language),
                finding.rule(),
                text(finding, "message", language),
                text(finding, "hint", language));
    }

    private String text(Finding finding, String part, Language language) {
        Locale locale = Languages.locale(language);
        Object[] values = finding.arguments().stream().map(String::valueOf).toArray();
        String own = messages.getMessage(finding.rule() + "." + part, values, null, locale);
        if (own != null) {
            return own;
        }
        return part.equals("message") ? finding.message(language) : finding.hint(language);
    }

    private String place(Location at, Language language) {
        if (at.line() == 0) {
            return at.sheet();
        }
        if (!at.sheet().isEmpty()) {
            String shown = at.toString();
            return shown.substring(shown.lastIndexOf('!') + 1);
        }
        return messages.getMessage(
                "shared.flaw.place",
                new Object[] {String.valueOf(at.line()), String.valueOf(at.column())},
                Languages.locale(language));
    }
}
