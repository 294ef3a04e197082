package org.callboard.isolation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.callboard.access.Apps;
import org.callboard.access.Scope;
import org.callboard.bookings.Booking;
import org.callboard.bookingscripts.BookingScripts;
import org.callboard.campaigns.CampaignCategories;
import org.callboard.campaigns.CampaignCategory;
import org.callboard.database.RecordShape;
import org.callboard.dispatch.CancelJob;
import org.callboard.dispatch.JobNotes;
import org.callboard.http.Precondition;
import org.callboard.jobreasons.JobCancelReasons;
import org.callboard.jobreasons.JobHoldReasons;
import org.callboard.jobreasons.ReasonName;
import org.callboard.jobs.Jobs;
import org.callboard.leads.LeadForm;
import org.callboard.leads.LeadForms;
import org.callboard.mail.Channel;
import org.callboard.mail.Mail;
import org.callboard.mail.MessageDraft;
import org.callboard.mail.Purpose;
import org.callboard.notices.NoticeKind;
import org.callboard.notices.NoticeSettings;
import org.callboard.openinghours.Holiday;
import org.callboard.openinghours.Holidays;
import org.callboard.people.Employees;
import org.callboard.phonelines.BlockedNumbers;
import org.callboard.phonelines.OwnNumber;
import org.callboard.phonelines.OwnNumbers;
import org.callboard.phonelines.RingGroup;
import org.callboard.phonelines.RingGroups;
import org.callboard.pictures.Pictures;
import org.callboard.publicforms.BookingPageDraft;
import org.callboard.publicforms.BookingPages;
import org.callboard.serviceareas.ServiceArea;
import org.callboard.serviceareas.ServiceAreas;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.settings.Technician;
import org.callboard.settings.Technicians;
import org.callboard.telephone.TelephoneSystem;
import org.callboard.telephone.TelephoneSystems;
import org.callboard.telephone.TwilioDraft;
import org.callboard.testing.Api;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.TestPictures;
import org.callboard.testing.TestTenant;
import org.callboard.validation.FieldErrors;
import org.callboard.wordings.MessageWords;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * A company with one record of everything that a path can name, and where in a path its id stands. Who adds a path with a
 * new variable adds a line here; the walk fails until then.
 */
final class World {

    /** The words that a variable of a page's path may be, where it is no id. */
    static final List<String> KINDS = List.of(
            "booking-provider-tags",
            "business-units",
            "call-reasons",
            "campaign-categories",
            "campaigns",
            "customer-fields",
            "employees",
            "holidays",
            "job-cancel-reasons",
            "job-fields",
            "job-hold-reasons",
            "job-types",
            "lead-forms",
            "location-fields",
            "own-numbers",
            "ring-groups",
            "service-areas",
            "tag-types",
            "technicians",
            "users");

    private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";

    private static final String METHOD = "{\"type\": \"Phone\", \"value\": \"937-555-0142\"}";

    private static final String WEBHOOK =
            "{\"url\": \"https://hooks.example.com/\", \"events\": [\"tn.crm.booking-created\"]}";
    private static final String SPAN = "{\"from\": \"2026-01-01\", \"to\": \"2026-01-02\"}";

    /** What passes the checks that come before a record is looked for; {@code {}} or an empty form does for the others. */
    private static final Map<String, String> BODIES = new TreeMap<>(Map.of(
            "PUT /crm/v2/tenant/{tenant}/contacts/{id}", "{\"isArchived\": false}",
            "PATCH /crm/v2/tenant/{tenant}/contacts/{id}", "{\"isArchived\": false}",
            "POST /crm/v2/tenant/{tenant}/contacts/{contactId}/contact-methods", METHOD,
            "PUT /crm/v2/tenant/{tenant}/contacts/{contactId}/contact-methods/{contactMethodId}", METHOD,
            "POST /crm/v2/tenant/{tenant}/booking-provider/{booking_provider}/bookings", """
                    {"source": "Website", "name": "Jordan Reyes", "summary": "No heat", "isFirstTimeClient": true,
                     "externalId": "walk", "contacts": [{"type": "Phone", "value": "937-555-0142"}]}""",
            "POST /crm/v2/tenant/{tenant}/booking-provider/{booking_provider}/bookings/{id}/contacts", METHOD,
            "POST /calls/{id}/take-over", "from=1",
            "POST /settings/api-access/connections/{id}/strict", "strict=true",
            "POST /settings/api-access/connections/{id}/may-activate", "may=true",
            "POST /settings/api-access/apps/{id}", "name=Walk&scopes=bookings:read"));

    static {
        String webhooks = "POST /callboard/v1/tenant/{tenant}/";
        String ofProvider = webhooks + "booking-provider/{booking_provider}/webhooks";
        BODIES.put(ofProvider, WEBHOOK);
        BODIES.put(ofProvider + "/{id}/replay", SPAN);
        BODIES.put(webhooks + "webhooks/{id}/replay", SPAN);
        BODIES.put("POST /settings/webhooks/{id}/paused", "paused=true");
        BODIES.put("POST /calls/draft/booking/{id}", "version=0&fields={}");
        BODIES.put("POST /calls/draft/call/{id}", "version=0&fields={}");
        BODIES.put("POST /calls/phone/{id}/take-over", "from=1");
        BODIES.put("POST /calls/phone/{id}/about", "job=1");
        BODIES.put("POST /calls/phone/back/{id}/take-over", "from=1");
        BODIES.put("POST /calls/phone/back/{id}/try", "outcome=Busy");
        BODIES.put("POST /settings/api-access/connections/{id}/may-merge", "may=true");
        for (String list : List.of("customers", "locations")) {
            String one = "POST /callboard/v1/tenant/{tenant}/" + list + "/{id}/merge";
            BODIES.put(one, "{\"removeId\": 1, \"planTag\": \"x\"}");
            BODIES.put(one + "-preview", "{\"removeId\": 1}");
        }
        BODIES.put("POST /callboard/v1/tenant/{tenant}/merges/{id}/undo", "{\"planTag\": \"x\"}");
        BODIES.put("POST /settings/api-access/connections/{id}/origins", "origins=https://a.test");
        BODIES.put("POST /settings/telephone-systems/{id}", "name=Walk&accountSid=" + ACCOUNT);
        BODIES.put("POST /settings/webhooks/{id}", "url=https://hooks.example.com/&events=BOOKING_CREATED");
        for (String list : List.of("customers", "locations")) {
            String one = "POST /crm/v2/tenant/{tenant}/" + list + "/{id}";
            BODIES.put(one + "/contacts", METHOD);
            BODIES.put(one + "/notes", "{\"text\": \"Walk\"}");
        }
        String lead = "POST /crm/v2/tenant/{tenant}/leads/{id}";
        BODIES.put(lead + "/notes", "{\"text\": \"Walk\"}");
        BODIES.put(lead + "/follow-up", "{\"followUpDate\": \"2027-01-04\"}");
        BODIES.put(lead + "/dismiss", "{\"dismissingReasonId\": 1}");
        BODIES.put("POST /jpm/v2/tenant/{tenant}/jobs/{id}/notes", "{\"text\": \"Walk\"}");
        BODIES.put(
                "PUT /jpm/v2/tenant/{tenant}/appointments/{id}/special-instructions",
                "{\"specialInstructions\": \"Walk\"}");
    }

    /** So many that the number of a row is found nowhere else in a page. */
    private static final AtomicInteger LINES = new AtomicInteger(4000);

    private final Shop shop = new Shop();
    private final Map<String, Object> ids = new TreeMap<>();

    final TestTenant tenant = shop.tenant;
    final Api api = tenant.merging();

    World() {
        Booking booking = shop.booking("Jordan Reyes", "937-555-0142");
        long customer = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        tenant.caller.run(() -> {
            fillSettings();
            fillWork(booking, customer);
            fillPages();
            fillCallBacks();
        });
        fillLeads(customer);
        fillContacts(customer);
        fillCalls();
        fillWebhooks();
        fillTelephone();
        fillImports();
        fillRecord("customer", customer);
        fillRecord("location", tenant.caller.call(() -> only("select id from location")));
        fillMerges(customer);
    }

    private void fillSettings() {
        long id = tenant.id;
        ids.put("/settings/v2/tenant/{tenant}/business-units/{id}", shop.unit);
        ids.put("/settings/v2/tenant/{tenant}/employees/{id}", tenant.owner.id());
        ids.put(
                "/settings/v2/tenant/{tenant}/tag-types/{id}",
                Server.bean(TagTypes.class).add(id, new TagType.Details("VIP")).id());
        ids.put(
                "/settings/v2/tenant/{tenant}/technicians/{id}",
                Server.bean(Technicians.class)
                        .add(id, new Technician.Details("Sam Lee", null, null, shop.unit))
                        .id());
        ids.put(
                "/marketing/v2/tenant/{tenant}/categories/{id}",
                Server.bean(CampaignCategories.class)
                        .add(id, new CampaignCategory.Details("Online", CampaignCategory.Type.Regular))
                        .id());
        ids.put("/marketing/v2/tenant/{tenant}/campaigns/{id}", shop.campaign);
        ids.put("/jpm/v2/tenant/{tenant}/job-types/{id}", shop.jobType);
        ids.put("/jbce/v2/tenant/{tenant}/call-reasons/{id}", shop.reason);
        ids.put(
                "/jpm/v2/tenant/{tenant}/job-cancel-reasons/{id}",
                Server.bean(JobCancelReasons.class).bookedByMistake(id).id());
        ids.put(
                "/jpm/v2/tenant/{tenant}/job-hold-reasons/{id}",
                Server.bean(JobHoldReasons.class)
                        .add(id, new ReasonName("Parts"))
                        .id());
        ids.put("/crm/v2/tenant/{tenant}/booking-provider-tags/{id}", shop.provider.id());
        ids.put("/crm/v2/tenant/{tenant}/booking-provider/{booking_provider}", shop.provider.id());
    }

    private void fillWork(Booking booking, long customer) {
        long contact = only("select min(id) from booking_contact where booking_id = " + booking.id());
        String bookings = "/crm/v2/tenant/{tenant}/bookings/{id}";
        String bookingOfProvider = "/crm/v2/tenant/{tenant}/booking-provider/{booking_provider}/bookings/{id}";
        ids.put(bookings, booking.id());
        ids.put(bookings + "/contacts/{contactId}", contact);
        ids.put(bookingOfProvider, booking.id());
        ids.put(bookingOfProvider + "/contacts/{contactId}", contact);
        ids.put("/calls/{id}", booking.id());
        ids.put("/calls/draft/booking/{id}", booking.id());
        ids.put("/calls/draft/call/{id}", call());

        UUID picture = Server.bean(Pictures.class)
                .add(tenant.id, null, "connection:1", new ByteArrayResource(TestPictures.jpeg(30, 20)));
        UUID ofProvider = Server.bean(Pictures.class)
                .add(tenant.id, shop.provider.id(), "connection:1", new ByteArrayResource(TestPictures.jpeg(30, 20)));
        ids.put("/pictures/{id}", picture);
        ids.put("/callboard/v1/tenant/{tenant}/pictures/{id}", picture);
        ids.put("/callboard/v1/tenant/{tenant}/booking-provider/{booking_provider}", shop.provider.id());
        ids.put("/callboard/v1/tenant/{tenant}/booking-provider/{booking_provider}/pictures/{id}", ofProvider);

        long location = only("select id from location");
        long technician = (long) id("/settings/v2/tenant/{tenant}/technicians/{id}");
        long job =
                Server.bean(Jobs.class).book(tenant.id, Shop.visitedBy(shop.jobDraft(customer, location), technician));
        ids.put("/jpm/v2/tenant/{tenant}/jobs/{id}", job);
        long appointment = only("select id from appointment");
        ids.put("/jpm/v2/tenant/{tenant}/appointments/{id}", appointment);
        ids.put("/callboard/v1/tenant/{tenant}/appointments/{id}", appointment);
        MessageWords words = NoticeKind.Confirmation.standard();
        Server.bean(NoticeSettings.class)
                .update(tenant.id, NoticeKind.Confirmation, RecordShape.with(words, "byText", true));
        CancelJob cancel = Server.bean(CancelJob.class);
        long reason = Server.bean(JobCancelReasons.class)
                .add(tenant.id, new ReasonName("Walk"))
                .id();
        cancel.cancel(tenant.id, job, reason, "Walk", new FieldErrors(), Precondition.NONE);
        cancel.takeBack(tenant.id, job, Map.of(), Precondition.NONE);
        long cancellation = only("select id from job_cancellation");
        ids.put("/jpm/v2/tenant/{tenant}/jobs/{id}/canceled-log/{logId}", cancellation);
        ids.put("/jpm/v2/tenant/{tenant}/job-canceled-logs/{id}", cancellation);
        ids.put(
                "/jpm/v2/tenant/{tenant}/job-notes/{id}",
                Server.bean(JobNotes.class).add(tenant.id, job, "Walk", false).id());
        ids.put(
                "/dispatch/v2/tenant/{tenant}/appointment-assignments/{id}",
                only("select id from appointment_assignment"));
        ids.put("/jobs/{id}", job);
        ids.put("/jobs/{id}/appointments/{appointmentId}", only("select id from appointment"));
        ids.put("/jobs/{id}/messages/{messageId}", only("select message_id from appointment_message"));
        ids.put("/accounting/v2/tenant/{tenant}/invoices/{id}", only("select id from invoice"));
    }

    /** A call that reached nobody, and who is called back for it. */
    private void fillCallBacks() {
        long call = only(
                "insert into call (tenant_id, direction, number, desk, received_on, created_on, modified_on) values ("
                        + tenant.id + ", 'Inbound', '+19375550143', 'CallBack', now(), now(), now()) returning id");
        ids.put("/calls/phone/{id}", call);
        ids.put("/phone/calls/{id}", call);
        ids.put(
                "/calls/phone/back/{id}",
                only("insert into call_back (tenant_id, number, status, first_missed_on, last_missed_on, missed_count,"
                        + " last_call_id, due_on, created_on, modified_on) values (" + tenant.id
                        + ", '+19375550143', 'Open', now(), now(), 1, " + call
                        + ", now(), now(), now()) returning id"));
    }

    private void fillLeads(long customer) {
        Api api = tenant.api();
        String leads = api.path("crm/v2", "/leads");
        long lead = api.post(leads, """
                        {"campaignId":%d,"summary":"x","callReasonId":%d,"customerId":%d}
                        """.formatted(shop.campaign, shop.reason, customer))
                .json()
                .get("id")
                .longValue();
        JsonNode note =
                api.post(leads + "/" + lead + "/notes", "{\"text\": \"Dog\"}").json();
        ids.put("/crm/v2/tenant/{tenant}/leads/{id}", lead);
        ids.put(
                "/crm/v2/tenant/{tenant}/leads/{id}/notes/{noteId}",
                note.get("id").longValue());
        ids.put("/leads/{id}", lead);
    }

    /** Guids are kept as such, so that the walk knows them from the words that a path may hold. */
    private void fillContacts(long customer) {
        Api api = tenant.api();
        String contacts = "/crm/v2/tenant/{tenant}/contacts";
        String path = api.path("crm/v2", "/contacts");
        UUID contact = made(api.post(path, "{}"));
        UUID method = made(api.post(path + "/" + contact + "/contact-methods", METHOD));
        api.post(path + "/" + contact + "/relationships/" + customer + "/customer", "");
        ids.put(contacts + "/{id}", contact);
        ids.put(contacts + "/{contactId}", contact);
        ids.put(contacts + "/relationships/{relationshipId}", customer);
        ids.put(contacts + "/contact-methods/{id}", method);
        ids.put(contacts + "/{contactId}/contact-methods/{contactMethodId}", method);
        ids.put(contacts + "/{contactId}/contact-methods/{contactMethodId}/preferences/{preferenceName}", "Marketing");
        ids.put(contacts + "/{contactId}/relationships/{relatedEntityId}", customer);
        ids.put(contacts + "/{contactId}/relationships/{relatedEntityId}/{typeSlug}", "customer");
        // the list has ids of its own; of two that could be a list's row, the first by name is taken
        ids.put(
                contacts + "/{contactId}/relationships/{id}",
                made(api.get(path + "/" + contact + "/relationships").json().at("/data/0")));
    }

    /** One that left a message. */
    private void fillCalls() {
        String told = """
                {"callId": "walk", "event": "%s", "from": "937-555-0142", "url": "https://pbx.example.com/1"}""";
        String events = api.path("callboard/v1", "/calls/events");
        api.post(events, told.formatted("recording"));
        long id = api.post(events, told.formatted("voicemail")).json().get("id").longValue();
        for (String version : List.of("v2", "v3")) {
            ids.put("/telecom/" + version + "/tenant/{tenant}/calls/{id}", id);
        }
    }

    /** Each connection has its own: the walk goes with the one that made them. */
    private void fillWebhooks() {
        String body = WEBHOOK.replace("}", ", \"bookingProviderId\": " + shop.provider.id() + "}");
        long id = api.post(api.path("callboard/v1", "/webhooks"), body)
                .json()
                .at("/webhook/id")
                .longValue();
        api.post(api.path("callboard/v1", "/webhooks/" + id + "/test"), null);
        long delivery = tenant.caller.call(() -> only("select id from webhook_delivery"));
        String provider = "/callboard/v1/tenant/{tenant}/booking-provider/{booking_provider}";
        ids.put(provider, shop.provider.id());
        for (String path :
                List.of("/callboard/v1/tenant/{tenant}/webhooks", provider + "/webhooks", "/settings/webhooks")) {
            ids.put(path + "/{id}", id);
            ids.put(path + "/{id}/deliveries/{deliveryId}", delivery);
        }
    }

    private void fillTelephone() {
        TwilioDraft draft = new TwilioDraft("Twilio", ACCOUNT, "0123456789abcdef0123456789abcdef", null, false);
        TelephoneSystem system =
                tenant.caller.call(() -> Server.bean(TelephoneSystems.class).save(tenant.id, null, draft));
        ids.put("/settings/telephone-systems/{id}", system.id());
    }

    /** A list that was looked at and not run yet. */
    private void fillImports() {
        int line = LINES.getAndIncrement();
        long id = api.post(
                        api.path(
                                "callboard/v1",
                                "/imports?kind=Leads&dryRun=true&campaignId=" + shop.campaign + "&callReasonId="
                                        + shop.reason),
                        // a row is known by its line: no two worlds have the same
                        "Name,Phone\n" + "\n".repeat(line) + "Jordan Reyes,937-555-0142\n",
                        "Content-Type",
                        "text/csv")
                .json()
                .get("id")
                .longValue();
        ids.put("/callboard/v1/tenant/{tenant}/imports/{id}", id);
        ids.put("/settings/imports/{id}", id);
        ids.put("/callboard/v1/tenant/{tenant}/imports/{id}/rows/{row}", line + 2);
        ids.put("/settings/imports/{id}/rows/{number}", line + 2);
    }

    /** One that was merged into the customer, with the location that came with it. */
    private void fillMerges(long customer) {
        long other = shop.customer("J. Reyes", "937-555-0143", "90 Elm St");
        String merge = api.path("callboard/v1", "/customers/" + customer + "/merge");
        String asked = "{\"removeId\": " + other + "%s}";
        String tag = api.post(merge + "-preview", asked.formatted(""))
                .json()
                .get("planTag")
                .stringValue();
        long id = api.post(merge, asked.formatted(", \"planTag\": \"" + tag + "\""))
                .json()
                .get("id")
                .longValue();
        for (String place : List.of("/callboard/v1/tenant/{tenant}/merges", "/merges", "/merges/batches")) {
            ids.put(place + "/{id}", id);
        }
    }

    /** A customer or location with what hangs on it; the lists over all records and of field types have rows too. */
    private void fillRecord(String kind, long id) {
        Api api = tenant.api();
        String list = "/crm/v2/tenant/{tenant}/" + kind + "s";
        String own = api.path("crm/v2", "/" + kind + "s/" + id);
        Object tag = id("/settings/v2/tenant/{tenant}/tag-types/{id}");
        Object technician = id("/settings/v2/tenant/{tenant}/technicians/{id}");
        long contact = api.post(own + "/contacts", METHOD).json().get("id").longValue();
        ids.put(list + "/{id}", id);
        ids.put("/callboard/v1/tenant/{tenant}/" + kind + "s/{id}", id);
        ids.put(list + "/{id}/contacts/{contactId}", contact);
        ids.put(list + "/contacts/{contactId}", contact);
        long note =
                api.post(own + "/notes", "{\"text\": \"Dog\"}").json().get("id").longValue();
        ids.put(list + "/{id}/notes/{noteId}", note);
        ids.put(list + "/{id}/tags/{tagTypeId}", tag);
        String page = "/" + kind + "s/{id}";
        ids.put(page, id);
        ids.put("/" + kind + "s/duplicates/{one}", id);
        ids.put("/" + kind + "s/duplicates/{one}/{other}", id + 1);
        ids.put(page + "/contacts/{contactId}", contact);
        ids.put(page + "/notes/{noteId}", note);
        ids.put(page + "/tags/{tagTypeId}", tag);
        api.post(own + "/tags/" + tag, "");
        ids.put(list + "/{id}/preferredtechnician/{preferredTechnicianId}", technician);
        ids.put(list + "/custom-fields/{id}", tenant.caller.call(() -> field(kind, "Gate code")));
    }

    private long question() {
        long field = field("job", "Pets");
        Server.bean(BookingScripts.class).ask(tenant.id, shop.jobType, field, true, null);
        return field;
    }

    private long field(String kind, String name) {
        return Server.bean(CustomFieldTypes.class)
                .add(tenant.id, kind, name, CustomFieldType.DataType.Text, null)
                .id();
    }

    private static UUID made(Api.Answer answer) {
        return made(answer.json());
    }

    private static UUID made(JsonNode record) {
        return UUID.fromString(record.get("id").stringValue());
    }

    private void fillPages() {
        BookingPages pages = Server.bean(BookingPages.class);
        long provider = shop.provider.id();
        pages.save(tenant.id, provider, BookingPageDraft.of(pages.get(tenant.id, provider)), new FieldErrors());
        Server.bean(BlockedNumbers.class).block(tenant.id, "937-555-0151", "Walk", true);
        ids.put("/settings/blocked-numbers/{id}", only("select id from blocked_number"));
        ids.put("/settings/booking-pages/{id}", provider);
        ids.put("/settings/outbox/{id}", message());
        Apps apps = Server.bean(Apps.class);
        long app =
                apps.register(tenant.id, "Website", Set.of(Scope.BOOKINGS_READ)).id();
        ids.put("/settings/api-access/apps/{id}", app);
        ids.put(
                "/settings/api-access/connections/{id}",
                apps.connect(tenant.id, app, null).id());
        Employees employees = Server.bean(Employees.class);
        for (String kind : KINDS) {
            Object id = switch (kind) {
                case "booking-provider-tags" -> shop.provider.id();
                case "campaign-categories" -> id("/marketing/v2/tenant/{tenant}/categories/{id}");
                case "campaigns" -> shop.campaign;
                case "job-types" -> shop.jobType;
                case "call-reasons" -> shop.reason;
                case "job-cancel-reasons", "job-hold-reasons" -> id("/jpm/v2/tenant/{tenant}/" + kind + "/{id}");
                case "holidays" ->
                    Server.bean(Holidays.class)
                            .add(tenant.id, new Holiday.Details("New Year", LocalDate.of(2027, 1, 1), true))
                            .id();
                case "own-numbers" ->
                    Server.bean(OwnNumbers.class)
                            .add(tenant.id, new OwnNumber.Details("Main", "937-555-0150", null, null, null))
                            .id();
                case "ring-groups" ->
                    Server.bean(RingGroups.class)
                            .add(tenant.id, new RingGroup.Details("Service", List.of(tenant.owner.id())))
                            .id();
                case "lead-forms" ->
                    Server.bean(LeadForms.class)
                            .add(tenant.id, new LeadForm.Details("Offer", shop.campaign, shop.reason, null))
                            .id();
                case "users" -> tenant.owner.id();
                case "service-areas" ->
                    Server.bean(ServiceAreas.class)
                            .add(tenant.id, new ServiceArea.Details("Dayton", List.of("454*"), List.of(), null))
                            .id();
                case "customer-fields" -> field("customer", "Pets");
                case "location-fields" -> field("location", "Pets");
                case "job-fields" -> question();
                case "employees" ->
                    employees
                            .add(tenant.id, new Employees.Draft("Pat", "Dispatch", null, null, null))
                            .id();
                default -> id("/settings/v2/tenant/{tenant}/" + kind + "/{id}");
            };
            ids.put("/settings/" + kind + "/{id}", id);
        }
        ids.put("/settings/job-types/{id}/script/{question}", id("/settings/job-fields/{id}"));
    }

    /** One that somebody opened by hand. */
    private long call() {
        return only(
                "insert into call (tenant_id, direction, number, desk, received_on, created_on, modified_on) values ("
                        + tenant.id + ", 'Inbound', '+19375550142', 'Open', now(), now(), now()) returning id");
    }

    private long message() {
        MessageDraft draft = new MessageDraft(
                Channel.Mail, Purpose.NOTICE, "walk", null, false, "walk@company.test", null, "Walk", "Words", null);
        Server.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> Server.bean(Mail.class).queue(tenant.id, draft));
        return only("select id from outgoing_message where once_key = 'walk'");
    }

    private static long only(String sql) {
        return Server.bean(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    /**
     * The id of this company's record at a place in a path.
     *
     * @param place the path up to and with the variable, such as {@code /crm/v2/tenant/{tenant}/bookings/{id}}
     */
    Object id(String place) {
        Object id = ids.get(place);
        if (id == null) {
            throw new AssertionError(
                    "World has no record for " + place + ": add one there, so that the walk covers it.");
        }
        return id;
    }

    /** The id of this company's record in the list at a path; an export has the records of the list of its kind. */
    Object row(String path) {
        String list = path.contains("/export/")
                ? path.replace("/callboard/v1/", "/crm/v2/")
                        .replace("/export/", "/")
                        .replace(".ndjson", "")
                        .replace("-contacts", "s/contacts")
                : path;
        return ids.entrySet().stream()
                .filter(entry -> entry.getKey().matches("\\Q" + list + "\\E/\\{\\w+\\}"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("World has no record in the list " + list + ": add one there."))
                .getValue();
    }

    static String body(String route) {
        String empty = route.contains("/tenant/{tenant}/")
                ? "{}"
                : route.endsWith("/active") ? "active=false" : route.endsWith("/move") ? "up=true" : "";
        return BODIES.getOrDefault(route, empty);
    }
}
