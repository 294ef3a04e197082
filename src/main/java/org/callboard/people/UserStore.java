package org.callboard.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.callboard.access.Role;
import org.callboard.access.User;
import org.callboard.database.Rows;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UserStore {

    private static final String USER = """
            select u.*, e.name from app_user u
            join employee e on e.tenant_id = u.tenant_id and e.id = u.id
            where u.tenant_id = :tenant
            """;

    /** What sign-in needs to know of a user. */
    record Login(User user, String passwordHash) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    UserStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<User> all(long tenant) {
        return jdbc.sql(USER + " order by u.active desc, lower(e.name)")
                .param("tenant", tenant)
                .query(UserStore::user)
                .list();
    }

    Optional<User> find(long tenant, long id) {
        return jdbc.sql(USER + " and u.id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(UserStore::user)
                .optional();
    }

    /** Keeps others from changing it until the transaction ends, then reads it: it stands in two tables. */
    Optional<User> lock(long tenant, long id) {
        jdbc.sql("select id from employee where tenant_id = :tenant and id = :id for no key update")
                .param("tenant", tenant)
                .param("id", id)
                .query(Long.class)
                .optional();
        return find(tenant, id);
    }

    /** The tenants that know an e-mail address: the one question that is asked before a tenant is known. */
    List<Long> tenantsOf(String email) {
        return jdbc.sql("select tenant_id from sign_in_name where email = :email order by tenant_id")
                .param("email", email)
                .query(Long.class)
                .list();
    }

    Optional<Login> login(long tenant, String email) {
        return jdbc.sql(USER + " and u.email = :email")
                .param("tenant", tenant)
                .param("email", email)
                .query((row, number) -> new Login(user(row, number), row.getString("password_hash")))
                .optional();
    }

    void signedIn(long tenant, long id) {
        jdbc.sql("""
                update app_user set last_sign_in_on = :now
                where tenant_id = :tenant and id = :id
                """)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    long insert(long tenant, String name, String email, Role role, String passwordHash) {
        long id = jdbc.sql("""
                insert into employee (tenant_id, name, role, email, created_on, modified_on)
                values (:tenant, :name, :role, :email, :now, :now) returning id
                """)
                .param("tenant", tenant)
                .param("name", name)
                .param("role", role.employeeRole().name())
                .param("email", email)
                .param("now", clock.instant())
                .query(Long.class)
                .single();
        jdbc.sql("""
                insert into app_user (tenant_id, id, email, password_hash, role, created_on, modified_on)
                values (:tenant, :id, :email, :hash, :role, :now, :now)
                """)
                .param("tenant", tenant)
                .param("id", id)
                .param("email", email)
                .param("hash", passwordHash)
                .param("role", role.name())
                .param("now", clock.instant())
                .update();
        insertSignInName(tenant, id, email);
        return id;
    }

    void update(long tenant, long id, String name, String email, Role role, boolean active) {
        jdbc.sql("""
                update employee set name = :name, email = :email, role = :role, active = :active, modified_on = :now
                where tenant_id = :tenant and id = :id
                """)
                .param("name", name)
                .param("email", email)
                .param("role", role.employeeRole().name())
                .param("active", active)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .update();
        jdbc.sql("""
                with links as (delete from password_link where tenant_id = :tenant and user_id = :id)
                update app_user set email = :email, role = :role, active = :active, modified_on = :now
                where tenant_id = :tenant and id = :id
                """)
                .param("email", email)
                .param("role", role.name())
                .param("active", active)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .update();
        jdbc.sql("delete from sign_in_name where tenant_id = :tenant and user_id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .update();
        insertSignInName(tenant, id, email);
    }

    String passwordHash(long tenant, long id) {
        return jdbc.sql("select password_hash from app_user where tenant_id = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** Sets a new password, ends the user's sessions, and uses up the links that were sent to them. */
    void setPassword(long tenant, long id, String hash) {
        setPassword(tenant, id, null, hash);
    }

    /** The same, if the password is still the one that was known. */
    boolean replacePassword(long tenant, long id, String known, String hash) {
        return setPassword(tenant, id, known, hash);
    }

    private boolean setPassword(long tenant, long id, @Nullable String known, String hash) {
        return jdbc.sql("""
                        with links as (delete from password_link where tenant_id = :tenant and user_id = :id)
                        update app_user set password_hash = :hash, session_generation = session_generation + 1
                        where tenant_id = :tenant and id = :id
                            and (:known::text is null or password_hash = :known)
                        """)
                        .param("hash", hash)
                        .param("known", known)
                        .param("tenant", tenant)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Whether the database refused a change since no active owner would be left; it holds this also for changes at once. */
    static boolean wouldLeaveNoOwner(DataIntegrityViolationException refusal) {
        return refusal.getMostSpecificCause() instanceof PSQLException cause
                && cause.getServerErrorMessage() != null
                && "app_user_keeps_an_owner"
                        .equals(cause.getServerErrorMessage().getConstraint());
    }

    private void insertSignInName(long tenant, long id, String email) {
        jdbc.sql("insert into sign_in_name (email, tenant_id, user_id) values (:email, :tenant, :id)")
                .param("email", email)
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    private static User user(ResultSet row, int number) throws SQLException {
        return new User(
                row.getLong("id"),
                row.getString("name"),
                row.getString("email"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("active"),
                row.getInt("session_generation"),
                Rows.instantOrNull(row, "last_sign_in_on"));
    }
}
