package org.callboard.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.testing.Office.ok;
import static org.callboard.testing.Office.wrong;

import org.callboard.testing.Api;
import org.callboard.testing.Contract;
import org.callboard.testing.Office;
import org.junit.jupiter.api.Test;

/** Tags of many customers at once: all or nothing. */
class BulkTagsApiTest {

    private final Office office = new Office();
    private final String tags = office.api.path("crm/v2", "/tags");
    private final long vip = office.tagType("VIP");
    private final long slow = office.tagType("Slow payer");
    private final long ada = office.customer("Ada").get("id").longValue();
    private final long bob = office.customer("Bob").get("id").longValue();

    private Api.Answer put(String body) {
        return Contract.check("BulkTags_AddTags", Api.send(office.api.request("PUT", tags, body)));
    }

    private Api.Answer delete(String body) {
        return Contract.check("BulkTags_RemoveTags", Api.send(office.api.request("DELETE", tags, body)));
    }

    private int tagsOf(long customer) {
        return ok(office.api.get(office.customers + "/" + customer))
                .get("tagTypeIds")
                .size();
    }

    @Test
    void tagsAreAddedAndRemovedAsASet() {
        String body = "{\"customerIds\":[%d,\"%d\"],\"tagTypeIds\":[\"%d\",\"%d\"]}".formatted(ada, bob, vip, slow);
        for (int i = 0; i < 2; i++) {
            Api.Answer added = put(body);
            assertThat(added.status()).as(added.text()).isEqualTo(200);
            assertThat(added.text()).isEmpty();
        }
        assertThat(tagsOf(ada)).isEqualTo(2);
        assertThat(tagsOf(bob)).isEqualTo(2);
        Api.Answer removed = delete("{\"customerIds\":[%d,%d],\"tagTypeIds\":[%d]}".formatted(ada, bob, vip));
        assertThat(removed.status()).as(removed.text()).isEqualTo(200);
        assertThat(removed.text()).isEmpty();
        assertThat(tagsOf(ada)).isEqualTo(1);
        assertThat(office.actions("customer", bob)).containsExactly("tags removed", "tags added", "created");
    }

    @Test
    void anUnknownIdIsNamedAndNothingIsDone() {
        Api.Answer answer = put("{\"customerIds\":[%d,987654],\"tagTypeIds\":[%d,\"876543\"]}".formatted(ada, vip));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("title").stringValue()).contains("987654", "876543");
        assertThat(answer.json().at("/data/customerIds/0").longValue()).isEqualTo(987654);
        assertThat(tagsOf(ada)).isZero();
        assertThat(delete("{\"customerIds\":[%d],\"tagTypeIds\":[876543]}".formatted(ada))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void bothListsAreNeeded() {
        assertThat(wrong(put("{}"))).containsExactly("customerIds", "tagTypeIds");
        assertThat(wrong(delete("{\"customerIds\":[\"x\"],\"tagTypeIds\":[]}")))
                .contains("customerIds[0]", "tagTypeIds");
        assertThat(wrong(Api.send(office.api.request("DELETE", tags, null)))).containsExactly("body");
    }
}
