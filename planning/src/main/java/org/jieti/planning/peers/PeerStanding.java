package org.jieti.planning.peers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.Yardstick;
import org.jieti.core.uncertainty.Uncertainty;
import org.jieti.robustness.experiment.AssessmentExperiment;
import org.jieti.robustness.montecarlo.MonteCarlo;
import org.jieti.robustness.montecarlo.Robustness;
import org.jieti.robustness.montecarlo.RunLimit;
import org.jieti.robustness.montecarlo.Simulation;
import org.jieti.robustness.montecarlo.Watcher;
import org.jspecify.annotations.Nullable;

/// Where one unit stands in its group: its own figures, which are its own to see, beside what is
/// published of the group.
///
/// @param unit what is its own
/// @param group what is published of its group, or of all units where its group is withheld
/// @param quarter of the total within the group, 1 to 4; 0 where none is published
/// @param quarters of domains within the group
/// @param rank its rank in the group and the 90 % interval; null where nobody ran it
public record PeerStanding(
        PeerUnit unit,
        GroupFigures group,
        int quarter,
        Map<NodeId, Integer> quarters,
        @Nullable RankInterval rank) {
    public PeerStanding {
        quarters = Map.copyOf(quarters);
    }

    /// A rank from 1, and the ranks between which it lies in 90 % of the runs.
    public record RankInterval(int rank, int from, int to, long runs) {}

    /// Looks a unit up among its peers; null where nothing at all is published.
    public static @Nullable PeerStanding of(
            PeerUnit unit, PeerRelease release, @Nullable RankInterval rank) {
        GroupFigures own = unit.group().isEmpty() ? null : release.find(unit.group());
        GroupFigures group = own == null ? release.find("") : own;
        if (group == null) {
            return null;
        }
        Map<NodeId, Integer> quarters = new LinkedHashMap<>();
        group.domains()
                .forEach(
                        (domain, quantiles) -> {
                            Double score = unit.domains().get(domain);
                            if (score != null) {
                                quarters.put(domain, quantiles.quarter(score));
                            }
                        });
        int quarter =
                group.total() == null || unit.total() == null
                        ? 0
                        : group.total().quarter(unit.total());
        return new PeerStanding(unit, group, quarter, quarters, rank);
    }

    /// The rank of one of several units when weights, ratings and choices vary.
    ///
    /// @param members the units of one group
    /// @param which of them
    /// @return null where it has no rank, or was stopped
    public static @Nullable RankInterval rank(
            Yardstick yardstick,
            List<Assessment> members,
            int which,
            Uncertainty uncertainty,
            long runs,
            int threads,
            Watcher watcher) {
        MonteCarlo of =
                MonteCarlo.of(
                        AssessmentExperiment.of(
                                yardstick.model(),
                                yardstick.weights(),
                                yardstick.preset(),
                                new ArrayList<>(members),
                                uncertainty),
                        1,
                        runs);
        Robustness robustness = Simulation.run(of, new RunLimit.Runs(runs), threads, watcher);
        Robustness.Ranks ranks = robustness.isEnough() ? robustness.ranks(which) : null;
        return ranks == null
                ? null
                : new RankInterval(
                        ranks.point(),
                        ranks.shares().low(),
                        ranks.shares().high(),
                        robustness.runs());
    }
}
