package org.jieti.server.shared.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which part of a list is asked for. Lists are sorted by a key that never changes, and a cursor
/// names the last key that was seen: what is added or removed meanwhile neither repeats nor hides
/// another item.
///
/// @param limit how many items at most, 1 to 200
/// @param after the last key that was seen; null for the beginning
public record Paging(int limit, @Nullable String after) {
    public static final int MOST = 200;
    public static final int USUAL = 50;

    /// Reads the parameters `limit` and `cursor`.
    ///
    /// @throws ApiRefusal if one is not as it should be
    public static Paging of(@Nullable Integer limit, @Nullable String cursor) {
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw ApiRefusal.invalid(
                    ApiRefusal.Wrong.parameter("limit", "api.wrong.limit", String.valueOf(MOST)));
        }
        return new Paging(
                limit == null ? USUAL : limit,
                cursor == null || cursor.isEmpty() ? null : key(cursor));
    }

    /// The part of a list that is asked for.
    ///
    /// @param key by which the list is sorted; no two items have the same
    public <S, T> Slice<T> of(List<S> all, Function<S, String> key, Function<S, T> shown) {
        List<S> found =
                all.stream()
                        .filter(item -> after == null || key.apply(item).compareTo(after) > 0)
                        .sorted(Comparator.comparing(key))
                        .limit(limit + 1L)
                        .toList();
        boolean more = found.size() > limit;
        List<S> part = more ? found.subList(0, limit) : found;
        return new Slice<>(
                part.stream().map(shown).toList(), more ? cursor(key.apply(part.getLast())) : null);
    }

    /// The key of something by when it was made.
    public static String key(Instant at, UUID id) {
        return "%020d %s".formatted(ChronoUnit.MICROS.between(Instant.EPOCH, at), id);
    }

    private static String cursor(String key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String key(String cursor) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException _) {
            throw ApiRefusal.invalid(ApiRefusal.Wrong.parameter("cursor", "api.wrong.cursor"));
        }
    }
}
