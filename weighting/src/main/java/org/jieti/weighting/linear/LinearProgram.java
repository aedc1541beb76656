package org.jieti.weighting.linear;

import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/// A linear program over variables that are at least 0, solved by ojAlgo.
public final class LinearProgram {
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final Variable[] variables;
    private int demands;

    public LinearProgram(int variables) {
        this.variables = new Variable[variables];
        for (int i = 0; i < variables; i++) {
            this.variables[i] = model.newVariable("x" + i).lower(0);
        }
    }

    /// Demands that the sum of coefficients times variables is at most a bound.
    public LinearProgram atMost(double bound, double... coefficients) {
        sum(coefficients).upper(bound);
        return this;
    }

    /// Demands that the sum of coefficients times variables is at least a bound.
    public LinearProgram atLeast(double bound, double... coefficients) {
        sum(coefficients).lower(bound);
        return this;
    }

    /// Demands that the sum of coefficients times variables is a value.
    public LinearProgram exactly(double value, double... coefficients) {
        sum(coefficients).level(value);
        return this;
    }

    private Expression sum(double... coefficients) {
        Expression sum = model.newExpression("d" + demands++);
        for (int i = 0; i < variables.length; i++) {
            if (coefficients[i] != 0) {
                sum.set(variables[i], coefficients[i]);
            }
        }
        return sum;
    }

    /// The variables at which the sum of coefficients times variables is smallest; null if the
    /// demands contradict.
    ///
    /// @throws IllegalStateException if the solver comes to no end
    public double @Nullable [] minimise(double... coefficients) {
        for (int i = 0; i < variables.length; i++) {
            variables[i].weight(coefficients[i]);
        }
        Optimisation.Result result = model.minimise();
        if (result.getState() == Optimisation.State.INFEASIBLE) {
            return null;
        }
        if (!result.getState().isOptimal()) {
            throw new IllegalStateException("The solver ends with " + result.getState());
        }
        double[] solved = new double[variables.length];
        for (int i = 0; i < solved.length; i++) {
            solved[i] = result.doubleValue(i);
        }
        return solved;
    }
}
