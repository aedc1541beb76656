package org.jieti.server.tokens.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The document of the API as a page shows it.
///
/// @param about what holds for all operations
record DocumentView(String about, List<Section> sections, List<Form> forms) {
    private static final String OF_SCHEMAS = "#/components/schemas/";
    private static final String PROBLEM = "Problem";

    /// The operations on one subject.
    record Section(String tag, String title, List<Call> calls) {}

    /// An operation.
    ///
    /// @param scopes that its token needs
    /// @param problems statuses of its problems
    record Call(
            String id,
            String method,
            String path,
            String summary,
            List<String> scopes,
            List<Given> parameters,
            List<Message> bodies,
            List<Message> answers,
            List<Message> problems) {}

    /// A parameter.
    record Given(String name, String in, boolean isNeeded, Kind kind, String about) {}

    /// A body or an answer.
    ///
    /// @param status of an answer; empty for a body
    /// @param type of media; empty for an answer without a body
    record Message(String status, String about, String type, Kind kind) {}

    /// A kind of value.
    ///
    /// @param text as `array of`; empty where the form says all
    /// @param form the form of data that it has; null for a plain value
    record Kind(String text, @Nullable String form) {}

    /// A form of data.
    record Form(String name, List<Field> fields) {}

    /// A field of a form.
    record Field(String name, Kind kind, boolean isNeeded) {}

    static DocumentView of(OpenAPI document) {
        Map<String, List<Call>> calls = new TreeMap<>();
        new TreeMap<>(document.getPaths())
                .forEach(
                        (path, item) ->
                                item.readOperationsMap()
                                        .forEach(
                                                (method, operation) ->
                                                        calls.computeIfAbsent(
                                                                        operation
                                                                                .getTags()
                                                                                .getFirst(),
                                                                        _ -> new ArrayList<>())
                                                                .add(
                                                                        call(
                                                                                path,
                                                                                method.name(),
                                                                                operation))));
        Map<String, String> titles = new TreeMap<>();
        for (Tag tag : document.getTags()) {
            titles.put(tag.getName(), tag.getDescription());
        }
        List<Section> sections = new ArrayList<>();
        calls.forEach(
                (tag, of) -> sections.add(new Section(tag, titles.getOrDefault(tag, tag), of)));
        List<Form> forms = new ArrayList<>();
        new TreeMap<>(document.getComponents().getSchemas())
                .forEach((name, schema) -> forms.add(form(name, schema)));
        return new DocumentView(document.getInfo().getDescription(), sections, forms);
    }

    private static Call call(String path, String method, Operation operation) {
        List<Given> parameters = new ArrayList<>();
        if (operation.getParameters() != null) {
            for (Parameter each : operation.getParameters()) {
                parameters.add(
                        new Given(
                                each.getName(),
                                each.getIn(),
                                Boolean.TRUE.equals(each.getRequired()),
                                kind(each.getSchema()),
                                each.getDescription() == null ? "" : each.getDescription()));
            }
        }
        List<Message> answers = new ArrayList<>();
        List<Message> problems = new ArrayList<>();
        for (Map.Entry<String, ApiResponse> each : operation.getResponses().entrySet()) {
            for (Message message :
                    messages(each.getKey(), each.getValue().getDescription(), each.getValue())) {
                (PROBLEM.equals(message.kind().form()) ? problems : answers).add(message);
            }
        }
        return new Call(
                operation.getOperationId(),
                method,
                path,
                operation.getSummary(),
                operation.getSecurity().getFirst().values().iterator().next(),
                parameters,
                operation.getRequestBody() == null
                        ? List.of()
                        : messages("", "", operation.getRequestBody().getContent()),
                answers,
                problems);
    }

    private static List<Message> messages(String status, String about, ApiResponse response) {
        return messages(status, about, response.getContent());
    }

    private static List<Message> messages(String status, String about, @Nullable Content content) {
        if (content == null || content.isEmpty()) {
            return List.of(new Message(status, about, "", new Kind("", null)));
        }
        List<Message> messages = new ArrayList<>();
        content.forEach(
                (type, media) ->
                        messages.add(new Message(status, about, type, kind(media.getSchema()))));
        return messages;
    }

    private static Form form(String name, Schema<?> schema) {
        List<Field> fields = new ArrayList<>();
        if (schema.getProperties() != null) {
            schema.getProperties()
                    .forEach(
                            (field, value) ->
                                    fields.add(
                                            new Field(
                                                    field,
                                                    kind(value),
                                                    schema.getRequired() != null
                                                            && schema.getRequired()
                                                                    .contains(field))));
        }
        return new Form(name, fields);
    }

    private static Kind kind(@Nullable Schema<?> schema) {
        if (schema == null) {
            return new Kind("", null);
        }
        if (schema.get$ref() != null) {
            return new Kind("", schema.get$ref().substring(OF_SCHEMAS.length()));
        }
        if (schema.getItems() != null) {
            Kind of = kind(schema.getItems());
            return new Kind("array of " + of.text(), of.form());
        }
        StringBuilder text =
                new StringBuilder(
                        schema.getTypes() == null
                                ? String.valueOf(schema.getType())
                                : String.join(" | ", schema.getTypes()));
        if (schema.getFormat() != null) {
            text.append(" (").append(schema.getFormat()).append(')');
        }
        if (schema.getEnum() != null) {
            text.append(": ")
                    .append(
                            String.join(
                                    ", ", schema.getEnum().stream().map(String::valueOf).toList()));
        }
        return new Kind(text.toString(), null);
    }
}
