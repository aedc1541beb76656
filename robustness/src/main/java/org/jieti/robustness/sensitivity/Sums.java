package org.jieti.robustness.sensitivity;

/// The sums behind the indices of one outcome of one subject, in the sample and every resample.
///
/// A matrix product: counts of groups of rows times terms of groups. It works two terms and four
/// groups at a time, in loops that the compiler turns into vector instructions; each sum runs in
/// the order of the rows, by fused multiply and add, which every machine rounds alike.
final class Sums {
    private static final int AT_A_TIME = 4;

    /// `[term][resample]`: for factor i, term 2 i is the product that S1 needs and 2 i + 1 the
    /// square that ST needs; the last two are the sum of A and B and the sum of their squares.
    private final double[][] sums;

    /// What values are measured from: the mean of A and B over the first block.
    private double centre;

    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;

    Sums(int factors, int stride) {
        this.sums = new double[termCount(factors)][stride];
    }

    static int termCount(int factors) {
        return 2 * factors + 2;
    }

    /// Room for the terms of a block.
    static double[][] terms(int factors, int rows) {
        return new double[termCount(factors)][padded(rows)];
    }

    /// Groups are worked four at a time.
    static int padded(int groups) {
        return (groups + AT_A_TIME - 1) / AT_A_TIME * AT_A_TIME;
    }

    /// Adds a block of rows.
    ///
    /// @param columns `[column][row]`: A, B, and one for each factor
    /// @param rowsBefore how many rows were added before
    /// @param groupRows how many rows a group has
    /// @param counts `[group][resample]`, 0 beyond the rows
    /// @param terms scratch, as [#terms] makes it
    void add(
            double[][] columns,
            int rows,
            long rowsBefore,
            int groupRows,
            double[][] counts,
            double[][] terms) {
        double[] a = columns[0];
        double[] b = columns[1];
        for (int row = 0; row < rows; row++) {
            least = Math.min(least, Math.min(a[row], b[row]));
            greatest = Math.max(greatest, Math.max(a[row], b[row]));
        }
        if (rowsBefore == 0) {
            centre = mean(a, b, rows);
        }
        fill(columns, rows, terms);
        int groups = (rows + groupRows - 1) / groupRows;
        for (double[] term : terms) {
            fold(term, rows, groupRows, groups);
        }
        for (int term = 0; term < terms.length; term += 2) {
            for (int group = 0; group < groups; group += AT_A_TIME) {
                add(counts, group, terms[term], terms[term + 1], sums[term], sums[term + 1]);
            }
        }
    }

    /// Sums the rows of each group, in place; further groups become 0. Halves, since groups have 1,
    /// 2,
    /// 4 … rows: neighbours first, then neighbours of those.
    private static void fold(double[] term, int rows, int groupRows, int groups) {
        int left = rows;
        for (int size = groupRows; size > 1; size /= 2) {
            int pairs = left / 2;
            for (int pair = 0; pair < pairs; pair++) {
                term[pair] = term[2 * pair] + term[2 * pair + 1];
            }
            if (left % 2 == 1) {
                term[pairs] = term[left - 1];
            }
            left = (left + 1) / 2;
        }
        for (int group = groups; group < padded(groups); group++) {
            term[group] = 0;
        }
    }

    private static double mean(double[] a, double[] b, int rows) {
        double off = 0;
        for (int row = 0; row < rows; row++) {
            off += (a[row] - a[0]) + (b[row] - a[0]);
        }
        return a[0] + off / (2.0 * rows);
    }

    private void fill(double[][] columns, int rows, double[][] terms) {
        double[] a = columns[0];
        double[] b = columns[1];
        double around = centre;
        int factors = columns.length - 2;
        for (int factor = 0; factor < factors; factor++) {
            double[] mixed = columns[factor + 2];
            double[] product = terms[2 * factor];
            double[] square = terms[2 * factor + 1];
            for (int row = 0; row < rows; row++) {
                double change = mixed[row] - a[row];
                product[row] = (b[row] - around) * change;
                square[row] = change * change;
            }
        }
        double[] sum = terms[2 * factors];
        double[] squares = terms[2 * factors + 1];
        for (int row = 0; row < rows; row++) {
            double ofA = a[row] - around;
            double ofB = b[row] - around;
            sum[row] = ofA + ofB;
            squares[row] = ofA * ofA + ofB * ofB;
        }
    }

    private static void add(
            double[][] counts, int group, double[] x, double[] y, double[] ofX, double[] ofY) {
        add(
                counts[group],
                counts[group + 1],
                counts[group + 2],
                counts[group + 3],
                x[group],
                x[group + 1],
                x[group + 2],
                x[group + 3],
                y[group],
                y[group + 1],
                y[group + 2],
                y[group + 3],
                ofX,
                ofY);
    }

    private static void add(
            double[] counts0,
            double[] counts1,
            double[] counts2,
            double[] counts3,
            double x0,
            double x1,
            double x2,
            double x3,
            double y0,
            double y1,
            double y2,
            double y3,
            double[] ofX,
            double[] ofY) {
        for (int i = 0; i < ofX.length; i++) {
            double c0 = counts0[i];
            double c1 = counts1[i];
            double c2 = counts2[i];
            double c3 = counts3[i];
            ofX[i] = Math.fma(c3, x3, Math.fma(c2, x2, Math.fma(c1, x1, Math.fma(c0, x0, ofX[i]))));
            ofY[i] = Math.fma(c3, y3, Math.fma(c2, y2, Math.fma(c1, y1, Math.fma(c0, y0, ofY[i]))));
        }
    }

    /// The sums of a term, `[resample]`.
    double[] of(int term) {
        return sums[term];
    }

    double centre() {
        return centre;
    }

    /// How far apart the values of A and B lie at most.
    double range() {
        return greatest - least;
    }
}
