package org.callboard.bench.rough;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.callboard.testing.Visitor;

/** Guesses the owner's password from many addresses while the owner goes on signing in; bench/rough/accounts. */
public final class Accounts {

    private static final int ADDRESSES = 20;
    private static final int AT_ONCE = 100;
    private static final int MAX_JUDGED = 10;
    private static final Duration MAX_LENGTH = Duration.ofSeconds(2);

    private record Guess(String answer, Duration time) {}

    private final String url;
    private final Path work;
    private final Duration spread;
    private final int guesses;
    private final ConcurrentLinkedQueue<Guess> seen = new ConcurrentLinkedQueue<>();
    private final AtomicInteger next = new AtomicInteger();
    private final List<String> faults = new ArrayList<>();

    private Accounts(Path work, int port, Duration spread, int guesses) {
        this.work = work;
        this.url = "http://localhost:" + port;
        this.spread = spread;
        this.guesses = guesses;
    }

    /** Arguments: a directory, the port, over how many seconds, how many guesses. */
    public static void main(String[] args) throws Exception {
        Accounts accounts = new Accounts(
                Path.of(args[0]).toAbsolutePath(),
                Integer.parseInt(args[1]),
                Duration.ofSeconds(Math.min(600, Long.parseLong(args[2]))),
                Integer.parseInt(args[3]));
        accounts.run();
        accounts.faults.forEach(fault -> System.out.println("WRONG: " + fault));
        System.exit(accounts.faults.isEmpty() ? 0 : 1);
    }

    private void run() throws Exception {
        Process server = Rough.start(work, url, Map.of());
        try {
            trial();
        } finally {
            Rough.stop(server);
        }
    }

    private void trial() throws Exception {
        Map<String, String> demo = Rough.ready(work, url);
        String owner = demo.get("OWNER_EMAIL").replace("'", "");
        String password = demo.get("OWNER_PASSWORD").replace("'", "");
        Visitor known = Visitor.from("192.0.2.1", url);
        expect("/calls", known.signIn(owner, password).location(), "the owner's first sign-in");
        signOut(known);

        long start = System.nanoTime();
        List<Thread> strangers = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            String address = address(i);
            strangers.add(Thread.startVirtualThread(() -> guess(address, owner)));
        }
        for (int i = 0; i < ADDRESSES; i++) {
            String address = address(i);
            strangers.add(Thread.startVirtualThread(() -> {
                while (next.get() < guesses) {
                    guess(address, owner);
                    Rough.pause(
                            spread.multipliedBy(ADDRESSES).dividedBy(guesses).toMillis());
                }
            }));
        }
        List<Duration> signIns = new ArrayList<>();
        while (next.get() < guesses) {
            long from = System.nanoTime();
            String to = known.signIn(owner, password).location();
            signIns.add(Duration.ofNanos(System.nanoTime() - from));
            expect("/calls", to, "the owner on the known device");
            signOut(known);
            Rough.pause(1000);
        }
        for (Thread stranger : strangers) {
            stranger.join();
        }
        double minutes = (System.nanoTime() - start) / 6e10;
        expect(
                "/sign-in?tries",
                Visitor.from("198.51.100.9", url).signIn(owner, password).location(),
                "the right password on a new device within the hour");
        report(minutes, signIns);
    }

    private static String address(int i) {
        return "203.0.113." + (1 + i % ADDRESSES);
    }

    private void guess(String address, String owner) {
        int number = next.incrementAndGet();
        if (number > guesses) {
            return;
        }
        Visitor visitor = Visitor.from(address, url);
        long from = System.nanoTime();
        Visitor.Answer answer = visitor.signIn(owner, "guess " + number);
        seen.add(new Guess(
                answer.status() == 302 ? answer.location() : Integer.toString(answer.status()),
                Duration.ofNanos(System.nanoTime() - from)));
    }

    private void report(double minutes, List<Duration> signIns) {
        Map<String, Integer> answers = new TreeMap<>();
        seen.forEach(guess -> answers.merge(guess.answer, 1, Integer::sum));
        System.out.printf("%d guesses from %d addresses in %.1f min: %s%n", seen.size(), ADDRESSES, minutes, answers);
        int judged = answers.getOrDefault("/sign-in?failed", 0);
        Duration longest = Collections.max(signIns);
        Collections.sort(signIns);
        System.out.printf(
                "judged: %d; sign-ins on the known device: %d, median %d ms, longest %d ms%n",
                judged, signIns.size(), signIns.get(signIns.size() / 2).toMillis(), longest.toMillis());
        List<Duration> late = new ArrayList<>(seen.stream()
                .filter(guess -> guess.answer.equals("/sign-in?tries"))
                .map(Guess::time)
                .sorted()
                .toList());
        if (!late.isEmpty()) {
            System.out.printf(
                    "answers without a look: median after %d ms, longest %d ms%n",
                    late.get(late.size() / 2).toMillis(), late.getLast().toMillis());
        }
        if (judged > MAX_JUDGED) {
            faults.add(judged + " guesses were judged");
        }
        if (longest.compareTo(MAX_LENGTH) > 0) {
            faults.add("a sign-in on the known device took " + longest);
        }
        answers.keySet().stream()
                .filter(answer ->
                        !List.of("/sign-in?failed", "/sign-in?tries", "503").contains(answer))
                .forEach(answer -> faults.add("a guess was answered with " + answer));
    }

    private static void signOut(Visitor visitor) {
        visitor.get("/account/password"); // for its form's token
        visitor.post("/sign-out");
    }

    private void expect(String wanted, String got, String what) {
        if (!wanted.equals(got)) {
            faults.add(what + " led to " + got);
        }
    }
}
