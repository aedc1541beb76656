package org.jieti.report.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jieti.core.scoring.Threshold;

/// How numbers are shown. Nothing is rounded before it is shown. Shares and positions are cut
/// rather than rounded, so that what is shown as reached has been reached.
public final class Numbers {
    /// Several times what scaling loses on numbers below [#LARGEST_UNITS] (their last place is
    /// 1.5e-11), and below the tolerance of thresholds.
    private static final double CLEAR = 1e-10;

    private static final double LARGEST_UNITS = 1e5;

    private Numbers() {}

    /// A score in [0, 100], with one decimal.
    public static String score(double score) {
        return rounded(score, 1);
    }

    /// A number with so many decimals.
    public static String decimals(double number, int decimals) {
        return rounded(number, decimals);
    }

    /// A change of a score, with its sign.
    public static String change(double change) {
        String shown = rounded(change, 1);
        return change > 0 && !shown.equals("0.0") ? "+" + shown : shown;
    }

    /// A share in [0, 1], with two decimals.
    public static String share(double share) {
        return cut(share, 2);
    }

    /// What a share gains, with three decimals and its sign: one criterion often moves less than a
    /// hundredth.
    public static String gain(double gain) {
        return "+" + rounded(gain, 3);
    }

    /// A position in [1, number of levels], with two decimals.
    public static String position(double position) {
        return cut(position, 2);
    }

    /// A share in [0, 1] as whole per cent, with the sign.
    public static String percent(double share) {
        return cut(share * 100, 0) + "%";
    }

    /// A weight in [0, 1] as per cent, with two decimals and the sign.
    public static String weight(double weight) {
        return rounded(weight * 100, 2) + "%";
    }

    /// Points of a ladder, or what they contribute, in [0, 100], with two decimals.
    public static String points(double points) {
        return rounded(points, 2);
    }

    /// A change of points, with two decimals and its sign.
    public static String signedPoints(double change) {
        String shown = rounded(change, 2);
        return change > 0 && !shown.equals("0.00") ? "+" + shown : shown;
    }

    /// A fulfilment in [0, 1], with two decimals.
    public static String fulfilment(double fulfilment) {
        return cut(fulfilment, 2);
    }

    /// A measured value as it was written, without trailing zeros.
    public static String measured(double value) {
        BigDecimal stripped = BigDecimal.valueOf(value).stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    /// A number of any size with five significant digits, without trailing zeros; a very small or
    /// large one as in 7.59×10⁻⁷.
    public static String significant(double number) {
        BigDecimal shown =
                BigDecimal.valueOf(number)
                        .round(new MathContext(5, RoundingMode.HALF_UP))
                        .stripTrailingZeros();
        int magnitude = shown.precision() - shown.scale() - 1;
        if (shown.signum() == 0 || (magnitude >= -4 && magnitude <= 9)) {
            return (shown.scale() < 0 ? shown.setScale(0) : shown).toPlainString();
        }
        return shown.scaleByPowerOfTen(-magnitude).toPlainString() + "×10" + raised(magnitude);
    }

    private static String raised(int exponent) {
        StringBuilder raised = new StringBuilder();
        for (char c : Integer.toString(exponent).toCharArray()) {
            raised.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
        }
        return raised.toString();
    }

    /// Rounds half up, as the decimal digits of the number say.
    private static String rounded(double number, int decimals) {
        double units = number * tenTo(decimals);
        double half = Math.floor(units) + 0.5;
        return isClear(units - half, units)
                ? shown((long) Math.floor(units + 0.5), decimals)
                : roundedByDigits(number, decimals);
    }

    private static String cut(double number, int decimals) {
        double units = (number + Threshold.TOLERANCE) * tenTo(decimals);
        return isClear(units - Math.rint(units), units)
                ? shown((long) Math.floor(units), decimals)
                : cutByDigits(number, decimals);
    }

    private static double tenTo(int decimals) {
        double power = 1;
        for (int i = 0; i < decimals; i++) {
            power *= 10;
        }
        return power;
    }

    /// Whether a number is so far from where rounding turns that binary arithmetic cannot miss it.
    /// Only the others need [BigDecimal], whose start costs more than all numbers of a result.
    private static boolean isClear(double distance, double units) {
        return Math.abs(distance) > CLEAR && Math.abs(units) < LARGEST_UNITS;
    }

    private static String shown(long units, int decimals) {
        if (decimals == 0) {
            return Long.toString(units);
        }
        String digits = Long.toString(Math.abs(units));
        digits = "0".repeat(Math.max(0, decimals + 1 - digits.length())) + digits;
        int point = digits.length() - decimals;
        return (units < 0 ? "-" : "") + digits.substring(0, point) + "." + digits.substring(point);
    }

    private static String roundedByDigits(double number, int decimals) {
        BigDecimal shown = BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
        return shown.signum() == 0 ? shown.abs().toPlainString() : shown.toPlainString();
    }

    private static String cutByDigits(double number, int decimals) {
        return BigDecimal.valueOf(number + Threshold.TOLERANCE)
                .setScale(decimals, RoundingMode.FLOOR)
                .toPlainString();
    }
}
