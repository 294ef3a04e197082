package org.callboard.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.callboard.access.OpenResponse.Person;
import org.callboard.access.OpenResponse.Program;
import org.callboard.access.OpenResponse.Recipient;
import org.callboard.access.OpenResponse.Rights;
import org.callboard.http.ReadingMethods;
import org.callboard.server.ClientConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Ends what is still being sent to somebody who may not have it any more: streams of events, copies, lists on a slow line.
 * Whatever is read and takes longer than a moment is looked at once a second, all of it with one statement, and with none
 * where there is nothing of the kind. Changes are left alone: they end by themselves, wholly or not at all.
 */
@Component
class OpenResponses implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OpenResponses.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration MOMENT = Duration.ofMillis(500);
    private static final String ATTRIBUTE = OpenResponses.class.getName();

    private final OpenResponseStore store;
    private final Set<OpenResponse> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    OpenResponses(OpenResponseStore store) {
        this.store = store;
    }

    void watch(HttpServletRequest request, SignedInUser user, Role needed) {
        HttpSession session = request.getSession(false);
        watch(request, new Person(user, session == null ? "" : session.getId(), needed));
    }

    void watch(HttpServletRequest request, ConnectedApp app, Scope needed) {
        watch(request, new Program(app, needed));
    }

    private void watch(HttpServletRequest request, Recipient recipient) {
        if (ReadingMethods.contain(request.getMethod()) && request.getAttribute(ATTRIBUTE) == null) {
            OpenResponse answer = new OpenResponse(recipient, ClientConnection.of(request));
            request.setAttribute(ATTRIBUTE, answer);
            open.add(answer);
        }
    }

    /** The request is answered. */
    void end(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof OpenResponse answer) {
            answer.end();
            open.remove(answer);
        }
    }

    /** How many are on their way to a company. */
    long count(long tenant) {
        return open.stream()
                .filter(answer -> answer.recipient.tenant() == tenant)
                .count();
    }

    /** Looks at all that take longer than a moment. */
    void look(Duration moment) {
        open.removeIf(answer -> !answer.isOpen());
        List<OpenResponse> lasting =
                open.stream().filter(answer -> answer.isOlderThan(moment)).toList();
        if (lasting.isEmpty()) {
            return;
        }
        List<Rights> now =
                store.rights(lasting.stream().map(answer -> answer.recipient).toList());
        for (int i = 0; i < now.size(); i++) {
            OpenResponse answer = lasting.get(i);
            if (!answer.recipient.mayHave(now.get(i))) {
                answer.cut();
                open.remove(answer);
            }
        }
    }

    private void lookAgainAndAgain() {
        while (running) {
            try {
                Thread.sleep(BETWEEN_LOOKS);
                look(MOMENT);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("the rights of open answers could not be looked at, trying again: {}", e.getMessage());
            }
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("open-answers").start(this::lookAgainAndAgain);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
