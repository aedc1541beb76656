package org.jieti.server.shared.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jieti.server.shared.api.ApiRefusal;
import org.jieti.server.shared.api.ProblemCode;
import org.jieti.server.shared.api.Problems;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/// Pages for what went wrong: what it was, and what to do. A defect of ours gets a reference
/// number, under which the log has the details; its message is never shown.
@Open(Open.To.ANYBODY)
@Controller
final class ErrorPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final int REFERENCE_LENGTH = 8;

    private final Problems problems;

    ErrorPages(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    @Nullable String error(HttpServletRequest request, HttpServletResponse response, Model model) {
        HttpStatus status = status(request);
        response.setStatus(status.value());
        model.addAttribute("status", status.value());
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (status.is5xxServerError()) {
            String reference = UUID.randomUUID().toString().substring(0, REFERENCE_LENGTH);
            Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
            LOG.error("Reference {}: {} {}", reference, request.getMethod(), path, thrown);
            model.addAttribute("reference", reference);
            if (isOfApi(request, path)) {
                problems.defect(request, response, reference);
                return null;
            }
        } else if (isOfApi(request, path)) {
            problems.write(request, response, ApiRefusal.of(ProblemCode.of(status.value())));
            return null;
        }
        model.addAttribute(
                "kind",
                switch (status) {
                    case NOT_FOUND -> "missing";
                    case FORBIDDEN, UNAUTHORIZED -> "forbidden";
                    case METHOD_NOT_ALLOWED, BAD_REQUEST -> "request";
                    case CONTENT_TOO_LARGE -> "large";
                    default -> status.is4xxClientError() ? "request" : "defect";
                });
        return "shared/error";
    }

    private static boolean isOfApi(HttpServletRequest request, @Nullable Object path) {
        return path instanceof String text
                && text.startsWith(request.getContextPath() + Problems.API);
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer value ? HttpStatus.resolve(value) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }
}
