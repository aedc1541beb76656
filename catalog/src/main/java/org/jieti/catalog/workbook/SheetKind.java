package org.jieti.catalog.workbook;

import java.util.List;
import java.util.regex.Pattern;
import org.jieti.catalog.source.Value;

/// The sheets of a model's workbook, in their order.
enum SheetKind {
    ABOUT("About", "field|value", "value"),
    LEVELS("Levels", "code|(name|meaning) (zh|en)", "-"),
    RATINGS("Ratings", "id|name (zh|en)|fulfilment", "fulfilment"),
    GRADING("Grading", "id|rule|threshold|name (zh|en)", "threshold"),
    DOMAINS("Domains", "id|(name|alsoCalled|covers) (zh|en)|statements \\S+ (zh|en)", "-"),
    INDICATORS(
            "Indicators",
            "tier|parent|id|(name|asks) (zh|en)|standing|source|points|start (zh|en|source)",
            "-"),
    CRITERIA(
            "Criteria",
            "parent|id|name (zh|en)|level|kind|points|question (zh|en)|anchors \\S+ (zh|en)"
                    + "|evidence (zh|en)|effort|source|standing|mandatory|veto (cap|scope)"
                    + "|naAllowed|measure (id|band)",
            "points"),
    MEASURES(
            "Measures",
            "domain|id|(name|asks) (zh|en)|unit|direction|range (least|most)",
            "range .*"),
    BANDS(
            "Bands",
            "measure|band|limit (below|above|atMost|atLeast)|credit [0-9]+"
                    + " (at|fulfilment)|standing",
            "limit .*|credit .*"),
    WEIGHT_SETS("WeightSets", "weightSet|(name|provenance) (zh|en)|status|method", "-"),
    WEIGHTS("Weights", "node|called (zh|en)|weight \\S+", "weight \\S+"),
    CLAUSES("Clauses", "id|says (zh|en)|carriedBy", "-");

    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private final String title;
    private final Pattern columns;
    private final Pattern numbers;

    SheetKind(String title, String columns, String numbers) {
        this.title = title;
        this.columns = Pattern.compile(columns);
        this.numbers = Pattern.compile(numbers);
    }

    String title() {
        return title;
    }

    boolean hasColumn(String key) {
        return columns.matcher(key).matches();
    }

    /// The type that a column gives its texts: a number typed into a text column is a text, and a
    /// text that reads as a number in a column of numbers is one.
    Value.Type type(String key, String text, Value.Type written) {
        if (numbers.matcher(key).matches()) {
            return NUMBER.matcher(text).matches() ? Value.Type.NUMBER : Value.Type.TEXT;
        }
        if (this == CRITERIA && List.of("mandatory", "naAllowed").contains(key)) {
            boolean flag = text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
            return flag ? Value.Type.BOOLEAN : written;
        }
        return Value.Type.TEXT;
    }
}
