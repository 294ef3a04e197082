package org.callboard.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;

/** Which failures the database is to blame for, and which a request or a row of a list. */
class DatabaseOutageTest {

    @ParameterizedTest
    @CsvSource({
        "08006, true, the connection broke",
        "08001, true, there is none to be had",
        "57P01, true, the server is stopped",
        "57P03, true, it starts",
        "57014, true, a statement took too long",
        "53300, true, it has too many connections",
        "25006, true, it is a standby now",
        "25P03, true, a transaction was open too long",
        "23505, false, a key is taken",
        "40P01, false, two waited for each other",
        "42P01, false, there is no such table",
        "22001, false, a value is too long",
    })
    void aStateTellsWhoIsToBlame(String state, boolean outage, String why) {
        SQLException cause = new SQLException(why, state);
        assertThat(DatabaseOutage.isBehind(new UncategorizedSQLException("keep", null, cause)))
                .as(why)
                .isEqualTo(outage);
        assertThat(DatabaseOutage.isBehind(new IllegalStateException(new DataIntegrityViolationException("", cause))))
                .as("however far behind: " + why)
                .isEqualTo(outage);
    }
}
