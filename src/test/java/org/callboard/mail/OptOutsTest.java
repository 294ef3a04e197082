package org.callboard.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** It is asked for every booking and every attempt, so it must not look through all contacts of a company. */
class OptOutsTest {

    private final Shop shop = new Shop();
    private final JdbcClient jdbc = Server.bean(JdbcClient.class);

    @Test
    void anAddressIsFoundThroughItsIndex() {
        long customer = shop.customer("Ada", "937 555 0142", "12 Oak St");
        shop.tenant.caller.run(() -> {
            for (String owner : List.of("customer", "location")) {
                jdbc.sql("insert into contact_point"
                                + " (tenant_id, owner_kind, owner_id, entry_id, position, email, form, extension, attaches)"
                                + " select :tenant, :owner, (select max(id) from " + owner + "), -n, 0, true,"
                                + " 'a' || n || '@b.test', '', true from generate_series(1, 20000) n")
                        .param("tenant", shop.tenant.id)
                        .param("owner", owner)
                        .update();
            }
            Server.analyze("contact_point");
            assertThat(plan(OptOutStore.WANTS_NO_MAIL))
                    .contains("contact_point_by_form")
                    .contains("(id = owner.id)")
                    .doesNotContain("Seq Scan on contact_point");
            assertThat(plan(OptOutStore.WANTS_NO_TEXT))
                    .contains("contact_point_by_form")
                    .doesNotContain("Seq Scan on contact_point");
            jdbc.sql("update customer set do_not_mail = true where id = ?")
                    .param(customer)
                    .update();
            OptOutStore refusals = Server.bean(OptOutStore.class);
            assertThat(refusals.of(shop.tenant.id, Channel.Mail, "A77@b.test")).isPresent();
            assertThat(refusals.of(shop.tenant.id, Channel.Mail, "c77@b.test")).isEmpty();
        });
    }

    private String plan(String query) {
        return String.join(
                "\n",
                jdbc.sql("explain (costs off) " + query)
                        .param("tenant", shop.tenant.id)
                        .param("typed", "a77@b.test")
                        .param("deliverable", "a77@b.test")
                        .param("number", "+19375550142")
                        .query(String.class)
                        .list());
    }
}
