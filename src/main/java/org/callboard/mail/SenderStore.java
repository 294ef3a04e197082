package org.callboard.mail;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SenderStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    SenderStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Sender> find(long tenant) {
        return jdbc.sql("select name, reply_to from mail_sender where tenant_id = :tenant")
                .param("tenant", tenant)
                .query((row, number) -> new Sender(row.getString("name"), row.getString("reply_to")))
                .optional();
    }

    void put(long tenant, Sender sender) {
        jdbc.sql("""
                insert into mail_sender (tenant_id, name, reply_to, modified_on)
                values (:tenant, :name, :replyTo, :now)
                on conflict (tenant_id) do update
                set name = excluded.name, reply_to = excluded.reply_to, modified_on = excluded.modified_on
                """)
                .param("tenant", tenant)
                .param("name", sender.name())
                .param("replyTo", sender.replyTo())
                .param("now", clock.instant())
                .update();
    }
}
