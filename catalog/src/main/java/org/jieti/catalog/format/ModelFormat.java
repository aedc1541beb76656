package org.jieti.catalog.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.source.Value;
import org.jieti.core.model.Band;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.CriterionKind;
import org.jieti.core.model.Direction;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Effort;
import org.jieti.core.model.Grading;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.Indicator;
import org.jieti.core.model.Level;
import org.jieti.core.model.Limit;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Measure;
import org.jieti.core.model.MeasureBand;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.ModelRules;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Overall;
import org.jieti.core.model.PointsRule;
import org.jieti.core.model.Preset;
import org.jieti.core.model.Rating;
import org.jieti.core.model.RatingScale;
import org.jieti.core.model.Scope;
import org.jieti.core.model.Standing;
import org.jieti.core.model.StartState;
import org.jieti.core.model.Text;
import org.jieti.core.model.Variation;
import org.jieti.core.model.Veto;
import org.jieti.core.model.Violation;
import org.jspecify.annotations.Nullable;

/// The format of a maturity model: `model.yaml` with its domain files.
public final class ModelFormat {
    private static final RatingScale ANY_SCALE =
            new RatingScale(
                    List.of(
                            new Rating("met", new Text("-", "-"), 1),
                            new Rating("unmet", new Text("-", "-"), 0)));

    private final Findings findings;
    private final Map<String, Location> places = new HashMap<>();
    private final Map<String, Integer> levelNumbers = new LinkedHashMap<>();
    private final Set<String> nodes = new HashSet<>();

    /// Criteria on a ladder of which a level is none of the model's: a stand-in takes its place, so
    /// that all else is checked.
    private final Set<String> unreadLevels = new HashSet<>();

    /// Measures that are not sound and therefore not there.
    private final Set<String> unreadMeasures = new HashSet<>();

    private ModelFormat(Findings findings) {
        this.findings = findings;
    }

    /// Reads a model file and puts the files of its domains in place. The result is not yet
    /// checked; null if a file is missing or malformed.
    public static @Nullable Value resolve(Path file, String name, Findings findings) {
        Value root = Sources.read(file, name, findings);
        return root == null ? null : resolved(root, file, name, findings);
    }

    /// Puts the files of a model's domains in place.
    ///
    /// @param root the content of the model file
    public static Value resolved(Value root, Path file, String name, Findings findings) {
        if (!(root instanceof Value.Mapping model)
                || !(model.value("domains") instanceof Value.Sequence domains)) {
            return root;
        }
        List<Value> resolved = new ArrayList<>();
        for (Value domain : domains.items()) {
            String include = includedFile(domain);
            if (include == null) {
                resolved.add(domain);
                continue;
            }
            Path folder = file.toAbsolutePath().normalize().getParent();
            Path included = folder == null ? null : folder.resolve(include).normalize();
            if (included == null || !included.startsWith(folder)) {
                findings.error(domain.at(), "model.include.outside", include);
                continue;
            }
            Value content = Sources.read(included, sibling(name, include), findings);
            if (content != null) {
                resolved.add(content);
            }
        }
        Map<String, Value.Entry> entries = new LinkedHashMap<>(model.entries());
        Value.Entry old = entries.get("domains");
        if (old != null) {
            entries.put(
                    "domains",
                    new Value.Entry(old.keyAt(), new Value.Sequence(domains.at(), resolved)));
        }
        return new Value.Mapping(model.at(), entries);
    }

    private static @Nullable String includedFile(Value domain) {
        return domain instanceof Value.Mapping mapping
                        && mapping.entries().size() == 1
                        && mapping.value("file") instanceof Value.Scalar scalar
                ? scalar.text()
                : null;
    }

    private static String sibling(String name, String include) {
        int slash = name.lastIndexOf('/');
        return slash < 0 ? include : name.substring(0, slash + 1) + include;
    }

    /// A sound model, and where each node and measure stands in its files.
    public record Checked(MaturityModel model, Map<String, Location> places) {
        public Checked {
            places = Map.copyOf(places);
        }
    }

    /// Checks a resolved model against the schema and the rules of the method. Null when it is
    /// refused.
    public static @Nullable Checked checked(Value resolved, Findings findings) {
        if (findings.hasErrors()) {
            return null;
        }
        Faults faults = Schemas.faults(resolved, Schemas.MODEL, findings);
        if (faults.isEmpty()) {
            return bound(Tree.mapping(resolved), findings);
        }
        WellFormed part = WellFormed.of(resolved, faults);
        if (part != null) {
            Findings ofPart = new Findings();
            bound(part.model(), ofPart);
            ofPart.sorted().stream()
                    .filter(finding -> !part.mayFollow(finding))
                    .forEach(findings::add);
        }
        return null;
    }

    private static @Nullable Checked bound(Value.Mapping root, Findings findings) {
        ModelFormat format = new ModelFormat(findings);
        MaturityModel model = format.model(root);
        for (Violation violation : ModelRules.check(model)) {
            if (!format.isReported(violation)) {
                findings.error(
                        format.place(violation.subject(), root.at()),
                        violation.rule(),
                        violation.arguments().toArray());
            }
        }
        return findings.hasErrors() ? null : new Checked(model, format.places);
    }

    /// Reads a model that was checked when it was kept.
    public static MaturityModel trusted(Value resolved) {
        Findings findings = new Findings();
        MaturityModel model = new ModelFormat(findings).model(Tree.mapping(resolved));
        if (findings.hasErrors()) {
            throw new IllegalStateException("The model at " + resolved.at() + " is not sound.");
        }
        return model;
    }

    /// What assessors read beside each criterion.
    public static Map<NodeId, Guidance> guidance(Value resolved) {
        Map<NodeId, Guidance> guidance = new LinkedHashMap<>();
        collectGuidance(resolved, guidance);
        return guidance;
    }

    private static void collectGuidance(Value value, Map<NodeId, Guidance> guidance) {
        switch (value) {
            case Value.Sequence sequence ->
                    sequence.items().forEach(item -> collectGuidance(item, guidance));
            case Value.Mapping mapping when mapping.value("question") != null -> {
                Map<String, Text> anchors = new LinkedHashMap<>();
                Tree.entries(mapping, "anchors")
                        .forEach(
                                (rating, entry) ->
                                        anchors.put(
                                                rating, Tree.text(Tree.mapping(entry.value()))));
                guidance.put(
                        new NodeId(Tree.string(mapping, "id")),
                        new Guidance(
                                Tree.text(mapping, "question"),
                                anchors,
                                Tree.text(mapping, "evidence")));
            }
            case Value.Mapping mapping ->
                    mapping.entries()
                            .values()
                            .forEach(entry -> collectGuidance(entry.value(), guidance));
            case Value.Scalar _ -> {}
        }
    }

    /// Whether a violation only follows from a stand-in, or has been reported at its own place.
    private boolean isReported(Violation violation) {
        return switch (violation.rule()) {
            case "model.node.duplicate" -> true;
            case "model.ladder.order", "model.ladder.state-on-top", "model.criterion.id" ->
                    unreadLevels.contains(violation.subject());
            case "model.measure.unknown", "model.band.unknown" ->
                    unreadMeasures.contains(violation.arguments().get(1).toString());
            default -> false;
        };
    }

    private Location place(String subject, Location fallback) {
        return places.getOrDefault(subject, fallback);
    }

    /// The model, with stand-ins for what is reported as wrong.
    private MaturityModel model(Value.Mapping root) {
        List<Level> levels = new ArrayList<>();
        for (Value.Mapping level : Tree.mappings(root, "levels")) {
            String code = Tree.string(level, "code");
            int number = levels.size() + 1;
            if (levelNumbers.putIfAbsent(code, number) != null) {
                findings.error(level.at(), "model.level.duplicate", code);
            }
            levels.add(
                    new Level(number, code, Tree.text(level, "name"), Tree.text(level, "meaning")));
        }
        RatingScale ratings = ratings(root);
        List<Measure> measures = new ArrayList<>();
        List<Domain> domains = new ArrayList<>();
        for (Value.Mapping domain : Tree.mappings(root, "domains")) {
            for (Value.Mapping measure : Tree.mappings(domain, "measures")) {
                measure(measure, measures);
            }
            domains.add(domain(domain, ratings));
        }
        Map<Effort, Integer> efforts = new EnumMap<>(Effort.class);
        Tree.entries(root, "efforts")
                .forEach(
                        (effort, _) ->
                                efforts.put(
                                        Effort.valueOf(effort),
                                        Tree.integer(Tree.mapping(root, "efforts"), effort)));
        return new MaturityModel(
                ModelId.parse(Tree.string(root, "model")),
                variation(root),
                Tree.text(root, "name"),
                Tree.text(root, "summary"),
                Tree.text(root, "disclaimer"),
                levels,
                ratings == null ? ANY_SCALE : ratings,
                measures,
                domains,
                levels.isEmpty() ? null : grading(Tree.mapping(root, "grading")),
                Tree.number(Tree.mapping(root, "notApplicable"), "cap"),
                efforts);
    }

    private static @Nullable Variation variation(Value.Mapping root) {
        String extended = Tree.optionalString(root, "extends");
        if (extended == null) {
            return null;
        }
        List<Variation.Change> changes = new ArrayList<>();
        for (Variation.Kind kind : Variation.Kind.values()) {
            if (root.value("changed") instanceof Value.Mapping changed) {
                Tree.strings(changed, kind.name().toLowerCase(Locale.ROOT))
                        .forEach(at -> changes.add(new Variation.Change(kind, at)));
            }
        }
        return new Variation(ModelId.parse(extended), changes);
    }

    private @Nullable RatingScale ratings(Value.Mapping root) {
        List<Rating> ratings =
                Tree.mappings(root, "ratings").stream()
                        .map(
                                rating ->
                                        new Rating(
                                                Tree.string(rating, "id"),
                                                Tree.text(rating, "name"),
                                                Tree.number(rating, "fulfilment")))
                        .toList();
        Set<String> ids = new HashSet<>();
        for (Value.Mapping rating : Tree.mappings(root, "ratings")) {
            String id = Tree.string(rating, "id");
            if (!ids.add(id)) {
                findings.error(rating.at(), "model.rating.duplicate", id);
            }
        }
        try {
            return new RatingScale(ratings);
        } catch (IllegalArgumentException _) {
            findings.error(Tree.at(root, "ratings").at(), "model.ratings.order");
            return null;
        }
    }

    private Grading grading(Value.Mapping grading) {
        List<Preset> presets = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Value.Mapping preset : Tree.mappings(grading, "presets")) {
            String id = Tree.string(preset, "id");
            if (!ids.add(id)) {
                findings.error(preset.at(), "model.preset.duplicate", id);
            }
            Text name = Tree.text(preset, "name");
            presets.add(
                    switch (Tree.string(preset, "rule")) {
                        case "share" ->
                                new Preset.Share(id, name, Tree.number(preset, "threshold"));
                        case "staged" -> new Preset.Staged(id, name);
                        case "band" -> new Preset.BandOfScore(id, name);
                        default -> throw new IllegalStateException("Unknown rule of preset " + id);
                    });
        }
        String overall = Tree.optionalString(grading, "overall");
        return new Grading(
                presets,
                Tree.number(grading, "satisfied"),
                Tree.integer(grading, "spread"),
                overall == null ? Overall.GRADED : constant(Overall.class, overall));
    }

    private void measure(Value.Mapping measure, List<Measure> measures) {
        String id = Tree.string(measure, "id");
        if (places.putIfAbsent(id, measure.at()) != null) {
            findings.error(measure.at(), "model.measure.duplicate", id);
        }
        Map<String, Band> bands = new LinkedHashMap<>();
        Tree.entries(measure, "bands")
                .forEach(
                        (name, entry) -> {
                            Band band = band(id, name, Tree.mapping(entry.value()));
                            if (band != null) {
                                bands.put(name, band);
                            }
                        });
        Value.Mapping range = Tree.mapping(measure, "range");
        double least = Tree.number(range, "least");
        double most = Tree.number(range, "most");
        if (!(least < most)) {
            findings.error(range.at(), "model.measure.range", id, least, most);
            unreadMeasures.add(id);
            return;
        }
        measures.add(
                new Measure(
                        new MeasureId(id),
                        Tree.text(measure, "name"),
                        Tree.text(measure, "asks"),
                        Tree.string(measure, "unit"),
                        constant(Direction.class, Tree.string(measure, "direction")),
                        least,
                        most,
                        bands));
    }

    private @Nullable Band band(String measure, String name, Value.Mapping band) {
        Map.Entry<String, Value.Entry> limit =
                Tree.entries(band, "limit").entrySet().iterator().next();
        Limit.Side side =
                switch (limit.getKey()) {
                    case "below" -> Limit.Side.BELOW;
                    case "above" -> Limit.Side.ABOVE;
                    case "atMost" -> Limit.Side.AT_MOST;
                    case "atLeast" -> Limit.Side.AT_LEAST;
                    default -> throw new IllegalStateException("Unknown side of " + measure);
                };
        List<Band.Credit> credit =
                Tree.mappings(band, "credit").stream()
                        .map(
                                point ->
                                        new Band.Credit(
                                                Tree.number(point, "at"),
                                                Tree.number(point, "fulfilment")))
                        .toList();
        try {
            return new Band(
                    new Limit(side, Double.parseDouble(Tree.string(limit.getValue().value()))),
                    credit,
                    constant(Standing.class, Tree.string(band, "standing")));
        } catch (IllegalArgumentException _) {
            findings.error(band.at(), "model.band.falling", measure, name);
            unreadMeasures.add(measure);
            return null;
        }
    }

    private Domain domain(Value.Mapping domain, @Nullable RatingScale ratings) {
        NodeId id = id(domain);
        Map<Integer, Text> statements = new LinkedHashMap<>();
        Tree.entries(domain, "statements")
                .forEach(
                        (code, entry) ->
                                statements.put(
                                        levelNumber(code, entry.keyAt()),
                                        Tree.text(Tree.mapping(entry.value()))));
        List<Node> children = new ArrayList<>();
        for (Value.Mapping indicator : Tree.mappings(domain, "indicators")) {
            children.add(indicator(indicator, Standing.STATED, ratings));
        }
        return new Domain(
                id,
                Tree.text(domain, "name"),
                Tree.optionalText(domain, "alsoCalled"),
                Tree.text(domain, "covers"),
                statements,
                children);
    }

    private Indicator indicator(
            Value.Mapping indicator, Standing inherited, @Nullable RatingScale ratings) {
        NodeId id = id(indicator);
        String written = Tree.optionalString(indicator, "standing");
        Standing standing = written == null ? inherited : constant(Standing.class, written);
        List<Node> children = new ArrayList<>();
        for (Value.Mapping child : Tree.mappings(indicator, "indicators")) {
            children.add(indicator(child, standing, ratings));
        }
        for (Value.Mapping ladder : Tree.mappings(indicator, "ladders")) {
            children.add(ladder(ladder, standing, ratings));
        }
        for (Value.Mapping criterion : Tree.mappings(indicator, "criteria")) {
            children.add(criterion(criterion, ratings));
        }
        String points = Tree.optionalString(indicator, "points");
        return new Indicator(
                id,
                Tree.text(indicator, "name"),
                Tree.text(indicator, "asks"),
                standing,
                points == null ? null : constant(PointsRule.class, points),
                null,
                children);
    }

    private Indicator ladder(
            Value.Mapping ladder, Standing standing, @Nullable RatingScale ratings) {
        NodeId id = id(ladder);
        List<Node> criteria = new ArrayList<>();
        boolean levelsRead = true;
        for (Value.Mapping criterion : Tree.mappings(ladder, "criteria")) {
            criteria.add(criterion(criterion, ratings));
            levelsRead &= levelNumbers.containsKey(Tree.string(criterion, "level"));
        }
        if (!levelsRead) {
            criteria.forEach(criterion -> unreadLevels.add(criterion.id().value()));
        }
        StartState start = null;
        if (ladder.value("start") != null) {
            Value.Mapping state = Tree.mapping(ladder, "start");
            start = new StartState(Tree.text(state), Tree.strings(state, "source"));
        }
        return new Indicator(
                id,
                Tree.text(ladder, "name"),
                Tree.text(ladder, "asks"),
                standing,
                PointsRule.LADDER,
                start,
                criteria);
    }

    private Criterion criterion(Value.Mapping criterion, @Nullable RatingScale ratings) {
        NodeId id = id(criterion);
        String code = Tree.optionalString(criterion, "level");
        int level = code == null ? 0 : levelNumber(code, Tree.at(criterion, "level").at());
        boolean mandatory = Boolean.TRUE.equals(Tree.flag(criterion, "mandatory"));
        Veto veto = null;
        if (criterion.value("veto") != null) {
            Value.Mapping stated = Tree.mapping(criterion, "veto");
            veto =
                    new Veto(
                            levelNumber(Tree.string(stated, "cap"), stated.at()),
                            constant(Scope.class, Tree.string(stated, "scope")));
        }
        MeasureBand reading = null;
        if (criterion.value("measure") != null) {
            Value.Mapping stated = Tree.mapping(criterion, "measure");
            reading =
                    new MeasureBand(
                            new MeasureId(Tree.string(stated, "id")), Tree.string(stated, "band"));
        }
        anchors(criterion, id, ratings);
        Boolean naAllowed = Tree.flag(criterion, "naAllowed");
        return new Criterion(
                id,
                Tree.text(criterion, "name"),
                level,
                constant(CriterionKind.class, Tree.string(criterion, "kind")),
                constant(Effort.class, Tree.string(criterion, "effort")),
                Tree.strings(criterion, "source"),
                constant(Standing.class, Tree.string(criterion, "standing")),
                naAllowed == null ? !mandatory && veto == null : naAllowed,
                mandatory,
                veto,
                reading,
                criterion.value("points") == null ? null : Tree.number(criterion, "points"));
    }

    /// Every rating but the worst has an anchor, and no anchor stands for a rating off the scale.
    private void anchors(Value.Mapping criterion, NodeId id, @Nullable RatingScale ratings) {
        if (ratings == null || criterion.value("anchors") == null) {
            return;
        }
        Map<String, Value.Entry> anchors = Tree.entries(criterion, "anchors");
        anchors.forEach(
                (rating, entry) -> {
                    if (ratings.find(rating) == null) {
                        findings.error(entry.keyAt(), "model.anchor.unknown", id, rating);
                    }
                });
        for (Rating rating : ratings.ratings()) {
            if (rating.fulfilment() > 0 && !anchors.containsKey(rating.id())) {
                findings.error(criterion.at(), "model.anchor.missing", id, rating.id());
            }
        }
    }

    private NodeId id(Value.Mapping node) {
        String id = Tree.string(node, "id");
        Location at = Tree.at(node, "id").at();
        if (!nodes.add(id)) {
            findings.error(at, "model.node.duplicate", id);
        }
        places.putIfAbsent(id, at);
        return new NodeId(id);
    }

    private int levelNumber(String code, Location at) {
        Integer number = levelNumbers.get(code);
        if (number == null) {
            findings.error(
                    at, "model.level.unknown", code, String.join(", ", levelNumbers.keySet()));
            return 1;
        }
        return number;
    }

    /// The constant that a file writes in lower case.
    private static <E extends Enum<E>> E constant(Class<E> type, String written) {
        return Enum.valueOf(type, written.toUpperCase(Locale.ROOT));
    }
}
