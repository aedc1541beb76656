package org.jieti.server.shared.api;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/// The kinds of problems that the API answers with. A kind never changes its meaning.
public enum ProblemCode {
    /// The request cannot be read at all.
    MALFORMED(HttpStatus.BAD_REQUEST),
    /// No token, or one that is not known, has lapsed or was revoked.
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED),
    /// The person has no right to it.
    FORBIDDEN(HttpStatus.FORBIDDEN),
    /// The token has no scope for it.
    SCOPE_MISSING(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    /// The state of things does not allow it.
    REFUSED(HttpStatus.CONFLICT),
    /// A request with the same idempotency key is still being answered.
    IN_PROGRESS(HttpStatus.CONFLICT),
    /// It was changed since it was read.
    CHANGED_SINCE(HttpStatus.PRECONDITION_FAILED),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    /// Something in the request is wrong; the errors say what.
    INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    /// The idempotency key was used for another request.
    KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT),
    /// A change must name the version that it replaces.
    VERSION_REQUIRED(HttpStatus.PRECONDITION_REQUIRED),
    RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS),
    /// A defect of ours, with a reference number.
    DEFECT(HttpStatus.INTERNAL_SERVER_ERROR);

    private final HttpStatus status;

    ProblemCode(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    /// How a problem names it, as `not-found`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Its type, as RFC 9457 has it.
    public String type() {
        return "urn:jieti:problem:" + word();
    }

    /// The message that is its title.
    public String titleKey() {
        return "api.problem." + word() + ".title";
    }

    /// The message that says what to do.
    public String detailKey() {
        return "api.problem." + word() + ".detail";
    }

    /// The kind for a status that a library gives.
    public static ProblemCode of(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 409 -> REFUSED;
            case 412 -> CHANGED_SINCE;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 422 -> INVALID;
            case 428 -> VERSION_REQUIRED;
            case 429 -> RATE_LIMITED;
            default -> status >= 500 ? DEFECT : MALFORMED;
        };
    }
}
