package org.callboard.web.calls;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.callboard.access.Role;
import org.callboard.testing.Eventually;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What becomes of a stream whose browser is no longer there. */
class CallsStreamTest {

    private final TestTenant tenant = TestTenant.create();

    @Test
    void theServerMayNoticeFirstThatABrowserLeft() {
        Logger logger = (Logger) LoggerFactory.getLogger(CallsStream.class);
        Level level = logger.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.DEBUG);
        try {
            Server.bean(CallsStream.class).open(tenant.user(Role.CSR)).complete();
            Eventually.is(
                    List.of(Level.DEBUG),
                    () -> List.copyOf(log.list).stream()
                            .filter(event -> event.getFormattedMessage().startsWith("company " + tenant.id + ":"))
                            .map(ILoggingEvent::getLevel)
                            .toList());
        } finally {
            logger.setLevel(level);
            logger.detachAppender(log);
        }
    }
}
