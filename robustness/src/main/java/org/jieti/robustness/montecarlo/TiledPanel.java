package org.jieti.robustness.montecarlo;

import org.jieti.robustness.linear.Kernel;
import org.jieti.robustness.linear.Panel;
import org.jspecify.annotations.Nullable;

/// A panel cut into tiles. Those of few units are made once and shared by all threads; of many,
/// where memory counts for more than time, each is made anew whenever it is asked for.
final class TiledPanel {
    private final MonteCarlo of;
    private final Panel panel;
    private final Kernel kernel;
    private final int width;
    private final @Nullable Tile[] tiles;

    TiledPanel(MonteCarlo of, Panel panel, Kernel kernel) {
        this.of = of;
        this.panel = panel;
        this.kernel = kernel;
        this.width = Tile.width(panel, kernel);
        this.tiles = new Tile[(panel.unitCount() + width - 1) / width];
        for (int i = 0; i < tiles.length && of.unitCount() <= MonteCarlo.MANY; i++) {
            tiles[i] = new Tile(of, panel, i * width, kernel);
        }
    }

    Panel panel() {
        return panel;
    }

    /// How many lanes each tile has.
    int width() {
        return width;
    }

    int tileCount() {
        return tiles.length;
    }

    Tile tile(int index) {
        Tile tile = tiles[index];
        return tile == null ? new Tile(of, panel, index * width, kernel) : tile;
    }
}
