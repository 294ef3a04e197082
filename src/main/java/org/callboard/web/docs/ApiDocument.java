package org.callboard.web.docs;

import static java.util.Map.entry;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.access.Scope;
import org.callboard.http.ApiErrorResponse;
import org.callboard.http.Precondition;
import org.callboard.refusals.RefusalCode;
import org.callboard.validation.FieldErrors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the published document says beside its operations: who made it, how to sign in, what a refusal looks like. */
@Configuration
class ApiDocument {

    static final String TOKEN = "token";
    static final String APP_KEY = "appKey";
    static final String IDEMPOTENCY_KEY = "#/components/parameters/IdempotencyKey";
    static final String IF_MATCH = "#/components/parameters/IfMatch";
    static final String IF_NONE_MATCH = "#/components/parameters/IfNoneMatch";
    static final String NOT_MODIFIED = "#/components/responses/NotModified";
    static final String ETAG = "#/components/headers/ETag";
    static final String FOLLOW = "#/components/parameters/Follow";
    static final String MERGED_INTO = "#/components/headers/MergedInto";
    static final String CANONICAL = "#/components/headers/Canonical";
    static final String FOLLOWED = "#/components/headers/Followed";

    private static final String DESCRIPTION = """
            Callboard's API follows the CRM v2 contract of this trade, so a client written for that contract works after
            changing its base URL and its credentials.

            Take a token from `/connect/token` with the connection's client id and secret, and send it as
            `Authorization: Bearer …` together with the app's key in `ST-App-Key`. A token is good for 15 minutes.

            Lists come in pages of 1 to 5000 records (50 by default). Times are RFC 3339 in UTC. Parameters and fields
            that Callboard does not know, and parameters that are empty, are accepted and named in the header
            `Callboard-Ignored`; send `Prefer: handling=strict` to have them refused. An id that is empty is always
            refused.
            Parts of a new booking or lead that can't be kept are named there too: an inquiry is not lost for its data as
            long as the person can be reached.

            A reply with one record has its state's tag in `ETag`. Send it back as `If-Match` with a change, and the change
            is refused with 412 where somebody else was faster; send it as `If-None-Match` with a GET, and the answer is
            304 while nothing has changed.
            """;

    /** In their order, so that the document is the same at each start. */
    private static final SortedMap<Integer, String> REFUSALS = new TreeMap<>(Map.ofEntries(
            entry(400, "Something in the request is wrong; `errors` names every wrong field."),
            entry(401, "The token or the app key is missing, wrong or expired."),
            entry(403, "The connection may not do this."),
            entry(404, "There is no such record."),
            entry(406, "The answer is of no kind that `Accept` names."),
            entry(409, "The state of the record does not allow it."),
            entry(412, "The record is in another state than `If-Match` or `If-None-Match` wants."),
            entry(413, "The body is too long."),
            entry(415, "The body is of no kind that is taken here."),
            entry(422, "The Idempotency-Key was used for another request."),
            entry(429, "Too many calls; wait as long as `Retry-After` says.")));

    ApiDocument() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Precondition.class, FieldErrors.class);
    }

    static String refusal(int status) {
        return "Refused" + status;
    }

    @Bean
    OpenAPI openApi() {
        String version = ApiDocument.class.getPackage().getImplementationVersion();
        Components components = new Components()
                .addSecuritySchemes(TOKEN, token())
                .addSecuritySchemes(
                        APP_KEY,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name("ST-App-Key")
                                .description("The key of the app that the connection belongs to."))
                .addParameters("IdempotencyKey", idempotencyKey())
                .addParameters(
                        "IfMatch",
                        header(
                                Precondition.IF_MATCH,
                                "Tags in quotes as `ETag` gave them, separated by commas, or `*` for any state. The request"
                                        + " is refused with 412 unless the record has one of them."))
                .addParameters(
                        "IfNoneMatch",
                        header(
                                Precondition.IF_NONE_MATCH,
                                "Tags in quotes as `ETag` gave them, separated by commas, or `*` for any state. Where the"
                                        + " record has one of them, a GET answers 304 and a change 412; with `*` a PUT"
                                        + " only creates."))
                .addParameters(
                        "Follow",
                        header(
                                "Prefer",
                                "`merged=follow` (RFC 7240): where a customer or location that the request names was merged"
                                        + " into another one, that one is meant. An id that may be of either kind is not"
                                        + " followed."))
                .addHeaders(
                        "MergedInto",
                        new Header()
                                .description(
                                        "Who lives on instead of a customer or location that was merged: its id where"
                                                + " the path names the merged one, else `merged=living`, several separated by"
                                                + " commas.")
                                .schema(text()))
                .addHeaders(
                        "Canonical",
                        new Header()
                                .description("The record that lives on instead of one that was merged, as"
                                        + " `<path>; rel=\"canonical\"`.")
                                .schema(text()))
                .addHeaders(
                        "Followed",
                        new Header()
                                .description("`merged=follow` where an id in the request was followed.")
                                .schema(text()))
                .addHeaders(
                        "ETag",
                        new Header()
                                .description(
                                        "The tag of the record's state, in quotes. It is another after every change.")
                                .schema(text()))
                .addResponses(
                        "NotModified",
                        new ApiResponse()
                                .description("The record is in a state that `If-None-Match` names. There is no body.")
                                .addHeaderObject("ETag", new Header().$ref(ETAG)));
        REFUSALS.forEach((status, text) -> components.addResponses(refusal(status), answer(status, text)));
        return new OpenAPI()
                .info(new Info()
                        .title("Callboard")
                        .version(version == null ? "development" : version)
                        .description(DESCRIPTION)
                        .contact(new Contact().name("The operator of this installation"))
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/").description("This installation")))
                .security(List.of(new SecurityRequirement().addList(TOKEN).addList(APP_KEY)))
                .components(components);
    }

    /** The token endpoint is the authorization server's, so it is described by hand; schemas come sorted. */
    @Bean
    GlobalOpenApiCustomizer completed() {
        return document -> {
            ResolvedSchema error = ModelConverters.getInstance(true)
                    .resolveAsResolvedSchema(new AnnotatedType(ApiErrorResponse.class));
            describeCodes(error.schema);
            document.getComponents().addSchemas("ApiErrorResponse", error.schema);
            TokenOperation.describe(document);
            Words.explainTags(document);
            Examples.read().addTo(document);
            document.getComponents()
                    .setSchemas(new LinkedHashMap<>(
                            new java.util.TreeMap<>(document.getComponents().getSchemas())));
        };
    }

    /** An open list: a client is not to fail on a reason that came later. */
    private static void describeCodes(Schema<?> error) {
        Schema<?> code = text().description("Why, in a word. Where HTTP itself refuses it is the name of the status,"
                + " such as `not-acceptable`; else:\n"
                + Stream.of(RefusalCode.values())
                        .map(one -> "- `" + one.word() + "`: " + one.meaning())
                        .collect(Collectors.joining("\n")));
        code.addExtension(
                "x-extensible-enum",
                Stream.of(RefusalCode.values()).map(RefusalCode::word).toList());
        Schema<?> data = Objects.requireNonNull(error.getProperties().get("data"));
        data.description("For programs: why, and facts such as the id of the record that is in the way.");
        data.addProperty("code", code);
        data.addRequiredItem("code");
    }

    private static SecurityScheme token() {
        Scopes scopes = new Scopes();
        for (Scope scope : Scope.values()) {
            scopes.addString(scope.word(), scope.label());
        }
        return new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description(
                        "The scopes are those that the app has in Callboard; a client need not ask for them, and may ask"
                                + " for fewer.")
                .flows(new OAuthFlows()
                        .clientCredentials(
                                new OAuthFlow().tokenUrl("/connect/token").scopes(scopes)));
    }

    private static HeaderParameter idempotencyKey() {
        HeaderParameter parameter = header(
                "Idempotency-Key",
                "Any text of up to 255 characters. A request that is repeated with the same key within a day gets the first"
                        + " one's answer and is not carried out again.");
        parameter.getSchema().maxLength(255);
        return parameter;
    }

    private static HeaderParameter header(String name, String description) {
        HeaderParameter parameter = new HeaderParameter();
        parameter.name(name).required(false).description(description).schema(text());
        return parameter;
    }

    private static ApiResponse answer(int status, String text) {
        ApiResponse response = new ApiResponse().description(text).content(json("ApiErrorResponse"));
        if (status == 429) {
            Schema<?> seconds = new JsonSchema();
            seconds.addType("integer");
            response.addHeaderObject(
                    "Retry-After", new Header().description("Seconds to wait.").schema(seconds));
        }
        return response;
    }

    static Content json(String schema) {
        return new Content()
                .addMediaType(
                        "application/json",
                        new MediaType().schema(new JsonSchema().$ref(Objects.requireNonNull(schema))));
    }

    static Schema<?> text() {
        Schema<?> schema = new JsonSchema();
        schema.addType("string");
        return schema;
    }
}
