package org.callboard.web.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.access.Role;
import org.callboard.testing.Office;
import org.callboard.testing.Shop;
import org.callboard.testing.Statements;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

/** A page costs as many statements for a customer with much on record as for a new one. */
class PageStatementsTest {

    private final Office office = new Office();
    private final long customer = office.customer("Jordan Reyes").get("id").longValue();
    private final Visitor viewer = Visitor.signedIn(office.tenant.user(Role.Viewer));

    @Test
    void theNumberOfStatementsDoesNotGrow() {
        long location = office.ids(office.locations).getFirst();
        office.api.post(office.customers + "/" + customer + "/notes", "{\"text\":\"one\"}");
        office.api.post(office.locations + "/" + location + "/notes", "{\"text\":\"one\"}");
        List<String> pages = List.of(
                "/customers/" + customer,
                "/locations/" + location,
                "/customers/" + customer + "/history",
                "/locations/" + location + "/history");
        List<List<String>> before =
                pages.stream().map(page -> statements(viewer, page)).toList();
        for (int i = 0; i < 5; i++) {
            String contact = "{\"type\":\"Phone\",\"value\":\"937-555-014%d\"}".formatted(i);
            for (String one : List.of(office.customers + "/" + customer, office.locations + "/" + location)) {
                office.api.post(one + "/contacts", contact);
                office.api.post(one + "/notes", "{\"text\":\"more\"}");
                office.api.post(one + "/tags/" + office.tagType("Tag " + one + i), "");
            }
            office.api.post(
                    office.locations,
                    "{\"customerId\":%d,\"name\":\"Place\",\"address\":%s}".formatted(customer, Office.ADDRESS));
        }
        assertThat(pages.stream().map(page -> statements(viewer, page)).toList())
                .isEqualTo(before);
        assertThat(before).allMatch(statements -> statements.size() <= 20);
    }

    @Test
    void theQueueIsOneStatementHoweverManyWait() {
        Shop shop = new Shop();
        Visitor dana = Visitor.signedIn(shop.tenant.user(Role.CSR));
        shop.booking("Jordan Reyes", "937-555-0142");
        List<String> before = statements(dana, "/calls");
        for (int i = 0; i < 5; i++) {
            shop.booking("Mel Ortiz", "937-555-014" + i);
        }
        assertThat(statements(dana, "/calls")).isEqualTo(before);
        assertThat(before)
                .filteredOn(statement -> statement.contains("from booking "))
                .hasSize(1);
    }

    /** Not counting what the sign-in and the badge of the follow-ups cost, which are asked for again every few seconds. */
    private static List<String> statements(Visitor viewer, String page) {
        return Statements.of(() -> assertThat(viewer.get(page).status()).isEqualTo(200)).stream()
                .filter(statement -> !statement.contains("app_user") && !statement.contains("spring_session"))
                .filter(statement -> !statement.contains("follow_up_date <= "))
                .map(statement -> statement.replaceAll("\\s+", " "))
                .toList();
    }
}
