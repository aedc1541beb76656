package org.jieti.planning.roadmap;

import java.util.ArrayList;
import java.util.List;
import org.jieti.planning.program.LinearSum;

/// Looks for other plans of nearly the same cost: each leaves out at least a tenth of the actions
/// of the plan and of every alternative before it.
final class Alternatives {
    private static final double DIFFERENT = 0.1;

    private final RoadmapRequest request;
    private final Chains chains;
    private final Formulation program;
    private final Target target;

    /// @param program of one period, with the target demanded; cuts are added to it
    Alternatives(RoadmapRequest request, Chains chains, Formulation program, Target target) {
        this.request = request;
        this.chains = chains;
        this.program = program;
        this.target = target;
    }

    List<Choice> to(Choice plan) {
        List<Choice> found = new ArrayList<>();
        long cost = chains.cost(plan.counts());
        if (request.alternatives() == 0 || cost == 0) {
            return found;
        }
        double most = (double) cost * (1 + request.tolerance());
        Long budget = request.budget();
        program.program()
                .atMost(
                        program.total(0),
                        Math.floor(budget == null ? most : Math.min(budget, most)));
        Choice last = plan;
        while (found.size() < request.alternatives()) {
            leaveOut(last.counts());
            last =
                    Planner.solved(
                            program,
                            chains,
                            time -> program.program().minimise(program.total(0), time, 0),
                            target::isReachedBy,
                            request.time());
            if (last == null) {
                break;
            }
            found.add(last);
        }
        return found;
    }

    private void leaveOut(int[] counts) {
        LinearSum out = new LinearSum();
        int actions = 0;
        for (int chain = 0; chain < counts.length; chain++) {
            if (counts[chain] > 0) {
                out.plus(program.taken(0, chain, counts[chain] - 1), -1).plus(1);
                actions++;
            }
        }
        program.program().atLeast(out, Math.max(1, Math.ceil(DIFFERENT * actions)));
    }
}
