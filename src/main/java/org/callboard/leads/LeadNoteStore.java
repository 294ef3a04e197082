package org.callboard.leads;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import org.callboard.platform.Caller;
import org.callboard.platform.Page;
import org.callboard.platform.Paging;
import org.callboard.platform.Rows;
import org.callboard.platform.Where;
import org.callboard.records.Note;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LeadNoteStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    LeadNoteStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Page<Note> page(Where where, Paging paging) {
        return where.page(jdbc, "select * from lead_note", "lead_note", paging, LeadNoteStore::note);
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
                .query(LeadNoteStore::note)
                .single();
    }

    private static Note note(ResultSet row, int number) throws SQLException {
        return new Note(
                row.getLong("id"),
                row.getString("text"),
                row.getBoolean("is_pinned"),
                row.getLong("created_by_id"),
                Rows.instant(row, "created_on"),
                Rows.instant(row, "modified_on"));
    }
}
