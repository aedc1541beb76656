package org.jieti.catalog.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jieti.core.elicitation.Method;
import org.jieti.core.model.Language;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jspecify.annotations.Nullable;

/// Writes the workbook that experts fill in: a sheet about the weighing, one that lists the
/// experts, one that explains, and one for each expert with every pair or node, with lists to
/// choose from and the anchors of the scale beside them.
public final class BallotForm {
    private static final String BUNDLE = "org.jieti.catalog.ballot";
    private static final String TEXT = "@";
    private static final int HEAD_ROWS = 2;

    /// How many rounds a Delphi has room for.
    private static final int ROUNDS = 3;

    private final Method method;
    private final MaturityModel model;
    private final Language language;
    private final ResourceBundle bundle;

    /// A column of an expert's sheet.
    ///
    /// @param key under which it is read; empty where it is for people only
    /// @param label the key of its label
    /// @param fills whether the expert fills it in
    /// @param choices what it offers, by the keys of their texts; none for free input
    private record Field(
            String key, String label, double width, boolean fills, List<String> choices) {}

    private BallotForm(Method method, MaturityModel model, Language language) {
        this.method = method;
        this.model = model;
        this.language = language;
        this.bundle =
                ResourceBundle.getBundle(
                        BUNDLE,
                        switch (language) {
                            case ZH -> Locale.SIMPLIFIED_CHINESE;
                            case EN -> Locale.ROOT;
                        });
    }

    /// The workbook's bytes.
    ///
    /// @param groups the nodes whose children are weighed; null among them stands for the domains
    /// @param experts how many sheets there are to fill, at least 1
    public static byte[] write(
            Method method,
            MaturityModel model,
            List<@Nullable NodeId> groups,
            int experts,
            Language language) {
        BallotForm form = new BallotForm(method, model, language);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Jieti", "1.0")) {
            form.about(workbook);
            form.experts(workbook, experts);
            form.guide(workbook);
            for (int i = 1; i <= experts; i++) {
                form.ballot(workbook, "E" + i, groups);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private String say(String key, Object... values) {
        return values.length == 0
                ? bundle.getString(key)
                : new MessageFormat(bundle.getString(key), bundle.getLocale()).format(values);
    }

    private static void key(Worksheet sheet, int column, String key) {
        sheet.value(0, column, key);
        sheet.style(0, column).fontColor("808080").fontSize(8).set();
    }

    private static void label(Worksheet sheet, int column, String label, double width) {
        sheet.value(1, column, label);
        sheet.style(1, column)
                .bold()
                .fillColor("DDE7F0")
                .wrapText(true)
                .verticalAlignment("center")
                .set();
        sheet.width(column, width);
    }

    private static void text(Worksheet sheet, int row, int column, String text) {
        sheet.value(row, column, text);
        sheet.style(row, column).format(TEXT).wrapText(true).verticalAlignment("top").set();
    }

    private static void fillable(Worksheet sheet, int row, int column) {
        sheet.style(row, column)
                .format(TEXT)
                .fillColor("FFF8E1")
                .horizontalAlignment("center")
                .borderStyle("thin")
                .borderColor("D5DDE5")
                .set();
    }

    private void about(Workbook workbook) throws IOException {
        try (Worksheet sheet = workbook.newWorksheet(BallotBook.WEIGHING)) {
            key(sheet, 0, "field");
            key(sheet, 1, "value");
            label(sheet, 0, say("about.field"), 16);
            label(sheet, 1, say("about.value"), 28);
            label(sheet, 2, say("about.meaning"), 60);
            sheet.pageOrientation("landscape");
            sheet.fitToWidth((short) 1);
            sheet.fitToHeight((short) 0);
            List<String> fields = new ArrayList<>(List.of("weighing", "model", "weightSet"));
            fields.addAll(
                    switch (method) {
                        case AHP -> List.of("pooling", "randomIndex");
                        case BUDGET -> List.of("budget");
                        case EQUAL,
                                DIRECT,
                                BEST_WORST,
                                RANKING,
                                DELPHI,
                                ENTROPY,
                                CRITIC,
                                DEVIATION,
                                GINI,
                                MEREC ->
                                List.of();
                    });
            for (int i = 0; i < fields.size(); i++) {
                int row = HEAD_ROWS + i;
                text(sheet, row, 0, fields.get(i));
                text(
                        sheet,
                        row,
                        1,
                        switch (fields.get(i)) {
                            case "weighing" -> method.id();
                            case "model" -> model.id().toString();
                            case "weightSet" -> method.id();
                            case "pooling" -> "judgements";
                            case "randomIndex" -> "alonso-lamata-2006";
                            default -> "100";
                        });
                text(sheet, row, 2, say("about." + fields.get(i)));
            }
        }
    }

    private void experts(Workbook workbook, int experts) throws IOException {
        try (Worksheet sheet = workbook.newWorksheet(BallotBook.EXPERTS)) {
            List<String> keys = List.of("id", "voice", "given");
            for (int i = 0; i < keys.size(); i++) {
                key(sheet, i, keys.get(i));
                label(sheet, i, say("experts." + keys.get(i)), 24);
            }
            for (int i = 1; i <= experts; i++) {
                text(sheet, HEAD_ROWS + i - 1, 0, "E" + i);
                sheet.value(HEAD_ROWS + i - 1, 1, 1);
                fillable(sheet, HEAD_ROWS + i - 1, 1);
                fillable(sheet, HEAD_ROWS + i - 1, 2);
            }
            text(sheet, HEAD_ROWS + experts + 1, 0, say("experts.note"));
            sheet.range(HEAD_ROWS + experts + 1, 0, HEAD_ROWS + experts + 1, 2).merge();
            sheet.rowHeight(HEAD_ROWS + experts + 1, 62);
        }
    }

    private void guide(Workbook workbook) throws IOException {
        try (Worksheet sheet = workbook.newWorksheet(BallotBook.GUIDE)) {
            sheet.width(0, 90);
            sheet.value(0, 0, say("guide.title." + method.id()));
            sheet.style(0, 0).bold().fontSize(14).set();
            int row = 2;
            for (String line : say("guide." + method.id()).split("\n", -1)) {
                text(sheet, row++, 0, line);
            }
            row++;
            for (String anchor : anchors()) {
                text(sheet, row++, 0, anchor);
            }
        }
    }

    /// What the values of the scale mean.
    private List<String> anchors() {
        return switch (method) {
            case AHP, BEST_WORST -> List.of(say("anchors").split("\n", -1));
            case EQUAL, DIRECT, BUDGET, RANKING, DELPHI, ENTROPY, CRITIC, DEVIATION, GINI, MEREC ->
                    List.of();
        };
    }

    private List<Field> fields() {
        List<Field> named =
                new ArrayList<>(
                        List.of(
                                new Field("node", "node", 30, false, List.of()),
                                new Field("", "name", 36, false, List.of())));
        switch (method) {
            case AHP -> {
                return List.of(
                        new Field("first", "first", 22, false, List.of()),
                        new Field("", "first.name", 30, false, List.of()),
                        new Field("second", "second", 22, false, List.of()),
                        new Field("", "second.name", 30, false, List.of()),
                        new Field(
                                "more",
                                "more",
                                16,
                                true,
                                List.of("more.first", "more.second", "more.equal")),
                        new Field("times", "times", 12, true, List.of("times")));
            }
            case BEST_WORST -> {
                named.add(new Field("role", "role", 16, true, List.of("role.best", "role.worst")));
                named.add(new Field("fromBest", "fromBest", 22, true, List.of("comparisons")));
                named.add(new Field("toWorst", "toWorst", 22, true, List.of("comparisons")));
            }
            case RANKING -> named.add(new Field("rank", "rank", 14, true, List.of()));
            case DELPHI -> {
                for (int round = 1; round <= ROUNDS; round++) {
                    named.add(new Field("share " + round, "share.round", 14, true, List.of()));
                }
            }
            case DIRECT, BUDGET, EQUAL, ENTROPY, CRITIC, DEVIATION, GINI, MEREC ->
                    named.add(new Field("share", "share", 14, true, List.of()));
        }
        return named;
    }

    private void ballot(Workbook workbook, String expert, List<@Nullable NodeId> groups)
            throws IOException {
        List<Field> fields = fields();
        try (Worksheet sheet = workbook.newWorksheet(expert)) {
            for (int c = 0; c < fields.size(); c++) {
                Field field = fields.get(c);
                if (!field.key().isEmpty()) {
                    key(sheet, c, field.key());
                }
                String round = field.key().startsWith("share ") ? field.key().substring(6) : "";
                label(sheet, c, say("column." + field.label(), round), field.width());
            }
            sheet.rowHeight(1, 36);
            int row = HEAD_ROWS;
            for (NodeId group : groups) {
                row = group(sheet, row, model.siblingsUnder(group), fields);
            }
            choices(sheet, fields, row);
            List<String> anchors = anchors();
            for (int i = 0; i < anchors.size(); i++) {
                text(sheet, HEAD_ROWS + i, fields.size() + 1, anchors.get(i));
            }
            sheet.width(fields.size() + 1, 40);
            sheet.freezePane(0, HEAD_ROWS);
            sheet.pageOrientation("landscape");
            sheet.fitToWidth((short) 1);
            sheet.fitToHeight((short) 0);
        }
    }

    /// Writes the rows of one group, each pair or each node, with an empty row after them.
    ///
    /// @return the first row after them
    private int group(Worksheet sheet, int first, List<NodeId> members, List<Field> fields) {
        int row = first;
        if (members.size() < 2) {
            return row;
        }
        if (method == Method.AHP) {
            for (int i = 0; i < members.size(); i++) {
                for (int j = i + 1; j < members.size(); j++) {
                    node(sheet, row, 0, members.get(i));
                    node(sheet, row, 2, members.get(j));
                    row = empty(sheet, row, fields);
                }
            }
        } else {
            for (NodeId member : members) {
                node(sheet, row, 0, member);
                row = empty(sheet, row, fields);
            }
        }
        return row + 1;
    }

    private void node(Worksheet sheet, int row, int column, NodeId id) {
        Node node = model.find(id);
        text(sheet, row, column, id.value());
        text(sheet, row, column + 1, node == null ? "" : node.name().in(language));
    }

    private static int empty(Worksheet sheet, int row, List<Field> fields) {
        for (int c = 0; c < fields.size(); c++) {
            if (fields.get(c).fills()) {
                fillable(sheet, row, c);
            }
        }
        return row + 1;
    }

    private void choices(Worksheet sheet, List<Field> fields, int end) {
        for (int c = 0; c < fields.size(); c++) {
            if (!fields.get(c).choices().isEmpty()) {
                List<String> offered = new ArrayList<>();
                for (String choice : fields.get(c).choices()) {
                    offered.add(say("choice." + choice));
                }
                sheet.range(HEAD_ROWS, c, Math.max(HEAD_ROWS, end - 1), c)
                        .validateWithListByFormula("\"" + String.join(",", offered) + "\"");
            }
        }
    }
}
