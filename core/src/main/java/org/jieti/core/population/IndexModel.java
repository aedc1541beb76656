package org.jieti.core.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.Text;
import org.jspecify.annotations.Nullable;

/// An index over a population: a tree of nodes over columns of a table, and the steps that lead
/// from the table to it. Everything in it is a value that can be exchanged for another.
///
/// @param decimals how many decimals of the index faces show, in 0..12
/// @param bands from the highest to the lowest; empty for none
/// @param published null where no table carries published values
public record IndexModel(
        ModelId id,
        Text name,
        Text summary,
        Text disclaimer,
        IndexNode.Branch root,
        List<Step> steps,
        Missing missing,
        int decimals,
        List<IndexBand> bands,
        RankBasis rankBasis,
        @Nullable Published published,
        List<Grouping> groupings) {
    public IndexModel {
        steps = List.copyOf(steps);
        bands = List.copyOf(bands);
        groupings = List.copyOf(groupings);
    }

    /// The same model with other steps.
    public IndexModel with(List<Step> other) {
        return new IndexModel(
                id,
                name,
                summary,
                disclaimer,
                root,
                other,
                missing,
                decimals,
                bands,
                rankBasis,
                published,
                groupings);
    }

    /// The same model with one way of aggregation at every node.
    public IndexModel with(Aggregation everywhere) {
        return new IndexModel(
                id,
                name,
                summary,
                disclaimer,
                root.with(everywhere),
                steps,
                missing,
                decimals,
                bands,
                rankBasis,
                published,
                groupings);
    }

    /// The same model with another normalisation, in the place of its own or else at the end.
    public IndexModel with(Normalisation other) {
        List<Step> changed = new ArrayList<>(steps);
        changed.removeIf(Step.Normalise.class::isInstance);
        changed.add(new Step.Normalise(other));
        return with(changed);
    }

    /// The columns of numbers that the model reads, by name: leaves, denominators and the published
    /// index.
    public Set<String> numberColumns() {
        Set<String> columns = new TreeSet<>();
        for (IndexNode.Leaf leaf : root.leaves()) {
            columns.add(leaf.column());
            if (leaf.denominator() != null) {
                columns.add(leaf.denominator());
            }
        }
        if (published != null) {
            columns.add(published.column());
        }
        return columns;
    }
}
