package org.callboard.contacts;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.callboard.database.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ContactPreferenceStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    ContactPreferenceStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is set for a method; a kind that is not set is missing. */
    Map<PreferenceKind, Boolean> of(long tenant, UUID method) {
        Map<PreferenceKind, Boolean> set = new EnumMap<>(PreferenceKind.class);
        jdbc.sql("select kind, value from contact_preference where tenant_id = :tenant and method_id = :method")
                .param("tenant", tenant)
                .param("method", method)
                .query(row -> {
                    set.put(PreferenceKind.valueOf(row.getString("kind")), row.getBoolean("value"));
                });
        return set;
    }

    void set(long tenant, UUID method, PreferenceKind kind, boolean value) {
        jdbc.sql("""
                insert into contact_preference (tenant_id, method_id, kind, value, modified_on, modified_by)
                values (:tenant, :method, :kind, :value, :now, :by)
                on conflict (tenant_id, method_id, kind)
                do update set value = excluded.value, modified_on = excluded.modified_on, modified_by = excluded.modified_by
                """)
                .param("tenant", tenant)
                .param("method", method)
                .param("kind", kind.name())
                .param("value", value)
                .param("now", clock.instant())
                .param("by", Caller.current().employeeId())
                .update();
    }

    void unset(long tenant, UUID method, PreferenceKind kind) {
        jdbc.sql("delete from contact_preference where tenant_id = :tenant and method_id = :method and kind = :kind")
                .param("tenant", tenant)
                .param("method", method)
                .param("kind", kind.name())
                .update();
    }
}
