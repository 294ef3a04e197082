package org.callboard.bookings;

import java.time.Clock;
import org.callboard.wordings.MessageWords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps a company's words; where they are the default's, that they are, so that a better default reaches it. */
@Repository
class ConfirmationStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    ConfirmationStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    MessageWords find(long tenant) {
        return jdbc.sql("select * from booking_confirmation where tenant_id = :tenant")
                .param("tenant", tenant)
                .query((row, number) -> MessageWords.of(
                        row.getBoolean("by_mail"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getBoolean("by_text"),
                        row.getString("text_body"),
                        Confirmations.STANDARD))
                .optional()
                .orElse(Confirmations.STANDARD);
    }

    void save(long tenant, MessageWords words) {
        MessageWords standard = Confirmations.STANDARD;
        jdbc.sql("""
                insert into booking_confirmation (tenant_id, by_mail, subject, body, by_text, text_body, modified_on)
                values (:tenant, :byMail, :subject, :body, :byText, :textBody, :now)
                on conflict (tenant_id) do update
                set by_mail = excluded.by_mail, subject = excluded.subject, body = excluded.body,
                    by_text = excluded.by_text, text_body = excluded.text_body, modified_on = excluded.modified_on
                """)
                .param("tenant", tenant)
                .param("byMail", words.byMail())
                .param("subject", MessageWords.unlessSame(words.subject(), standard.subject()))
                .param("body", MessageWords.unlessSame(words.body(), standard.body()))
                .param("byText", words.byText())
                .param("textBody", MessageWords.unlessSame(words.textBody(), standard.textBody()))
                .param("now", clock.instant())
                .update();
    }
}
