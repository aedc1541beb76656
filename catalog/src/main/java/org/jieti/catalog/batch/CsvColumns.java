package org.jieti.catalog.batch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which column of a table holds what. The order is the file's.
final class CsvColumns {
    /// The columns of a table of answers.
    enum Column {
        RATER("rater"),
        UNIT("unit"),
        ITEM("item"),
        RATING("rating"),
        VALUE("value"),
        MEASURE_UNIT("measure_unit"),
        REASON("reason"),
        NAME("name"),
        REGION("region"),
        PEER_GROUP("peerGroup"),
        AS_OF("asOf");

        private final String heading;

        Column(String heading) {
            this.heading = heading;
        }

        String heading() {
            return heading;
        }

        private static @Nullable Column headed(String heading) {
            for (Column column : values()) {
                if (column.heading.equals(heading)) {
                    return column;
                }
            }
            return null;
        }
    }

    private static final List<Column> OF_A_UNIT =
            List.of(Column.NAME, Column.REGION, Column.PEER_GROUP, Column.AS_OF);

    private static final List<Column> OF_A_RATED_UNIT =
            List.of(Column.UNIT, Column.NAME, Column.REGION, Column.PEER_GROUP, Column.AS_OF);

    /// Whose answers the rows of a table are.
    enum Subject {
        /// Those of many units, each once.
        UNITS,
        /// Those of many raters of one unit.
        RATERS;

        /// The column that names whose a row is.
        Column key() {
            return switch (this) {
                case UNITS -> Column.UNIT;
                case RATERS -> Column.RATER;
            };
        }

        private List<Column> required() {
            return switch (this) {
                case UNITS ->
                        List.of(
                                Column.UNIT,
                                Column.ITEM,
                                Column.RATING,
                                Column.VALUE,
                                Column.MEASURE_UNIT,
                                Column.REASON);
                case RATERS -> List.of(Column.RATER, Column.ITEM, Column.RATING);
            };
        }

        private List<Column> optional() {
            List<Column> optional = new ArrayList<>();
            if (this == RATERS) {
                optional.addAll(List.of(Column.VALUE, Column.MEASURE_UNIT, Column.REASON));
            }
            optional.addAll(details());
            return optional;
        }

        /// What is said of the unit, on any of the rows that share a key.
        List<Column> details() {
            return switch (this) {
                case UNITS -> OF_A_UNIT;
                case RATERS -> OF_A_RATED_UNIT;
            };
        }

        String header() {
            return headings(required(), ",");
        }
    }

    private static String headings(List<Column> columns, String between) {
        return columns.stream().map(Column::heading).collect(Collectors.joining(between));
    }

    /// Before a header is read.
    static final CsvColumns NONE = new CsvColumns(new EnumMap<>(Column.class), 0, Soundness.BROKEN);

    private enum Soundness {
        SOUND,
        BROKEN
    }

    /// Hears what is wrong with a cell of the header.
    interface Complaints {
        void add(int cell, String rule, Object... arguments);
    }

    /// The numbers of the columns in the file, from 0.
    private final EnumMap<Column, Integer> places;

    private final int count;
    private final Soundness soundness;

    private CsvColumns(EnumMap<Column, Integer> places, int count, Soundness soundness) {
        this.places = places;
        this.count = count;
        this.soundness = soundness;
    }

    /// The columns that a header names. Without a sound header, rows mean nothing.
    static CsvColumns of(List<String> header, Subject subject, Complaints complaints) {
        EnumMap<Column, Integer> places = new EnumMap<>(Column.class);
        Soundness soundness = Soundness.SOUND;
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).strip();
            Column column = Column.headed(name);
            if (column == null
                    || !(subject.required().contains(column)
                            || subject.optional().contains(column))) {
                complaints.add(
                        i,
                        "batch.column.unknown",
                        name,
                        subject.header(),
                        headings(subject.optional(), ","));
                soundness = Soundness.BROKEN;
            } else if (places.putIfAbsent(column, i) != null) {
                complaints.add(i, "batch.column.duplicate", name);
                soundness = Soundness.BROKEN;
            }
        }
        List<Column> missing = new ArrayList<>(subject.required());
        missing.removeIf(places::containsKey);
        if (!missing.isEmpty()) {
            complaints.add(0, "batch.column.missing", headings(missing, ", "), subject.header());
            soundness = Soundness.BROKEN;
        }
        return new CsvColumns(places, header.size(), soundness);
    }

    boolean isSound() {
        return soundness == Soundness.SOUND;
    }

    int count() {
        return count;
    }

    /// The number of a column, from 0; −1 where the file has none such.
    int at(Column column) {
        return places.getOrDefault(column, -1);
    }
}
