package org.jieti.report.weighing;

import org.jieti.core.model.Language;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.WeightSet;

/// What a result says of the judgements that its weights rest on.
public final class WeightVerdict {
    private WeightVerdict() {}

    /// Whether the judgements are commonly accepted, in one sentence; empty where the set has no
    /// record, or its method no measure.
    public static String of(WeightSet set, MaturityModel model, Language language) {
        return set.record() == null ? "" : new WeighingWords(language, model).verdict(set.record());
    }
}
