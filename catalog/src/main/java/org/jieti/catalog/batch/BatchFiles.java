package org.jieti.catalog.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.format.AssessmentFormat;
import org.jieti.catalog.format.FileKind;
import org.jieti.catalog.format.ModelReference;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.source.Value;
import org.jieti.core.result.ScoringInput;
import org.jieti.core.result.Yardstick;
import org.jspecify.annotations.Nullable;

/// Reads the assessments of many units, whichever form they come in.
public final class BatchFiles {
    private final BatchRequest request;
    private final Yardstick yardstick;
    private final Progress progress;
    private final Findings findings;

    private BatchFiles(
            BatchRequest request, Yardstick yardstick, Progress progress, Findings findings) {
        this.request = request;
        this.yardstick = yardstick;
        this.progress = progress;
        this.findings = findings;
    }

    /// The assessments of a request, in the order of the input. What is wrong with any of them is
    /// among the findings.
    public static List<ScoringInput> read(
            BatchRequest request, Yardstick yardstick, Progress progress, Findings findings) {
        return new BatchFiles(request, yardstick, progress, findings).read();
    }

    private List<ScoringInput> read() {
        Path input = request.input();
        String name = input.toString();
        if (!Files.exists(input)) {
            findings.error(Location.whole(name), "file.missing", name);
            return List.of();
        }
        if (Files.isDirectory(input)) {
            return folder();
        }
        return switch (suffix(input)) {
            case "csv" -> table();
            case "ndjson", "jsonl" -> lines();
            case "yaml", "yml", "json" -> unique(checked(List.of(input), this::file));
            default -> {
                findings.error(Location.whole(name), "batch.kind", name);
                yield List.of();
            }
        };
    }

    private static String suffix(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private List<ScoringInput> table() {
        StrictText text = new StrictText(request.input(), request.encoding());
        if (!text.isReadable(findings)) {
            return List.of();
        }
        start(text);
        return CsvAnswers.read(text, yardstick, request.asOf(), progress, findings);
    }

    private void start(StrictText text) {
        try {
            progress.start(Progress.Stage.READING, Files.size(text.file()));
        } catch (IOException _) {
            progress.start(Progress.Stage.READING, 0);
        }
    }

    /// One line of JSON, with its number in the file.
    private record Line(int number, String text) {}

    private List<ScoringInput> lines() {
        StrictText text = new StrictText(request.input(), request.encoding());
        if (!text.isReadable(findings)) {
            return List.of();
        }
        start(text);
        List<Line> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(text.open(progress))) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    lines.add(new Line(number, line));
                }
            }
        } catch (CharacterCodingException _) {
            text.reportEncoding(findings);
        } catch (IOException _) {
            findings.error(Location.whole(text.name()), "file.unreadable", text.name());
        }
        if (lines.isEmpty() && !findings.hasErrors()) {
            findings.error(Location.whole(text.name()), "file.empty");
        }
        return unique(
                checked(
                        lines,
                        line -> {
                            Findings own = new Findings();
                            Location at = new Location(text.name(), line.number(), 1);
                            return checked(
                                    at,
                                    Sources.line(line.text(), text.name(), line.number(), own),
                                    own);
                        }));
    }

    private List<ScoringInput> folder() {
        Path folder = request.input();
        if (request.encoding() != TextEncoding.UTF_8) {
            findings.error(Location.whole(folder.toString()), "batch.encoding.folder");
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> assessments =
                    files.filter(Files::isRegularFile)
                            .filter(file -> List.of("yaml", "yml", "json").contains(suffix(file)))
                            .sorted()
                            .toList();
            if (assessments.isEmpty()) {
                findings.error(Location.whole(folder.toString()), "batch.folder.empty");
            }
            return unique(checked(assessments, this::file));
        } catch (IOException _) {
            findings.error(Location.whole(folder.toString()), "file.unreadable", folder.toString());
            return List.of();
        }
    }

    private Checked file(Path file) {
        Findings own = new Findings();
        Location at = Location.whole(file.toString());
        return checked(at, Sources.read(file, file.toString(), own), own);
    }

    /// One assessment, or what is wrong with it.
    private record Checked(Location at, @Nullable ScoringInput input, Findings findings) {}

    /// Checks assessments on all processors; the order stays.
    private <T> List<Checked> checked(List<T> sources, Function<T, Checked> check) {
        progress.start(Progress.Stage.CHECKING, sources.size());
        return sources.parallelStream()
                .map(
                        source -> {
                            Checked checked = check.apply(source);
                            progress.advance(1);
                            return checked;
                        })
                .toList();
    }

    private Checked checked(Location at, @Nullable Value root, Findings own) {
        if (root == null) {
            return new Checked(at, null, own);
        }
        switch (FileKind.of(root)) {
            case ASSESSMENT -> {}
            case MODEL,
                    VARIANT,
                    WEIGHT_SET,
                    WEIGHING,
                    CLAUSES,
                    INDEX_MODEL,
                    CROSSWALK,
                    UNCERTAINTY,
                    UNKNOWN -> {
                own.error(root.at(), "assessment.kind");
                return new Checked(at, null, own);
            }
        }
        ModelReference against = ModelReference.of(root, own);
        if (against != null && !against.id().equals(yardstick.model().id())) {
            own.error(against.at(), "assessment.model", against.id(), yardstick.model().id());
            return new Checked(at, null, own);
        }
        return new Checked(
                at, AssessmentFormat.input(root, yardstick.model(), yardstick, own), own);
    }

    /// The assessments, each unit once.
    private List<ScoringInput> unique(List<Checked> all) {
        List<ScoringInput> inputs = new ArrayList<>();
        Map<String, Location> places = new HashMap<>();
        for (Checked each : all) {
            findings.addAll(each.findings().sorted());
            ScoringInput input = each.input();
            if (input == null) {
                continue;
            }
            String id = input.assessment().unit().id();
            Location earlier = places.putIfAbsent(id, each.at());
            if (earlier != null) {
                findings.error(each.at(), "batch.unit.duplicate", id, earlier);
            }
            inputs.add(input);
        }
        return inputs;
    }
}
