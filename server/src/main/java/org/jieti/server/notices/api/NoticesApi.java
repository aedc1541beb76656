package org.jieti.server.notices.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.UUID;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.notices.Notice;
import org.jieti.server.notices.Notices;
import org.jieti.server.shared.api.Needs;
import org.jieti.server.shared.api.Paging;
import org.jieti.server.shared.api.Scope;
import org.jieti.server.shared.api.Slice;
import org.jieti.server.shared.web.Languages;
import org.jieti.server.shared.web.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What the person of a token has been told.
@Open(Open.To.SIGNED_IN)
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class NoticesApi {
    private final Notices notices;
    private final MessageSource messages;

    NoticesApi(Notices notices, MessageSource messages) {
        this.notices = notices;
        this.messages = messages;
    }

    /// A notice, in the reader's language.
    ///
    /// @param link a path of this platform; null for none
    record NoticeItem(
            UUID id,
            String kind,
            String text,
            @Nullable String link,
            Instant createdAt,
            @Nullable Instant readAt) {}

    /// The latest 200, the oldest of them first.
    @Needs(Scope.NOTICES_READ)
    @GetMapping("/notices")
    Slice<NoticeItem> listNotices(
            SignedIn me,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request) {
        return Paging.of(limit, cursor)
                .of(
                        notices.of(me.id()),
                        notice -> Paging.key(notice.createdAt(), notice.id()),
                        notice -> item(notice, request));
    }

    private NoticeItem item(Notice notice, HttpServletRequest request) {
        return new NoticeItem(
                notice.id(),
                notice.kind(),
                messages.getMessage(
                        notice.messageKey(),
                        notice.arguments().toArray(),
                        Languages.locale(Languages.of(request))),
                notice.link(),
                notice.createdAt(),
                notice.readAt());
    }

    @Needs(Scope.NOTICES_WRITE)
    @PostMapping("/notices/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readNotices(SignedIn me) {
        notices.read(me.id());
    }
}
