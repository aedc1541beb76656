package org.jieti.core.agreement;

import java.util.Arrays;
import java.util.List;
import org.jieti.core.assessment.Reading;
import org.jieti.core.model.Direction;
import org.jieti.core.model.Measure;
import org.jspecify.annotations.Nullable;

/// What the raters of a panel entered for one measure.
///
/// @param readings one for each rater, in their order; null where a rater entered none
/// @param median the median of the readings, of an even number the worse; null without readings
public record MeasureOpinions(
        Measure measure, List<@Nullable Reading> readings, @Nullable Reading median) {

    static MeasureOpinions of(Measure measure, List<@Nullable Reading> readings) {
        double[] values = new double[readings.size()];
        int count = 0;
        for (Reading reading : readings) {
            if (reading != null) {
                values[count++] = reading.value();
            }
        }
        Arrays.sort(values, 0, count);
        int lower = (count - 1) / 2;
        int upper = count / 2;
        Reading median =
                count == 0
                        ? null
                        : new Reading(
                                values[measure.direction() == Direction.HIGHER ? lower : upper],
                                measure.unit());
        return new MeasureOpinions(measure, readings, median);
    }

    /// Whether the raters who entered a value entered the same.
    public boolean isAgreed() {
        return median == null
                || readings.stream()
                        .allMatch(reading -> reading == null || reading.value() == median.value());
    }
}
