package org.callboard.leads;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
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

    /** The notes that are not what was said at a follow-up, which its own line tells; pinned ones first, then the newest. */
    List<Note> besideFollowUps(long tenant, long lead, int most) {
        return jdbc.sql("""
                select * from lead_note n
                where tenant_id = :tenant and lead_id = :lead and not exists (
                    select from lead_follow_up f where f.tenant_id = :tenant and f.lead_id = :lead and f.note_id = n.id
                )
                order by pinned desc, id desc limit :most
                """)
                .param("tenant", tenant)
                .param("lead", lead)
                .param("most", most)
                .query(LeadNoteStore::note)
                .list();
    }

    Note insert(long tenant, long lead, String text, boolean pinned) {
        return jdbc.sql("""
                insert into lead_note (tenant_id, lead_id, text, pinned, created_on, created_by, modified_on)
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
                row.getBoolean("pinned"),
                row.getLong("created_by"),
                Rows.instant(row, "created_on"),
                Rows.instant(row, "modified_on"));
    }
}
