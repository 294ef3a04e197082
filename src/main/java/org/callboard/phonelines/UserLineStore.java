package org.callboard.phonelines;

import org.callboard.database.RecordMapper;
import org.callboard.phonelines.UserLines.Lines;
import org.callboard.refusals.Refusal.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UserLineStore {

    record Holder(long id, String name, boolean active) {}

    private static final RecordMapper<Lines> LINES = RecordMapper.of(Lines.class);
    private static final RecordMapper<Holder> HOLDERS = RecordMapper.of(Holder.class);

    private static final String HOLDER = """
            select u.id, e.name, u.active from app_user u
            join employee e on e.tenant_id = u.tenant_id and e.id = u.id
            where u.tenant_id = :tenant and u.COLUMN = :value
            """;

    private final JdbcClient jdbc;

    UserLineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** NotFound where there is no such user. */
    Lines of(long tenant, long user) {
        return jdbc.sql("select extension, telephone from app_user where tenant_id = :tenant and id = :user")
                .param("tenant", tenant)
                .param("user", user)
                .query(LINES.rows())
                .optional()
                .orElseThrow(() -> new NotFound("User", user));
    }

    @Nullable
    Holder hasExtension(long tenant, @Nullable String extension) {
        return holder("extension", tenant, extension);
    }

    @Nullable
    Holder hasTelephone(long tenant, @Nullable String telephone) {
        return holder("telephone", tenant, telephone);
    }

    private @Nullable Holder holder(String column, long tenant, @Nullable String value) {
        return value == null
                ? null
                : jdbc.sql(HOLDER.replace("COLUMN", column))
                        .param("tenant", tenant)
                        .param("value", value)
                        .query(HOLDERS.rows())
                        .optional()
                        .orElse(null);
    }

    /** Takes what somebody gets from those who had it and are deactivated. */
    void leave(long tenant, long user, Lines lines) {
        jdbc.sql("""
                update app_user set extension = nullif(extension, :extension), telephone = nullif(telephone, :telephone)
                where tenant_id = :tenant and id <> :user and not active
                    and (extension = :extension or telephone = :telephone)
                """)
                .params(LINES.params(lines))
                .param("tenant", tenant)
                .param("user", user)
                .update();
    }

    /** The field that two got at the same time. */
    static String taken(DuplicateKeyException e) {
        return String.valueOf(e.getMessage()).contains("app_user_telephone") ? "telephone" : "extension";
    }

    void update(long tenant, long user, Lines lines) {
        jdbc.sql("""
                update app_user set extension = :extension, telephone = :telephone
                where tenant_id = :tenant and id = :user
                """)
                .params(LINES.params(lines))
                .param("tenant", tenant)
                .param("user", user)
                .update();
    }
}
