package org.callboard.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Behind the row-level policy an index serves leakproof conditions alone; so what is found by one is held here. */
class CustomerSearchTest {

    private final Office office = new Office();
    private final long tenant = office.tenant.id;
    private final JdbcClient jdbc = Server.bean(JdbcClient.class);

    @Test
    void aNumberIsFoundThroughTheIndexOfHowItEnds() {
        long customer = office.customer("Ada").get("id").longValue();
        office.tenant.caller.run(() -> jdbc.sql("""
                insert into contact_point (tenant_id, owner_kind, owner_id, entry_id, position, email, form, extension, attaches)
                select :tenant, 'customer', :customer, -n, 0, false, '+1937' || (1000000 + n), '', true
                from generate_series(1, 20000) n
                """)
                .param("tenant", tenant)
                .param("customer", customer)
                .update());
        Server.analyze("contact_point");
        for (String phone : List.of("(937) 100-0042", "100-0042")) {
            Where where = new CustomerFilter(phone, null).applyTo(Where.tenant(tenant), "US");
            List<String> plan = office.tenant.caller.call(() -> where.page(
                            jdbc,
                            "explain (costs off) select id from customer",
                            "customer",
                            new Paging(1, 50, false),
                            (row, number) -> row.getString(1))
                    .data());
            assertThat(String.join("\n", plan))
                    .contains("contact_point_by_end", "(reversed >= '2400001")
                    .doesNotContain("Seq Scan on contact_point");
            assertThat(office.ids(office.customers + "?phone=" + phone.replace(" ", "%20")))
                    .containsExactly(customer);
        }
    }
}
