package org.callboard.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.callboard.addresses.ContactDraft;
import org.callboard.addresses.ContactType;
import org.callboard.platform.Caller;
import org.callboard.search.LikelyMatches;
import org.callboard.search.LikelyMatches.Probe;
import org.callboard.search.Search;
import org.callboard.settings.TagTypes;
import org.callboard.testing.Api;
import org.callboard.testing.Visitor;

/** Every way in which Callboard finds what is on record: through the API where it has one, else through the service. */
final class Searches {

    /**
     * One search.
     *
     * @param run searches once, as far as the answer
     */
    record One(String group, String title, Runnable run) {}

    private final List<One> all = new ArrayList<>();
    private final Api api;
    private final Visitor visitor;
    private final Companies.Beans beans;
    private final Sample who;
    private final long tag;
    private String group = "";

    private Searches(Api api, Visitor visitor, Companies.Beans beans, Sample who) {
        this.api = api;
        this.visitor = visitor;
        this.beans = beans;
        this.who = who;
        this.tag = Caller.system(api.tenant)
                .call(() ->
                        beans.bean(TagTypes.class).all(api.tenant).getFirst().id());
    }

    /**
     * All of them.
     *
     * @param visitor somebody of the company who has signed in
     * @param day the last one on which something happened
     */
    static List<One> of(Api api, Visitor visitor, Companies.Beans beans, Sample who, String day) {
        Searches searches = new Searches(api, visitor, beans, who);
        searches.lists("customers", "Customers", day);
        searches.customersAlone();
        searches.lists("locations", "Locations", day);
        searches.list("locations", "customerId", "customerId=" + who.id());
        searches.contacts(day);
        searches.box();
        searches.matches();
        searches.leads(day);
        searches.work(day);
        searches.screens(day);
        return searches.all;
    }

    private void lists(String list, String title, String day) {
        group = title;
        list(list, "first page", "");
        list(list, "page 200", "page=200");
        list(list, "first page, includeTotal", "includeTotal=true");
        list(list, "newest change first", "sort=-ModifiedOn");
        list(list, "newest first", "sort=-CreatedOn");
        list(list, "active=False", "active=False");
        list(list, "ids, three", "ids=%d,%d,%d".formatted(who.id(), who.id() + 1, who.id() + 2));
        list(list, "createdOnOrAfter the last day", "createdOnOrAfter=" + day);
        list(list, "modifiedOnOrAfter the last day", "modifiedOnOrAfter=" + day);
        list(list, "modifiedOnOrAfter the last day, newest first", "sort=-ModifiedOn&modifiedOnOrAfter=" + day);
        list(list, "modifiedBefore a day before all", "modifiedBefore=2015-01-01");
        words(list);
        list(list, "latitude and longitude", "latitude=" + who.latitude() + "&longitude=" + who.longitude());
        String application = "externalDataApplicationGuid=" + AttachedRows.APPLICATION;
        list(list, "external data of an application", application);
        list(
                list,
                "external data, key and value",
                application + "&externalDataKey=accountNumber&externalDataValues=A-" + who.id() + ",A-1002");
    }

    private void words(String list) {
        String name = "name=" + encoded(who.name());
        String street = "street=" + encoded(who.street());
        list(list, "name, first and last", name);
        list(list, "name, last", "name=" + who.family());
        list(list, "name, a frequent one", "name=smith");
        list(
                list,
                "name, beginnings of two",
                "name=" + encoded(beginning(who.firstName()) + " " + beginning(who.family())));
        list(list, "name, two letters", "name=sm");
        list(list, "name, newest change first", "sort=-ModifiedOn&name=smith");
        list(list, "name that nobody has", "name=qqzzy");
        list(list, "street with number", street);
        list(list, "street, a frequent word", "street=main");
        list(list, "unit", "unit=" + encoded(who.unit()));
        list(list, "city", "city=columbus");
        list(list, "state", "state=OH");
        list(list, "zip", "zip=" + who.zip());
        list(list, "country", "country=USA");
        list(list, "name and city", name + "&city=" + encoded(who.city()));
        list(list, "name, a frequent one, and zip", "name=smith&zip=" + who.zip());
        list(list, "street and zip", street + "&zip=" + who.zip());
        list(
                list,
                "street, unit, city, state and zip",
                street + "&unit=" + encoded(who.unit()) + "&city=" + encoded(who.city()) + "&state=" + who.state()
                        + "&zip=" + who.zip());
    }

    private void customersAlone() {
        String digits = who.digits();
        list("customers", "phone", "phone=" + digits);
        list("customers", "phone as typed", "phone=" + encoded(who.phone()));
        list("customers", "phone, last 7 digits", "phone=" + digits.substring(3));
        list("customers", "phone, last 4 digits", "phone=" + digits.substring(6));
        list("customers", "phone and name", "phone=" + digits + "&name=" + who.family());
        list("customers", "phone that nobody has", "phone=2015550100");
    }

    private void contacts(String day) {
        group = "Contacts and notes";
        list("customers/" + who.id() + "/contacts", "contacts of a customer", "");
        list("customers/contacts", "contacts of customers changed on the last day", "modifiedOnOrAfter=" + day);
        list("customers/contacts", "contacts of named customers", "customerIds=" + who.id() + "," + (who.id() + 1));
        list("locations/" + who.locationId() + "/contacts", "contacts of a location", "");
        list("locations/contacts", "contacts of locations changed on the last day", "modifiedOnOrAfter=" + day);
        list("locations/contacts", "contacts of named locations", "locationIds=" + who.locationId());
        list("customers/" + who.id() + "/notes", "notes of a customer", "");
        list("locations/" + who.locationId() + "/notes", "notes of a location", "");
    }

    private void box() {
        group = "Search box";
        Search search = beans.bean(Search.class);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("first and last name", who.name());
        texts.put("last name", who.family());
        texts.put("a frequent name", "smith");
        texts.put("two letters", "sm");
        texts.put("beginnings of both names", beginning(who.firstName()) + " " + beginning(who.family()));
        texts.put("phone as typed", who.phone());
        texts.put("last 7 digits", who.digits().substring(3));
        texts.put("last 4 digits", who.digits().substring(6));
        texts.put("e-mail", who.mail());
        texts.put("number and street", who.door());
        texts.put("number, street and city", who.door() + " " + who.city());
        texts.put("last name and zip", who.family() + " " + who.zip());
        texts.put("frequent names and city", "mary smith columbus");
        texts.put("id", Long.toString(who.id()));
        texts.put("what nobody has", "qqzzy");
        texts.forEach((title, text) -> service(title, () -> search.find(api.tenant, text, 20)));
    }

    private void matches() {
        group = "Likely matches of an inquiry";
        LikelyMatches matches = beans.bean(LikelyMatches.class);
        List<ContactDraft> phone = List.of(ContactDraft.of(ContactType.Phone, who.phone(), null, "US"));
        List<ContactDraft> mail = List.of(ContactDraft.of(ContactType.Email, who.mail(), null, "US"));
        List<ContactDraft> both = List.of(phone.getFirst(), mail.getFirst());
        service("phone", () -> matches.of(api.tenant, new Probe("", null, null, null, null, phone)));
        service("e-mail", () -> matches.of(api.tenant, new Probe("", null, null, null, null, mail)));
        service(
                "address",
                () -> matches.of(
                        api.tenant, new Probe("", who.street(), who.unit(), who.city(), who.zip(), List.of())));
        service(
                "name, address, phone and e-mail",
                () -> matches.of(
                        api.tenant, new Probe(who.name(), who.street(), who.unit(), who.city(), who.zip(), both)));
        service(
                "nobody known",
                () -> matches.of(
                        api.tenant,
                        new Probe(
                                "Nobody Known",
                                "1 Nowhere Pl",
                                null,
                                "Nowhere",
                                "00000",
                                List.of(ContactDraft.of(ContactType.Phone, "201-555-0100", null, "US")))));
    }

    private void leads(String day) {
        group = "Leads";
        list("leads", "first page", "");
        list("leads", "status=Open", "status=Open");
        list("leads", "modifiedOnOrAfter the last day", "modifiedOnOrAfter=" + day);
        list("leads", "customerId", "customerId=" + who.id());
        list("leads", "leadPhone", "leadPhone=" + who.digits());
        list("leads", "leadCustomerName", "leadCustomerName=" + who.family());
        list("leads", "customerCity", "customerCity=" + encoded(who.city()));
        list("leads", "customerZip", "customerZip=" + who.zip());
        list("leads", "isProspect", "isProspect=true");
        list("leads", "withoutCustomer", "withoutCustomer=true");
        list("leads", "customerCreatedOnOrAfter the last day", "customerCreatedOnOrAfter=" + day);
    }

    private void work(String day) {
        group = "Bookings, jobs and feeds";
        list("bookings", "bookings, first page", "");
        list("bookings", "bookings changed on the last day", "modifiedOnOrAfter=" + day);
        list("bookings", "booking by external id", "externalId=w-1200");
        get("jobs changed on the last day", api.path("jpm/v2", "/jobs?modifiedOnOrAfter=" + day));
        for (String feed : List.of("customers", "locations", "customers/contacts", "leads", "bookings")) {
            String path = api.path("crm/v2", "/export/" + feed);
            get("export of " + feed + ", from the start", path);
            get("export of " + feed + ", from the last day", path + "?from=" + day);
        }
    }

    private void screens(String day) {
        group = "Screens";
        page("customers", "/customers");
        page("customers by name", "/customers?sort=name");
        page("customers with a tag", "/customers?tag=" + tag);
        page("customers that are not serviced", "/customers?doNotService=true");
        page("companies by name and city", "/customers?type=Commercial&name=dental&city=columbus");
        page("customers since the last day, with their number", "/customers?total=true&createdFrom=" + day);
        page("locations", "/locations");
        page("locations of a zip with a tag", "/locations?zip=" + who.zip() + "&tag=" + tag);
        page("a customer", "/customers/" + who.id());
        page("history of a customer", "/customers/" + who.id() + "/history");
        page("jobs of a customer", "/customers/" + who.id() + "/jobs");
        page("bookings of a customer", "/customers/" + who.id() + "/bookings");
        page("a location", "/locations/" + who.locationId());
        page("calls", "/calls");
        page("follow-ups", "/follow-ups");
        page("follow-ups that are nobody's", "/follow-ups?owner=nobody");
        page("follow-ups, won", "/follow-ups?status=won");
    }

    private void page(String title, String path) {
        all.add(new One(group, title, () -> {
            Visitor.Answer answer = visitor.get(path);
            if (answer.status() != 200) {
                throw new IllegalStateException(path + " answers " + answer.status());
            }
        }));
    }

    private void list(String list, String title, String query) {
        get(title, api.path("crm/v2", "/" + list + (query.isEmpty() ? "" : "?" + query)));
    }

    private void get(String title, String path) {
        all.add(new One(group, title, () -> answer(path)));
    }

    private void answer(String path) {
        Api.Answer answer = api.get(path);
        if (answer.status() != 200) {
            throw new IllegalStateException(path + " answers " + answer.status() + " " + answer.text());
        }
    }

    private void service(String title, Supplier<?> search) {
        all.add(new One(group, title, () -> Caller.system(api.tenant).call(search::get)));
    }

    private static String beginning(String word) {
        return word.substring(0, Math.min(4, word.length()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
