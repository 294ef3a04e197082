package org.callboard.jobapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.jobs.Jobs;
import org.callboard.jobs.Priority;
import org.callboard.testing.Api;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Statements;
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

    /** However many there are and whatever they are narrowed to: no list asks for each of its rows. */
    @Test
    void aListIsReadInAsManyStatementsHoweverLongItIs() {
        long first = job(Priority.Low);
        List<String> lists = List.of(
                jobs + "?technicianId=1&tagTypeIds=1",
                jobs + "?sort=-Priority",
                jobs,
                api.path("jpm/v2", "/appointments?customerId=" + customer),
                api.path("jpm/v2", "/appointments?number=" + first + "-1"),
                api.path("dispatch/v2", "/appointment-assignments?jobId=" + first),
                api.path("accounting/v2", "/invoices"),
                jobs + "/" + first + "/notes",
                jobs + "/cancel-reasons?ids=" + first,
                jobs + "/hold-reasons?ids=" + first);
        Office.ok(api.get(jobs)); // the first call of a connection looks at more
        List<Integer> one = lists.stream().map(this::statements).toList();
        for (int i = 0; i < 5; i++) {
            job(Priority.Normal);
        }
        assertThat(lists.stream().map(this::statements).toList()).isEqualTo(one);
        assertThat(one).allMatch(count -> count <= 2);
    }

    private int statements(String path) {
        return Statements.of(() -> Office.ok(api.get(path))).size();
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
