package org.jieti.server.shared.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieti.catalog.finding.Finding;
import org.jspecify.annotations.Nullable;

/// A request that the API does not carry out, for a reason that its sender can mend.
public final class ApiRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ProblemCode code;
    private final @Nullable String rule;
    private final transient List<Wrong> wrong;
    private final transient List<Finding> findings;
    private final transient List<Worded> worded = new ArrayList<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    private ApiRefusal(
            ProblemCode code, @Nullable String rule, List<Wrong> wrong, List<Finding> findings) {
        super(code + " " + rule + " " + wrong);
        this.code = code;
        this.rule = rule;
        this.wrong = List.copyOf(wrong);
        this.findings = List.copyOf(findings);
    }

    /// Something wrong in a request, before it is put into words.
    ///
    /// @param pointer where in the body, as `/dueOn`; null where it is a parameter
    /// @param parameter name of a parameter or header; null where it is in the body
    /// @param key the message that says it
    public record Wrong(
            @Nullable String pointer,
            @Nullable String parameter,
            String key,
            List<Object> arguments) {
        public Wrong {
            arguments = List.copyOf(arguments);
        }

        /// Something wrong in the body.
        public static Wrong in(String pointer, String key, Object... arguments) {
            return new Wrong(pointer, null, key, List.of(arguments));
        }

        /// Something wrong with a parameter.
        public static Wrong parameter(String name, String key, Object... arguments) {
            return new Wrong(null, name, key, List.of(arguments));
        }
    }

    public static ApiRefusal of(ProblemCode code) {
        return new ApiRefusal(code, null, List.of(), List.of());
    }

    /// A step that several things stand against, each a rule with its words.
    public static ApiRefusal refused(List<Worded> worded) {
        ApiRefusal refusal = of(ProblemCode.REFUSED);
        refusal.worded.addAll(worded);
        return refusal;
    }

    /// A rule that stands against a step, already in words.
    public record Worded(String rule, String detail) {}

    /// A step that the state of things does not allow.
    ///
    /// @param key the message that says why
    public static ApiRefusal refused(String key) {
        return new ApiRefusal(ProblemCode.REFUSED, key, List.of(), List.of());
    }

    /// Fields that are wrong.
    public static ApiRefusal invalid(Wrong... wrong) {
        return new ApiRefusal(ProblemCode.INVALID, null, List.of(wrong), List.of());
    }

    /// Fields of the body that are wrong, each with the message that says it.
    public static ApiRefusal invalid(Map<String, String> wrong) {
        List<Wrong> all = new ArrayList<>();
        wrong.forEach((field, key) -> all.add(Wrong.in("/" + field, key)));
        return new ApiRefusal(ProblemCode.INVALID, null, all, List.of());
    }

    /// A file, or the whole of an assessment, that breaks rules.
    public static ApiRefusal invalid(List<Finding> findings) {
        return new ApiRefusal(ProblemCode.INVALID, null, List.of(), findings);
    }

    public static ApiRefusal malformed(Wrong... wrong) {
        return new ApiRefusal(ProblemCode.MALFORMED, null, List.of(wrong), List.of());
    }

    /// The same with a header in its answer.
    public ApiRefusal with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public ProblemCode code() {
        return code;
    }

    public @Nullable String rule() {
        return rule;
    }

    public List<Wrong> wrong() {
        return wrong;
    }

    public List<Worded> worded() {
        return List.copyOf(worded);
    }

    public List<Finding> findings() {
        return findings;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
