package org.jieti.server.shared.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jieti.core.model.Language;
import org.jieti.server.shared.web.Flaws;
import org.jieti.server.shared.web.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Puts problems into words and writes them.
@Component
public class Problems {
    /// What all addresses of the API begin with.
    public static final String API = "/api/";

    private static final int MOST_ERRORS = 200;

    private final MessageSource messages;
    private final Flaws flaws;
    private final JsonMapper json;

    Problems(MessageSource messages, Flaws flaws, JsonMapper json) {
        this.messages = messages;
        this.flaws = flaws;
        this.json = json;
    }

    /// Whether a request is one to the API.
    public static boolean concern(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + API);
    }

    /// Answers with a problem.
    public void write(
            HttpServletRequest request, HttpServletResponse response, ApiRefusal refusal) {
        refusal.headers().forEach(response::setHeader);
        write(request, response, problem(request, refusal));
    }

    /// Answers with a defect of ours.
    ///
    /// @param reference under which the log has it
    public void defect(HttpServletRequest request, HttpServletResponse response, String reference) {
        Locale locale = Languages.locale(Languages.of(request));
        ProblemCode code = ProblemCode.DEFECT;
        write(request, response, problem(code, null, reference, List.of(), locale));
    }

    private void write(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_LANGUAGE,
                Languages.of(request) == Language.EN ? "en-GB" : "zh-CN");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
        } catch (IOException _) {
            // Whoever asked has gone.
        }
    }

    private Problem problem(HttpServletRequest request, ApiRefusal refusal) {
        Language language = Languages.of(request);
        Locale locale = Languages.locale(language);
        List<Problem.Flaw> errors = new ArrayList<>();
        for (ApiRefusal.Wrong wrong : refusal.wrong()) {
            errors.add(
                    new Problem.Flaw(
                            wrong.pointer() == null ? null : "#" + wrong.pointer(),
                            wrong.parameter(),
                            null,
                            wrong.key(),
                            say(wrong.key(), locale, wrong.arguments().toArray()),
                            null));
        }
        for (ApiRefusal.Worded worded : refusal.worded()) {
            errors.add(new Problem.Flaw(null, null, null, worded.rule(), worded.detail(), null));
        }
        for (Flaws.Flaw flaw : flaws.of(refusal.findings(), language)) {
            errors.add(
                    new Problem.Flaw(
                            null,
                            null,
                            flaw.place().isEmpty() ? null : flaw.place(),
                            flaw.rule(),
                            flaw.message(),
                            flaw.hint()));
        }
        return problem(refusal.code(), refusal.rule(), null, errors, locale);
    }

    private Problem problem(
            ProblemCode code,
            @Nullable String rule,
            @Nullable String reference,
            List<Problem.Flaw> errors,
            Locale locale) {
        return new Problem(
                code.type(),
                say(code.titleKey(), locale),
                code.status().value(),
                say(rule == null ? code.detailKey() : rule, locale),
                code.word(),
                rule,
                reference,
                errors.isEmpty() ? null : errors.stream().limit(MOST_ERRORS).toList());
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
