package org.jieti.server.tokens.api;

import io.swagger.v3.oas.models.OpenAPI;
import java.util.Locale;
import org.jieti.server.shared.web.Open;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.web.bind.annotation.RestController;

/// The document of the API by OpenAPI 3.1, at `/v3/api-docs`, in the language that is asked for.
/// It is open to anybody: it says what there is, and nothing of what is kept.
@Open(Open.To.ANYBODY)
@RestController
public final class ApiDocument extends OpenApiWebMvcResource {
    ApiDocument(
            ObjectFactory<OpenAPIService> document,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties settings,
            SpringDocProviders providers,
            SpringDocCustomizers customizers) {
        super(document, requests, responses, operations, settings, providers, customizers);
    }

    /// The document in a language.
    public OpenAPI in(Locale language) {
        return getOpenApi("/", language);
    }
}
