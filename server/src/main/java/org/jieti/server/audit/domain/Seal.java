package org.jieti.server.audit.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jieti.server.audit.ChainDigest;
import org.jieti.server.database.schema.tables.records.AuditSealRecord;
import org.jspecify.annotations.Nullable;

/// A batch of audit rows in the chain.
///
/// @param position 1 for the first
/// @param digest the algorithm, as it is kept
/// @param previous hash of the seal before
/// @param entries ids of the rows
/// @param digests of each row, in the same order
record Seal(
        long position,
        Instant sealedAt,
        String digest,
        String previous,
        List<Long> entries,
        List<String> digests) {
    Seal {
        entries = List.copyOf(entries);
        digests = List.copyOf(digests);
    }

    static Seal of(AuditSealRecord row) {
        return new Seal(
                row.getPosition(),
                row.getSealedAt(),
                row.getDigest(),
                row.getPrevious(),
                List.of(row.getEntries()),
                List.of(row.getDigests()));
    }

    /// The hash that the next seal names.
    String hash(ChainDigest by) {
        List<@Nullable String> fields = new ArrayList<>();
        fields.add(Long.toString(position));
        fields.add(sealedAt.toString());
        fields.add(digest);
        fields.add(previous);
        entries.forEach(entry -> fields.add(entry.toString()));
        fields.addAll(digests);
        return by.of(fields);
    }
}
