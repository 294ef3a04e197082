package org.callboard.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.callboard.database.Caller;
import org.callboard.testing.Api;
import org.callboard.testing.Visitor;

/** Every way in which Callboard finds what is on record: through the API or a page where it has one, else the service. */
final class Searches {

    /**
     * One search.
     *
     * @param run searches once, as far as the answer; throws where it is refused
     */
    record One(String group, String title, Runnable run) {}

    private final List<One> all = new ArrayList<>();
    private final Api api;
    private final Visitor visitor;
    private String group = "";

    private Searches(Api api, Visitor visitor) {
        this.api = api;
        this.visitor = visitor;
    }

    /**
     * All of them.
     *
     * @param visitor somebody of the company who has signed in
     * @param day the last one on which something happened
     */
    static List<One> of(Api api, Visitor visitor, Companies.Beans beans, Sample who, String day) {
        Searches searches = new Searches(api, visitor);
        new RecordSearches(searches, beans, who, day).add();
        new WorkSearches(searches, beans, who, day).add();
        return searches.all;
    }

    long tenant() {
        return api.tenant;
    }

    /** The searches from here on belong together. */
    void group(String title) {
        group = title;
    }

    /** A list of the CRM area of the API. */
    void list(String list, String title, String query) {
        get(title, "crm/v2", "/" + list + (query.isEmpty() ? "" : "?" + query));
    }

    void get(String title, String area, String rest) {
        String path = api.path(area, rest);
        all.add(new One(group, title, () -> {
            Api.Answer answer = api.get(path);
            require(path, answer.status(), answer.text());
        }));
    }

    void page(String title, String path) {
        all.add(new One(group, title, () -> {
            Visitor.Answer answer = visitor.get(path);
            require(path, answer.status(), answer.body());
        }));
    }

    void service(String title, Supplier<?> search) {
        all.add(new One(group, title, () -> Caller.system(api.tenant).call(search::get)));
    }

    private static void require(String path, int status, String body) {
        if (status != 200) {
            throw new IllegalStateException(path + " answers " + status + " " + body);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
