package org.callboard.http;

import org.callboard.database.Database;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class HttpConfiguration {

    /** Entity tags carry the mark of a database that was put back. */
    @Bean
    ServletContextInitializer databaseOfEntityTags(Database database) {
        return context -> context.setAttribute(EntityTag.DATABASE, database);
    }
}
