package org.callboard.telephone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.callboard.calls.Call;
import org.callboard.calls.CallEvent;
import org.callboard.calls.TellCall;
import org.callboard.database.Caller;
import org.callboard.phonelines.OwnNumber;
import org.callboard.phonelines.OwnNumbers;
import org.callboard.phonelines.WhoseNumber;
import org.callboard.telephone.TelephoneEventStore.Waiting;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Takes in what an account of Twilio sent and what was kept. */
@Service
class WorkOnEvent {

    private static final Logger log = LoggerFactory.getLogger(WorkOnEvent.class);
    private static final int MOST_TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private final TelephoneEventStore events;
    private final TelephoneSystemStore systems;
    private final TellCall tell;
    private final OwnNumbers ownNumbers;
    private final WhoseNumber whose;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    WorkOnEvent(
            TelephoneEventStore events,
            TelephoneSystemStore systems,
            TellCall tell,
            OwnNumbers ownNumbers,
            WhoseNumber whose,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock) {
        this.events = events;
        this.systems = systems;
        this.tell = tell;
        this.ownNumbers = ownNumbers;
        this.whose = whose;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Works on one that waits, and nothing where none does. Gives when to try again where that failed, empty where nothing is
     * left to do or it failed too often.
     */
    Optional<Instant> on(long tenant, long id) {
        try {
            transaction.executeWithoutResult(
                    status -> events.lockWaiting(tenant, id).ifPresent(waiting -> work(tenant, waiting)));
            return Optional.empty();
        } catch (RuntimeException e) {
            log.warn("telephone event {} of company {} failed", id, tenant, e);
            int tries = events.failed(tenant, id, String.valueOf(e.getMessage()));
            return tries >= MOST_TRIES
                    ? Optional.empty()
                    : Optional.of(clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << tries)));
        }
    }

    /** As the system that sent it, whose name the history shows. */
    private void work(long tenant, Waiting waiting) {
        new Caller(tenant, Caller.Kind.system, 0L, waiting.systemName()).run(() -> {
            TwilioRequest sent = json.readValue(waiting.body(), TwilioRequest.class);
            TwilioEvents said = new TwilioEvents(
                    waiting.systemId(),
                    sent,
                    line(tenant, sent.parameter("line")),
                    number -> ownNumbers.told(tenant, number).isPresent(),
                    telephone -> whose.agent(tenant, null, telephone, null).isPresent(),
                    waiting.receivedOn());
            Long call = null;
            for (CallEvent event : said.all()) {
                Call told = tell.tell(tenant, event);
                call = told.id();
            }
            events.worked(tenant, waiting.id(), call);
            systems.heard(tenant, waiting.systemId());
        });
    }

    private @Nullable String line(long tenant, @Nullable String said) {
        boolean isId = said != null && said.matches("[0-9]{1,15}");
        return isId
                ? ownNumbers
                        .find(tenant, Long.parseLong(said))
                        .map(OwnNumber::number)
                        .orElse(null)
                : null;
    }
}
