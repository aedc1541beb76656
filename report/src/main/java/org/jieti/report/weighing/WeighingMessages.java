package org.jieti.report.weighing;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/// The words of a weighing. A word that is missing is an error.
final class WeighingMessages extends AbstractMessageResolver {
    private static final String BUNDLE = "org.jieti.report.weighing";

    static String say(Locale locale, String key, Object... values) {
        return new MessageFormat(ResourceBundle.getBundle(BUNDLE, locale).getString(key), locale)
                .format(Arrays.stream(values).map(String::valueOf).toArray());
    }

    @Override
    public String resolveMessage(
            ITemplateContext context,
            @Nullable Class<?> origin,
            String key,
            Object @Nullable [] values) {
        return say(context.getLocale(), key, values == null ? new Object[0] : values);
    }

    @Override
    public String createAbsentMessageRepresentation(
            ITemplateContext context,
            @Nullable Class<?> origin,
            String key,
            Object @Nullable [] values) {
        throw new IllegalStateException("No word for " + key);
    }
}
