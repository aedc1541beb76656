package org.jieti.server.assessments.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jieti.core.model.Language;
import org.jieti.server.assessments.Refusal;
import org.jieti.server.shared.web.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Says why a move cannot be made, and what would make it possible.
@Component
public class Refusals {
    private static final String PREFIX = "assessments.refused.";

    private final MessageSource messages;

    Refusals(MessageSource messages) {
        this.messages = messages;
    }

    /// All of them, in words.
    public List<String> of(List<Refusal> refusals, Language language) {
        Locale locale = Languages.locale(language);
        return refusals.stream().map(refusal -> text(refusal, locale)).toList();
    }

    private String text(Refusal refusal, Locale locale) {
        return switch (refusal) {
            case Refusal.NotOpenYet(var move) ->
                    say(locale, PREFIX + "not-open", say(locale, move.messageKey()));
            case Refusal.OtherTrack(var move, var track) ->
                    say(
                            locale,
                            PREFIX + "track",
                            say(locale, move.messageKey()),
                            say(locale, track.messageKey()));
            case Refusal.OtherState(var move, var state) ->
                    say(
                            locale,
                            PREFIX + "state",
                            say(locale, move.messageKey()),
                            say(locale, state.messageKey()),
                            move.from().stream()
                                    .map(from -> quoted(locale, from.messageKey()))
                                    .collect(Collectors.joining(say(locale, "shared.list.comma"))));
            case Refusal.Unmet(var requirement, _, var count) ->
                    say(locale, PREFIX + requirement.word(), count);
        };
    }

    private String quoted(Locale locale, String key) {
        return say(locale, PREFIX + "quoted", say(locale, key));
    }

    private String say(Locale locale, String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
