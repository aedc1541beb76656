package org.jieti.catalog.workbook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieti.catalog.source.Value;
import org.jieti.catalog.source.YamlText;

/// The files of a model's folder as texts, by their paths in it.
public final class ModelFiles {
    private ModelFiles() {}

    /// One file a domain, one a weight set, and the model itself without them.
    public static Map<Path, String> of(ModelFolder folder) {
        Map<Path, String> files = new LinkedHashMap<>();
        List<Value> includes = new ArrayList<>();
        for (Value.Mapping domain : ModelGrids.items(folder.model(), "domains")) {
            String id =
                    domain.value("id") instanceof Value.Scalar scalar ? scalar.text() : "domain";
            String file = "domains/" + id + ".yaml";
            Value name = new Value.Scalar(domain.at(), file, Value.Type.TEXT);
            includes.add(
                    new Value.Mapping(
                            domain.at(), Map.of("file", new Value.Entry(domain.at(), name))));
            files.put(Path.of("domains", id + ".yaml"), YamlText.of(domain));
        }
        Map<String, Value.Entry> entries = new LinkedHashMap<>(folder.model().entries());
        entries.put(
                "domains",
                new Value.Entry(
                        folder.model().at(), new Value.Sequence(folder.model().at(), includes)));
        files.put(
                Path.of("model.yaml"),
                YamlText.of(new Value.Mapping(folder.model().at(), entries)));
        folder.weightSets()
                .forEach(
                        (id, set) -> files.put(Path.of("weights", id + ".yaml"), YamlText.of(set)));
        if (folder.clauses() != null) {
            files.put(Path.of("clauses.yaml"), YamlText.of(folder.clauses()));
        }
        return files;
    }
}
