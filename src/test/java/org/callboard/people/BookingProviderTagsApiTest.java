package org.callboard.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.testing.Api;
import org.callboard.testing.Contract;
import org.callboard.testing.TestTenant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The sources of bookings, over HTTP. */
class BookingProviderTagsApiTest {

    private final Api api = TestTenant.create().api();
    private final String tags = api.path("crm/v2", "/booking-provider-tags");

    private Api.Answer create(String name) {
        return Contract.check(
                "BookingProviderTags_Create",
                api.post(tags, "{\"tagName\":\"" + name + "\",\"description\":\"of a test\"}"));
    }

    @Test
    void aTagIsCreatedReadAndChanged() {
        JsonNode tag = create("Website").json();
        String own = tags + "/" + tag.get("id").longValue();
        JsonNode read = Contract.check("BookingProviderTags_Get", api.get(own)).json();
        assertThat(read.get("tagName").stringValue()).isEqualTo("Website");
        assertThat(read.get("active").booleanValue()).isTrue();
        JsonNode changed = Contract.check("BookingProviderTags_Update", api.patch(own, "{\"tagName\":\"Web\"}"))
                .json();
        assertThat(changed.get("tagName").stringValue()).isEqualTo("Web");
        assertThat(changed.get("description").stringValue()).isEqualTo("of a test");
    }

    @Test
    void aWrongTagIsRefused() {
        create("Website");
        assertThat(create("Website").status()).isEqualTo(409);
        Api.Answer empty = Contract.check("BookingProviderTags_Create", api.post(tags, "{}"));
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.json().get("errors").propertyNames()).containsExactlyInAnyOrder("tagName", "description");
        assertThat(Contract.check("BookingProviderTags_Get", api.get(tags + "/987654321"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aListIsFilteredByName() {
        create("Website");
        create("Marketplace");
        assertThat(names("")).containsExactly("Website", "Marketplace");
        assertThat(names("?name=MARKET&includeTotal=true")).containsExactly("Marketplace");
    }

    private List<String> names(String query) {
        return Contract.check("BookingProviderTags_GetList", api.get(tags + query))
                .json()
                .get("data")
                .valueStream()
                .map(tag -> tag.get("tagName").stringValue())
                .toList();
    }
}
