package org.jieti.weighting;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.jieti.core.elicitation.Elicitation;
import org.jieti.core.model.Text;
import org.jieti.core.model.WeightRecord.Expert;

/// How a weight set is called, and whom it names as its source, where the file says neither.
final class Titles {
    private static final String BUNDLE = "org.jieti.weighting.titles";

    private Titles() {}

    static Text name(Elicitation elicitation) {
        return text("name." + elicitation.method().id());
    }

    static Text provenance(Elicitation elicitation) {
        if (elicitation.method().readsTable()) {
            return text("provenance.table", units(elicitation));
        }
        List<LocalDate> dates =
                elicitation.experts().stream()
                        .map(Expert::given)
                        .filter(Objects::nonNull)
                        .map(LocalDate.class::cast)
                        .sorted()
                        .toList();
        int experts = elicitation.experts().size();
        if (experts == 0) {
            return text("provenance.nobody");
        }
        return dates.isEmpty()
                ? text("provenance.experts", experts)
                : text(
                        "provenance.experts.dated",
                        experts,
                        dates.getFirst().toString(),
                        dates.getLast().toString());
    }

    private static int units(Elicitation elicitation) {
        return elicitation.groups().stream()
                .flatMap(group -> group.columns().stream())
                .mapToInt(column -> column.values().size())
                .max()
                .orElse(0);
    }

    private static Text text(String key, Object... values) {
        return new Text(
                said(Locale.SIMPLIFIED_CHINESE, key, values), said(Locale.ROOT, key, values));
    }

    private static String said(Locale locale, String key, Object... values) {
        String pattern = ResourceBundle.getBundle(BUNDLE, locale).getString(key);
        return new MessageFormat(pattern, locale).format(values);
    }
}
