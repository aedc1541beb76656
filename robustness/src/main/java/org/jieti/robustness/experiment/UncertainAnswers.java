package org.jieti.robustness.experiment;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.model.Band;
import org.jieti.core.model.Measure;
import org.jieti.core.model.Rating;
import org.jieti.robustness.sampling.RunStream;

/// The answers of one unit that are drawn from one stream: one number for each answer, in the order
/// of the model, and then one for each measure.
final class UncertainAnswers {
    private final long key;
    private final List<Step> steps = new ArrayList<>();
    private final List<Measured> measures = new ArrayList<>();

    /// An answer on the rating scale: the first outcome whose limit lies above the number drawn.
    private static final class Step {
        private final int criterion;
        private final double[] limits;
        private final double[] fulfilments;

        Step(int criterion, double[] limits, double[] fulfilments) {
            this.criterion = criterion;
            this.limits = limits;
            this.fulfilments = fulfilments;
        }

        double at(double uniform) {
            int outcome = 0;
            while (uniform >= limits[outcome]) {
                outcome++;
            }
            return fulfilments[outcome];
        }
    }

    /// A measured value, uniform between two ends and within what is possible at all.
    private record Measured(Measure measure, double from, double to, Readers readers) {
        double at(double uniform) {
            double value = from + uniform * (to - from);
            return Math.clamp(value, measure.least(), measure.most());
        }
    }

    /// The criteria that read a measure, each through its band.
    record Readers(List<Integer> criteria, List<Band> bands) {
        Readers() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(int criterion, Band band) {
            criteria.add(criterion);
            bands.add(band);
        }
    }

    /// @param key of the stream
    UncertainAnswers(long key) {
        this.key = key;
    }

    boolean isEmpty() {
        return steps.isEmpty() && measures.isEmpty();
    }

    /// One step up or down from a rating; a step beyond the scale stays.
    void step(int criterion, List<Rating> scale, int place, double up, double down) {
        double better = scale.get(Math.max(0, place - 1)).fulfilment();
        double worse = scale.get(Math.min(scale.size() - 1, place + 1)).fulfilment();
        steps.add(
                new Step(
                        criterion,
                        new double[] {up, up + down, Double.POSITIVE_INFINITY},
                        new double[] {better, worse, scale.get(place).fulfilment()}));
    }

    /// Any step of the scale.
    void any(int criterion, List<Rating> scale) {
        double[] limits = new double[scale.size()];
        for (int i = 0; i < limits.length; i++) {
            limits[i] =
                    i == limits.length - 1 ? Double.POSITIVE_INFINITY : (i + 1.0) / limits.length;
        }
        steps.add(
                new Step(
                        criterion,
                        limits,
                        scale.stream().mapToDouble(Rating::fulfilment).toArray()));
    }

    void measure(Measure measure, double from, double to, Readers readers) {
        measures.add(new Measured(measure, from, to, readers));
    }

    /// Draws the answers of one lane.
    ///
    /// @param random any stream; it is begun anew
    /// @param fulfilments `[criterion][lane]`; those drawn are overwritten
    void draw(RunStream random, long seed, long run, double[][] fulfilments, int lane) {
        random.begin(seed, run, key);
        for (Step step : steps) {
            fulfilments[step.criterion][lane] = step.at(random.nextUniform());
        }
        for (Measured measured : measures) {
            double value = measured.at(random.nextUniform());
            Readers readers = measured.readers();
            for (int i = 0; i < readers.criteria().size(); i++) {
                fulfilments[readers.criteria().get(i)][lane] =
                        readers.bands().get(i).fulfilment(value);
            }
        }
    }
}
