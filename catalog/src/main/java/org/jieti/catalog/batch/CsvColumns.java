package org.jieti.catalog.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which column of a table holds what. The order is the file's.
final class CsvColumns {
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

    private static final List<String> REQUIRED =
            List.of(UNIT, ITEM, RATING, VALUE, MEASURE_UNIT, REASON);

    /// What is said of a unit, on any of its rows.
    static final List<String> DETAILS = List.of(NAME, REGION, PEER_GROUP, AS_OF);

    static final String HEADER = String.join(",", REQUIRED);

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
    static CsvColumns of(List<String> header, Complaints complaints) {
        Map<String, Integer> places = new LinkedHashMap<>();
        Soundness soundness = Soundness.SOUND;
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).strip();
            if (!REQUIRED.contains(name) && !DETAILS.contains(name)) {
                complaints.add(i, "batch.column.unknown", name, HEADER, String.join(",", DETAILS));
                soundness = Soundness.BROKEN;
            } else if (places.putIfAbsent(name, i) != null) {
                complaints.add(i, "batch.column.duplicate", name);
                soundness = Soundness.BROKEN;
            }
        }
        List<String> missing = REQUIRED.stream().filter(name -> !places.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            complaints.add(0, "batch.column.missing", String.join(", ", missing), HEADER);
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
