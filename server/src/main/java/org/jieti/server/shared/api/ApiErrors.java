package org.jieti.server.shared.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/// Turns whatever a request to the API throws into a problem. It is the one place that does; pages
/// are not its matter.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ApiErrors implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);
    private static final int REFERENCE_LENGTH = 8;

    /// SQL states of values that the database cannot keep, as text with a NUL.
    private static final String BAD_VALUE = "22";

    private final Problems problems;

    ApiErrors(Problems problems) {
        this.problems = problems;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception thrown) {
        if (!Problems.concern(request)) {
            return null;
        }
        ApiRefusal refusal = refusal(thrown);
        if (refusal == null) {
            String reference = UUID.randomUUID().toString().substring(0, REFERENCE_LENGTH);
            LOG.error(
                    "Reference {}: {} {}",
                    reference,
                    request.getMethod(),
                    request.getRequestURI(),
                    thrown);
            problems.defect(request, response, reference);
        } else {
            problems.write(request, response, refusal);
        }
        return new ModelAndView();
    }

    /// What a request did wrong; null for a defect of ours.
    private static @Nullable ApiRefusal refusal(Exception thrown) {
        return switch (thrown) {
            case ApiRefusal refusal -> refusal;
            case AccessDeniedException _ -> ApiRefusal.of(ProblemCode.FORBIDDEN);
            case HttpMessageNotReadableException unread -> unread(unread);
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
            case MissingServletRequestParameterException missing ->
                    ApiRefusal.invalid(
                            ApiRefusal.Wrong.parameter(
                                    missing.getParameterName(), "api.wrong.missing"));
            case MissingServletRequestPartException missing ->
                    ApiRefusal.invalid(
                            ApiRefusal.Wrong.parameter(
                                    missing.getRequestPartName(), "api.wrong.missing"));
            case MaxUploadSizeExceededException _ -> ApiRefusal.of(ProblemCode.TOO_LARGE);
            case MultipartException _ -> ApiRefusal.of(ProblemCode.MALFORMED);
            case ErrorResponse error -> error(error);
            default ->
                    isBadValue(thrown)
                            ? ApiRefusal.invalid(ApiRefusal.Wrong.in("", "api.wrong.value"))
                            : null;
        };
    }

    private static @Nullable ApiRefusal error(ErrorResponse error) {
        ProblemCode code = ProblemCode.of(error.getStatusCode().value());
        if (code == ProblemCode.DEFECT) {
            return null;
        }
        ApiRefusal refusal = ApiRefusal.of(code);
        for (String header : List.of(HttpHeaders.ALLOW, HttpHeaders.ACCEPT)) {
            String value = error.getHeaders().getFirst(header);
            if (value != null) {
                refusal.with(header, value);
            }
        }
        return refusal;
    }

    /// A path that cannot be an id is a thing that is not there; a parameter is wrong.
    private static ApiRefusal mismatch(MethodArgumentTypeMismatchException mismatch) {
        return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                ? ApiRefusal.of(ProblemCode.NOT_FOUND)
                : ApiRefusal.invalid(
                        ApiRefusal.Wrong.parameter(mismatch.getName(), "api.wrong.form"));
    }

    private static ApiRefusal unread(HttpMessageNotReadableException unread) {
        if (isOf(unread, MaxUploadSizeExceededException.class)) {
            return ApiRefusal.of(ProblemCode.TOO_LARGE);
        }
        if (unread.getCause() instanceof DatabindException wrong && !wrong.getPath().isEmpty()) {
            return ApiRefusal.malformed(ApiRefusal.Wrong.in(pointer(wrong), "api.wrong.form"));
        }
        return ApiRefusal.of(ProblemCode.MALFORMED);
    }

    private static String pointer(DatabindException wrong) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : wrong.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? String.valueOf(step.getIndex())
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    private static boolean isBadValue(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith(BAD_VALUE)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
