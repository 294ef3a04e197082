package org.callboard.web.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.callboard.access.SignedInUser;
import org.callboard.queue.IncomingCall;
import org.callboard.queue.IncomingCall.Sight;
import org.jspecify.annotations.Nullable;

/**
 * The calls that a company has on the line, and for a moment those that it had, so that whoever saw them hears what became of
 * them. It never changes: with each change there is another one.
 */
final class CallsInView {

    static final CallsInView NONE = new CallsInView(List.of());

    /** How long it is told what became of a call. */
    private static final Duration REMEMBERED = Duration.ofSeconds(20);

    /** A call as the browser shows it. */
    record Shown(long id, int version, boolean rings, String html) {}

    /** A call that was shown and is no more. */
    record Gone(long id, int version, String words) {}

    /** All that somebody is to see; {@code user} lets a page know that it is meant. */
    record View(String user, List<Shown> calls, List<Gone> gone) {}

    /**
     * A call in view.
     *
     * @param rung for whom it rang while it was in view
     * @param goneOn when it was on the line no more; null while it is
     */
    private record InView(
            IncomingCall incoming,
            @Nullable String html,
            Set<Long> rung,
            @Nullable Instant goneOn) {

        private static final Comparator<InView> OLDEST_FIRST = Comparator.comparing(
                        (InView one) -> one.incoming.call().receivedOn())
                .thenComparing(InView::id);

        long id() {
            return incoming.call().id();
        }

        int version() {
            return incoming.call().version();
        }

        boolean isOld(Instant now) {
            return goneOn != null && goneOn.isBefore(now.minus(REMEMBERED));
        }

        /** Whether somebody for whom it rang is to hear what became of it: not whoever took it. */
        boolean goneFor(long user) {
            return rung.contains(user)
                    && !incoming.call().rings()
                    && !Long.valueOf(user).equals(incoming.call().claimedBy());
        }
    }

    private final List<InView> calls;

    private CallsInView(List<InView> calls) {
        this.calls = calls;
    }

    /** The same with these as they are by now, of which those that are on the line are drawn. */
    CallsInView with(List<IncomingCall> changed, Instant now, Function<IncomingCall, String> draw) {
        Map<Long, InView> known = new HashMap<>();
        calls.stream().filter(one -> !one.isOld(now)).forEach(one -> known.put(one.id(), one));
        changed.forEach(
                incoming -> known.compute(incoming.call().id(), (id, before) -> next(incoming, before, now, draw)));
        return new CallsInView(
                known.values().stream().sorted(InView.OLDEST_FIRST).toList());
    }

    /** The same without those on the line that are not among these, which are all that there are: no record of them is left. */
    CallsInView among(List<IncomingCall> all) {
        Set<Long> ids = all.stream().map(one -> one.call().id()).collect(Collectors.toSet());
        return new CallsInView(calls.stream()
                .filter(one -> one.goneOn != null || ids.contains(one.id()))
                .toList());
    }

    private static @Nullable InView next(
            IncomingCall incoming, @Nullable InView before, Instant now, Function<IncomingCall, String> draw) {
        if (before != null && before.version() > incoming.call().version()) {
            return before;
        }
        Set<Long> rung = new HashSet<>(incoming.users());
        if (before != null) {
            rung.addAll(before.rung);
        }
        if (incoming.call().rings() || incoming.call().talks()) {
            return new InView(incoming, draw.apply(incoming), rung, null);
        }
        return rung.isEmpty() ? null : new InView(incoming, null, rung, now);
    }

    /** The calls that are on the line as far as is known. */
    Set<Long> onTheLine() {
        return calls.stream().filter(one -> one.goneOn == null).map(InView::id).collect(Collectors.toSet());
    }

    View of(SignedInUser user) {
        List<Shown> shown = new ArrayList<>();
        List<Gone> gone = new ArrayList<>();
        for (InView one : calls) {
            Sight sight = one.incoming.sightOf(user.id());
            if (sight != Sight.None && one.html != null) {
                shown.add(new Shown(one.id(), one.version(), sight == Sight.Rings, one.html));
            } else if (one.goneFor(user.id())) {
                gone.add(new Gone(one.id(), one.version(), one.incoming.call().outcome()));
            }
        }
        return new View(user.tenantId() + "/" + user.id(), shown, gone);
    }
}
