package org.jieti.catalog;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jieti.catalog.finding.Word;
import org.jieti.core.model.ModelId;
import org.jspecify.annotations.Nullable;

/// The folders that hold models, `<id>/<version>/` each, and where a file of a model lies.
final class Folders {
    private final List<Path> folders;

    Folders(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /// The models at hand, by name and from the oldest version to the newest; none where a folder
    /// cannot be read. Folders whose names are no model ids are no models.
    List<ModelId> models() {
        return withFile("model.yaml", "model.bin");
    }

    /// The index models at hand: folders with `index.yaml` or, as built, `index.json`.
    List<ModelId> indexModels() {
        return withFile("index.yaml", "index.json");
    }

    private List<ModelId> withFile(String written, String built) {
        List<ModelId> models = new ArrayList<>();
        for (Path name : folders.stream().flatMap(Folders::beneath).toList()) {
            for (Path version : beneath(name).toList()) {
                ModelId id = named(name, version);
                if (id != null
                        && !models.contains(id)
                        && (Files.exists(version.resolve(written))
                                || Files.exists(version.resolve(built)))) {
                    models.add(id);
                }
            }
        }
        models.sort(Comparator.comparing(ModelId::name).thenComparing(Folders::byVersion));
        return models;
    }

    private static Stream<Path> beneath(Path folder) {
        try (Stream<Path> names = Files.list(folder)) {
            return names.filter(Files::isDirectory).toList().stream();
        } catch (IOException _) {
            return Stream.empty();
        }
    }

    private static @Nullable ModelId named(Path name, Path version) {
        try {
            return new ModelId(
                    String.valueOf(name.getFileName()), String.valueOf(version.getFileName()));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /// Compares versions number by number: 2021.9 comes before 2021.10.
    private static int byVersion(ModelId a, ModelId b) {
        String[] left = a.version().split("[.-]", -1);
        String[] right = b.version().split("[.-]", -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            boolean numbers = left[i].matches("[0-9]+") && right[i].matches("[0-9]+");
            int order =
                    numbers
                            ? new BigInteger(left[i]).compareTo(new BigInteger(right[i]))
                            : left[i].compareTo(right[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    @Nullable ModelId newest(String named, List<ModelId> among) {
        ModelId newest = null;
        for (ModelId id : among) {
            if (id.toString().equals(named) || id.name().equals(named)) {
                newest = id;
            }
        }
        return newest;
    }

    /// A file beside the models: of the first folder that has it.
    Path beside(String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElse(folders.getFirst().resolve(name));
    }

    Path home(ModelId id) {
        Path place = Path.of(id.name(), id.version());
        return folders.stream()
                .map(folder -> folder.resolve(place))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(folders.getFirst().resolve(place));
    }

    static boolean looksLikeFile(String idOrFile) {
        return idOrFile.contains("/")
                || idOrFile.contains("\\")
                || idOrFile.endsWith(".yaml")
                || idOrFile.endsWith(".yml")
                || idOrFile.endsWith(".json");
    }

    static Object known(List<ModelId> models) {
        return models.isEmpty()
                ? Word.NONE
                : models.stream().map(ModelId::toString).collect(Collectors.joining(", "));
    }
}
