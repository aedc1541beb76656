package org.jieti.catalog.population;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jieti.catalog.batch.CsvFaults;
import org.jieti.catalog.batch.Progress;
import org.jieti.catalog.batch.StrictText;
import org.jieti.catalog.batch.TextEncoding;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.Population;
import org.jspecify.annotations.Nullable;

/// A file that holds a population: a table with a row for each unit or for each number, or lines
/// of JSON.
public final class PopulationFile {
    private static final List<String> LINES = List.of("ndjson", "jsonl");

    /// What people have at hand, and no table is.
    private static final List<String> OTHER =
            List.of("yaml", "yml", "json", "xlsx", "xls", "ods", "zip", "pdf");

    private final StrictText text;
    private final IndexModel model;
    private final Roster roster;
    private final Findings findings;

    private PopulationFile(StrictText text, IndexModel model, Findings findings) {
        this.text = text;
        this.model = model;
        this.roster = new Roster(model, findings);
        this.findings = findings;
    }

    /// Reads a population for a model. Null when it is refused.
    public static @Nullable Population read(
            Path file,
            TextEncoding encoding,
            IndexModel model,
            Progress progress,
            Findings findings) {
        StrictText text = new StrictText(file, encoding);
        return new PopulationFile(text, model, findings).read(progress);
    }

    private @Nullable Population read(Progress progress) {
        Path file = text.file();
        Location whole = Location.whole(text.name());
        String suffix = suffix(file);
        if (!Files.exists(file)) {
            findings.error(whole, "file.missing", text.name());
        } else if (Files.isDirectory(file) || OTHER.contains(suffix)) {
            findings.error(whole, "table.kind", text.name());
        } else if (text.isReadable(findings)) {
            content(suffix, progress);
        }
        if (!findings.hasErrors() && roster.members().isEmpty()) {
            findings.error(whole, "table.rows.none");
        }
        return findings.hasErrors() ? null : new Population(roster.members());
    }

    private static String suffix(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private void content(String suffix, Progress progress) {
        try (BufferedReader reader = new BufferedReader(text.open(progress))) {
            progress.start(Progress.Stage.READING, Files.size(text.file()));
            if (LINES.contains(suffix)) {
                new RowLines(text.name(), roster, findings).read(reader);
            } else {
                table(reader);
            }
        } catch (CsvParseException _) {
            CsvFaults.report(text, findings);
        } catch (CharacterCodingException _) {
            text.reportEncoding(findings);
        } catch (UncheckedIOException e) {
            unreadable(e.getCause());
        } catch (IOException e) {
            unreadable(e);
        }
    }

    private void unreadable(@Nullable Throwable cause) {
        if (cause instanceof CharacterCodingException) {
            text.reportEncoding(findings);
        } else {
            findings.error(Location.whole(text.name()), "file.unreadable", text.name());
        }
    }

    private void table(Reader reader) throws IOException {
        Location open = CsvFaults.openQuote(text);
        if (open != null) {
            findings.error(open, "batch.csv.open");
            return;
        }
        try (CsvReader<CsvRecord> records =
                CsvReader.builder()
                        .skipEmptyLines(true)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(reader)) {
            Table table = null;
            for (CsvRecord row : records) {
                if (table == null) {
                    table = headed(row);
                } else {
                    table.row(row);
                }
            }
            if (table == null) {
                findings.error(Location.whole(text.name()), "file.empty");
            } else {
                table.end();
            }
        }
    }

    private Table headed(CsvRecord row) {
        if (LongTable.isHeaded(row, roster)) {
            Heading heading =
                    new Heading(
                            text.name(),
                            row,
                            column -> LongTable.knows(column, roster),
                            roster,
                            findings);
            return new LongTable(heading, roster, model.id(), findings);
        }
        return new WideTable(
                new Heading(text.name(), row, roster::knows, roster, findings), roster, findings);
    }
}
