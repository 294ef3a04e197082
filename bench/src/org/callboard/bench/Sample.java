package org.callboard.bench;

import static org.callboard.testing.Office.ok;

import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.callboard.testing.Api;
import tools.jackson.databind.JsonNode;

/**
 * Somebody on record to be looked for: a person of a first and a last name, who lives at a door with a unit and has a
 * phone and an e-mail address.
 */
record Sample(
        long id,
        String name,
        String street,
        String unit,
        String city,
        String state,
        String zip,
        double latitude,
        double longitude,
        String phone,
        String mail,
        long locationId) {

    private static final int AT_ONCE = 50;

    /** The first such one in the middle of the company's customers. */
    static Sample of(Api api, long customers) {
        String path = api.path("crm/v2", "/customers");
        long first =
                ok(api.get(path + "?pageSize=1&active=Any")).at("/data/0/id").longValue();
        for (long id = first + customers / 2; id < first + customers; id += AT_ONCE) {
            String ids =
                    LongStream.range(id, id + AT_ONCE).mapToObj(Long::toString).collect(Collectors.joining(","));
            for (JsonNode customer :
                    ok(api.get(path + "?pageSize=50&ids=" + ids)).get("data")) {
                if (customer.get("name").stringValue().matches("[A-Z][a-z]+ [A-Z][a-z]+")
                        && customer.at("/address/unit").isString()
                        && customer.at("/address/latitude").isNumber()) {
                    Sample sample = of(api, customer);
                    if (sample.phone != null && sample.mail != null) {
                        return sample;
                    }
                }
            }
        }
        throw new IllegalStateException("nobody fits");
    }

    private static Sample of(Api api, JsonNode customer) {
        long id = customer.get("id").longValue();
        String phone = null;
        String mail = null;
        for (JsonNode contact : ok(api.get(api.path("crm/v2", "/customers/" + id + "/contacts")))
                .get("data")) {
            String value = contact.get("value").stringValue();
            if (contact.get("type").stringValue().equals("Email")) {
                mail = value;
            } else {
                phone = value;
            }
        }
        JsonNode address = customer.get("address");
        return new Sample(
                id,
                customer.get("name").stringValue(),
                address.get("street").stringValue(),
                address.get("unit").stringValue(),
                address.get("city").stringValue(),
                address.get("state").stringValue(),
                address.get("zip").stringValue(),
                address.get("latitude").doubleValue(),
                address.get("longitude").doubleValue(),
                phone,
                mail,
                ok(api.get(api.path("crm/v2", "/locations?active=Any&customerId=" + id)))
                        .at("/data/0/id")
                        .longValue());
    }

    String firstName() {
        return name.substring(0, name.indexOf(' '));
    }

    String family() {
        return name.substring(name.indexOf(' ') + 1);
    }

    String digits() {
        String digits = phone.replaceAll(" ext.*|[^0-9]", "");
        return digits.substring(digits.length() - 10);
    }

    /** The house number and the first word of the street's name. */
    String door() {
        String[] words = street.split(" ");
        return words[0] + " " + (words[1].length() > 1 ? words[1] : words[1] + " " + words[2]);
    }
}
