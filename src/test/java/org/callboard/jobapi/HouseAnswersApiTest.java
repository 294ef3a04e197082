package org.callboard.jobapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.testing.Office.ok;

import org.callboard.bookingscripts.BookingScripts;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.testing.Api;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A program answers what a job type asks: nothing is needed of it, and what is about the house stays there. */
class HouseAnswersApiTest {

    private final Shop shop = new Shop();
    private final long customer = shop.customer("Robin Hale", "937-555-0100", "7 Elm St");
    private final long location = shop.tenant.caller.call(() -> Server.bean(JdbcClient.class)
            .sql("select id from location")
            .query(Long.class)
            .single());
    private final long gate = shop.tenant.caller.call(() -> {
        CustomFieldTypes fields = Server.bean(CustomFieldTypes.class);
        long field = fields.add(shop.tenant.id, "job", "Gate code", DataType.Text, null)
                .id();
        Server.bean(BookingScripts.class).ask(shop.tenant.id, shop.jobType, field, true, null);
        fields.askAboutHouse(shop.tenant.id, field, true);
        return field;
    });
    private final Api api = shop.tenant.api();

    @Test
    void theAnswerOfAProgramIsKeptAtTheLocation() {
        assertThat(ok(api.get(api.path("jpm/v2", "/job-types/" + shop.jobType)))
                        .get("customFieldTypeIds")
                        .toString())
                .isEqualTo("[" + gate + "]");
        ok(book("")); // nothing is needed of a program
        assertThat(atLocation()).isEmpty();
        JsonNode job = ok(book(answer("4417")));
        assertThat(job.at("/customFields/0/value").stringValue()).isEqualTo("4417");
        assertThat(atLocation()).isEqualTo("4417");
        ok(api.patch(
                api.path("jpm/v2", "/jobs/" + job.get("id").longValue()),
                "{" + answer("0912#") + "\"summary\": \"x\"}"));
        assertThat(atLocation()).isEqualTo("0912#");
    }

    private String answer(String value) {
        return "\"customFields\": [{\"typeId\": %d, \"value\": \"%s\"}], ".formatted(gate, value);
    }

    private Api.Answer book(String more) {
        return api.post(api.path("jpm/v2", "/jobs"), """
                {%s"customerId": %d, "locationId": %d, "businessUnitId": %d, "jobTypeId": %d, "campaignId": %d,
                 "priority": "Normal", "appointments": [
                    {"start": "2027-03-01T14:00:00Z", "end": "2027-03-01T16:00:00Z", "technicianIds": []}]}
                """.formatted(
                        more, customer, location, shop.unit, shop.jobType, shop.campaign));
    }

    private String atLocation() {
        JsonNode value =
                ok(api.get(api.path("crm/v2", "/locations/" + location))).at("/customFields/0/value");
        return value.isMissingNode() ? "" : value.stringValue();
    }
}
