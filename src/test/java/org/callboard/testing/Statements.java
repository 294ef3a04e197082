package org.callboard.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the SQL statements of requests: Spring notes each one, on the thread that serves the request. */
public final class Statements {

    /** How the threads are called that serve requests. */
    public static final String REQUESTS = "request-";

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);

    private Statements() {}

    /** The statements that the work's requests made, in their order; background threads don't count. */
    public static List<String> of(Runnable work) {
        return of(REQUESTS, work);
    }

    /** The statements that were made meanwhile on threads whose names begin so, in their order. */
    public static List<String> of(String threads, Runnable work) {
        ListAppender<ILoggingEvent> notes = new ListAppender<>() {
            @Override
            protected void append(ILoggingEvent event) {
                event.prepareForDeferredProcessing(); // else the thread is the one that asks for its name
                super.append(event);
            }
        };
        notes.start();
        Level before = LOG.getLevel();
        boolean additive = LOG.isAdditive();
        LOG.addAppender(notes);
        LOG.setAdditive(false);
        LOG.setLevel(Level.DEBUG);
        try {
            work.run();
        } finally {
            LOG.setLevel(before);
            LOG.setAdditive(additive);
            LOG.detachAppender(notes);
        }
        return List.copyOf(notes.list).stream()
                .filter(event -> event.getThreadName().startsWith(threads))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.startsWith("Executing prepared SQL statement"))
                .toList();
    }
}
