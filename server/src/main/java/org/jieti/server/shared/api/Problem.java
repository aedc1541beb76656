package org.jieti.server.shared.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A problem as the API answers it, by RFC 9457.
///
/// @param type URI of the kind, the same for ever
/// @param title what it is, in the reader's language
/// @param detail what to do, in the reader's language
/// @param code the kind in one word
/// @param rule of a refusal, the rule that stands against it, the same for ever; null for none
/// @param reference of a defect, the number under which the log has it; null for none
/// @param errors what exactly is wrong with the request; null for none
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String rule,
        @Nullable String reference,
        @Nullable List<Flaw> errors) {

    /// One thing that is wrong with a request.
    ///
    /// @param pointer where in the body, as a JSON pointer; null where it is not in a JSON body
    /// @param parameter which parameter or header; null for none
    /// @param place where in a file that was sent: a cell, or line and column; null for none
    /// @param rule the rule that it breaks, the same for ever
    /// @param detail in the reader's language
    /// @param hint what to do; null for none
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Flaw(
            @Nullable String pointer,
            @Nullable String parameter,
            @Nullable String place,
            String rule,
            String detail,
            @Nullable String hint) {}
}
