package org.jieti.catalog.weighing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Ratio;
import org.jieti.catalog.source.Value;
import org.jieti.core.elicitation.Method;
import org.jspecify.annotations.Nullable;

/// Statements that come as rows of a table, gathered into the tree that a weighing has as YAML, so
/// that both are checked alike. Each value keeps the place of its cell.
///
/// A row is about one pair (`first`, `second` and `ratio`, or `more` and `times`) or one `node`
/// (with `share`, `lowest` and `highest`, `rank`, or `role`, `fromBest` and `toWorst`). The group
/// follows from the node. A row whose judgement is left empty states nothing.
public final class Ballots {
    private final Method method;
    private final Findings findings;
    private final Map<String, Value.Entry> head = new LinkedHashMap<>();
    private final Map<String, Value> experts = new LinkedHashMap<>();

    /// By group, then by expert and round.
    private final Map<String, Map<String, Ballot>> groups = new LinkedHashMap<>();

    /// What one expert states about one group in one round.
    private static final class Ballot {
        private final Location at;
        private final Map<String, Value.Entry> fields = new LinkedHashMap<>();
        private final Map<String, Map<String, Value.Entry>> mappings = new LinkedHashMap<>();
        private final List<Value> pairs = new ArrayList<>();

        private Ballot(Location at) {
            this.at = at;
        }

        private void put(String mapping, Value.Scalar node, Value value) {
            mappings.computeIfAbsent(mapping, _ -> new LinkedHashMap<>())
                    .put(node.text(), new Value.Entry(node.at(), value));
        }

        private Value value() {
            Map<String, Value.Entry> all = new LinkedHashMap<>(fields);
            if (!pairs.isEmpty()) {
                all.put("compared", new Value.Entry(at, new Value.Sequence(at, pairs)));
            }
            mappings.forEach(
                    (key, entries) ->
                            all.put(key, new Value.Entry(at, new Value.Mapping(at, entries))));
            return new Value.Mapping(at, all);
        }
    }

    public Ballots(Method method, Findings findings) {
        this.method = method;
        this.findings = findings;
    }

    /// States a field of the weighing as a whole, such as `model`.
    public void head(String key, Value value) {
        head.put(key, new Value.Entry(value.at(), value));
    }

    /// Lists an expert.
    ///
    /// @param voice null for 1
    /// @param given a date; null if nobody wrote it down
    public void expert(
            Value.Scalar id, Value.@Nullable Scalar voice, Value.@Nullable Scalar given) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        entries.put("id", new Value.Entry(id.at(), text(id)));
        if (voice != null) {
            entries.put("voice", new Value.Entry(voice.at(), number(voice)));
        }
        if (given != null) {
            entries.put("given", new Value.Entry(given.at(), text(given)));
        }
        experts.putIfAbsent(id.text(), new Value.Mapping(id.at(), entries));
    }

    /// Adds a row. Cells are by the key of their column; an empty one is not there.
    public void row(Location at, Value.Scalar expert, Map<String, Value.Scalar> cells) {
        if (method == Method.AHP) {
            pair(at, expert, cells);
            return;
        }
        Value.Scalar node = cells.get("node");
        if (node == null) {
            findings.error(at, "weighing.row.node", "node");
            return;
        }
        cells.forEach((key, cell) -> about(at, expert, node, key, cell, cells));
    }

    private void pair(Location at, Value.Scalar expert, Map<String, Value.Scalar> cells) {
        Value.Scalar first = cells.get("first");
        Value.Scalar second = cells.get("second");
        if (first == null || second == null) {
            findings.error(at, "weighing.row.node", "first, second");
            return;
        }
        Value.Scalar ratio =
                cells.containsKey("ratio")
                        ? cells.get("ratio")
                        : worded(cells.get("more"), cells.get("times"));
        Ballot ballot = ballot(at, expert, first, 1);
        if (ratio != null) {
            ballot.pairs.add(
                    new Value.Sequence(at, List.of(text(first), text(second), number(ratio))));
        }
    }

    /// A ratio said in words: which of the two is more important, and how many times.
    private Value.@Nullable Scalar worded(
            Value.@Nullable Scalar more, Value.@Nullable Scalar times) {
        if (more == null) {
            if (times != null) {
                findings.error(times.at(), "weighing.row.more");
            }
            return null;
        }
        String factor = times == null ? "1" : times.text();
        return switch (more.text().strip().toLowerCase(Locale.ROOT)) {
            case "first", "前者" -> new Value.Scalar(more.at(), factor, Value.Type.TEXT);
            case "second", "后者" ->
                    new Value.Scalar(
                            more.at(), factor.equals("1") ? "1" : "1/" + factor, Value.Type.TEXT);
            case "equal", "同等" -> new Value.Scalar(more.at(), "1", Value.Type.TEXT);
            default -> new Value.Scalar(more.at(), more.text(), Value.Type.TEXT);
        };
    }

    private void about(
            Location at,
            Value.Scalar expert,
            Value.Scalar node,
            String key,
            Value.Scalar cell,
            Map<String, Value.Scalar> cells) {
        switch (key) {
            case "rank" -> ballot(at, expert, node, 1).put("ranks", node, number(cell));
            case "fromBest" -> ballot(at, expert, node, 1).put("bestToOthers", node, number(cell));
            case "toWorst" -> ballot(at, expert, node, 1).put("othersToWorst", node, number(cell));
            case "role" -> role(ballot(at, expert, node, 1), node, cell);
            case "lowest" -> limits(ballot(at, expert, node, 1), node, cell, cells.get("highest"));
            case "highest" -> {
                if (!cells.containsKey("lowest")) {
                    limits(ballot(at, expert, node, 1), node, null, cell);
                }
            }
            default -> {
                if (key.equals("share") || key.startsWith("share ")) {
                    int round = round(key, cells.get("round"));
                    ballot(at, expert, node, round).put("shares", node, number(cell));
                }
            }
        }
    }

    /// `share` with a column `round`, or `share 2` for the second round.
    private static int round(String key, Value.@Nullable Scalar round) {
        String written =
                key.equals("share") ? (round == null ? "1" : round.text()) : key.substring(6);
        return written.matches("[1-9][0-9]?") ? Integer.parseInt(written) : 1;
    }

    private void role(Ballot ballot, Value.Scalar node, Value.Scalar role) {
        String key =
                switch (role.text().strip().toLowerCase(Locale.ROOT)) {
                    case "best", "最重要" -> "best";
                    case "worst", "最不重要" -> "worst";
                    default -> "";
                };
        if (key.isEmpty()) {
            findings.error(role.at(), "weighing.row.role", role.text());
        } else if (ballot.fields.containsKey(key)) {
            findings.error(role.at(), "weighing.row.role.twice", role.text());
        } else {
            ballot.fields.put(key, new Value.Entry(role.at(), text(node)));
        }
    }

    private static void limits(
            Ballot ballot,
            Value.Scalar node,
            Value.@Nullable Scalar lowest,
            Value.@Nullable Scalar highest) {
        Location at = lowest != null ? lowest.at() : highest == null ? node.at() : highest.at();
        Value low = lowest == null ? new Value.Scalar(at, "0", Value.Type.NUMBER) : number(lowest);
        Value high =
                highest == null ? new Value.Scalar(at, "1", Value.Type.NUMBER) : number(highest);
        ballot.put("limits", node, new Value.Sequence(at, List.of(low, high)));
    }

    private Ballot ballot(Location at, Value.Scalar expert, Value.Scalar node, int round) {
        String id = node.text();
        String under = id.contains(".") ? id.substring(0, id.lastIndexOf('.')) : "";
        return groups.computeIfAbsent(under, _ -> new LinkedHashMap<>())
                .computeIfAbsent(
                        expert.text() + "\n" + round,
                        _ -> {
                            Ballot ballot = new Ballot(at);
                            ballot.fields.put("expert", new Value.Entry(expert.at(), text(expert)));
                            if (round > 1) {
                                ballot.fields.put(
                                        "round",
                                        new Value.Entry(
                                                at,
                                                new Value.Scalar(
                                                        at,
                                                        Integer.toString(round),
                                                        Value.Type.NUMBER)));
                            }
                            return ballot;
                        });
    }

    private static Value text(Value.Scalar cell) {
        return new Value.Scalar(cell.at(), cell.text().strip(), Value.Type.TEXT);
    }

    /// What should be a number: one if it reads so, else the text, for the reader to refuse.
    private static Value number(Value.Scalar cell) {
        String text = cell.text().strip();
        boolean plain = Ratio.of(text) != null && text.indexOf('/') < 0;
        return new Value.Scalar(cell.at(), text, plain ? Value.Type.NUMBER : Value.Type.TEXT);
    }

    /// Whether nobody states anything.
    public boolean isEmpty() {
        return groups.values().stream()
                .flatMap(ballots -> ballots.values().stream())
                .noneMatch(Ballots::says);
    }

    /// All of it as the tree of a weighing.
    ///
    /// @param whole the place of the file
    public Value.Mapping tree(Location whole) {
        Map<String, Value.Entry> all = new LinkedHashMap<>(head);
        if (!experts.isEmpty()) {
            all.put(
                    "experts",
                    new Value.Entry(
                            whole, new Value.Sequence(whole, List.copyOf(experts.values()))));
        }
        List<Value> listed = new ArrayList<>();
        groups.forEach(
                (under, ballots) -> {
                    Location at = ballots.values().iterator().next().at;
                    Map<String, Value.Entry> entries = new LinkedHashMap<>();
                    if (!under.isEmpty()) {
                        entries.put(
                                "under",
                                new Value.Entry(at, new Value.Scalar(at, under, Value.Type.TEXT)));
                    }
                    List<Value> statements =
                            ballots.values().stream()
                                    .filter(Ballots::says)
                                    .map(Ballot::value)
                                    .toList();
                    entries.put(
                            "statements", new Value.Entry(at, new Value.Sequence(at, statements)));
                    if (!statements.isEmpty()) {
                        listed.add(new Value.Mapping(at, entries));
                    }
                });
        all.put("groups", new Value.Entry(whole, new Value.Sequence(whole, listed)));
        return new Value.Mapping(whole, all);
    }

    /// Whether anything is stated: a sheet that nobody filled in states nothing.
    private static boolean says(Ballot ballot) {
        return !ballot.pairs.isEmpty()
                || !ballot.mappings.isEmpty()
                || ballot.fields.containsKey("best");
    }
}
