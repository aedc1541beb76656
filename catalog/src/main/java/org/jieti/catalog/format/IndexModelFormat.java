package org.jieti.catalog.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Value;
import org.jieti.core.model.Direction;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Violation;
import org.jieti.core.population.Aggregation;
import org.jieti.core.population.Grouping;
import org.jieti.core.population.Imputation;
import org.jieti.core.population.IndexBand;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.IndexNode;
import org.jieti.core.population.IndexRules;
import org.jieti.core.population.Missing;
import org.jieti.core.population.Normalisation;
import org.jieti.core.population.Published;
import org.jieti.core.population.RankBasis;
import org.jieti.core.population.Step;
import org.jspecify.annotations.Nullable;

/// The format of an index model.
public final class IndexModelFormat {
    private final Map<String, Location> places = new HashMap<>();

    private IndexModelFormat() {}

    /// Checks an index model against its schema and its meaning. Null when it is refused.
    public static @Nullable IndexModel checked(Value root, Findings findings) {
        Findings own = new Findings();
        Schemas.check(root, Schemas.INDEX_MODEL, own);
        if (!own.hasErrors()) {
            nonsense(root, own);
        }
        if (own.hasErrors()) {
            findings.addAll(own.sorted());
            return null;
        }
        IndexModelFormat format = new IndexModelFormat();
        IndexModel model = format.read(Tree.mapping(root));
        List<Violation> violations = IndexRules.check(model);
        for (Violation violation : violations) {
            findings.error(
                    format.places.getOrDefault(violation.subject(), root.at()),
                    violation.rule(),
                    violation.arguments().toArray());
        }
        return violations.isEmpty() ? model : null;
    }

    /// What the schema cannot say, and a model could not be made of.
    private static void nonsense(Value root, Findings findings) {
        for (Value step : Tree.items(Tree.mapping(root), "steps")) {
            if (step instanceof Value.Mapping mapping
                    && mapping.value("normalise") instanceof Value.Mapping by
                    && by.value("min-max") instanceof Value.Mapping range
                    && Tree.number(range, "low") >= Tree.number(range, "high")) {
                findings.error(
                        range.at(),
                        "index.range",
                        Tree.number(range, "low"),
                        Tree.number(range, "high"));
            }
        }
    }

    /// Reads a model that was checked when it was built.
    public static IndexModel trusted(Value root) {
        return new IndexModelFormat().read(Tree.mapping(root));
    }

    private IndexModel read(Value.Mapping root) {
        for (String key : List.of("steps", "bands", "ranks", "decimals")) {
            Value value = root.value(key);
            if (value != null) {
                places.put(key, value.at());
            }
        }
        Value.Mapping published =
                root.value("published") == null ? null : Tree.mapping(root, "published");
        return new IndexModel(
                ModelId.parse(Tree.string(root, "index")),
                Tree.text(root, "name"),
                Tree.text(root, "summary"),
                Tree.text(root, "disclaimer"),
                branch(Tree.mapping(root, "tree")),
                Tree.items(root, "steps").stream().map(IndexModelFormat::step).toList(),
                constant(Missing.class, Tree.string(root, "missing")),
                Tree.integer(root, "decimals"),
                Tree.mappings(root, "bands").stream().map(IndexModelFormat::band).toList(),
                constant(RankBasis.class, Tree.string(root, "ranks")),
                published == null
                        ? null
                        : new Published(
                                Tree.string(published, "column"),
                                Tree.number(published, "tolerance")),
                Tree.mappings(root, "groupings").stream()
                        .map(
                                each ->
                                        new Grouping(
                                                Tree.string(each, "column"),
                                                Tree.text(each, "name")))
                        .toList());
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String written) {
        return Enum.valueOf(type, written.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private static IndexBand band(Value.Mapping band) {
        return new IndexBand(
                Tree.string(band, "code"),
                Tree.text(band, "name"),
                band.value("from") == null ? null : Double.valueOf(Tree.number(band, "from")));
    }

    private IndexNode.Branch branch(Value.Mapping node) {
        List<IndexNode> parts = new ArrayList<>();
        for (Value.Mapping part : Tree.mappings(node, "parts")) {
            parts.add(part.value("parts") == null ? leaf(part) : branch(part));
        }
        return new IndexNode.Branch(
                id(node),
                Tree.text(node, "name"),
                node.value("weight") == null ? 1 : weight(node),
                constant(Aggregation.class, Tree.string(node, "aggregation")),
                node.value("decimals") == null
                        ? null
                        : Integer.valueOf(Tree.integer(node, "decimals")),
                parts);
    }

    private IndexNode.Leaf leaf(Value.Mapping node) {
        return new IndexNode.Leaf(
                id(node),
                Tree.text(node, "name"),
                weight(node),
                Tree.string(node, "column"),
                constant(Direction.class, Tree.string(node, "direction")),
                Tree.optionalString(node, "denominator"),
                node.value("target") == null ? null : Double.valueOf(Tree.number(node, "target")));
    }

    private NodeId id(Value.Mapping node) {
        String id = Tree.string(node, "id");
        places.put(id, node.at());
        return new NodeId(id);
    }

    /// A decimal, or a fraction.
    private static double weight(Value.Mapping node) {
        String written = Tree.string(node, "weight");
        int slash = written.indexOf('/');
        return slash < 0
                ? Double.parseDouble(written)
                : Double.parseDouble(written.substring(0, slash))
                        / Double.parseDouble(written.substring(slash + 1));
    }

    private static Step step(Value step) {
        if (!(step instanceof Value.Mapping mapping)) {
            return new Step.Denominate();
        }
        if (mapping.value("screen") != null) {
            return new Step.Screen(Tree.number(mapping, "screen"));
        }
        if (mapping.value("impute") != null) {
            return new Step.Impute(imputation(Tree.at(mapping, "impute")));
        }
        if (mapping.value("winsorise") != null) {
            Value.Mapping limits = Tree.mapping(mapping, "winsorise");
            return new Step.Winsorise(
                    Tree.number(limits, "skewness"),
                    Tree.number(limits, "kurtosis"),
                    Tree.integer(limits, "points"),
                    limits.value("then") == null
                            ? Step.Then.NOTHING
                            : constant(Step.Then.class, Tree.string(limits, "then")));
        }
        return new Step.Normalise(normalisation(Tree.at(mapping, "normalise")));
    }

    private static Imputation imputation(Value by) {
        if (by instanceof Value.Mapping mapping) {
            return mapping.value("group-mean") == null
                    ? new Imputation.GroupMedian(Tree.string(mapping, "group-median"))
                    : new Imputation.GroupMean(Tree.string(mapping, "group-mean"));
        }
        return Tree.string(by).equals("mean") ? new Imputation.Mean() : new Imputation.Median();
    }

    static Normalisation normalisation(Value by) {
        if (by instanceof Value.Mapping mapping) {
            if (mapping.value("min-max") != null) {
                Value.Mapping range = Tree.mapping(mapping, "min-max");
                return new Normalisation.MinMax(
                        Tree.number(range, "low"), Tree.number(range, "high"));
            }
            if (mapping.value("z-score") != null) {
                Value.Mapping to = Tree.mapping(mapping, "z-score");
                return new Normalisation.ZScore(
                        Tree.number(to, "mean"), Tree.number(to, "deviation"));
            }
            return new Normalisation.DistanceToTarget(
                    constant(
                            Normalisation.Overshoot.class,
                            Tree.string(mapping, "distance-to-target")));
        }
        return switch (Tree.string(by)) {
            case "rank" -> new Normalisation.Rank();
            case "borda" -> new Normalisation.Borda();
            case "percentile-rank" -> new Normalisation.PercentileRank();
            case "distance-to-maximum" -> new Normalisation.DistanceToMaximum();
            case "fraction-of-maximum" -> new Normalisation.FractionOfMaximum();
            default -> throw new IllegalStateException("No normalisation " + Tree.string(by));
        };
    }
}
