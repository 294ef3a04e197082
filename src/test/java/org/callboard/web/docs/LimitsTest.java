package org.callboard.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.callboard.testing.Api;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The numbers in docs/api.md are those of the code. */
class LimitsTest {

    private static final JsonNode SCHEMAS = Api.send(HttpRequest.newBuilder(URI.create(Server.url() + "/openapi.json"))
                    .build())
            .json()
            .at("/components/schemas");

    private final SoftAssertions all = new SoftAssertions();

    @Test
    void everyLimitIsWhatTheCodeHoldsRequestsTo() throws Exception {
        row("calls of a connection", Long.parseLong(constant("access.CallSettings", "USUAL")));
        row("a token", seconds("access.Clients", "TOKEN_LIFE") - 1);
        row("a body", number("server.Admission", "JSON") >> 20, number("requests.RecordBinder", "MAX_RECORDS"));
        row("any string", number("requests.RecordBinder", "MAX_STRING"));
        row("a page", number("paging.Paging", "LARGEST_SIZE"), number("paging.Paging", "DEFAULT_SIZE"));
        row("`ids`", number("paging.Ids", "MAX"));
        row("`externalDataValues`", number("details.PlaceFilter", "MAX_VALUES"));
        row(
                "`Idempotency-Key`",
                number("idempotency.IdempotentRequests", "MAX_KEY"),
                seconds("idempotency.IdempotentResponseStore", "KEPT") / 3600);
        row("an answer of a feed", number("exports.Exports", "PAGE"));
        row("websites", number("access.AllowedOrigins", "MAX"));
        row("booking: `source`", size("CreateBookingRequest/name"), size("CreateBookingRequest/externalId"));
        row("booking: `summary`", size("CreateBookingRequest/summary"));
        row(
                "booking: `contacts`",
                size("CreateBookingRequest/contacts"),
                size("BookingContactModel/value"),
                size("BookingContactModel/memo"));
        row(
                "booking: `uploadedImages`",
                size("CreateBookingRequest/uploadedImages"),
                size("CreateBookingRequest/uploadedImages/items"),
                number("pictures.BookingPictures", "MAX"));
        row("booking: `dismissingMemo`", size("DismissBookingModel/dismissingMemo"));
        row(
                "an uploaded picture",
                number("pictures.Pictures", "LARGEST") >> 20,
                number("pictures.ImageProcessor", "MAX_POINTS") / 1_000_000,
                number("pictures.ImageProcessor", "MAX_POINTS_HELD") / 1_000_000,
                number("pictures.ImageProcessor", "MAX_SIDE"),
                seconds("pictures.UntakenPictures", "PATIENCE") / 3600);
        row("customer, location: `name`", size("CreateCustomerRequest/name"), size("UpdateLocationRequest/name"));
        row("customer, location: `contacts`", size("CreateCustomerRequest/contacts"));
        row("customer: `locations`", size("CreateCustomerRequest/locations"));
        row(
                "customer, location: `tagTypeIds`",
                size("CreateCustomerRequest/tagTypeIds"),
                size("CreateLocationRequest/customFields"),
                size("CustomFieldUpdate/value"));
        row(
                "customer, location: `externalData`",
                size("ExternalDataUpdate/externalData"),
                size("ExternalDataEntry/key"),
                size("ExternalDataEntry/value"));
        row("lead: `summary`", size("LeadCreateRequest/summary"), size("LeadCreateRequest/tagTypeIds"));
        row(
                "lead: `leadCustomerName`",
                size("LeadCreateRequest/leadCustomerName"),
                size("LeadCreateRequest/leadPhone"),
                size("LeadCreateRequest/leadEmail"));
        row("contact (person)", size("CreateContactRequest/name"), size("ReplaceContactRequest/referenceId"));
        row("note, follow-up", size("CreateCustomerNote/text"), size("CreateFollowUpRequest/text"));
        row("bulk tags", size("BulkTags/customerIds"), size("BulkTags/tagTypeIds"));
        row("address", size("NewAddress/street"), size("NewAddress/city"), size("AddressModel/zip"));
        row(
                "webhooks of a company",
                number("webhooks.Webhooks", "MAX"),
                number("webhooks.Webhooks", "MAX_OF_A_CONNECTION"),
                size("CreateWebhookRequest/url"),
                size("CreateWebhookRequest/description"));
        row(
                "a webhook's receiver",
                seconds("webhooks.Sender", "SILENCE"),
                seconds("webhooks.Deliver", "GIVE_UP") / 86_400,
                number("webhooks.Deliver", "AT_ONCE"));
        row("a replaced secret", seconds("webhooks.Webhooks", "OVERLAP") / 3600);
        row("a deleted or changed right", seconds("access.Apps", "STALE"));
        all.assertAll();
    }

    /** One line of the table of limits holds these numbers. */
    private void row(String beginning, long... numbers) throws IOException {
        String limits = Files.readString(Path.of("docs", "api.md")).split("## Limits\n")[1];
        List<String> lines = limits.lines()
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| " + beginning))
                .toList();
        assertThat(lines).as(beginning).hasSize(1);
        List<String> words = Arrays.asList(lines.getFirst().split("[^0-9,]+|,(?![0-9])"));
        for (long number : numbers) {
            all.assertThat(words).as(beginning).contains(String.format(Locale.US, "%,d", number));
        }
    }

    /** What a field of a request may hold, as the published document says it: characters or items. */
    private static long size(String field) {
        String[] parts = field.split("/");
        JsonNode schema = SCHEMAS.at("/" + parts[0] + "/properties/" + parts[1] + (parts.length > 2 ? "/items" : ""));
        return (schema.has("maxLength") ? schema.get("maxLength") : schema.get("maxItems")).longValue();
    }

    private static long number(String type, String name) throws ReflectiveOperationException {
        return Long.parseLong(constant(type, name));
    }

    private static long seconds(String type, String name) throws ReflectiveOperationException {
        return Duration.parse(constant(type, name)).toSeconds();
    }

    private static String constant(String type, String name) throws ReflectiveOperationException {
        Field field = Class.forName("org.callboard." + type).getDeclaredField(name);
        field.setAccessible(true);
        return field.get(null).toString();
    }
}
