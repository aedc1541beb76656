package org.jieti.weighting.ahp;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// A table of random indices: how far judgements drawn at random contradict each other, by the
/// number of nodes. Published tables differ, so that a consistency ratio names its own.
///
/// @param source where the table was published
/// @param values by the number of nodes, from 3
/// @param regression what holds beyond the table; null if nothing does
public record RandomIndex(
        String name, String source, Map<Integer, Double> values, @Nullable Regression regression) {
    /// The tables that ship.
    public static final List<String> NAMES =
            List.of(
                    "alonso-lamata-2006",
                    "saaty-1980",
                    "saaty-2005",
                    "donegan-dodd-1991",
                    "cho-2019");

    /// The mean principal eigenvalue of random matrices as a line: slope · n + intercept.
    public record Regression(double slope, double intercept) {}

    public RandomIndex {
        values = Map.copyOf(values);
    }

    /// The table of that name.
    ///
    /// @throws IllegalArgumentException if none ships under it
    public static RandomIndex named(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("No random-index table is called " + name);
        }
        Properties file = read(name + ".properties");
        Map<Integer, Double> values = new HashMap<>();
        for (String key : file.stringPropertyNames()) {
            if (Character.isDigit(key.charAt(0))) {
                values.put(Integer.valueOf(key), Double.valueOf(file.getProperty(key)));
            }
        }
        String slope = file.getProperty("slope");
        return new RandomIndex(
                name,
                file.getProperty("source"),
                values,
                slope == null
                        ? null
                        : new Regression(
                                Double.parseDouble(slope),
                                Double.parseDouble(file.getProperty("intercept"))));
    }

    private static Properties read(String resource) {
        Properties file = new Properties();
        try (InputStream in = RandomIndex.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The table " + resource + " is not packaged.");
            }
            try (Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                file.load(text);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether a ratio can be taken for so many nodes.
    public boolean reaches(int nodes) {
        return nodes <= 2 || values.containsKey(nodes) || regression != null;
    }

    /// The random index for so many nodes; 0 for two or fewer, which cannot contradict.
    ///
    /// @throws IllegalArgumentException if the table does not reach so far
    public double of(int nodes) {
        if (nodes <= 2) {
            return 0;
        }
        Double value = values.get(nodes);
        if (value != null) {
            return value;
        }
        if (regression == null) {
            throw new IllegalArgumentException(
                    "The table %s has no random index for %d nodes.".formatted(name, nodes));
        }
        return (regression.slope() * nodes + regression.intercept() - nodes) / (nodes - 1);
    }
}
