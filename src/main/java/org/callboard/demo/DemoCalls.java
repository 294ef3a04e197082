package org.callboard.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.LongConsumer;
import org.callboard.callbacks.CallBack;
import org.callboard.callbacks.CallBacks;
import org.callboard.callbacks.DismissCallBack;
import org.callboard.callbacks.ReachCallBack;
import org.callboard.callbacks.TryCallBack;
import org.callboard.callbacks.TryOutcome;
import org.callboard.calls.CallDirection;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.database.Caller;
import org.callboard.demo.DemoTelephone.Line;
import org.jspecify.annotations.Nullable;

/** The telephone calls of the past weeks and of these hours: told by the telephones, answered by people, at their times. */
class DemoCalls {

    private static final int SEED = 555;

    /** What goes on or waits just now, and so is made again when the queue has run dry. */
    private static final Set<String> PRESENT = Set.of("missed", "tried", "talking", "wrap-up");

    private final DemoTelephone telephone;
    private final DemoCallOutcomes outcomes;
    private final CallBacks callBacks;
    private final TryCallBack tryCallBack;
    private final ReachCallBack reach;
    private final DismissCallBack dismiss;

    DemoCalls(
            DemoTelephone telephone,
            DemoCallOutcomes outcomes,
            CallBacks callBacks,
            TryCallBack tryCallBack,
            ReachCallBack reach,
            DismissCallBack dismiss) {
        this.telephone = telephone;
        this.outcomes = outcomes;
        this.callBacks = callBacks;
        this.tryCallBack = tryCallBack;
        this.reach = reach;
        this.dismiss = dismiss;
    }

    /** Plans them all: those of the days before, and those of the last hours at whatever hour it is. */
    void plan(Lookup lookup, Map<String, List<DemoCustomers.Place>> places, Timeline timeline, Instant now) {
        plan(lookup, places, timeline, now, DemoText.of("calls"));
    }

    /** Lets it go on: those who call now, and whom nobody has called back yet. */
    void createPresent(Lookup lookup, Instant now) {
        List<DemoText.Row> present = DemoText.of("calls").stream()
                .filter(row -> PRESENT.contains(row.text(0)) && !row.text(1).startsWith("-"))
                .toList();
        Timeline timeline = new Timeline();
        plan(lookup, Map.of(), timeline, now, present);
        timeline.play(now);
    }

    private void plan(
            Lookup lookup,
            Map<String, List<DemoCustomers.Place>> places,
            Timeline timeline,
            Instant now,
            List<DemoText.Row> rows) {
        Optional<Caller> system = telephone.system(lookup.tenant());
        if (system.isEmpty() || lookup.csrs().isEmpty()) {
            return;
        }
        Map<String, String> numbers = telephone.numbers(lookup.tenant());
        for (int i = 0; i < rows.size(); i++) {
            DemoText.Row row = rows.get(i);
            Instant when = when(lookup, row, now);
            Random random = new Random(SEED + i);
            boolean busy = row.text(0).equals("talking") || row.text(0).equals("wrap-up");
            List<Caller> csrs = lookup.csrs();
            int first = busy && csrs.size() > 1 ? 1 : 0; // who looks around here is the first, and free
            Caller csr = csrs.get(first + i % (csrs.size() - first));
            new Planned(lookup, places, timeline, row, system.get(), numbers, when, csr, random).plan();
        }
    }

    private static Instant when(Lookup lookup, DemoText.Row row, Instant now) {
        String text = row.text(1);
        if (!text.startsWith("-")) {
            return now.minus(Duration.ofMinutes(Long.parseLong(text)));
        }
        String[] parts = text.substring(1).split(" ", -1);
        return now.atZone(lookup.zone())
                .toLocalDate()
                .minusDays(Long.parseLong(parts[0]))
                .atTime(LocalTime.parse(parts[1].length() == 4 ? "0" + parts[1] : parts[1]))
                .atZone(lookup.zone())
                .toInstant();
    }

    /** One line of the table. */
    private final class Planned {

        private final Lookup lookup;
        private final Map<String, List<DemoCustomers.Place>> places;
        private final Timeline timeline;
        private final DemoText.Row row;
        private final Instant when;
        private final Caller csr;
        private final Random random;
        private final Line line;

        Planned(
                Lookup lookup,
                Map<String, List<DemoCustomers.Place>> places,
                Timeline timeline,
                DemoText.Row row,
                Caller system,
                Map<String, String> numbers,
                Instant when,
                Caller csr,
                Random random) {
            this.lookup = lookup;
            this.places = places;
            this.timeline = timeline;
            this.row = row;
            this.when = when;
            this.csr = csr;
            this.random = random;
            boolean internal = row.text(0).equals("internal");
            this.line = new Line(
                    system,
                    "office-" + when.getEpochSecond(),
                    row.text(0).equals("out") ? CallDirection.Outbound : CallDirection.Inbound,
                    row.text(2),
                    internal ? row.text(9) : numbers.get(row.text(3)),
                    row.text(4).isEmpty() ? null : row.text(4).toUpperCase(Locale.ROOT));
        }

        void plan() {
            switch (row.text(0)) {
                case "missed", "blocked" -> missed(null);
                case "tried" -> after(0, this::tryToReach);
                case "reached" -> after(0, this::reached);
                case "forgotten" -> after(0, this::forget);
                case "hand" ->
                    after(0, () -> {
                        long call = csr.call(() -> outcomes.open(lookup, row));
                        after(200, () -> close(call, "booked " + row.text(9)));
                    });
                case "internal" -> answered(row.text(9), 90, call -> {});
                case "out" -> callOut();
                case "talking" -> answered(extension(), 8 * 60 * 60, call -> {});
                case "wrap-up" -> answered(extension(), 300, call -> csr.run(() -> outcomes.type(lookup, row, call)));
                default ->
                    answered(
                            extension(),
                            random.nextInt(70, 280),
                            call -> after(
                                    random.nextInt(300, 400), () -> close(call, row.text(0) + " " + row.text(9))));
            }
        }

        private void callOut() {
            if (row.text(9).equals("answered")) {
                answered(extension(), random.nextInt(60, 200), call -> {});
            } else {
                missed(extension());
            }
        }

        private void missed(@Nullable String extension) {
            after(0, () -> telephone.tell(line, Kind.ringing, extension));
            after(random.nextInt(14, 40), () -> telephone.tell(line, Kind.missed, null));
        }

        /** @param then what follows when the talk is over, with the call's id */
        private void answered(@Nullable String extension, int seconds, LongConsumer then) {
            int rings = random.nextInt(4, 18);
            after(0, () -> telephone.tell(line, Kind.ringing, extension));
            after(rings, () -> telephone.tell(line, Kind.answered, extension));
            after(
                    rings + seconds,
                    () -> then.accept(telephone.tell(line, Kind.ended, null).id()));
        }

        private @Nullable String extension() {
            return telephone.extension(lookup.tenant(), csr.userId());
        }

        private void after(int seconds, Runnable what) {
            timeline.at(when.plusSeconds(seconds), what);
        }

        private void close(long call, String what) {
            csr.run(() -> outcomes.close(lookup, places, row, call, what, timeline));
        }

        private void tryToReach() {
            csr.run(() -> open().ifPresent(back -> tryCallBack.tried(
                    lookup.tenant(), back.id(), TryOutcome.valueOf(row.text(9)), row.textOrNull(11))));
        }

        private void reached() {
            open().ifPresent(back -> {
                long call = csr.call(
                        () -> reach.reached(lookup.tenant(), back.id(), null).id());
                after(random.nextInt(90, 280), () -> close(call, row.text(9)));
            });
        }

        private void forget() {
            csr.run(() -> open().ifPresent(back ->
                    dismiss.dismiss(lookup.tenant(), back.id(), lookup.reason(row.text(9)), row.textOrNull(11))));
        }

        private Optional<CallBack> open() {
            return callBacks.open(lookup.tenant(), "+1" + row.text(2).replaceAll("\\D", ""));
        }
    }
}
