package org.jieti.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jieti.core.model.Direction;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Text;
import org.jieti.core.population.Aggregation;
import org.jieti.core.population.IndexBand;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.IndexNode;
import org.jieti.core.population.Missing;
import org.jieti.core.population.RankBasis;

/// An index of the size of a national round, 7 → 30 → 70 → 160 nodes, its total graded in five
/// bands from 0, 20, 40, 60 and 80; and scores of units on its leaves. `main` writes the scores to
/// a file, for the peers in `peers/`, which build the same tree.
public final class NationalIndex {
    static final int LEAVES = 160;
    private static final int[] TIERS = {1, 7, 30, 70, LEAVES};
    private static final Text TEXT = new Text("测", "test");

    private final int[] next = new int[TIERS.length];

    private NationalIndex() {}

    /// Writes scores as doubles, little-endian, unit by unit.
    ///
    /// @param arguments the number of units, the file
    public static void main(String[] arguments) throws IOException {
        int units = Integer.parseInt(arguments[0]);
        double[][] scores = scores(units);
        ByteBuffer bytes =
                ByteBuffer.allocate(units * LEAVES * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int unit = 0; unit < units; unit++) {
            for (double[] leaf : scores) {
                bytes.putDouble(leaf[unit]);
            }
        }
        Files.write(Path.of(arguments[1]), bytes.array());
    }

    static IndexModel model() {
        List<IndexBand> bands = new ArrayList<>();
        for (int band = 4; band >= 0; band--) {
            bands.add(new IndexBand("L" + (band + 1), TEXT, band == 0 ? null : 20.0 * band));
        }
        return new IndexModel(
                ModelId.parse("national@1"),
                TEXT,
                TEXT,
                TEXT,
                new NationalIndex().branch(0),
                List.of(),
                Missing.NO_VALUE,
                1,
                bands,
                RankBasis.UNROUNDED,
                null,
                List.of());
    }

    private IndexNode.Branch branch(int tier) {
        int index = next[tier]++;
        int children =
                (index + 1) * TIERS[tier + 1] / TIERS[tier] - index * TIERS[tier + 1] / TIERS[tier];
        List<IndexNode> parts = new ArrayList<>();
        for (int i = 0; i < children; i++) {
            parts.add(tier + 2 < TIERS.length ? branch(tier + 1) : leaf());
        }
        return new IndexNode.Branch(
                new NodeId("t" + tier + ".n" + index),
                TEXT,
                1,
                Aggregation.ARITHMETIC_MEAN,
                null,
                parts);
    }

    private IndexNode.Leaf leaf() {
        int index = next[TIERS.length - 1]++;
        return new IndexNode.Leaf(
                new NodeId("leaf.n" + index), TEXT, 1, "c" + index, Direction.HIGHER, null, null);
    }

    /// `[leaf][unit]`: 0, 25, 50, 75 or 100, by what a unit is good at on the whole, what it is
    /// good at in the leaf's seventh of the tree, and chance.
    static double[][] scores(int units) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        double[][] scores = new double[LEAVES][units];
        for (int unit = 0; unit < units; unit++) {
            double whole = random.nextGaussian();
            double part = 0;
            int last = -1;
            for (int leaf = 0; leaf < LEAVES; leaf++) {
                int seventh = leaf * TIERS[1] / LEAVES;
                if (seventh != last) {
                    part = 0.6 * random.nextGaussian();
                    last = seventh;
                }
                double mark = Math.floor(2.5 + whole + part + 0.8 * random.nextGaussian());
                scores[leaf][unit] = 25 * Math.clamp(mark, 0, 4);
            }
        }
        return scores;
    }
}
