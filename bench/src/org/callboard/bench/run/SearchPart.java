package org.callboard.bench.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.callboard.testing.Api;
import tools.jackson.databind.JsonNode;

/**
 * Finding customers, on all data sets side by side: a search takes its time once after the other on one connection, so that
 * the time of one is measured and not how many fit in at once. What is looked for are people on record, each time others.
 */
final class SearchPart {

    private static final int PEOPLE = 400;
    private static final int AT_ONCE = 50;

    private static final Map<String, String> TITLES = Map.of(
            "phone", "Find a customer by phone",
            "name", "Find a customer by name",
            "address", "Find a customer by address");

    private final List<Site> sites;
    private final RunOptions options;

    SearchPart(List<Site> sites, RunOptions options) {
        this.sites = sites;
        this.options = options;
    }

    /** The rows of each data set but the smallest, which the others are compared with. */
    Map<Integer, List<Measured>> measure() {
        Map<String, List<Contest.Contender>> contenders = new LinkedHashMap<>();
        Map<String, Double> found = new LinkedHashMap<>();
        for (Site site : sites) {
            for (Map.Entry<String, List<String>> search : paths(site).entrySet()) {
                found.put(search.getKey() + site.customers(), found(site, search.getValue()));
                Wrk wrk = new Wrk(
                        "find-" + search.getKey() + "-" + site.customers(),
                        site.url(),
                        1,
                        site.headers(),
                        Wrk.anyOf(search.getValue()));
                wrk.warm();
                contenders
                        .computeIfAbsent(search.getKey(), key -> new ArrayList<>())
                        .add(new Contest.Contender(
                                String.format("%,d", site.customers()),
                                site.serverPid(),
                                site.postmasterPid(),
                                () -> wrk.run(options.seconds()).turn()));
            }
        }
        Map<Integer, List<Measured>> rows = new LinkedHashMap<>();
        contenders.forEach((key, all) -> {
            String title = TITLES.get(key);
            List<Measured.Contender> medians = Contest.run(title, options.rounds(), all);
            for (int i = 0; i < sites.size(); i++) {
                int size = sites.get(i).customers();
                rows.computeIfAbsent(size, known -> new ArrayList<>())
                        .add(Results.row(
                                "search",
                                title,
                                size,
                                "searches",
                                List.of(medians.get(i), medians.getFirst()),
                                Map.of(
                                        "found",
                                        found.get(key + size),
                                        "foundSmallest",
                                        found.get(key + sites.getFirst().customers()))));
            }
        });
        return rows;
    }

    /** How many customers an answer shows, in the mean of some. */
    private static double found(Site site, List<String> paths) {
        return paths.stream()
                .limit(AT_ONCE)
                .mapToInt(path -> data(site, path).size())
                .average()
                .orElse(0);
    }

    private static JsonNode data(Site site, String path) {
        Api.Answer answer = site.api().get(path);
        if (answer.status() != 200) {
            throw new IllegalStateException(path + ": " + answer.text());
        }
        return answer.json().get("data");
    }

    /** The paths of searches for people on record, by what is known of them. */
    static Map<String, List<String>> paths(Site site) {
        String customers = site.api().path("crm/v2", "/customers");
        long first =
                data(site, customers + "?pageSize=1&active=Any").at("/0/id").longValue();
        List<String> phones = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        while (names.size() < PEOPLE || phones.size() < PEOPLE) {
            StringBuilder ids = new StringBuilder();
            for (int i = 0; i < AT_ONCE; i++) {
                ids.append(i == 0 ? "" : ",")
                        .append(first + ThreadLocalRandom.current().nextLong(site.customers()));
            }
            for (JsonNode customer : data(site, customers + "?pageSize=50&ids=" + ids)) {
                names.add(customers + "?name=" + encoded(customer.get("name")));
                addresses.add(customers + "?street=" + encoded(customer.at("/address/street")) + "&zip="
                        + encoded(customer.at("/address/zip")));
                data(site, customers + "/" + customer.get("id").longValue() + "/contacts")
                        .valueStream()
                        .filter(contact -> !contact.get("type").stringValue().equals("Email"))
                        .findFirst()
                        .ifPresent(contact -> phones.add(customers + "?phone=" + encoded(contact.get("value"))));
            }
        }
        Map<String, List<String>> paths = new LinkedHashMap<>();
        paths.put("phone", phones);
        paths.put("name", names);
        paths.put("address", addresses);
        return paths;
    }

    private static String encoded(JsonNode text) {
        return URLEncoder.encode(text.stringValue(), UTF_8).replace("+", "%20");
    }
}
