package org.jieti.server.audit.domain;

import static org.jieti.server.database.schema.Tables.AUDIT_ENTRY;

import java.util.ArrayList;
import java.util.List;
import org.jieti.server.audit.ChainDigest;
import org.jieti.server.database.schema.tables.records.AuditEntryRecord;
import org.jspecify.annotations.Nullable;

/// What of an audit row is sealed: all of it.
final class ChainedEntry {
    private ChainedEntry() {}

    /// The digest of a row.
    static String digest(AuditEntryRecord row, ChainDigest by) {
        List<@Nullable String> fields = new ArrayList<>();
        fields.add(row.getId().toString());
        fields.add(row.getAt().toString());
        fields.add(text(row.getActor()));
        fields.add(row.getActorName());
        fields.add(row.getAction());
        fields.add(text(row.getOrganisation()));
        fields.add(row.getSubjectKind());
        fields.add(row.getSubjectId());
        fields.add(row.get(AUDIT_ENTRY.DETAIL).data());
        fields.add(row.getAddress());
        return by.of(fields);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
