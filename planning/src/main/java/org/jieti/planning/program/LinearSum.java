package org.jieti.planning.program;

import java.util.Arrays;

/// A sum of variables, each times a coefficient, and a constant. It grows in place.
public final class LinearSum {
    private int[] variables = new int[4];
    private double[] coefficients = new double[4];
    private int size;
    private double constant;

    public static LinearSum of(double constant) {
        LinearSum sum = new LinearSum();
        sum.constant = constant;
        return sum;
    }

    /// One variable.
    public static LinearSum of(int variable, double coefficient) {
        return new LinearSum().plus(variable, coefficient);
    }

    public LinearSum plus(int variable, double coefficient) {
        if (size == variables.length) {
            variables = Arrays.copyOf(variables, 2 * size);
            coefficients = Arrays.copyOf(coefficients, 2 * size);
        }
        variables[size] = variable;
        coefficients[size] = coefficient;
        size++;
        return this;
    }

    public LinearSum plus(double more) {
        constant += more;
        return this;
    }

    public LinearSum plus(LinearSum other, double factor) {
        for (int i = 0; i < other.size; i++) {
            plus(other.variables[i], other.coefficients[i] * factor);
        }
        constant += other.constant * factor;
        return this;
    }

    public double constant() {
        return constant;
    }

    /// Whether no variable is in it.
    public boolean isConstant() {
        return size == 0;
    }

    /// How many terms it has; a variable may have several.
    int size() {
        return size;
    }

    int variable(int term) {
        return variables[term];
    }

    double coefficient(int term) {
        return coefficients[term];
    }
}
