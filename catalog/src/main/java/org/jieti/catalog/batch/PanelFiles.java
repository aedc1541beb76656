package org.jieti.catalog.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.format.AssessmentFormat;
import org.jieti.catalog.format.FileKind;
import org.jieti.catalog.format.ModelReference;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.source.Value;
import org.jieti.core.agreement.Panel;
import org.jieti.core.agreement.Rater;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.result.ScoringInput;
import org.jieti.core.result.Yardstick;
import org.jspecify.annotations.Nullable;

/// Reads what several raters gave to one unit: an assessment of each, or one table of all.
public final class PanelFiles {
    private static final List<String> ASSESSMENTS = List.of("yaml", "yml", "json");

    private PanelFiles() {}

    /// The files that an input stands for: those of a folder, or itself. A folder without
    /// assessments, and a file that is not there, are among the findings.
    public static List<Path> files(List<Path> inputs, Findings findings) {
        List<Path> files = new ArrayList<>();
        for (Path input : inputs) {
            String name = input.toString();
            if (!Files.exists(input)) {
                findings.error(Location.whole(name), "file.missing", name);
            } else if (Files.isDirectory(input)) {
                List<Path> within = within(input, findings);
                if (within.isEmpty() && !findings.hasErrors()) {
                    findings.error(Location.whole(name), "batch.folder.empty");
                }
                files.addAll(within);
            } else {
                files.add(input);
            }
        }
        return files;
    }

    private static List<Path> within(Path folder, Findings findings) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> ASSESSMENTS.contains(suffix(file)))
                    .sorted()
                    .toList();
        } catch (IOException _) {
            findings.error(Location.whole(folder.toString()), "file.unreadable", folder.toString());
            return List.of();
        }
    }

    /// Whether a file is a table of raters.
    public static boolean isTable(Path file) {
        return suffix(file).equals("csv");
    }

    private static String suffix(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    /// A panel from one table; null, with findings, if it is not sound.
    ///
    /// @param asOf the day, where no row states one
    public static @Nullable Panel table(
            Path file,
            TextEncoding encoding,
            Yardstick yardstick,
            LocalDate asOf,
            Findings findings) {
        StrictText text = new StrictText(file, encoding);
        if (!text.isReadable(findings)) {
            return null;
        }
        List<Rater> raters = CsvAnswers.raters(text, yardstick, stem(file), asOf, findings);
        return findings.hasErrors() ? null : new Panel(yardstick.model(), raters);
    }

    /// The model version that an assessment names, if the file is one.
    public static @Nullable ModelReference reference(Path file, Findings findings) {
        Value root = root(file, findings);
        return root == null ? null : ModelReference.of(root, findings);
    }

    private static @Nullable Value root(Path file, Findings findings) {
        Value root = Sources.read(file, file.toString(), findings);
        if (root == null) {
            return null;
        }
        return switch (FileKind.of(root)) {
            case ASSESSMENT -> root;
            case MODEL,
                    VARIANT,
                    WEIGHT_SET,
                    WEIGHING,
                    CLAUSES,
                    INDEX_MODEL,
                    CROSSWALK,
                    UNCERTAINTY,
                    UNKNOWN -> {
                findings.error(root.at(), "assessment.kind");
                yield null;
            }
        };
    }

    /// A panel from the assessments of its raters, who are called as their files are; null, with
    /// findings, if any of them is not sound, or they are not of the same unit and model.
    public static @Nullable Panel assessments(
            List<Path> files, Yardstick yardstick, Findings findings) {
        List<Rater> raters = new ArrayList<>();
        Map<String, Path> named = new HashMap<>();
        for (Path file : files) {
            Assessment assessment = assessment(file, yardstick, findings);
            if (assessment == null) {
                continue;
            }
            Location whole = Location.whole(file.toString());
            Path earlier = named.putIfAbsent(stem(file), file);
            if (earlier != null) {
                findings.error(whole, "panel.rater.duplicate", stem(file), earlier);
                continue;
            }
            String first = raters.isEmpty() ? null : unit(raters.getFirst());
            Rater rater = new Rater(stem(file), assessment);
            if (first != null && !unit(rater).equals(first)) {
                findings.error(whole, "panel.unit", rater.id(), unit(rater), first);
            }
            raters.add(rater);
        }
        return findings.hasErrors() ? null : new Panel(yardstick.model(), raters);
    }

    private static String unit(Rater rater) {
        return rater.assessment().unit().id();
    }

    private static @Nullable Assessment assessment(
            Path file, Yardstick yardstick, Findings findings) {
        Findings own = new Findings();
        Value root = root(file, own);
        ModelReference against = root == null ? null : ModelReference.of(root, own);
        if (against != null && !against.id().equals(yardstick.model().id())) {
            own.error(against.at(), "assessment.model", against.id(), yardstick.model().id());
        }
        ScoringInput input =
                root == null || own.hasErrors()
                        ? null
                        : AssessmentFormat.input(root, yardstick.model(), yardstick, own);
        findings.addAll(own.sorted());
        return input == null ? null : input.assessment();
    }
}
