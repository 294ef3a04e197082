package org.callboard.database;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class DatabaseConfiguration {

    /** PostgreSQL keeps microseconds; a finer clock would give other times at once than after a read. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }

    @Bean
    DataSource dataSource(Database database) {
        return database.dataSource();
    }

    /** An embedded server that was killed is back within a second. */
    @Bean(initMethod = "start", destroyMethod = "close")
    DatabaseWatch databaseWatch(Database database) {
        return new DatabaseWatch(database);
    }
}
