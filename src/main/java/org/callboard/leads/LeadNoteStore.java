package org.callboard.leads;

import java.time.Clock;
import org.callboard.database.Caller;
import org.callboard.database.RecordMapper;
import org.callboard.details.Note;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class LeadNoteStore {

    private static final RecordMapper<Note> NOTES = RecordMapper.of(Note.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    LeadNoteStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Page<Note> page(Where where, Paging paging) {
        return where.page(jdbc, "select * from lead_note", "lead_note", paging, NOTES.rows());
    }

    public Note insert(long tenant, long lead, String text, boolean pinned) {
        return jdbc.sql("""
                insert into lead_note (tenant_id, lead_id, text, is_pinned, created_on, created_by_id, modified_on)
                values (:tenant, :lead, :text, :pinned, :now, :by, :now)
                returning *
                """)
                .param("tenant", tenant)
                .param("lead", lead)
                .param("text", text)
                .param("pinned", pinned)
                .param("now", clock.instant())
                .param("by", Caller.current().employeeId())
                .query(NOTES.rows())
                .single();
    }
}
