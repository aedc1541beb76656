package org.jieti.catalog.population;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jieti.catalog.Catalog;
import org.jieti.catalog.finding.Parsed;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.IndexScore;
import org.jieti.core.population.MemberResult;
import org.jieti.core.population.Outcome;
import org.jieti.core.population.Population;
import org.jieti.core.population.PopulationResult;
import org.jieti.core.population.PopulationScoring;
import org.jieti.testkit.Golden;
import org.jspecify.annotations.Nullable;

/// The published figures, and the engine's for the same tables.
final class Figures {
    private static final Catalog CATALOG = new Catalog(Golden.root().resolve("models"));

    private Figures() {}

    static IndexModel model(String named) {
        return sound(
                CATALOG.indexModelNamed(
                        named.startsWith("samples/")
                                ? Golden.root().resolve(named).toString()
                                : named));
    }

    static Population table(String file, IndexModel model) {
        return sound(CATALOG.population(Golden.root().resolve("samples").resolve(file), model));
    }

    static PopulationResult score(String file, IndexModel model) {
        return PopulationScoring.score(model, table(file, model));
    }

    private static <T> T sound(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Ok<T> ok -> ok.value();
            case Parsed.Invalid<T> invalid ->
                    throw new AssertionError("Refused: " + invalid.findings());
        };
    }

    /// The rows of a resource, each by column.
    static List<Map<String, String>> rows(String resource) {
        try (InputStream in = Figures.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new AssertionError("No resource " + resource);
            }
            List<Map<String, String>> rows = new ArrayList<>();
            try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(in)) {
                records.forEach(row -> rows.add(row.getFieldsAsMap()));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MemberResult unit(PopulationResult result, String id) {
        return result.members().stream()
                .filter(member -> member.member().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Outcome.Scored scored(PopulationResult result, String id) {
        if (unit(result, id).outcome() instanceof Outcome.Scored scored) {
            return scored;
        }
        throw new AssertionError(id + " has no score: " + unit(result, id).outcome());
    }

    /// The node with that id, or the leaf that reads that column, of one unit.
    static IndexScore node(PopulationResult result, String unit, String idOrColumn) {
        IndexScore found = find(unit(result, unit).derivation(), idOrColumn);
        if (found == null) {
            throw new AssertionError("No " + idOrColumn + " of " + unit);
        }
        return found;
    }

    private static @Nullable IndexScore find(@Nullable IndexScore score, String idOrColumn) {
        return switch (score) {
            case null -> null;
            case IndexScore.Reading reading ->
                    reading.node().column().equals(idOrColumn) ? reading : null;
            case IndexScore.Tier tier -> {
                if (tier.node().id().value().equalsIgnoreCase(idOrColumn)) {
                    yield tier;
                }
                for (IndexScore part : tier.parts()) {
                    IndexScore inner = find(part, idOrColumn);
                    if (inner != null) {
                        yield inner;
                    }
                }
                yield null;
            }
        };
    }
}
