package org.callboard.bench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.callboard.testing.Visitor;

/** Sessions of a few people who work in the office, each on several screens. */
final class Sessions {

    private static final int PEOPLE = 20;

    private Sessions() {}

    /** The cookies of so many. */
    static List<String> signIn(Site site, int count) throws InterruptedException, ExecutionException {
        Visitor owner = new Visitor(site.url());
        owner.signIn(site.env("OWNER_EMAIL"), site.env("OWNER_PASSWORD"));
        List<Future<String>> sessions = new ArrayList<>();
        try (ExecutorService hands = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < PEOPLE; i++) {
                String email = "screen-" + i + "-" + site.tenant() + "@bench.example";
                String password = "screen-" + site.env("OWNER_PASSWORD");
                if (cookie(site, email, password).isEmpty()) {
                    owner.get("/settings/users/new");
                    owner.post(
                            "/settings/users",
                            "name",
                            "Screen " + i,
                            "email",
                            email,
                            "role",
                            "CSR",
                            "password",
                            password);
                }
                for (int j = 0; j < count / PEOPLE; j++) {
                    sessions.add(hands.submit(() -> cookie(site, email, password)));
                }
            }
        }
        List<String> cookies = new ArrayList<>();
        for (Future<String> session : sessions) {
            cookies.add(session.get());
        }
        if (cookies.contains("")) {
            throw new IllegalStateException("not everybody could sign in");
        }
        return cookies;
    }

    private static String cookie(Site site, String email, String password) {
        Visitor visitor = new Visitor(site.url());
        Visitor.Answer answer = visitor.signIn(email, password);
        return answer.status() == 302 && !answer.location().contains("sign-in") ? visitor.cookie() : "";
    }
}
