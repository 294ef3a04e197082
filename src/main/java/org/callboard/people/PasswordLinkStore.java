package org.callboard.people;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the seals of links that set a new password. */
@Repository
class PasswordLinkStore {

    private final JdbcClient jdbc;

    PasswordLinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(long tenant, byte[] seal, long user, Instant expiresOn) {
        jdbc.sql("""
                insert into password_link (tenant_id, seal, user_id, expires_on)
                values (:tenant, :seal, :user, :expires)
                """)
                .param("tenant", tenant)
                .param("seal", seal)
                .param("user", user)
                .param("expires", expiresOn)
                .update();
    }

    /** Whose link it is, while it is good. */
    Optional<Long> user(long tenant, byte[] seal, Instant now) {
        return jdbc.sql("""
                select user_id from password_link where tenant_id = :tenant and seal = :seal and expires_on > :now
                """)
                .param("tenant", tenant)
                .param("seal", seal)
                .param("now", now)
                .query(Long.class)
                .optional();
    }

    /** Uses it up; false where somebody else did, or it is too old. */
    boolean use(long tenant, byte[] seal, Instant now) {
        return jdbc.sql("delete from password_link where tenant_id = :tenant and seal = :seal and expires_on > :now")
                        .param("tenant", tenant)
                        .param("seal", seal)
                        .param("now", now)
                        .update()
                == 1;
    }
}
