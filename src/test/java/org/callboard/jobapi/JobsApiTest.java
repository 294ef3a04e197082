package org.callboard.jobapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.jobs.Jobs;
import org.callboard.jobs.Priority;
import org.callboard.testing.Api;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Jobs, as programs read them. */
class JobsApiTest {

    private final Shop shop = new Shop();
    private final Api api = shop.tenant.api();
    private final String jobs = api.path("jpm/v2", "/jobs");
    private final long customer = shop.customer("Robin Hale", "937-555-0100", "7 Elm St");

    private long job(Priority priority) {
        return shop.tenant.caller.call(() -> {
            long location = Server.bean(JdbcClient.class)
                    .sql("select id from location")
                    .query(Long.class)
                    .single();
            return Server.bean(Jobs.class)
                    .book(shop.tenant.id, shop.jobDraft(customer, location, "priority", priority));
        });
    }

    private List<Long> order(String sort) {
        Api.Answer answer = api.get(jobs + "?sort=" + sort);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json()
                .get("data")
                .valueStream()
                .map(job -> job.get("id").longValue())
                .toList();
    }

    @Test
    void theOrderOfPrioritiesIsNotThatOfTheirNames() {
        long high = job(Priority.High);
        long low = job(Priority.Low);
        long urgent = job(Priority.Urgent);
        long normal = job(Priority.Normal);
        long second = job(Priority.Low);
        for (String sort : List.of("Priority", "priority", "%2BPriority", "+Priority")) {
            assertThat(order(sort)).as(sort).containsExactly(low, second, normal, high, urgent);
        }
        assertThat(order("-Priority")).containsExactly(urgent, high, normal, second, low);
        assertThat(order("-Id")).containsExactly(second, normal, urgent, low, high);
        assertThat(Office.wrong(api.get(jobs + "?sort=JobType&page=0"))).containsExactly("page", "sort");
    }

    @Test
    void aJobHoldsNoExternalDataWhosesoeverIsAskedFor() {
        String url = jobs + "/" + job(Priority.Normal);
        Api.Answer named = api.get(url + "?externalDataApplicationGuid=0191d5b0-0000-7000-8000-000000000000");
        assertThat(named.text()).isEqualTo(api.get(url).text());
        assertThat(named.header("Callboard-Ignored")).isNull();
        assertThat(Office.wrong(api.get(url + "?externalDataApplicationGuid=x")))
                .containsExactly("externalDataApplicationGuid");
    }
}
