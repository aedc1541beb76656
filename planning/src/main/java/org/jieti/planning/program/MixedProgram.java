package org.jieti.planning.program;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A mixed-integer linear program, solved by SCIP by way of OR-Tools. Variables are numbered from
/// 0. One thread at a time; the same program gives the same answer wherever time does not run out.
public final class MixedProgram implements AutoCloseable {
    static {
        Loader.loadNativeLibraries();
    }

    /// Presolving, and cuts beyond the first rounds, cost more than they save on programs of this
    /// size; thresholds compare with a tolerance of 1e-9.
    private static final String SETTINGS =
            """
            presolving/maxrounds = 0
            separating/maxroundsroot = 10
            separating/maxrounds = 0
            numerics/feastol = 1e-9
            randomization/randomseedshift = 1
            """;

    private final MPSolver solver;
    private final MPObjective objective;
    private final List<MPVariable> variables = new ArrayList<>();
    private double[] row = new double[64];
    private boolean[] marked = new boolean[64];
    private int[] touched = new int[64];

    public MixedProgram() {
        solver = MPSolver.createSolver("SCIP");
        solver.setSolverSpecificParametersAsString(SETTINGS);
        objective = solver.objective();
    }

    /// A variable that is 0 or 1.
    public int binary() {
        variables.add(solver.makeBoolVar(""));
        return variables.size() - 1;
    }

    /// A variable from 0 to 1.
    public int share() {
        variables.add(solver.makeNumVar(0, 1, ""));
        return variables.size() - 1;
    }

    /// A whole number.
    public int whole(double least, double most) {
        variables.add(solver.makeIntVar(least, most, ""));
        return variables.size() - 1;
    }

    /// Sets a variable for good.
    public void fix(int variable, double value) {
        variables.get(variable).setBounds(value, value);
    }

    /// Demands that a sum is at least so much.
    public void atLeast(LinearSum sum, double bound) {
        MPConstraint constraint =
                solver.makeConstraint(bound - sum.constant(), Double.POSITIVE_INFINITY);
        int count = collect(sum);
        for (int i = 0; i < count; i++) {
            constraint.setCoefficient(variables.get(touched[i]), take(touched[i]));
        }
    }

    /// Demands that a sum is at most so much.
    public void atMost(LinearSum sum, double bound) {
        atLeast(new LinearSum().plus(sum, -1), -bound);
    }

    /// Adds up the coefficients of each variable in `row`, and lists the variables in `touched`.
    private int collect(LinearSum sum) {
        if (row.length < variables.size()) {
            row = new double[2 * variables.size()];
            marked = new boolean[row.length];
        }
        if (touched.length < sum.size()) {
            touched = new int[2 * sum.size()];
        }
        int count = 0;
        for (int term = 0; term < sum.size(); term++) {
            int variable = sum.variable(term);
            if (!marked[variable]) {
                marked[variable] = true;
                touched[count] = variable;
                count++;
            }
            row[variable] += sum.coefficient(term);
        }
        return count;
    }

    private double take(int variable) {
        double coefficient = row[variable];
        row[variable] = 0;
        marked[variable] = false;
        return coefficient;
    }

    public Answer minimise(LinearSum sum, Duration time, double gap) {
        return solve(sum, Direction.DOWN, time, gap);
    }

    public Answer maximise(LinearSum sum, Duration time, double gap) {
        return solve(sum, Direction.UP, time, gap);
    }

    private enum Direction {
        UP,
        DOWN
    }

    /// @param gap that need not be proven, as a share of the objective
    private Answer solve(LinearSum sum, Direction direction, Duration time, double gap) {
        objective.clear();
        int count = collect(sum);
        for (int i = 0; i < count; i++) {
            objective.setCoefficient(variables.get(touched[i]), take(touched[i]));
        }
        objective.setOffset(sum.constant());
        switch (direction) {
            case UP -> objective.setMaximization();
            case DOWN -> objective.setMinimization();
        }
        solver.setTimeLimit(Math.max(1, time.toMillis()));
        MPSolverParameters parameters = new MPSolverParameters();
        parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, gap);
        MPSolver.ResultStatus status = solver.solve(parameters);
        parameters.delete();
        return answer(status);
    }

    private Answer answer(MPSolver.ResultStatus status) {
        boolean solved =
                status == MPSolver.ResultStatus.OPTIMAL || status == MPSolver.ResultStatus.FEASIBLE;
        if (!solved) {
            boolean impossible = status == MPSolver.ResultStatus.INFEASIBLE;
            return new Answer(
                    impossible ? Answer.Status.IMPOSSIBLE : Answer.Status.UNKNOWN,
                    0,
                    0,
                    new double[0]);
        }
        double[] values = new double[variables.size()];
        Arrays.setAll(values, i -> variables.get(i).solutionValue());
        return new Answer(
                status == MPSolver.ResultStatus.OPTIMAL
                        ? Answer.Status.PROVEN
                        : Answer.Status.FOUND,
                objective.value(),
                objective.bestBound(),
                values);
    }

    @Override
    public void close() {
        solver.delete();
    }
}
