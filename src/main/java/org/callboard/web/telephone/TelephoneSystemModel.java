package org.callboard.web.telephone;

import java.util.List;
import org.callboard.http.PublicUrl;
import org.callboard.phonelines.OwnNumber;
import org.callboard.phonelines.OwnNumbers;
import org.callboard.phonelines.WhoseNumber;
import org.callboard.telephone.TelephoneEvent;
import org.callboard.telephone.TelephoneSystem;
import org.callboard.telephone.TelephoneSystems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the pages of telephone systems show. */
@Component
class TelephoneSystemModel {

    private static final int EVENTS = 20;

    /** @param canTwilio whether what Twilio sends can be checked: Callboard's own address is known, and begins with https */
    record All(List<TelephoneSystem> systems, boolean canTwilio) {}

    /**
     * A system.
     *
     * @param base what the addresses begin with; a path alone where nobody said what Callboard's own address is
     * @param lines what is pasted at Twilio for each own number
     * @param events what it sent, the newest first
     * @param older the event before which there are more; null where there are none
     */
    record One(
            TelephoneSystem system,
            String base,
            boolean canTwilio,
            List<TwilioLine> lines,
            List<EventRow> events,
            @Nullable Long older,
            boolean latest) {}

    private final TelephoneSystems systems;
    private final OwnNumbers numbers;
    private final WhoseNumber whose;
    private final PublicUrl url;

    TelephoneSystemModel(TelephoneSystems systems, OwnNumbers numbers, WhoseNumber whose, PublicUrl url) {
        this.systems = systems;
        this.numbers = numbers;
        this.whose = whose;
        this.url = url;
    }

    All all(long tenant) {
        return new All(systems.all(tenant), canTwilio());
    }

    One one(long tenant, long id, @Nullable Long before) {
        TelephoneSystem system = systems.get(tenant, id);
        List<TelephoneEvent> events = systems.events(tenant, id, before, EVENTS + 1);
        List<EventRow> shown = events.stream().limit(EVENTS).map(EventRow::of).toList();
        boolean more = events.size() > EVENTS;
        String path = system.path();
        List<TwilioLine> lines = path == null
                ? List.of()
                : numbers.all(tenant).stream()
                        .filter(OwnNumber::active)
                        .map(line ->
                                TwilioLine.of(url.forOthers(path), line, whose.telephones(tenant, line.ringGroupId())))
                        .toList();
        return new One(
                system,
                path == null ? url.forAsker("") : url.forOthers(path),
                canTwilio(),
                lines,
                shown,
                more ? shown.getLast().id() : null,
                before == null);
    }

    private boolean canTwilio() {
        return url.isSet() && url.forOthers("").startsWith("https:");
    }
}
