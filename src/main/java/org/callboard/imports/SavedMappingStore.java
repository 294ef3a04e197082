package org.callboard.imports;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.callboard.sheets.ImportKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes what people said that the columns of files hold. */
@Repository
class SavedMappingStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    SavedMappingStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<List<String>> find(long tenant, ImportKind kind, String shape) {
        return jdbc.sql(
                        "select fields from import_mapping where tenant_id = :tenant and kind = :kind and shape = :shape")
                .param("tenant", tenant)
                .param("kind", kind.name())
                .param("shape", shape)
                .query((row, number) -> List.of((String[]) row.getArray(1).getArray()))
                .optional();
    }

    void put(long tenant, ImportKind kind, String shape, List<String> fields) {
        jdbc.sql("""
                insert into import_mapping (tenant_id, kind, shape, fields, used_on)
                values (:tenant, :kind, :shape, :fields, :now)
                on conflict (tenant_id, kind, shape) do update set fields = excluded.fields, used_on = excluded.used_on
                """)
                .param("tenant", tenant)
                .param("kind", kind.name())
                .param("shape", shape)
                .param("fields", fields.toArray(String[]::new))
                .param("now", clock.instant())
                .update();
    }

    void delete(long tenant, ImportKind kind, String shape) {
        jdbc.sql("delete from import_mapping where tenant_id = :tenant and kind = :kind and shape = :shape")
                .param("tenant", tenant)
                .param("kind", kind.name())
                .param("shape", shape)
                .update();
    }
}
