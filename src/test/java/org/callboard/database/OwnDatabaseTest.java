package org.callboard.database;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of somebody's own, whose administrator has run what the README says: Callboard's user may make no roles. */
class OwnDatabaseTest {

    private static final String USER = "plain_owner";

    @TempDir
    private Path directory;

    private void run(DatabaseSettings.Outside user, String sql) throws Exception {
        Database.asOwner(new DatabaseSettings(directory, user), connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute(sql.replace("USER", USER));
            }
            return 0;
        });
    }

    @Test
    void callboardStartsWithoutTheRightToMakeRoles() throws Exception {
        DatabaseSettings.Outside administrator = Server.emptyDatabase("owned");
        run(administrator, """
                do $$ begin
                    if not exists (select from pg_roles where rolname = 'USER') then
                        create role USER login password 'owned';
                    end if;
                end $$;
                grant callboard_app, callboard_search to USER;
                grant create, usage on schema public to USER with grant option;
                grant create on database owned to USER
                """);
        DatabaseSettings.Outside user = new DatabaseSettings.Outside(administrator.url(), USER, "owned");
        try {
            assertThatCode(() -> Database.open(user.url(), user.user(), user.password())
                            .close())
                    .doesNotThrowAnyException();
        } finally {
            run(Server.emptyDatabase("owned"), "revoke callboard_app, callboard_search from USER");
        }
    }
}
