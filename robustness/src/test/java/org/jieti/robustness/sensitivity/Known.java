package org.jieti.robustness.sensitivity;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jieti.robustness.sampling.RunStream;
import org.jspecify.annotations.Nullable;

/// Functions of independent factors, each uniform in (0, 1), whose indices are known.
///
/// @param functions one for each subject
record Known(int factorCount, List<ToDoubleFunction<double[]>> functions, @Nullable Double atLeast)
        implements Study {
    private static final long SEED = 20261125;

    static Known of(int factors, ToDoubleFunction<double[]> function) {
        return new Known(factors, List.of(function), null);
    }

    @Override
    public int subjectCount() {
        return functions.size();
    }

    @Override
    public int valueCount() {
        return 1;
    }

    @Override
    public List<Outcome> outcomes() {
        return List.of(new Outcome(0, atLeast));
    }

    @Override
    public Evaluator evaluator(int rows) {
        RunStream random = new RunStream();
        return (first, count, into, place) -> {
            for (int row = 0; row < count; row++) {
                double[] a = draw(random, 2 * (first + row));
                double[] b = draw(random, 2 * (first + row) + 1);
                for (int column = 0; column < factorCount + 2; column++) {
                    double[] mixed = column == 1 ? b : a.clone();
                    if (column >= 2) {
                        mixed[column - 2] = b[column - 2];
                    }
                    for (int subject = 0; subject < functions.size(); subject++) {
                        into.array()[into.at(subject, 0, column) + place + row] =
                                functions.get(subject).applyAsDouble(mixed);
                    }
                }
            }
        };
    }

    private double[] draw(RunStream random, long run) {
        random.begin(SEED, run, RunStream.key("known"));
        return IntStream.range(0, factorCount).mapToDouble(_ -> random.nextUniform()).toArray();
    }
}
