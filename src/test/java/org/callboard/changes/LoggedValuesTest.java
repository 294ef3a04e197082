package org.callboard.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.callboard.access.Scope;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.customers.CustomerType;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.callboard.webhooks.WebhookEvent;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The change log holds every value as the wire writes it, and gives it back as JSON has it. */
class LoggedValuesTest {

    private final TestTenant tenant = TestTenant.create();

    @Test
    void aValueIsKeptAsTheWireWritesIt() {
        kept("12 \"Oak\"", "\"12 \\\"Oak\\\"\"", "12 \"Oak\"");
        kept(true, "true", true);
        kept(7L, "7", 7);
        kept(9_007_199_254_740_991L, "9007199254740991", 9_007_199_254_740_991L);
        kept(new BigDecimal("15000000.50"), "15000000.50", new BigDecimal("15000000.50"));
        kept(CustomerType.Residential, "\"Residential\"", "Residential");
        kept(Scope.BOOKINGS_READ, "\"bookings:read\"", "bookings:read");
        kept(WebhookEvent.LEAD_CREATED, "\"tn.crm.lead-created\"", "tn.crm.lead-created");
        kept(Instant.parse("2026-11-30T15:00:00.5Z"), "\"2026-11-30T15:00:00.500Z\"", "2026-11-30T15:00:00.500Z");
        kept(List.of(7L, 8L), "[7, 8]", List.of(7, 8));
        kept(new String[] {"Neighbor", "Web"}, "[\"Neighbor\", \"Web\"]", List.of("Neighbor", "Web"));
        kept(List.of(), "[]", List.of());
        kept(
                new Coordinates(39.7589, -84),
                "{\"latitude\": 39.7589, \"longitude\": -84.0}",
                Map.of("latitude", new BigDecimal("39.7589"), "longitude", new BigDecimal("-84.0")));
        kept(
                new Address("12 Oak St", "B", "Dayton", "OH", "45402", "USA"),
                "{\"zip\": \"45402\", \"city\": \"Dayton\", \"unit\": \"B\", \"state\": \"OH\", \"street\": \"12 Oak St\","
                        + " \"country\": \"USA\"}",
                Map.of(
                        "street",
                        "12 Oak St",
                        "unit",
                        "B",
                        "city",
                        "Dayton",
                        "state",
                        "OH",
                        "zip",
                        "45402",
                        "country",
                        "USA"));
    }

    private void kept(Object value, String stored, Object read) {
        tenant.caller.run(() -> {
            Changes changes = Server.bean(Changes.class);
            Server.bean(TransactionTemplate.class)
                    .executeWithoutResult(status -> changes.record(
                            EntityKind.TENANT, 1, Action.UPDATED, Diff.none().now("field", value)));
            Diff.Field field = changes.of(tenant.id, EntityKind.TENANT, 1)
                    .getFirst()
                    .fields()
                    .getFirst();
            assertThat(field).isEqualTo(new Diff.Field("field", null, read));
            assertThat(Server.bean(JdbcClient.class)
                            .sql("select (fields -> 0 -> 'after')::text from change order by sequence desc limit 1")
                            .query(String.class)
                            .single())
                    .isEqualTo(stored);
        });
    }
}
