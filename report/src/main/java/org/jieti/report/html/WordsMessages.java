package org.jieti.report.html;

import java.util.Locale;
import org.jieti.core.model.Language;
import org.jieti.report.words.Words;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/// Gives templates the words that every other face uses. A word that is missing is an error.
final class WordsMessages extends AbstractMessageResolver {

    @Override
    public String resolveMessage(
            ITemplateContext context,
            @Nullable Class<?> origin,
            String key,
            Object @Nullable [] messageParameters) {
        return Words.say(
                language(context.getLocale()),
                key,
                messageParameters == null ? new Object[0] : messageParameters);
    }

    @Override
    public String createAbsentMessageRepresentation(
            ITemplateContext context,
            @Nullable Class<?> origin,
            String key,
            Object @Nullable [] messageParameters) {
        throw new IllegalStateException("No word for " + key);
    }

    private static Language language(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage())
                ? Language.ZH
                : Language.EN;
    }
}
