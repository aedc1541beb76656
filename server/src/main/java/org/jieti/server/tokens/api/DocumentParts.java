package org.jieti.server.tokens.api;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.shared.api.Needs;
import org.jieti.server.shared.api.Problem;
import org.jieti.server.shared.api.ProblemCode;
import org.jieti.server.shared.api.Scope;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/// What the document of the API says beyond the methods themselves: words in the reader's language,
/// the scope that an operation needs, the problems that it can answer with, idempotency keys.
@Component
final class DocumentParts implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {
    private static final String SCHEME = "token";
    private static final String IF_MATCH = HttpHeaders.IF_MATCH;
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final int SEGMENT_OF_TAG = 3;

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(SignedIn.class);
    }

    private final MessageSource messages;

    DocumentParts(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Needs needs = method.getMethodAnnotation(Needs.class);
        if (needs == null) {
            needs = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Needs.class);
        }
        List<String> scopes =
                needs == null ? List.of() : Arrays.stream(needs.value()).map(Scope::word).toList();
        operation.setSecurity(List.of(new SecurityRequirement().addList(SCHEME, scopes)));
        if (isTextOfJson(method)) {
            operation
                    .getResponses()
                    .forEach(
                            (_, response) -> {
                                if (response.getContent() != null) {
                                    response.getContent()
                                            .forEach(
                                                    (type, content) -> {
                                                        if (type.endsWith("json")) {
                                                            content.setSchema(object());
                                                        }
                                                    });
                                }
                            });
        }
        return operation;
    }

    /// A method that answers with JSON which is written already.
    private static boolean isTextOfJson(HandlerMethod method) {
        return method.getMethod().getGenericReturnType() instanceof ParameterizedType type
                && type.getActualTypeArguments()[0] == String.class;
    }

    private static Schema<?> object() {
        Schema<Object> schema = new Schema<>();
        schema.setTypes(Set.of("object"));
        return schema;
    }

    @Override
    public void customise(OpenAPI document) {
        document.setInfo(new Info().title(say("title")).version("v1").description(say("about")));
        document.setServers(List.of(new Server().url("/")));
        Components components =
                document.getComponents() == null ? new Components() : document.getComponents();
        document.setComponents(components);
        components.addSecuritySchemes(
                SCHEME,
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description(say("token")));
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(components::addSchemas);
        Set<String> tags = new TreeSet<>();
        document.getPaths()
                .forEach(
                        (path, item) ->
                                item.readOperationsMap()
                                        .forEach(
                                                (method, operation) ->
                                                        tags.add(
                                                                complete(
                                                                        path, method, operation))));
        document.setTags(
                tags.stream()
                        .map(tag -> new Tag().name(tag).description(say("tag." + tag)))
                        .toList());
    }

    /// @return the tag
    private String complete(String path, PathItem.HttpMethod method, Operation operation) {
        String tag = path.split("/", -1)[SEGMENT_OF_TAG];
        operation.setTags(List.of(tag));
        operation.setSummary(say("operation." + operation.getOperationId()));
        List<Parameter> parameters =
                operation.getParameters() == null
                        ? new ArrayList<>()
                        : new ArrayList<>(operation.getParameters());
        if (method == PathItem.HttpMethod.POST) {
            parameters.add(
                    new Parameter()
                            .in("header")
                            .name(OnceFilter.KEY)
                            .required(false)
                            .schema(text(1, 200)));
        }
        for (Parameter parameter : parameters) {
            parameter.setDescription(
                    messages.getMessage(
                            "api.parameter." + parameter.getName().toLowerCase(Locale.ROOT),
                            null,
                            null,
                            LocaleContextHolder.getLocale()));
        }
        operation.setParameters(parameters.isEmpty() ? null : parameters);
        for (ProblemCode code : problems(path, method, operation, parameters)) {
            answer(operation, code);
        }
        return tag;
    }

    private static Set<ProblemCode> problems(
            String path,
            PathItem.HttpMethod method,
            Operation operation,
            List<Parameter> parameters) {
        Set<ProblemCode> codes = new TreeSet<>();
        codes.addAll(
                List.of(
                        ProblemCode.UNAUTHENTICATED,
                        ProblemCode.FORBIDDEN,
                        ProblemCode.NOT_ACCEPTABLE,
                        ProblemCode.RATE_LIMITED,
                        ProblemCode.DEFECT));
        if (path.contains("{")) {
            codes.add(ProblemCode.NOT_FOUND);
        }
        if (method != PathItem.HttpMethod.GET) {
            codes.addAll(List.of(ProblemCode.REFUSED, ProblemCode.TOO_LARGE, ProblemCode.INVALID));
        }
        if (operation.getRequestBody() != null) {
            codes.addAll(List.of(ProblemCode.MALFORMED, ProblemCode.UNSUPPORTED_MEDIA_TYPE));
        }
        if (parameters.stream().anyMatch(parameter -> "query".equals(parameter.getIn()))) {
            codes.add(ProblemCode.INVALID);
        }
        if (parameters.stream().anyMatch(parameter -> IF_MATCH.equals(parameter.getName()))) {
            codes.addAll(List.of(ProblemCode.CHANGED_SINCE, ProblemCode.VERSION_REQUIRED));
        }
        return codes;
    }

    private void answer(Operation operation, ProblemCode code) {
        ApiResponse response =
                new ApiResponse()
                        .description(
                                messages.getMessage(
                                        code.titleKey(), null, LocaleContextHolder.getLocale()))
                        .content(
                                new Content()
                                        .addMediaType(
                                                PROBLEM_JSON,
                                                new MediaType()
                                                        .schema(
                                                                new Schema<>()
                                                                        .$ref(
                                                                                "#/components/schemas/Problem"))));
        if (code == ProblemCode.RATE_LIMITED) {
            response.setHeaders(Map.of(HttpHeaders.RETRY_AFTER, new Header().schema(seconds())));
        }
        operation.getResponses().addApiResponse(String.valueOf(code.status().value()), response);
    }

    private static Schema<?> seconds() {
        Schema<Object> schema = new Schema<>();
        schema.setTypes(Set.of("integer"));
        return schema;
    }

    private static Schema<?> text(int shortest, int longest) {
        Schema<Object> schema = new Schema<>();
        schema.setTypes(Set.of("string"));
        schema.setMinLength(shortest);
        schema.setMaxLength(longest);
        return schema;
    }

    private String say(String key, @Nullable Object... arguments) {
        return messages.getMessage("api." + key, arguments, LocaleContextHolder.getLocale());
    }
}
