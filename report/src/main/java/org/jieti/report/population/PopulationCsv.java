package org.jieti.report.population;

import static org.jieti.report.table.CsvTable.number;
import static org.jieti.report.table.CsvTable.text;

import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jieti.core.model.Language;
import org.jieti.core.model.NodeId;
import org.jieti.core.population.Grouping;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.IndexNode;
import org.jieti.core.population.IndexScore;
import org.jieti.core.population.MemberResult;
import org.jieti.core.population.Outcome;
import org.jieti.core.population.PopulationResult;
import org.jieti.report.table.CsvTable;
import org.jieti.report.words.PopulationWords;
import org.jspecify.annotations.Nullable;

/// The result of a population as a CSV table: one row for each unit, by rank, with the value of
/// every node, numbers in full precision. A cell is empty where its figure does not exist. Texts
/// are kept from becoming formulas when a spreadsheet opens the file.
public final class PopulationCsv {
    private final IndexModel model;
    private final PopulationWords words;
    private final List<IndexNode.Branch> tiers;
    private final List<IndexNode.Leaf> leaves;

    private PopulationCsv(PopulationResult result, Language language) {
        this.model = result.model();
        this.words = new PopulationWords(language, model);
        List<IndexNode.Branch> branches = model.root().branches();
        this.tiers = branches.subList(1, branches.size());
        this.leaves = model.root().leaves();
    }

    /// Writes the table. The writer stays open.
    ///
    /// @param language in which it says why a unit has no index
    public static void write(PopulationResult result, Language language, Writer out) {
        PopulationCsv csv = new PopulationCsv(result, language);
        try (CsvTable table = new CsvTable(out)) {
            table.row(csv.header());
            for (MemberResult member : result.ranked()) {
                table.row(csv.row(member));
            }
        }
    }

    private List<String> header() {
        List<String> cells = new ArrayList<>(List.of("unit", "name", "rank", "index"));
        cells.add("band");
        cells.add("published");
        for (Grouping grouping : model.groupings()) {
            String column = grouping.column();
            cells.addAll(List.of(column, column + ".rank", column + ".of"));
        }
        for (IndexNode.Branch tier : tiers) {
            cells.addAll(List.of(tier.id().value(), tier.id() + ".rank"));
        }
        for (IndexNode.Leaf leaf : leaves) {
            cells.add(leaf.id().value());
        }
        cells.addAll(List.of("imputed", "why"));
        return cells;
    }

    private List<String> row(MemberResult member) {
        List<String> cells = new ArrayList<>();
        cells.add(text(member.member().id()));
        cells.add(text(member.member().name()));
        Outcome.Scored scored = member.outcome() instanceof Outcome.Scored its ? its : null;
        cells.add(number(scored == null ? null : scored.rank()));
        cells.add(number(scored == null ? null : scored.index()));
        cells.add(scored == null || scored.band() == null ? "" : text(scored.band().code()));
        cells.add(number(scored == null ? null : scored.published()));
        for (Grouping grouping : model.groupings()) {
            String group = member.member().group(grouping.column());
            cells.add(group == null ? "" : text(group));
            Outcome.PeerRank peer = peer(scored, grouping);
            cells.add(number(peer == null ? null : peer.rank()));
            cells.add(number(peer == null ? null : peer.of()));
        }
        Map<NodeId, IndexScore> nodes = new HashMap<>();
        if (member.derivation() != null) {
            gather(member.derivation(), nodes);
        }
        for (IndexNode.Branch tier : tiers) {
            IndexScore node = nodes.get(tier.id());
            cells.add(number(node == null ? null : node.value()));
            cells.add(number(node instanceof IndexScore.Tier its ? its.rank() : null));
        }
        int imputed = 0;
        for (IndexNode.Leaf leaf : leaves) {
            IndexScore node = nodes.get(leaf.id());
            cells.add(number(node == null ? null : node.value()));
            imputed +=
                    node instanceof IndexScore.Reading reading && reading.cell().imputed() != null
                            ? 1
                            : 0;
        }
        cells.add(member.derivation() == null ? "" : number(imputed));
        cells.add(scored == null ? text(words.outcome(member.outcome())) : "");
        return cells;
    }

    private static Outcome.@Nullable PeerRank peer(
            Outcome.@Nullable Scored scored, Grouping grouping) {
        return scored == null
                ? null
                : scored.peers().stream()
                        .filter(rank -> rank.grouping().equals(grouping))
                        .findFirst()
                        .orElse(null);
    }

    private static void gather(IndexScore score, Map<NodeId, IndexScore> nodes) {
        nodes.put(score.node().id(), score);
        switch (score) {
            case IndexScore.Tier tier -> tier.parts().forEach(part -> gather(part, nodes));
            case IndexScore.Reading _ -> {}
        }
    }
}
