package org.jieti.server.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jieti.core.model.NodeId;
import org.jspecify.annotations.Nullable;

/// 佐证材料: a piece of evidence of one assessment.
///
/// @param file null for a link
/// @param address of a link; null for a file
/// @param edition 1 for the first version, counted up with each that replaces it
/// @param replaces the version before; null for the first
/// @param replacedBy the version after; null for the current one
/// @param version counts changes of the fields
public record EvidenceItem(
        UUID id,
        UUID assessment,
        Fields fields,
        @Nullable StoredFile file,
        @Nullable String address,
        int edition,
        @Nullable UUID replaces,
        @Nullable UUID replacedBy,
        int version,
        UUID addedBy,
        Instant addedAt,
        List<Link> links) {
    public EvidenceItem {
        if ((file == null) == (address == null)) {
            throw new IllegalArgumentException("Evidence is a file or an address: " + id);
        }
        links = List.copyOf(links);
    }

    /// What people write of it.
    ///
    /// @param locator where the original is: its number, its place
    /// @param holdsFrom first day; null for no beginning
    /// @param holdsTo last day; null for no end
    public record Fields(
            EvidenceKind kind,
            String title,
            String locator,
            @Nullable LocalDate holdsFrom,
            @Nullable LocalDate holdsTo,
            Sensitivity sensitivity) {
        public Fields {
            if (holdsFrom != null && holdsTo != null && holdsTo.isBefore(holdsFrom)) {
                throw new IllegalArgumentException(
                        "The period ends (%s) before it begins (%s)."
                                .formatted(holdsTo, holdsFrom));
            }
        }
    }

    /// Its file.
    ///
    /// @param name as it was uploaded
    /// @param pages that can be shown as pictures
    public record StoredFile(
            String name, FileKind kind, Digests digests, int pages, Soundness soundness) {}

    /// A criterion that it supports.
    ///
    /// @param place where in it: pages, as in `12-14`, a sheet, a section; empty for the whole
    public record Link(NodeId criterion, String place) {
        private static final Pattern PAGE = Pattern.compile("\\d{1,5}");

        /// The first page that the place names; 1 where it names none.
        public int page() {
            Matcher page = PAGE.matcher(place);
            return page.find() ? Math.max(1, Integer.parseInt(page.group())) : 1;
        }
    }

    /// Where it supports a criterion; null where it does not.
    public @Nullable Link link(NodeId criterion) {
        return links.stream()
                .filter(link -> link.criterion().equals(criterion))
                .findFirst()
                .orElse(null);
    }
}
