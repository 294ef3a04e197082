package org.callboard.secrets;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the installation a new signing key every quarter, without anybody noticing. */
@Configuration(proxyBeanMethods = false)
class TokenKeyRotation {

    private static final Logger log = LoggerFactory.getLogger(TokenKeyRotation.class);
    private static final Duration AGE = Duration.ofDays(90);

    @Bean
    RecurringTask<Void> rotateTokenKey(TokenKeys keys) {
        return Tasks.recurring("rotate-token-key", FixedDelay.ofHours(24)).execute((instance, context) -> {
            if (keys.rotateIfOlderThan(AGE)) {
                log.info("tokens are signed with a new key from now on");
            }
        });
    }
}
