package org.jieti.catalog.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which column of a table holds what. The order is the file's.
final class CsvColumns {
    static final String RATER = "rater";
    static final String UNIT = "unit";
    static final String ITEM = "item";
    static final String RATING = "rating";
    static final String VALUE = "value";
    static final String MEASURE_UNIT = "measure_unit";
    static final String REASON = "reason";
    static final String NAME = "name";
    static final String REGION = "region";
    static final String PEER_GROUP = "peerGroup";
    static final String AS_OF = "asOf";

    /// Whose answers the rows of a table are.
    enum Subject {
        /// Those of many units, each once.
        UNITS,
        /// Those of many raters of one unit.
        RATERS;

        /// The column that names whose a row is.
        String key() {
            return switch (this) {
                case UNITS -> UNIT;
                case RATERS -> RATER;
            };
        }

        List<String> required() {
            return switch (this) {
                case UNITS -> List.of(UNIT, ITEM, RATING, VALUE, MEASURE_UNIT, REASON);
                case RATERS -> List.of(RATER, ITEM, RATING);
            };
        }

        List<String> optional() {
            return switch (this) {
                case UNITS -> details();
                case RATERS ->
                        List.of(VALUE, MEASURE_UNIT, REASON, UNIT, NAME, REGION, PEER_GROUP, AS_OF);
            };
        }

        /// What is said of the unit, on any of the rows that share a key.
        List<String> details() {
            return switch (this) {
                case UNITS -> List.of(NAME, REGION, PEER_GROUP, AS_OF);
                case RATERS -> List.of(UNIT, NAME, REGION, PEER_GROUP, AS_OF);
            };
        }

        String header() {
            return String.join(",", required());
        }
    }

    /// Before a header is read.
    static final CsvColumns NONE = new CsvColumns(Map.of(), 0, Soundness.BROKEN);

    private enum Soundness {
        SOUND,
        BROKEN
    }

    /// Hears what is wrong with a cell of the header.
    interface Complaints {
        void add(int cell, String rule, Object... arguments);
    }

    private final Map<String, Integer> places;
    private final int count;
    private final Soundness soundness;

    private CsvColumns(Map<String, Integer> places, int count, Soundness soundness) {
        this.places = places;
        this.count = count;
        this.soundness = soundness;
    }

    /// The columns that a header names. Without a sound header, rows mean nothing.
    static CsvColumns of(List<String> header, Subject subject, Complaints complaints) {
        Map<String, Integer> places = new LinkedHashMap<>();
        Soundness soundness = Soundness.SOUND;
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).strip();
            if (!subject.required().contains(name) && !subject.optional().contains(name)) {
                complaints.add(
                        i,
                        "batch.column.unknown",
                        name,
                        subject.header(),
                        String.join(",", subject.optional()));
                soundness = Soundness.BROKEN;
            } else if (places.putIfAbsent(name, i) != null) {
                complaints.add(i, "batch.column.duplicate", name);
                soundness = Soundness.BROKEN;
            }
        }
        List<String> missing =
                subject.required().stream().filter(name -> !places.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            complaints.add(0, "batch.column.missing", String.join(", ", missing), subject.header());
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
    int at(String name) {
        return places.getOrDefault(name, -1);
    }
}
