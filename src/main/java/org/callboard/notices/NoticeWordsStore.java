package org.callboard.notices;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.callboard.wordings.MessageWords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps a company's words for each kind; where they are the standard's, that they are. */
@Repository
class NoticeWordsStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeWordsStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Map<NoticeKind, MessageWords> all(long tenant) {
        Map<NoticeKind, MessageWords> all = new EnumMap<>(NoticeKind.class);
        for (NoticeKind kind : NoticeKind.values()) {
            all.put(kind, kind.standard());
        }
        jdbc.sql("select * from appointment_wording where tenant_id = :tenant")
                .param("tenant", tenant)
                .query(row -> {
                    NoticeKind kind = NoticeKind.valueOf(row.getString("kind"));
                    all.put(
                            kind,
                            MessageWords.of(
                                    row.getBoolean("by_mail"),
                                    row.getString("subject"),
                                    row.getString("body"),
                                    row.getBoolean("by_text"),
                                    row.getString("text_body"),
                                    kind.standard()));
                });
        return all;
    }

    void save(long tenant, NoticeKind kind, MessageWords words) {
        MessageWords standard = kind.standard();
        jdbc.sql("""
                insert into appointment_wording (tenant_id, kind, by_mail, subject, body, by_text, text_body, modified_on)
                values (:tenant, :kind, :byMail, :subject, :body, :byText, :textBody, :now)
                on conflict (tenant_id, kind) do update
                set by_mail = excluded.by_mail, subject = excluded.subject, body = excluded.body,
                    by_text = excluded.by_text, text_body = excluded.text_body, modified_on = excluded.modified_on
                """)
                .param("tenant", tenant)
                .param("kind", kind.name())
                .param("byMail", words.byMail())
                .param("subject", MessageWords.unlessSame(words.subject(), standard.subject()))
                .param("body", MessageWords.unlessSame(words.body(), standard.body()))
                .param("byText", words.byText())
                .param("textBody", MessageWords.unlessSame(words.textBody(), standard.textBody()))
                .param("now", clock.instant())
                .update();
    }
}
