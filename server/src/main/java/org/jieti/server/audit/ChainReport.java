package org.jieti.server.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a verification of the audit chain found.
///
/// @param head number of the last seal; 0 for none
/// @param hash of the last seal
/// @param seals how many there are
/// @param sealed rows in them
/// @param unsealed committed rows that wait to be sealed
/// @param oldestUnsealed when the oldest of these was written; null for none
/// @param removedBefore seals up to this one were removed by the command for it, as the chain
///     itself says; 0 for none
/// @param faults in the order of the chain; empty where it is whole
public record ChainReport(
        long head,
        String hash,
        long seals,
        long sealed,
        long unsealed,
        @Nullable Instant oldestUnsealed,
        long removedBefore,
        List<Fault> faults) {
    public ChainReport {
        faults = List.copyOf(faults);
    }

    /// Whether the chain is whole.
    public boolean isWhole() {
        return faults.isEmpty();
    }

    /// Something that is not as it was sealed.
    ///
    /// @param seal number of the seal; 0 for none
    /// @param entry id of the row; 0 for none
    public record Fault(Kind kind, long seal, long entry) {}

    /// What can be wrong.
    public enum Kind {
        /// A row differs from what was sealed.
        ROW_CHANGED,
        /// A row that was sealed is gone.
        ROW_REMOVED,
        /// A row is there that was never sealed and does not wait to be.
        ROW_INSERTED,
        /// A row that waited to be sealed is gone.
        ROW_REMOVED_UNSEALED,
        /// A row is in two seals.
        ROW_TWICE,
        /// A seal differs from its own hash.
        SEAL_CHANGED,
        /// A seal names another hash than that of the seal before it.
        SEAL_MOVED,
        /// A seal is gone.
        SEAL_REMOVED,
        /// Seals at the beginning are gone, and no row says that they were removed by the command.
        BEGINNING_REMOVED,
        /// The chain does not hold the seal that was noted outside the database.
        HEAD_UNKNOWN
    }
}
