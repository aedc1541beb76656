package org.jieti.robustness.experiment;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.uncertainty.Choices;
import org.jieti.robustness.sampling.RunStream;
import org.jspecify.annotations.Nullable;

/// What a run chooses from: the options with their odds, and the one that is chosen already. Null
/// stands for what the model itself says.
final class Options<T> {
    private final List<@Nullable T> values;
    private final double[] limits;
    private final int point;
    private final long key;

    private Options(List<@Nullable T> values, double[] limits, int point, long key) {
        this.values = values;
        this.limits = limits;
        this.point = point;
        this.key = key;
    }

    /// @param name of the choice
    /// @param chosen the value where nothing is drawn; need not be an option
    static <T> Options<T> of(String name, @Nullable T chosen, List<Choices.Option<T>> options) {
        List<@Nullable T> values = new ArrayList<>();
        List<Double> odds = new ArrayList<>();
        double all = 0;
        for (Choices.Option<T> option : options) {
            values.add(option.value());
            odds.add(option.odds());
            all += option.odds();
        }
        if (!values.contains(chosen)) {
            values.add(chosen);
            odds.add(0.0);
        }
        double[] limits = new double[odds.size()];
        double sum = 0;
        for (int i = 0; i < limits.length; i++) {
            sum += odds.get(i);
            limits[i] = sum >= all ? Double.POSITIVE_INFINITY : sum / all;
        }
        return new Options<>(values, limits, values.indexOf(chosen), RunStream.key(name));
    }

    /// Whether anything is drawn.
    boolean areOpen() {
        return values.size() > 1;
    }

    int size() {
        return values.size();
    }

    @Nullable T value(int place) {
        return values.get(place);
    }

    int point() {
        return point;
    }

    /// The place of the option that a run draws.
    ///
    /// @param random any stream; it is begun anew
    /// @param run negative for the value that is chosen already
    int draw(RunStream random, long seed, long run) {
        if (run < 0) {
            return point;
        }
        random.begin(seed, run, key);
        double uniform = random.nextUniform();
        int place = 0;
        while (uniform >= limits[place]) {
            place++;
        }
        return place;
    }
}
