package org.callboard.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.access.OpenResponse.Person;
import org.callboard.access.OpenResponse.Program;
import org.callboard.access.OpenResponse.Recipient;
import org.callboard.access.OpenResponse.Rights;
import org.callboard.database.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OpenResponseStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    OpenResponseStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What each of them may do now, in their order, whatever companies they are of. */
    List<Rights> rights(List<Recipient> all) {
        return jdbc.sql("""
                select role, scopes
                from rights_now(:tenants::bigint[], :users::bigint[], :sessions::text[], :generations::integer[],
                    :connections::bigint[], :providers::bigint[], :now)
                order by place
                """)
                .param("tenants", all.stream().map(Recipient::tenant).toArray(Long[]::new))
                .param("users", ofPeople(all, one -> one.user().id()).toArray(Long[]::new))
                .param("sessions", ofPeople(all, Person::session).toArray(String[]::new))
                .param(
                        "generations",
                        ofPeople(all, one -> one.user().generation()).toArray(Integer[]::new))
                .param(
                        "connections",
                        ofPrograms(all, one -> one.app().connectionId()).toArray(Long[]::new))
                .param(
                        "providers",
                        ofPrograms(all, one -> one.app().bookingProviderId()).toArray(Long[]::new))
                .param("now", clock.instant().toEpochMilli())
                .query(OpenResponseStore::rights)
                .list();
    }

    private static <T> Stream<@Nullable T> ofPeople(List<Recipient> all, Function<Person, @Nullable T> value) {
        return all.stream().map(one -> one instanceof Person person ? value.apply(person) : null);
    }

    private static <T> Stream<@Nullable T> ofPrograms(List<Recipient> all, Function<Program, @Nullable T> value) {
        return all.stream().map(one -> one instanceof Program program ? value.apply(program) : null);
    }

    private static Rights rights(ResultSet row, int number) throws SQLException {
        String role = row.getString("role");
        List<String> scopes = Rows.textsOrNull(row, "scopes");
        return new Rights(
                role == null ? null : Role.valueOf(role),
                scopes == null
                        ? Set.of()
                        : scopes.stream()
                                .map(Scope::of)
                                .flatMap(Optional::stream)
                                .collect(Collectors.toSet()));
    }
}
