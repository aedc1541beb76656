package org.jieti.planning.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Reading;
import org.jieti.core.assessment.Unit;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Measure;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Rating;
import org.jieti.core.result.Result;
import org.jieti.core.result.Scoring;
import org.jieti.core.result.ScoringInput;
import org.jieti.core.result.Yardstick;
import org.jieti.planning.fixture.Cases;
import org.jieti.planning.fixture.Samples;
import org.jieti.planning.roadmap.ManyRoadmaps;
import org.jieti.planning.roadmap.Planner;
import org.jieti.planning.roadmap.Roadmap;
import org.jieti.planning.roadmap.RoadmapRequest;
import org.jieti.planning.roadmap.Target;
import org.jieti.robustness.montecarlo.Watcher;
import org.jieti.testkit.Seeded;

/// Times roadmaps: `cases ROUNDS` each case, from the request to the plan that the engine has
/// scored; `nation UNITS THREADS` as many invented units of DGIMM, each to its next level.
public final class RoadmapTimes {
    private static final int NATION_SEED = 20261125;

    private RoadmapTimes() {}

    public static void main(String[] arguments) {
        switch (arguments[0]) {
            case "cases" -> cases(Integer.parseInt(arguments[1]));
            case "nation" -> nation(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void cases(int rounds) {
        List<Cases.Instance> all = Cases.all();
        all.forEach(each -> Planner.plan(each.request()));
        for (Cases.Instance each : all) {
            double[] took = new double[rounds];
            long cost = 0;
            for (int round = 0; round < rounds; round++) {
                long begin = System.nanoTime();
                if (Planner.plan(each.request()) instanceof Roadmap.Planned plan) {
                    cost = plan.cost();
                }
                took[round] = (System.nanoTime() - begin) / 1e6;
            }
            Arrays.sort(took);
            boolean tight = Integer.parseInt(each.id()) % 380 != 0;
            System.out.printf(
                    "%s %s %.2f %d%n",
                    each.id(), tight ? "tight" : "loose", took[rounds / 2], cost);
        }
    }

    private static void nation(int units, int threads) {
        ScoringInput sample = Samples.sample("dgimm/growing-city", null);
        Yardstick yardstick = Yardstick.of(sample.model(), sample.weights(), sample.preset());
        RandomGenerator random = Seeded.generator(NATION_SEED);
        List<RoadmapRequest> requests = new ArrayList<>();
        int[] next = new int[6];
        for (int unit = 0; unit < units; unit++) {
            ScoringInput input = unit(yardstick, "u" + unit, random);
            Result result = Scoring.score(input);
            int level = result.overall() == null ? 1 : result.overall().possible().lowest();
            int target = Math.min(5, level + 1);
            next[target]++;
            requests.add(RoadmapRequest.to(input, Target.level(target)));
        }
        Planner.plan(requests.getFirst());
        long begin = System.nanoTime();
        ManyRoadmaps.Planned planned = ManyRoadmaps.plan(requests, threads, Watcher.NONE);
        double seconds = (System.nanoTime() - begin) / 1e9;
        long proven =
                planned.roadmaps().stream()
                        .filter(
                                each ->
                                        each instanceof Roadmap.Planned plan
                                                && plan.proof().proven())
                        .count();
        System.out.printf(
                "%d units, %d threads: %.1f s; proven %d; to level II %d, III %d, IV %d, V %d%n",
                units, threads, seconds, proven, next[2], next[3], next[4], next[5]);
    }

    /// The better a unit, the higher the rungs that it has climbed.
    private static ScoringInput unit(Yardstick yardstick, String id, RandomGenerator random) {
        double skill = 0.5 + 4.5 * random.nextDouble();
        Map<NodeId, Answer> answers = new HashMap<>();
        List<Rating> ratings = yardstick.model().ratings().ratings();
        for (Criterion criterion : yardstick.model().criteria()) {
            if (criterion.reading() == null && random.nextInt(25) > 0) {
                double behind = criterion.level() - skill + random.nextGaussian();
                int place = Math.clamp(Math.round(behind + 0.5), 0, ratings.size() - 1);
                answers.put(criterion.id(), new Answer.Rated(ratings.get(place), ""));
            }
        }
        Map<MeasureId, Reading> measures = new HashMap<>();
        for (Measure measure : yardstick.model().measures()) {
            if (random.nextInt(5) > 0) {
                double value =
                        measure.least() + (measure.most() - measure.least()) * random.nextDouble();
                measures.put(measure.id(), new Reading(value, measure.unit()));
            }
        }
        ScoringInput input =
                yardstick.accept(
                        new Assessment(
                                yardstick.model().id(),
                                new Unit(id, id, "", ""),
                                LocalDate.of(2026, 6, 30),
                                answers,
                                measures),
                        _ -> {});
        if (input == null) {
            throw new IllegalStateException("A unit breaks rules.");
        }
        return input;
    }
}
