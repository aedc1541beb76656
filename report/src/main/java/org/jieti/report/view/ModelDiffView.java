package org.jieti.report.view;

import java.util.List;
import org.jieti.core.model.Language;
import org.jieti.core.model.ModelDiff;
import org.jieti.core.model.ModelEdition;
import org.jieti.report.words.DiffWords;

/// What one model says differently from another, as a page shows it.
///
/// @param before id of the earlier model
public record ModelDiffView(
        String before,
        String beforeName,
        String after,
        String afterName,
        long added,
        long removed,
        long changed,
        List<Section> sections) {
    public ModelDiffView {
        sections = List.copyOf(sections);
    }

    /// A part of the model, with its changes.
    public record Section(String title, List<Change> changes) {
        public Section {
            changes = List.copyOf(changes);
        }
    }

    /// What happened to something.
    public enum Sign {
        ADDED,
        REMOVED,
        CHANGED
    }

    /// One difference.
    ///
    /// @param kind what it is that differs, as in 三级指标
    /// @param fields those that differ; none for what came or went
    public record Change(
            Sign sign, String kind, String id, String name, List<DiffWords.Field> fields) {
        public Change {
            fields = List.copyOf(fields);
        }
    }

    /// The view of a difference.
    public static ModelDiffView of(ModelDiff diff, Language language) {
        DiffWords words = new DiffWords(language, diff);
        return new ModelDiffView(
                id(diff.before()),
                diff.before().model().name().in(language),
                id(diff.after()),
                diff.after().model().name().in(language),
                diff.added(),
                diff.removed(),
                diff.changed(),
                diff.sections().stream()
                        .map(
                                section ->
                                        new Section(
                                                words.title(section.part()),
                                                section.changes().stream()
                                                        .map(each -> change(each, words, language))
                                                        .toList()))
                        .toList());
    }

    private static String id(ModelEdition edition) {
        return edition.model().id().toString();
    }

    private static Change change(ModelDiff.Change change, DiffWords words, Language language) {
        return switch (change) {
            case ModelDiff.Change.Added(var item) ->
                    change(Sign.ADDED, item, List.of(), words, language);
            case ModelDiff.Change.Removed(var item) ->
                    change(Sign.REMOVED, item, List.of(), words, language);
            case ModelDiff.Change.Changed(_, var item, var fields) ->
                    change(
                            Sign.CHANGED,
                            item,
                            fields.stream().map(words::field).toList(),
                            words,
                            language);
        };
    }

    private static Change change(
            Sign sign,
            ModelDiff.Item item,
            List<DiffWords.Field> fields,
            DiffWords words,
            Language language) {
        return new Change(sign, words.kind(item), item.id(), item.name().in(language), fields);
    }
}
