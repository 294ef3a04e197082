package org.callboard.leads;

import java.time.Clock;
import org.callboard.platform.Caller;
import org.callboard.platform.Page;
import org.callboard.platform.Paging;
import org.callboard.platform.RecordMapper;
import org.callboard.platform.Where;
import org.callboard.records.Note;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LeadNoteStore {

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

    Note insert(long tenant, long lead, String text, boolean pinned) {
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
