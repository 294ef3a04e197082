package org.callboard.web.docs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;

/** {@code POST /connect/token}, as the authorization server answers it. */
final class TokenOperation {

    private TokenOperation() {}

    static void describe(OpenAPI document) {
        document.getComponents()
                .addSchemas("TokenRequest", request())
                .addSchemas("TokenResponse", response())
                .addSchemas("TokenRefusal", refusal());
        Operation operation = new Operation()
                .operationId("Token_Create")
                .summary("Take a token")
                .description("OAuth 2.0 client credentials (RFC 6749, section 4.4). The client may also send its id and"
                        + " secret by HTTP Basic.")
                .addTagsItem("Token")
                .security(List.of())
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content()
                                .addMediaType(
                                        "application/x-www-form-urlencoded",
                                        new MediaType().schema(new JsonSchema().$ref("TokenRequest")))))
                .responses(new ApiResponses()
                        .addApiResponse(
                                "200",
                                new ApiResponse()
                                        .description("A token for 15 minutes.")
                                        .content(ApiDocument.json("TokenResponse")))
                        .addApiResponse(
                                "400",
                                new ApiResponse()
                                        .description("Also where the client is unknown or its secret wrong.")
                                        .content(ApiDocument.json("TokenRefusal"))));
        Paths paths = new Paths();
        paths.addPathItem("/connect/token", new PathItem().post(operation));
        document.getPaths().forEach(paths::addPathItem);
        document.setPaths(paths);
    }

    private static Schema<?> request() {
        Schema<Object> grant = new JsonSchema();
        grant.addType("string");
        grant.addEnumItemObject("client_credentials");
        return object(List.of("grant_type"))
                .addProperty("grant_type", grant)
                .addProperty("client_id", ApiDocument.text())
                .addProperty("client_secret", ApiDocument.text())
                .addProperty(
                        "scope",
                        ApiDocument.text()
                                .description("Scopes separated by spaces, to have a token that is good for no more."
                                        + " Without any it is good for all that the app has at each call."));
    }

    private static Schema<?> response() {
        Schema<?> seconds = new JsonSchema();
        seconds.addType("integer");
        return object(List.of("access_token", "scope", "token_type", "expires_in"))
                .addProperty("access_token", ApiDocument.text())
                .addProperty("token_type", ApiDocument.text())
                .addProperty("expires_in", seconds.description("Seconds; 900."))
                .addProperty(
                        "scope", ApiDocument.text().description("What the token is good for, separated by spaces."));
    }

    private static Schema<?> refusal() {
        return object(List.of("error"))
                .addProperty(
                        "error",
                        ApiDocument.text()
                                .description(
                                        "`invalid_client`, `invalid_scope`, `unsupported_grant_type` or another word of RFC 6749."));
    }

    private static Schema<?> object(List<String> required) {
        Schema<?> schema = new JsonSchema();
        schema.addType("object");
        schema.setRequired(required);
        return schema;
    }
}
